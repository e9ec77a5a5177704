"""The first wordings that people agree to, as a new network is given them. Later ones are rows made by staff."""

PRINCIPLES = {
    "cy": """
Seiliedig ar asedau, â phobl yn ganolog
Dechreuwch gyda’r hyn y gall pobl ei wneud, yr hyn maen nhw’n ei wybod a’r hyn sy’n agos at eu calon, nid gyda’r hyn \
sydd ar goll. Mae gan bawb rywbeth i’w gynnig.

Rhwydweithiau cymheiriaid sy’n gweithio ar draws seilos
Mae pobl yn dysgu gan eraill sydd yn yr un cwch. Mae syniadau da yn croesi’r ffiniau rhwng gwasanaethau a thimau.

Canolbwyntio ar ganlyniadau, gwneud yr hyn sy’n bwysig
Gofynnwch beth fyddai’n gwneud gwahaniaeth ym mywyd rhywun, a gadewch i’r ateb benderfynu beth rydych chi’n ei wneud.

Perthnasoedd o ymddiriedaeth
Byddwch yn onest, cadwch at eich gair, rhannwch y pŵer a rhowch amser. Heb ymddiriedaeth, all neb fod yn gyfartal.

O ddarparu i alluogi
Yn lle gwneud popeth ei hun, mae gwasanaeth yn helpu pobl i wneud i bethau ddigwydd.
""".strip(),
    "en": """
Asset-based, people-centred
Start with what people can do, what they know and what they care about, not with what is missing. Everybody has \
something to offer.

Peer networks that work across silos
People learn from others who are in the same boat. Good ideas cross the lines between services and teams.

Outcomes focused, doing what matters
Ask what would make a difference in somebody’s life, and let the answer decide what you do.

Relationships of trust
Be honest, keep your word, share the power and give it time. Without trust, nobody can be equal.

From delivering to enabling
Instead of doing everything itself, a service helps people to make things happen.
""".strip(),
}

#: purpose → the question as its tick box asks it
CONSENTS = {
    "newsletter": {
        "cy": "Hoffwn gael cylchlythyr y Rhwydwaith drwy e-bost. Gallaf ddad-danysgrifio unrhyw bryd.",
        "en": "I would like the Network’s newsletter by email. I can unsubscribe at any time.",
    },
}
