"""Easy Read: joining, booking and privacy in short sentences, one thing at a time."""

from ..prose import blocks


def _steps(*steps: tuple[str, str, str], numbered: bool = True) -> tuple:
    """A drawing, a title and a sentence or two each."""
    told = [{"title": title, "text": f"<p>{text}</p>", "symbol": symbol} for symbol, title, text in steps]
    return ("steps", {"steps": told, "numbered": numbered})


def _body(before: str, steps: list[tuple[str, str, str]], after: str) -> list:
    return [*blocks(before), _steps(*steps), *blocks(after)]


_HELP = {
    "cy": """
## Oes angen help arnoch chi?

- Ysgrifennwch aton ni: [helo@example.org](mailto:helo@example.org)
- Neu gofynnwch i rywun rydych chi’n ymddiried ynddyn nhw ysgrifennu aton ni.
""",
    "en": """
## Do you need help?

- Write to us: [hello@example.org](mailto:hello@example.org)
- Or ask somebody you trust to write to us.
""",
}

_JOIN_CY = _body(
    "Gall pawb yng Nghymru ymuno. Mae am ddim.",
    [
        ("email", "Rhowch eich e-bost", "Byddwn ni’n anfon cod atoch chi. Mae 6 rhif yn y cod. Teipiwch y cod."),
        ("person", "Dywedwch eich enw", "Eich dewis chi yw pa enw."),
        ("people", "Dywedwch pwy ydych chi", "Er enghraifft: gofalwr, gwirfoddolwr, neu berson â phrofiad bywyd."),
        ("place", "Dywedwch ble rydych chi’n byw", "Dewiswch ran o Gymru."),
        ("talk", "Dewiswch eich iaith", "Gallwn ni ysgrifennu yn Gymraeg, yn Saesneg, neu yn y ddwy iaith."),
        (
            "book",
            "Darllenwch y 5 egwyddor",
            "Maen nhw’n dweud sut rydyn ni’n gweithio. Ydych chi’n cytuno? Dywedwch hynny.",
        ),
    ],
    f"""
Nawr rydych chi’n aelod.

Gallwch chi stopio unrhyw bryd, a pharhau yn nes ymlaen.

[Ymunwch nawr](/cy/join/)
{_HELP["cy"]}
""",
)

_JOIN_EN = _body(
    "Everybody in Wales can join. It is free.",
    [
        ("email", "Give your email", "We send you a code. The code has 6 numbers. Type the code."),
        ("person", "Say your name", "You choose which name."),
        ("people", "Say who you are", "For example: a carer, a volunteer, or a person with lived experience."),
        ("place", "Say where you live", "Choose a part of Wales."),
        ("talk", "Choose your language", "We can write in Welsh, in English, or in both languages."),
        ("book", "Read the 5 principles", "They say how we work. Do you agree? Say so."),
    ],
    f"""
Now you are a member.

You can stop at any time, and carry on later.

[Join now](/en/join/)
{_HELP["en"]}
""",
)

_BOOK_CY = _body(
    "Gallwch chi ddod i ddigwyddiad. Yn gyntaf, cadwch le.",
    [
        ("list", "Dewiswch ddigwyddiad", "Edrychwch ar y rhestr. Pwyswch ar y digwyddiad rydych chi’n ei hoffi."),
        ("calendar", "Dewiswch ddyddiad", "Yna pwyswch “Cadw lle”."),
        ("pen", "Dywedwch pwy ydych chi", "Ysgrifennwch eich enw a’ch e-bost. Dywedwch faint o leoedd."),
        ("tick", "Gwiriwch eich atebion", "Ydyn nhw’n gywir? Gallwch chi eu newid. Yna pwyswch “Cadw lle”."),
        ("email", "Darllenwch eich e-bost", "Byddwn ni’n ysgrifennu atoch chi. Mae dolen i’ch archeb yn yr e-bost."),
    ],
    f"""
## Mae’r digwyddiad yn llawn?

- Gallwch chi ymuno â’r rhestr aros.
- Byddwn ni’n ysgrifennu atoch chi os bydd lle.

## Allwch chi ddim dod?

- Agorwch ein e-bost atoch chi.
- Pwyswch y ddolen i’ch archeb.
- Pwyswch “Canslo’r archeb hon”.
- Yna gall rhywun arall gael y lle.
{_HELP["cy"]}
""",
)

