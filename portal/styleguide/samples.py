"""The sample data of each component, in both languages: a component is not done until it is here."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator

from core.vocabulary import Symbol
from portal.styleguide.forms import say, say_html, untouched, wrong

START = datetime(2026, 12, 8, 9, 30, tzinfo=ZoneInfo("Europe/London"))
END = START + timedelta(hours=3)
PRINCIPLES = ["strengths", "networks", "matters", "trust", "enabling"]
TONES = ["ink", "plum", "coral", "teal", "sun", "leaf", "sky"]

TRAINING = say("Hyfforddiant", "Training")
ESSENTIALS = say("Cydgynhyrchu: yr hanfodion", "Co-production: the essentials")
MEASURING = say("Mesur yr hyn sy'n bwysig", "Measuring what matters")
CASE_STUDY = say("Astudiaeth achos", "Case study")
BOOK = say("Cadw lle", "Book a place")
ONLINE = say("Ar-lein", "Online")
HERE = "?"

_event = {
    "title": ESSENTIALS,
    "url": HERE,
    "starts_at": START,
    "ends_at": END,
    "kind": TRAINING,
    "status": say("Lleoedd ar ôl: 7", "Places left: 7"),
    "meta": [ONLINE, say("Saesneg", "English")],
    "action_label": BOOK,
    "action_url": HERE,
}
_full = {
    **_event,
    "title": say("Arddangosfa: mesur yr hyn sy'n bwysig", "Measuring what matters: showcase"),
    "starts_at": START + timedelta(days=43),
    "ends_at": END + timedelta(days=43),
    "kind": say("Digwyddiad", "Event"),
    "kind_tone": "coral",
    "status": say("Llawn: rhestr aros ar agor", "Full: waiting list open"),
    "status_tone": "sun",
    "meta": ["Caernarfon", say("Cyfieithu ar y pryd", "Simultaneous translation")],
    "action_label": say("Ymuno â'r rhestr aros", "Join the waiting list"),
}
_snippet = say_html(
    "O allbynnau i <mark>ganlyniadau personol</mark>: gofyn y cwestiynau iawn i'r bobl iawn.",
    "From outputs to <mark>personal outcomes</mark>: ask the right questions of the right people.",
)
_facets = [
    {
        "name": "type",
        "label": say("Math", "Type"),
        "options": [
            {"value": "case-study", "label": CASE_STUDY, "count": 48, "selected": True},
            {"value": "toolkit", "label": say("Pecyn cymorth", "Toolkit"), "count": 31, "selected": False},
        ],
    },
    {
        "name": "principle",
        "label": say("Egwyddor", "Principle"),
        "options": [
            {
                "value": "networks",
                "label": say(
                    "Rhwydweithiau cymheiriaid sy'n gweithio ar draws seilos", "Peer networks that work across silos"
                ),
                "count": 40,
                "selected": False,
            }
        ],
    },
]

SAMPLES: dict[str, list[dict]] = {
    "mark": [{"labelled": True}],
    "button": [
        {"label": BOOK, "url": HERE},
        {"label": say("Beth yw cydgynhyrchu?", "What is co-production?"), "url": HERE, "look": "secondary"},
        {"label": say("Parhau", "Continue")},
        {"label": say("Cael y cylchlythyr", "Get the newsletter"), "look": "bright"},
        {"label": say("Canslo fy lle", "Cancel my place"), "look": "danger"},
        {"label": say("Allgofnodi", "Sign out"), "look": "quiet"},
    ],
    "tag": [{"label": TRAINING, "tone": tone} for tone in TONES],
    "date_tile": [{"when": START}],
    "symbol": [{"name": name} for name in Symbol.values],
    "event_row": [_event, _full],
    "booking_card": [
        {
            "title": say("Dydd Mawrth 8 Rhagfyr", "Tuesday 8 December"),
            "status": say("Lleoedd ar ôl: 7", "Places left: 7"),
            "facts": [
                {"label": say("Amser", "Time"), "value": say("9:30am i 12:30pm", "9:30am to 12:30pm")},
                {"label": say("Lle", "Where"), "value": ONLINE},
                {"label": say("Anghenion mynediad", "Access needs"), "value": say("Capsiynau", "Captions")},
            ],
            "action_label": BOOK,
            "action_url": HERE,
            "note": say("Gallwch ganslo tan 6 Rhagfyr.", "You can cancel until 6 December."),
            "links": [{"label": say("Ychwanegu at galendr", "Add to calendar"), "url": HERE}],
        },
        {
            "title": say("Dydd Mercher 9 Rhagfyr", "Wednesday 9 December"),
            "brief": say("Dydd Mercher 9 Rhagfyr, 9:30am", "Wednesday 9 December, 9:30am"),
            "facts": [{"label": say("Lle", "Where"), "value": ONLINE}],
        },
    ],
    "principle_card": [
        {"code": code, "number": number, "title": code, "text": say("Pobl yn gyntaf", "People first")}
        for number, code in enumerate(PRINCIPLES, 1)
    ],
    "figure_card": [
        {
            "title": "S.U.N.",
            "url": HERE,
            "tag": CASE_STUDY,
            "before": "725",
            "after": "596",
            "label": say("derbyniadau wedi'u cynllunio", "planned admissions"),
            "text": say("Derbyniadau heb eu cynllunio: 414, wedyn 286.", "Unplanned admissions: 414, then 286."),
        },
        {
            "title": "ACE",
            "url": HERE,
            "tag": CASE_STUDY,
            "after": "86%",
            "label": say("yn dweud bod eu rhwydweithiau'n gryfach", "say their networks are stronger"),
        },
    ],
    "change_chart": [
        {
            "caption": say("Beth newidiodd", "What changed"),
            "rows": [
                {"label": say("Derbyniadau wedi'u cynllunio", "Planned admissions"), "before": "725", "after": "596"},
                {
                    "label": say("Tenantiaethau sy'n para", "Tenancies that last"),
                    "before": say("ychydig", "few"),
                    "after": "100%",
                    "note": say("Ffigurau dychmygol", "Imagined figures"),
                },
            ],
        }
    ],
    "figures_table": [
        {
            "caption": say("Beth newidiodd mewn blwyddyn", "What changed in a year"),
            "rows": [
                {"label": say("Derbyniadau wedi'u cynllunio", "Planned admissions"), "before": "725", "after": "596"},
                {"label": say("Heb eu cynllunio", "Unplanned admissions"), "before": "414", "after": "286"},
            ],
        }
    ],
    "card": [
        {"title": MEASURING, "url": HERE, "tag": CASE_STUDY, "principles": ["networks", "strengths"], "meta": ["PDF"]}
    ],
    "meta": [{"items": ["PDF, 1.2 MB", say("Cymraeg a Saesneg", "Welsh and English"), "CC BY-SA"]}],
    "cover": [{"principles": PRINCIPLES[:n]} for n in (1, 2, 5)] + [{"principles": []}],
    "search_box": [
        {
            "label": say("Chwilio'r llyfrgell", "Search the library"),
            "value": "tŷ",
            "hint": say("Gair neu ddau", "A word or two"),
        }
    ],
    "facet_list": [{"facets": _facets, "active": 1, "clear_url": HERE}],
    "result_row": [
        {
            "title": MEASURING,
            "url": HERE,
            "tag": say("Pecyn cymorth", "Toolkit"),
            "snippet": _snippet,
            "meta": ["PDF, 1.2 MB", "CC BY-SA"],
            "principles": ["matters", "trust"],
        }
    ],
    "pagination": [{"page": Paginator(range(60), 10).page(2)}],
    "breadcrumbs": [{"items": [{"title": say("Digwyddiadau", "Events"), "url": HERE}], "current": ESSENTIALS}],
    "contents": [
        {
            "items": [
                {"title": say("Y pum egwyddor", "The five principles"), "anchor": "main"},
                {"title": MEASURING, "anchor": "main"},
            ]
        }
    ],
    "back_link": [{"url": HERE}],
    "language_switch": [{"other": {"code": "cy", "name": "Cymraeg", "url": HERE}}],
    "progress": [{"step": 2, "total": 4}, {"step": 1}],
    "error_summary": [{"form": wrong()}],
    "field": [{"field": field} for field in untouched()] + [{"field": field} for field in wrong()],
    "field_label": [{"field": wrong()["about"]}],
    "field_help": [{"field": wrong("part")["email"]}],
    "summary_list": [
        {
            "rows": [
                {"label": say("Enw", "Name"), "value": "Angharad Ŵyn", "change_url": HERE},
                {"label": say("Iaith", "Language"), "value": "Cymraeg", "change_url": HERE},
            ]
        }
    ],
    "notice": [
        {
            "title": say("Da gwybod", "Good to know"),
            "text": say("Mae aelodaeth am ddim.", "Membership is free."),
            "tone": tone,
            "level": 3,
        }
        for tone in ("info", "good", "care", "wrong")
    ],
    "messages": [{"messages": [{"message": say("Wedi'i gadw.", "Saved."), "level_tag": "success"}]}],
    "details_links": [
        {"privacy": {"url": HERE}, "easy_read": {"url": HERE}, "about": TRAINING},
        {"privacy": {"url": HERE}},
    ],
    "language_notice": [{"language": code, "on_purpose": alone} for code in ("en", "cy") for alone in (False, True)],
    "empty_state": [
        {
            "title": say("Dim archebion eto", "No bookings yet"),
            "text": say("Dewch i gwrdd â phobl.", "Come and meet people."),
            "action_label": say("Gweld beth sydd ymlaen", "See what is on"),
            "action_url": HERE,
            "level": 3,
        }
    ],
    "nothing_found": [
        {
            "text": say("Rhowch gynnig ar lai o eiriau, neu sillafiad arall.", "Try fewer words or another spelling."),
            "meant": {"words": say("cydgynhyrchu", "co-production"), "url": HERE},
            "starting_points": [
                {"label": say("Gweld y llyfrgell gyfan", "See the whole library"), "url": HERE},
                {"label": say("Map o'r wefan", "Site map"), "url": HERE},
            ],
        }
    ],
    "send_progress": [
        {"state": say("Wrthi'n anfon", "Sending"), "total": 1000, "sent": 640, "failed": 2, "left": 358, "rate": 900}
    ],
}
