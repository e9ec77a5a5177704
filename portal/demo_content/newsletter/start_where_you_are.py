"""The issue that has been sent: starting from where people are."""

from ..prose import html

_EVENTS = ["co-production-the-essentials", "cwrdd-caerdydd", "spot-the-principles"]
_RESOURCES = ["round-robin", "pyramid-of-relevance", "easy-read-what-is-co-production"]

_CY = [
    (
        "message",
        {
            "text": html("""
            Annwyl gyfeillion,

            Ble mae dechrau? Dyna’r cwestiwn rydyn ni’n ei glywed amlaf. Mae’r ateb yn fyr: dechreuwch o ble mae’r bobl.
            Nid o’r strategaeth, nid o’r targed, ond o’r hyn sy’n bwysig i rywun heddiw.

            Yn y rhifyn hwn mae techneg i’w defnyddio yfory, stori am dai a phobl ifanc, a thri lle i gwrdd â phobl sy’n rhoi
            cynnig ar yr un peth â chi.

            Pawb gyda’i gilydd,
            """),
            "by": "Tîm y Rhwydwaith",
        },
    ),
    (
        "you_told_us",
        {
            "told": "Mae’n anodd i ofalwyr ddod yn ystod y dydd.",
            "done": "Diolch am ddweud. Mae ein noson o straeon yn dechrau am 6:30pm, ar-lein, a does dim angen "
            "paratoi. Dewch fel yr ydych chi.",
        },
    ),
    ("events", {"heading": "Ar y gweill", "pages": _EVENTS}),
    (
        "story",
        {
            "heading": "Pan fydd pobl ifanc yn helpu i ysgrifennu’r rheolau",
            "text": html("""
            Yn Fforwm Ieuenctid Afon cafodd y polisi dyrannu tai ei gydgynhyrchu. Roedd 61% o’r tenantiaethau’n methu.
            Wedyn roedd 100% yn llwyddo. Chwiliwch am y pum egwyddor yn y stori.
            """),
            "page": "afon-youth-forum",
        },
    ),
    ("resources", {"heading": "O’r llyfrgell adnoddau", "pages": _RESOURCES}),
    (
        "text",
        html("""
        **Rhowch gynnig ar hyn.** Dechreuwch eich cyfarfod nesaf gyda Rownd Robin: beth wnaeth i chi wenu yn ystod yr
        wythnos ddiwethaf? Mae’n cymryd pum munud, ac mae’n newid yr awr sy’n dilyn.
        """),
    ),
    ("call_to_action", {"text": "Gweld pob digwyddiad", "page": "events"}),
]

_EN = [
    (
        "message",
        {
            "text": html("""
            Dear friends,

            Where do we begin? That is the question we hear most. The answer is short: start from where the people are. Not
            from the strategy, not from the target, but from what matters to somebody today.

            In this issue there is a technique to use tomorrow, a story about housing and young people, and three places to
            meet people who are trying the same thing as you.

            All in this together,
            """),
            "by": "The Network team",
        },
    ),
    (
        "you_told_us",
        {
            "told": "It is hard for carers to come in the daytime.",
            "done": "Thank you for saying so. Our evening of stories starts at 6:30pm, online, and there is nothing "
            "to prepare. Come as you are.",
        },
    ),
    ("events", {"heading": "Coming up", "pages": _EVENTS}),
    (
        "story",
        {
            "heading": "When young people help to write the rules",
            "text": html("""
            In Afon Youth Forum the housing allocations policy was co-produced. 61% of tenancies failed. Afterwards 100% were
            successful. Spot the five principles in the story.
            """),
            "page": "afon-youth-forum",
        },
    ),
    ("resources", {"heading": "From the resource library", "pages": _RESOURCES}),
    (
        "text",
        html("""
        **Try this.** Start your next meeting with a round robin: what made you smile in the past week? It takes five
        minutes, and it changes the hour that follows.
        """),
    ),
    ("call_to_action", {"text": "See all events", "page": "events"}),
]

START_WHERE_YOU_ARE = {
    "slug_cy": "dechrau-o-ble-mae-pobl",
    "slug_en": "start-from-where-people-are",
    "status": "sent",
    "title": {"cy": "Dechrau o ble mae pobl", "en": "Start from where people are"},
    "subject": {
        "cy": "Dechrau o ble mae pobl: newyddion y Rhwydwaith",
        "en": "Start from where people are: news from the Network",
    },
    "summary": {
        "cy": "Techneg i’w defnyddio yfory, stori am dai a phobl ifanc, a thri lle i gwrdd.",
        "en": "A technique to use tomorrow, a story about housing and young people, and three places to meet.",
    },
    "body": {"cy": _CY, "en": _EN},
}
