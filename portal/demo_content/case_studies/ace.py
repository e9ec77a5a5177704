"""ACE: Action in Caerau & Ely."""

from ..prose import blocks, html
from .figure import figure

ACE = {
    "slug_cy": "ace-gweithredu-yng-nghaerau-a-threlai",
    "slug_en": "ace-action-in-caerau-and-ely",
    "title": {"cy": "ACE: Gweithredu yng Nghaerau a Threlái", "en": "ACE: Action in Caerau & Ely"},
    "summary": {
        "cy": "Credydau Amser, llysgenhadon cymunedol a dros 80 o grwpiau. Mae 86% yn dweud bod eu "
        "rhwydweithiau’n gryfach.",
        "en": "Time Credits, community ambassadors and more than 80 groups. 86% say their networks are stronger.",
    },
    "situation": None,
    "shared_power": {
        "cy": html("""
        Mae pobl yn rhoi o’u hamser, ac mae eu hamser yn cyfrif:

        - Credydau Amser a Banc Amser
        - Dros 31,000 o oriau o wirfoddoli
        - Dros 80 o grwpiau cymunedol
        - Llysgenhadon Cymunedol
        - Cyfeillion Stryd
        - Strategaeth Iechyd Cymunedol
        """),
        "en": html("""
        People give their time, and their time counts:

        - Time Credits and a Time Bank
        - More than 31,000 hours of volunteering
        - More than 80 community groups
        - Community Ambassadors
        - Street Buddies
        - A Community Health Strategy
        """),
    },
    "what_changed": {
        "cy": html("""
        Felly beth? Mae gan 86% rwydweithiau cryfach, mae gan 77% well ansawdd bywyd ac mae 60% yn iachach.
        Mae’r cymorth gofal cymdeithasol 26% yn llai.

        Mae 50% o sefydliadau’n dweud bod eu gwasanaethau wedi gwella, gyda’r un adnoddau neu lai.
        """),
        "en": html("""
        So what? 86% have stronger networks, 77% have a greater quality of life and 60% are healthier. There is
        26% less social care support.

        50% of organisations report improved services, with the same resources or fewer.
        """),
    },
    "figures": [
        figure("awr o wirfoddoli", "hours of volunteering", "31,000+"),
        figure("o grwpiau cymunedol", "community groups", "80+"),
        figure("â rhwydweithiau cryfach", "with stronger networks", "86", "%"),
        figure("â gwell ansawdd bywyd", "with a greater quality of life", "77", "%"),
        figure("yn iachach", "healthier", "60", "%"),
        figure("yn llai o gymorth gofal cymdeithasol", "less social care support", "26", "%"),
        figure(
            "o sefydliadau â gwasanaethau gwell, gyda’r un adnoddau neu lai",
            "of organisations with improved services, with the same resources or fewer",
            "50",
            "%",
        ),
    ],
    "body": {
        "cy": blocks("""
        ## Chwiliwch am yr egwyddorion

        Pa asedau oedd yno o’r dechrau? Pwy sy’n nabod pwy nawr? Beth newidiodd i ddinasyddion, i staff ac i
        sefydliadau?
        """),
        "en": blocks("""
        ## Spot the principles

        Which assets were there from the start? Who knows whom now? What changed for citizens, for staff and
        for organisations?
        """),
    },
    "principles": ["strengths", "networks", "matters", "enabling"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["community", "health"],
    "region": "cardiff",
}
