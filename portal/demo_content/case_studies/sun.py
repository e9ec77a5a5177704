"""S.U.N., a service user network group."""

from ..prose import blocks, html
from .figure import figure

SUN = {
    "slug_cy": "sun-rhwydwaith-defnyddwyr-gwasanaeth",
    "slug_en": "sun-service-user-network",
    "title": {"cy": "S.U.N.: rhwydwaith defnyddwyr gwasanaeth", "en": "S.U.N. service user network"},
    "summary": {
        "cy": "Grŵp rhwydwaith defnyddwyr gwasanaeth. Derbyniadau wedi’u cynllunio: 725 → 596. Heb eu cynllunio: 414 "
        "→ 286.",
        "en": "A service user network group. Planned admissions: 725 → 596. Unplanned: 414 → 286.",
    },
    "situation": None,
    "shared_power": None,
    "what_changed": {
        "cy": html("""
        - Defnydd o adrannau brys: 30% yn is
        - Derbyniadau i’r ysbyty wedi’u cynllunio: i lawr o 725 i 596
        - Derbyniadau i’r ysbyty heb eu cynllunio: i lawr o 414 i 286
        - Defnydd o ddyddiau gwely ysbyty: 50% yn is
        """),
        "en": html("""
        - A&E use: down 30%
        - Planned hospital admissions: down from 725 to 596
        - Unplanned hospital admissions: down from 414 to 286
        - Hospital bed day use: down by 50%
        """),
    },
    "figures": [
        figure("yn llai o ddefnydd o adrannau brys", "less A&E use", "30", "%"),
        figure("derbyniadau i’r ysbyty wedi’u cynllunio", "planned hospital admissions", "596", before="725"),
        figure("derbyniadau i’r ysbyty heb eu cynllunio", "unplanned hospital admissions", "286", before="414"),
        figure("yn llai o ddyddiau gwely ysbyty", "less hospital bed day use", "50", "%"),
    ],
    "body": {
        "cy": blocks("""
        ## Sut felly?

        Edrychwch ar yr egwyddorion! Dydy’r ffigurau ddim yn dweud sut y digwyddodd y newid. Trafodwch gyda’ch
        tîm: beth all rhwydwaith o gymheiriaid ei roi i bobl na all gwasanaeth ar ei ben ei hun?
        """),
        "en": blocks("""
        ## How come?

        Check the principles! The figures do not say how the change came about. Talk about it with your team:
        what can a network of peers give people that a service alone cannot?
        """),
    },
    "principles": ["strengths", "networks", "matters", "trust", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["health"],
    "region": "",
}
