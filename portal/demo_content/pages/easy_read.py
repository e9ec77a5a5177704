"""Easy Read: joining, booking and privacy in short sentences, one thing at a time."""

from ..prose import blocks


def _body(before: str, steps: list[tuple[str, str]], after: str) -> list:
    told = [{"title": title, "text": f"<p>{text}</p>"} for title, text in steps]
    return [*blocks(before), ("steps", {"steps": told}), *blocks(after)]


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
        ("Rhowch eich e-bost", "Byddwn ni’n anfon cod atoch chi. Mae 6 rhif yn y cod. Teipiwch y cod."),
        ("Dywedwch eich enw", "Eich dewis chi yw pa enw."),
        ("Dywedwch pwy ydych chi", "Er enghraifft: gofalwr, gwirfoddolwr, neu berson â phrofiad bywyd."),
        ("Dywedwch ble rydych chi’n byw", "Dewiswch ran o Gymru."),
        ("Dewiswch eich iaith", "Gallwn ni ysgrifennu yn Gymraeg, yn Saesneg, neu yn y ddwy iaith."),
        ("Darllenwch y 5 egwyddor", "Maen nhw’n dweud sut rydyn ni’n gweithio. Ydych chi’n cytuno? Dywedwch hynny."),
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
        ("Give your email", "We send you a code. The code has 6 numbers. Type the code."),
        ("Say your name", "You choose which name."),
        ("Say who you are", "For example: a carer, a volunteer, or a person with lived experience."),
        ("Say where you live", "Choose a part of Wales."),
        ("Choose your language", "We can write in Welsh, in English, or in both languages."),
        ("Read the 5 principles", "They say how we work. Do you agree? Say so."),
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
        ("Dewiswch ddigwyddiad", "Edrychwch ar y rhestr. Pwyswch ar y digwyddiad rydych chi’n ei hoffi."),
        ("Dewiswch ddyddiad", "Yna pwyswch “Cadw lle”."),
        ("Dywedwch pwy ydych chi", "Ysgrifennwch eich enw a’ch e-bost. Dywedwch faint o leoedd."),
        ("Gwiriwch eich atebion", "Ydyn nhw’n gywir? Gallwch chi eu newid. Yna pwyswch “Cadw lle”."),
        ("Darllenwch eich e-bost", "Byddwn ni’n ysgrifennu atoch chi. Mae dolen i’ch archeb yn yr e-bost."),
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
        ("Choose an event", "Look at the list. Press the event you like."),
        ("Choose a date", "Then press “Book a place”."),
        ("Say who you are", "Write your name and your email. Say how many places."),
        ("Check your answers", "Are they right? You can change them. Then press “Book”."),
        ("Read your email", "We write to you. The email has a link to your booking."),
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

_PRIVACY_CY = f"""
Eich manylion yw pethau amdanoch chi, fel eich enw a’ch e-bost. Chi biau nhw.

## Beth rydyn ni’n ei gadw

- Ydych chi’n aelod? Rydyn ni’n cadw eich enw, eich e-bost, ble rydych chi’n byw a’ch iaith.
- Ydych chi’n cadw lle? Rydyn ni’n cadw eich enw, eich e-bost a’ch atebion.
- Ydych chi’n cael y cylchlythyr? Rydyn ni’n cadw eich e-bost a’ch iaith.

## Beth nad ydyn ni’n ei wneud

- Dydyn ni ddim yn gwerthu eich manylion.
- Dydyn ni ddim yn dangos eich manylion i aelodau eraill. Gallwch chi ddewis eu dangos.
- Dydyn ni ddim yn cadw golwg ar ba e-byst rydych chi’n eu hagor.

## Beth gallwch chi ei ofyn

- Gallwch chi ofyn am gopi o’ch manylion.
- Gallwch chi ofyn i ni eu cywiro.
- Gallwch chi ofyn i ni eu dileu.
{_HELP["cy"]}
"""

_PRIVACY_EN = f"""
Your details are things about you, like your name and your email. They are yours.

## What we keep

- Are you a member? We keep your name, your email, where you live and your language.
- Do you book a place? We keep your name, your email and your answers.
- Do you get the newsletter? We keep your email and your language.

## What we do not do

- We do not sell your details.
- We do not show your details to other members. You can choose to show them.
- We do not watch which emails you open.

## What you can ask for

- You can ask for a copy of your details.
- You can ask us to put them right.
- You can ask us to delete them.
{_HELP["en"]}
"""

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
        "body": {"cy": blocks(_PRIVACY_CY), "en": blocks(_PRIVACY_EN)},
    },
]
