"""A short reading on the ladder of participation and the spectrum."""

from ..prose import sections

_CY = """
## Ysgol o 1969

Yn 1969 cyhoeddodd Sherry Arnstein erthygl o’r enw “A Ladder of Citizen Participation”. Tynnodd lun o ysgol ag
wyth ffon. Po uchaf y dringwch chi, mwyaf o bŵer sydd gan ddinasyddion.

Ar y gwaelod mae dwy ffon lle nad oes cymryd rhan go iawn o gwbl. Yn y canol mae ffyn lle mae pobl yn cael
gwybodaeth, yn cael eu holi neu’n cael sedd wrth y bwrdd, ond does dim sicrwydd y bydd eu barn yn newid dim. Ar
y ffyn uchaf mae dinasyddion yn bartneriaid, yn cael pŵer wedi’i roi iddyn nhw, neu’n rheoli.

## Beth mae’r ysgol yn ei ddysgu i ni

- Mae cymryd rhan a chael pŵer yn ddau beth gwahanol.
- Mae ymgynghori’n ddefnyddiol, ond nid rhannu pŵer yw e.
- Mae modd defnyddio geiriau mawr am y ffyn isaf.

## Beth sydd ddim ar yr ysgol

Mae ysgol yn awgrymu bod uwch yn well bob tro. Dydy bywyd ddim felly. Mae hyfforddiant y Rhwydwaith yn defnyddio
sbectrwm hefyd: gwneud i, gwneud dros, gwneud gyda. Does dim pen da a phen drwg. Y cwestiwn yw pa ymateb sy’n
addas i’r bobl hyn, gyda’r broblem hon, heddiw.

Mae’r ysgol hefyd yn sôn am bŵer yn unig. Mae cydgynhyrchu’n ychwanegu rhywbeth: mae pawb yn dod ag adnoddau, ac
mae pawb yn rhannu’r cyfrifoldeb.

## Defnyddio’r ddau gyda’i gilydd

- Defnyddiwch yr ysgol i ofyn: pwy sy’n penderfynu yma?
- Defnyddiwch y sbectrwm i ofyn: beth fyddai’n iawn yma?
- Defnyddiwch yr egwyddorion i ofyn: beth sydd ar goll?

## I’w drafod

Meddyliwch am dro y gofynnodd rhywun am eich barn chi. Ar ba ffon oeddech chi? Sut oeddech chi’n gwybod? Beth
fyddai wedi mynd â chi un ffon yn uwch?
"""

_EN = """
## A ladder from 1969

In 1969 Sherry Arnstein published an article called “A Ladder of Citizen Participation”. She drew a ladder with
eight rungs. The higher you climb, the more power citizens have.

At the bottom there are two rungs where nobody really takes part at all. In the middle are rungs where people
are informed, asked or given a seat at the table, but nothing is certain to change because of what they think.
On the top rungs citizens are partners, are given power, or are in control.

## What the ladder teaches us

- Taking part and having power are two different things.
- Consulting is useful, but it is not sharing power.
- You can use big words about the low rungs.

## What is not on the ladder

A ladder suggests that higher is always better. Life is not like that. The Network’s training uses a spectrum
too: doing to, doing for, doing with. It has no good end and no bad end. The question is which response suits
these people, with this problem, today.

The ladder also speaks of power alone. Co-production adds something: everybody brings resources, and everybody
shares the responsibility.

## Using the two together

- Use the ladder to ask: who decides here?
- Use the spectrum to ask: what would be right here?
- Use the principles to ask: what is missing?

## To discuss

Think of a time when somebody asked for your opinion. Which rung were you on? How did you know? What would have
taken you one rung higher?
"""

LADDER = {
    "slug_cy": "yr-ysgol-ar-sbectrwm",
    "slug_en": "the-ladder-and-the-spectrum",
    "title": {"cy": "Yr ysgol a’r sbectrwm: darlleniad byr", "en": "The ladder and the spectrum: a short reading"},
    "summary": {
        "cy": "Ysgol gyfranogi Arnstein (1969) ochr yn ochr â gwneud i, gwneud dros a gwneud gyda.",
        "en": "Arnstein’s ladder of participation (1969) next to doing to, doing for and doing with.",
    },
    "kind": "research",
    "principles": ["trust", "enabling"],
    "spectrum": ["to", "for", "with"],
    "problem_types": ["complex"],
    "topics": ["power"],
    "region": "all",
    "licence": "cc-by",
    "year": 2025,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
