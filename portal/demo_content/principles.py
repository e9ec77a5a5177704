"""The five principles: full names, short labels, card words and a plain explanation of each."""

PRINCIPLES = [
    {
        "code": "strengths",
        "name": {
            "cy": "Seiliedig ar asedau, â phobl yn ganolog",
            "en": "Asset-based, people-centred",
        },
        "label": {"cy": "cryfderau", "en": "strengths"},
        "card_title": {"cy": "Asedau", "en": "Asset-based"},
        "card_text": {
            "cy": "Cryfderau pobl sy’n dod gyntaf",
            "en": "People’s strengths come first",
        },
        "text": {
            "cy": "Dechreuwch gyda’r hyn y gall pobl ei wneud, yr hyn maen nhw’n ei wybod a’r hyn "
            "sy’n agos at eu calon, nid gyda’r hyn sydd ar goll. Mae gan bawb rywbeth i’w gynnig.",
            "en": "Start with what people can do, what they know and what they care about, not with "
            "what is missing. Everybody has something to offer.",
        },
    },
    {
        "code": "networks",
        "name": {
            "cy": "Rhwydweithiau cymheiriaid sy’n gweithio ar draws seilos",
            "en": "Peer networks that work across silos",
        },
        "label": {"cy": "rhwydweithiau", "en": "networks"},
        "card_title": {"cy": "Rhwydweithiau", "en": "Networks"},
        "card_text": {
            "cy": "Cymheiriaid yn gweithio ar draws seilos",
            "en": "Peers working across silos",
        },
        "text": {
            "cy": "Mae pobl yn dysgu gan eraill sydd yn yr un cwch. Mae syniadau da yn croesi’r "
            "ffiniau rhwng gwasanaethau a thimau.",
            "en": "People learn from others who are in the same boat. Good ideas cross the lines "
            "between services and teams.",
        },
    },
    {
        "code": "matters",
        "name": {
            "cy": "Canolbwyntio ar ganlyniadau, gwneud yr hyn sy’n bwysig",
            "en": "Outcomes focused, doing what matters",
        },
        "label": {"cy": "yr hyn sy’n bwysig", "en": "what matters"},
        "card_title": {"cy": "Canlyniadau", "en": "Outcomes"},
        "card_text": {"cy": "Gwneud yr hyn sy’n bwysig", "en": "Doing what matters"},
        "text": {
            "cy": "Gofynnwch beth fyddai’n gwneud gwahaniaeth ym mywyd rhywun, a gadewch i’r ateb "
            "benderfynu beth rydych chi’n ei wneud.",
            "en": "Ask what would make a difference in somebody’s life, and let the answer decide what you do.",
        },
    },
    {
        "code": "trust",
        "name": {"cy": "Perthnasoedd o ymddiriedaeth", "en": "Relationships of trust"},
        "label": {"cy": "ymddiriedaeth", "en": "trust"},
        "card_title": {"cy": "Ymddiriedaeth", "en": "Trust"},
        "card_text": {"cy": "Perthnasoedd cyfartal", "en": "Relationships as equals"},
        "text": {
            "cy": "Byddwch yn onest, cadwch at eich gair, rhannwch y pŵer a rhowch amser. Heb "
            "ymddiriedaeth, all neb fod yn gyfartal.",
            "en": "Be honest, keep your word, share the power and give it time. Without trust, nobody can be equal.",
        },
    },
    {
        "code": "enabling",
        "name": {"cy": "O ddarparu i alluogi", "en": "From delivering to enabling"},
        "label": {"cy": "galluogi", "en": "enabling"},
        "card_title": {"cy": "Galluogi", "en": "Enabling"},
        "card_text": {"cy": "O ddarparu i alluogi", "en": "From delivering to enabling"},
        "text": {
            "cy": "Yn lle gwneud popeth ei hun, mae gwasanaeth yn helpu pobl i wneud i bethau ddigwydd.",
            "en": "Instead of doing everything itself, a service helps people to make things happen.",
        },
    },
]
