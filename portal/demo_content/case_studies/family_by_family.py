"""Family by Family."""

from ..prose import blocks, html
from .figure import figure

FAMILY_BY_FAMILY = {
    "slug_cy": "family-by-family",
    "slug_en": "family-by-family",
    "title": {
        "cy": "Family by Family: cysylltu teuluoedd â’i gilydd",
        "en": "Family by Family: link-ups between families",
    },
    "summary": {
        "cy": "Teuluoedd sy’n dewis beth maen nhw am ei newid. Mae 90% yn dweud bod pethau’n “well o lawer iawn”.",
        "en": "Families choose what they want to change. 90% report “heaps better”; savings 7:1.",
    },
    "situation": {
        "cy": html("""
        Mae teuluoedd yn dewis beth maen nhw am ei newid:

        - “hoffen ni wella ymddygiad ein plant”
        - “hoffen ni ddysgu cyllidebu’n well”
        - “hoffen ni fynd allan yn amlach”
        """),
        "en": html("""
        Families choose what they want to change:

        - “we’d like to improve our kids’ behaviour”
        - “we’d like to learn better budgeting”
        - “we’d like to get out and about more”
        """),
    },
    "shared_power": {
        "cy": html("""
        Teuluoedd sy’n cysylltu â’i gilydd. Y teuluoedd sy’n dewis y nod. Mae un gweithiwr proffesiynol i bob
        100 o blant.
        """),
        "en": html("""
        Families link up with each other. The families choose the goal. There is one professional to every
        100 children.
        """),
    },
    "what_changed": {
        "cy": html("""
        Mae 1,500 o deuluoedd wedi cael help hyd yma. Mae 90% yn dweud bod pethau’n “well o lawer iawn”. Yr
        arbedion yw 7:1.
        """),
        "en": html("""
        1,500 families have been helped to date. 90% report “heaps better”. The savings are 7:1.
        """),
    },
    "figures": [
        figure("cymhareb gweithwyr proffesiynol i blant", "ratio of professionals to children", "1:100"),
        figure("o deuluoedd wedi cael help hyd yma", "families helped to date", "1,500"),
        figure("arbedion", "savings", "7:1"),
        figure("yn dweud “gwell o lawer iawn”", "report “heaps better”", "90", "%"),
    ],
    "body": {
        "cy": blocks("""
        ## Chwiliwch am yr egwyddorion

        Pwy sy’n penderfynu beth yw llwyddiant? Beth sy’n allbwn yma, beth sy’n ganlyniad, a beth sy’n
        ganlyniad personol?
        """),
        "en": blocks("""
        ## Spot the principles

        Who decides what success is? What here is an output, what is an outcome, and what is a personal
        outcome?
        """),
    },
    "principles": ["networks", "matters", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["families"],
    "region": "",
}
