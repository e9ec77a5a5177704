"""The issue that is still being written: what do you measure, and why?"""

from ..prose import html

_EVENTS = ["measuring-what-matters-showcase", "find-the-fit", "online-cuppa"]
_RESOURCES = ["measuring-what-matters-toolkit", "setting-a-baseline", "easy-read-what-matters-to-me"]

_CY = [
    (
        "message",
        {
            "text": html("""
            Annwyl gyfeillion,

            Os nad ydych chi’n mesur yr hyn sy’n bwysig, rydych chi’n gwneud yr hyn rydych chi’n ei fesur yn bwysig. Mae’n
            werth ei ddarllen ddwywaith.

            Y mis hwn rydyn ni’n gofyn: beth ydych chi’n ei fesur nawr, a pham? I dicio’r blwch, neu i ddysgu?

            Pawb gyda’i gilydd,
            """),
            "by": "Tîm y Rhwydwaith",
        },
    ),
    (
        "you_told_us",
        {
            "told": "Mae ein ffurflenni’n rhy hir, a does neb yn dweud beth ddigwyddodd wedyn.",
            "done": "Mae gan ein pecyn mesur bedwar cwestiwn i’w gofyn mewn sgwrs. Mae ein canllaw i osod llinell sylfaen "
            "yn gorffen drwy fynd â’r atebion yn ôl at y bobl a’u rhoddodd.",
        },
    ),
    (
        "story",
        {
            "heading": "Y teuluoedd sy’n dewis",
            "text": html("""
            Yn Family by Family, y teuluoedd sy’n dewis beth maen nhw am ei newid. Mae 90% yn dweud bod pethau’n “well o lawer
            iawn”. Pwy sy’n penderfynu beth yw llwyddiant yn eich gwaith chi?
            """),
            "page": "family-by-family",
        },
    ),
    ("events", {"heading": "Ar y gweill", "pages": _EVENTS}),
    ("resources", {"heading": "O’r llyfrgell adnoddau", "pages": _RESOURCES}),
    ("call_to_action", {"text": "Chwilio’r llyfrgell", "page": "resources"}),
]

_EN = [
    (
        "message",
        {
            "text": html("""
            Dear friends,

            If you don’t measure what’s important, you make what you measure important. It is worth reading twice.

            This month we ask: what are you measuring now, and why? To tick the box, or to learn?

            All in this together,
            """),
            "by": "The Network team",
        },
    ),
    (
        "you_told_us",
        {
            "told": "Our forms are too long, and nobody says what happened next.",
            "done": "Our measuring toolkit has four questions to ask in a conversation. Our guide to baselines ends "
            "by taking the answers back to the people who gave them.",
        },
    ),
    (
        "story",
        {
            "heading": "The families choose",
            "text": html("""
            In Family by Family, the families choose what they want to change. 90% report “heaps better”. Who decides what
            success is in your work?
            """),
            "page": "family-by-family",
        },
    ),
    ("events", {"heading": "Coming up", "pages": _EVENTS}),
    ("resources", {"heading": "From the resource library", "pages": _RESOURCES}),
    ("call_to_action", {"text": "Search the library", "page": "resources"}),
]

WHAT_DO_YOU_MEASURE = {
    "slug_cy": "beth-ydych-chin-ei-fesur",
    "slug_en": "what-do-you-measure",
    "status": "draft",
    "title": {"cy": "Beth ydych chi’n ei fesur, a pham?", "en": "What do you measure, and why?"},
    "subject": {
        "cy": "Beth ydych chi’n ei fesur, a pham?",
        "en": "What do you measure, and why?",
    },
    "summary": {
        "cy": "Canlyniadau personol, pecyn cymorth, ac arddangosfa yng Nghaernarfon.",
        "en": "Personal outcomes, a toolkit, and a showcase in Caernarfon.",
    },
    "body": {"cy": _CY, "en": _EN},
}
