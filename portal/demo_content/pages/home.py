"""The words of the home page: the welcome, the strips and the footer."""

HOME = {
    "title": {"cy": "Hafan", "en": "Home"},
    "hero_title": {
        "cy": "Pobl a gweithwyr proffesiynol, yn bartneriaid cyfartal",
        "en": "People and professionals, as equal partners",
    },
    "lede": {
        "cy": "Ymunwch â phobl ledled Cymru sy’n rhannu eu sgiliau, eu gwybodaeth a’u profiad i "
        "greu gwasanaethau cyhoeddus sy’n gweithio. Mae aelodaeth am ddim.",
        "en": "Join people across Wales who pool their skills, knowledge and experience to make "
        "public services that work. Membership is free.",
    },
    # Short words of the menu, by the English slug of a page.
    "menu": {"resources": {"cy": "Adnoddau", "en": "Resources"}},
    "join_button": {"cy": "Ymunwch â’r rhwydwaith", "en": "Join the network"},
    "about_button": {"cy": "Beth yw cydgynhyrchu?", "en": "What is co-production?"},
    "summary": {
        "cy": "Cymuned ymarfer i bobl a gweithwyr proffesiynol ledled Cymru.",
        "en": "A community of practice for people and professionals across Wales.",
    },
    "strips": {
        "events": {
            "title": {"cy": "Ar y gweill", "en": "Coming up"},
            "link": {"cy": "Pob digwyddiad a hyfforddiant", "en": "All events and training"},
        },
        "principles": {
            "title": {"cy": "Pum egwyddor, bob tro", "en": "Five principles, every time"},
        },
        "case_studies": {
            "title": {
                "cy": "Mae’n gweithio: beth newidiodd i bobl",
                "en": "It works: what changed for people",
            },
        },
    },
    # Cards of the third strip, in order; the slug is the English one of the case study.
    "highlights": [
        {
            "case_study": "sun-service-user-network",
            "figure": "596",
            "label": {
                "cy": "derbyniadau wedi’u cynllunio, i lawr o 725",
                "en": "planned admissions, down from 725",
            },
            "text": {
                "cy": "Derbyniadau heb eu cynllunio: 414 → 286. Hanner y dyddiau gwely.",
                "en": "Unplanned admissions: 414 → 286. Bed days halved.",
            },
        },
        {
            "case_study": "ace-action-in-caerau-and-ely",
            "figure": "86%",
            "label": {
                "cy": "yn dweud bod eu rhwydweithiau’n gryfach",
                "en": "say their networks are stronger",
            },
            "text": {
                "cy": "Dros 31,000 o oriau o wirfoddoli.",
                "en": "More than 31,000 hours of volunteering.",
            },
        },
        {
            "case_study": "afon-youth-forum",
            "figure": "100%",
            "label": {
                "cy": "o denantiaethau’n llwyddo, lle’r oedd 61% yn methu",
                "en": "of tenancies succeed, where 61% failed",
            },
            "text": {
                "cy": "Cafodd y polisi dyrannu tai ei gydgynhyrchu.",
                "en": "The allocations policy was co-produced.",
            },
        },
    ],
    "footer": {
        "motto": {"cy": "Pawb gyda’i gilydd", "en": "All in this together"},
        "text": {
            "cy": "Cymuned ymarfer i bobl a gweithwyr proffesiynol ledled Cymru.",
            "en": "A community of practice for people and professionals across Wales.",
        },
        "newsletter": {
            "cy": "Cylchlythyr misol, yn Gymraeg neu yn Saesneg.",
            "en": "A monthly newsletter, in Welsh or in English.",
        },
    },
}
