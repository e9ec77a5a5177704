"""Afon Youth Forum."""

from ..prose import blocks, html
from .figure import figure

AFON = {
    "slug_cy": "fforwm-ieuenctid-afon",
    "slug_en": "afon-youth-forum",
    "title": {"cy": "Fforwm Ieuenctid Afon", "en": "Afon Youth Forum"},
    "summary": {
        "cy": "O denantiaethau’n methu i denantiaethau’n llwyddo: rhaglen hyfforddi, cartrefi a pholisi wedi’u "
        "cydgynhyrchu.",
        "en": "From failed tenancies to successful ones: a training programme, homes and a policy, all co-produced.",
    },
    "situation": {
        "cy": html("""
        Dechreuodd y gwaith o ble mae’r bobl. Dyma bynciau’r fforwm:

        - ymddygiad gwrthgymdeithasol
        - perthnasoedd rhwng y cenedlaethau
        - aflonyddu rhywiol a chydraddoldeb rhywedd
        - tai pontio
        """),
        "en": html("""
        The work started from where the people are. These were the forum’s subjects:

        - anti-social behaviour
        - intergenerational relationships
        - sexual harassment and gender equality
        - transition housing
        """),
    },
    "shared_power": {
        "cy": html("""
        - **Own 2 Feet:** rhaglen hyfforddi wedi’i chydgynhyrchu
        - **Trade that Works:** adnewyddu eiddo adfeiliedig drwy brentisiaethau
        - **Tŷ Cyfle:** tai pontio
        - Polisi a systemau dyrannu a rheoli wedi’u cydgynhyrchu
        """),
        "en": html("""
        - **Own 2 Feet:** a co-produced training programme
        - **Trade that Works:** a derelict property refurbished through apprenticeships
        - **Tŷ Cyfle:** transitional housing
        - A co-produced policy and systems for allocations and management
        """),
    },
    "what_changed": {
        "cy": html("""
        Roedd 61% o’r tenantiaethau’n methu. Wedyn, roedd 100% yn llwyddo. Aeth 40% o’r rhai a gymerodd ran
        ymlaen i waith cynaliadwy.
        """),
        "en": html("""
        61% of tenancies failed. Afterwards, 100% were successful. 40% of the people who took part went on to
        sustainable employment.
        """),
    },
    # Two different counts (failed, successful), so they are no "before → after"; told in one line, they keep their order.
    "figures": [
        figure(
            "o denantiaethau’n llwyddo, lle’r oedd 61% yn methu",
            "of tenancies successful, where 61% failed",
            "100",
            "%",
        ),
        figure("ymlaen i waith cynaliadwy", "on to sustainable employment", "40", "%"),
    ],
    "body": {
        "cy": blocks("""
        ## Chwiliwch am yr egwyddorion

        Ble ddechreuodd y gwaith? Pwy ysgrifennodd y rheolau? Beth sy’n digwydd pan fydd y bobl sy’n byw dan
        bolisi yn helpu i’w ysgrifennu?
        """),
        "en": blocks("""
        ## Spot the principles

        Where did the work start? Who wrote the rules? What happens when the people who live under a policy
        help to write it?
        """),
    },
    "principles": ["strengths", "matters", "trust", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["young-people", "housing"],
    "region": "",
}