_BOOK_EN = _body(
    "You can come to an event. First, book a place.",
    [
        ("list", "Choose an event", "Look at the list. Press the event you like."),
        ("calendar", "Choose a date", "Then press “Book a place”."),
        ("pen", "Say who you are", "Write your name and your email. Say how many places."),
        ("tick", "Check your answers", "Are they right? You can change them. Then press “Book”."),
        ("email", "Read your email", "We write to you. The email has a link to your booking."),
    ],
    f"""
## Is the event full?

- You can join the waiting list.
- We write to you if there is a place.

## Can you not come?

- Open our email to you.
- Press the link to your booking.
- Press “Cancel this booking”.
- Then somebody else can have the place.
{_HELP["en"]}
""",
)


def _points(title: str, *points: tuple[str, str, str]) -> list:
    return [("heading", title), _steps(*points, numbered=False)]


_PRIVACY_CY = [
    *blocks("Eich manylion yw pethau amdanoch chi, fel eich enw a’ch e-bost. Chi biau nhw."),
    *_points(
        "Beth rydyn ni’n ei gadw",
        ("person", "Ydych chi’n aelod?", "Rydyn ni’n cadw eich enw, eich e-bost, ble rydych chi’n byw a’ch iaith."),
        ("calendar", "Ydych chi’n cadw lle?", "Rydyn ni’n cadw eich enw, eich e-bost a’ch atebion."),
        ("email", "Ydych chi’n cael y cylchlythyr?", "Rydyn ni’n cadw eich e-bost a’ch iaith."),
    ),
    *_points(
        "Beth dydyn ni ddim yn ei wneud",
        ("no", "Dydyn ni ddim yn gwerthu eich manylion", "Does neb yn talu i ni amdanyn nhw."),
        ("lock", "Dydyn ni ddim yn eu dangos i aelodau eraill", "Gallwch chi ddewis eu dangos."),
        ("email", "Dydyn ni ddim yn cadw golwg arnoch chi", "Dydyn ni ddim yn gweld pa e-byst rydych chi’n eu hagor."),
    ),
    *_points(
        "Beth gallwch chi ei ofyn",
        ("copy", "Gofynnwch am gopi", "Byddwch chi’n gweld popeth rydyn ni’n ei gadw amdanoch chi."),
        ("pen", "Gofynnwch i ni eu cywiro", "Dywedwch beth sy’n anghywir."),
        ("no", "Gofynnwch i ni eu dileu", "Yna fyddwn ni ddim yn eu cadw."),
    ),
    *blocks(_HELP["cy"]),
]

_PRIVACY_EN = [
    *blocks("Your details are things about you, like your name and your email. They are yours."),
    *_points(
        "What we keep",
        ("person", "Are you a member?", "We keep your name, your email, where you live and your language."),
        ("calendar", "Do you book a place?", "We keep your name, your email and your answers."),
        ("email", "Do you get the newsletter?", "We keep your email and your language."),
    ),
    *_points(
        "What we do not do",
        ("no", "We do not sell your details", "Nobody pays us for them."),
        ("lock", "We do not show them to other members", "You can choose to show them."),
        ("email", "We do not watch you", "We do not see which emails you open."),
    ),
    *_points(
        "What you can ask for",
        ("copy", "Ask for a copy", "You see everything that we keep about you."),
        ("pen", "Ask us to put them right", "Say what is wrong."),
        ("no", "Ask us to delete them", "Then we do not keep them."),
    ),
    *blocks(_HELP["en"]),
]

EASY_READ = [
    {
        "of": "why-join",
        "slug_cy": "hawdd-ei-ddeall-sut-i-ymuno",
        "slug_en": "easy-read-how-to-join",
        "menu": False,
        "title": {"cy": "Hawdd ei Ddeall: sut i ymuno", "en": "Easy Read: how to join"},
        "summary": {"cy": "Brawddegau byr. Un peth ar y tro.", "en": "Short sentences. One thing at a time."},
        "body": {"cy": _JOIN_CY, "en": _JOIN_EN},
    },
    {
        "of": "events",
        "slug_cy": "hawdd-ei-ddeall-sut-i-gadw-lle",
        "slug_en": "easy-read-how-to-book",
        "menu": False,
        "title": {"cy": "Hawdd ei Ddeall: sut i gadw lle", "en": "Easy Read: how to book a place"},
        "summary": {"cy": "Brawddegau byr. Un peth ar y tro.", "en": "Short sentences. One thing at a time."},
        "body": {"cy": _BOOK_CY, "en": _BOOK_EN},
    },
    {
        "of": "privacy",
        "slug_cy": "hawdd-ei-ddeall-preifatrwydd",
        "slug_en": "easy-read-privacy",
        "menu": False,
        "title": {"cy": "Hawdd ei Ddeall: preifatrwydd", "en": "Easy Read: privacy"},
        "summary": {"cy": "Brawddegau byr. Un peth ar y tro.", "en": "Short sentences. One thing at a time."},
        "body": {"cy": _PRIVACY_CY, "en": _PRIVACY_EN},
    },
]
