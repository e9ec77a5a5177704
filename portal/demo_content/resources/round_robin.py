"""Round robin: everybody speaks, everybody listens."""

from ..prose import sections

_CY = """
## Beth yw Rownd Robin?

Ffordd o siarad lle mae pawb yn cael tro, a phawb arall yn gwrando. Does neb yn torri ar draws. Does neb yn
gorfod brwydro am le i siarad. O fewn munudau mae pob llais wedi bod yn yr ystafell, a dydy’r person uchaf ei
gloch ddim wedi llenwi’r amser.

## Pryd i’w defnyddio

- Ar ddechrau cyfarfod, i groesawu pawb.
- Pan fydd pwnc anodd, a phobl yn ofni siarad.
- Ar y diwedd, i glywed beth fydd yn aros gyda phobl.

Mae’n gweithio orau mewn grŵp bach, o dri hyd at wyth. Os oes mwy ohonoch chi, rhannwch yn grwpiau.

## Sut i’w chynnal

- Dewiswch un cwestiwn agored. Dylai pawb allu ei ateb heb wybodaeth arbennig.
- Rhowch funud o dawelwch i feddwl. Mae rhai pobl yn meddwl wrth siarad, ac eraill cyn siarad.
- Cytunwch ar amser: munud neu ddwy yr un. Gofynnwch i rywun gadw golwg ar y cloc, yn garedig.
- Dechreuwch gyda rhywun sy’n hapus i fynd gyntaf, ac ewch o gwmpas y cylch.
- Diolchwch i bob person. Peidiwch ag ymateb eto.
- Mae hawl gan bawb i basio. Ewch yn ôl atyn nhw ar y diwedd.

## Cwestiynau da

- Ble rydych chi arni gyda chydgynhyrchu ar hyn o bryd?
- Beth wnaeth i chi wenu yn ystod yr wythnos ddiwethaf?
- Beth mae eich tîm yn ei wneud yn dda, a beth yw’r effaith?
- Beth fydd yn aros gyda chi ar ôl heddiw?

## Meddyliwch am bawb

Rhowch y cwestiwn yn ysgrifenedig hefyd. Gadewch i bobl ateb drwy siarad, arwyddo, teipio neu ddangos llun. Os
oes cyfieithydd gyda chi, rhowch ychydig mwy o amser i bob tro. Ar-lein, dywedwch enw’r person nesaf, fel na
fydd neb yn gorfod dyfalu.
"""

_EN = """
## What is a round robin?

A way of talking in which everybody gets a turn, and everybody else listens. Nobody interrupts. Nobody has to
fight for a space to speak. Within minutes every voice has been in the room, and the loudest person has not
filled the time.

## When to use it

- At the start of a meeting, to welcome everybody.
- When a subject is hard, and people are afraid to speak.
- At the end, to hear what will stick with people.

It works best in a small group, from three to eight. If there are more of you, split into groups.

## How to run it

- Choose one open question. Everybody should be able to answer it without special knowledge.
- Give a minute of silence to think. Some people think while they speak, and others before.
- Agree on a time: a minute or two each. Ask somebody to watch the clock, kindly.
- Start with somebody who is happy to go first, and go round the circle.
- Thank each person. Do not respond yet.
- Anybody may pass. Go back to them at the end.

## Good questions

- Where are you at with co-production right now?
- What made you smile in the past week?
- What does your team do well, and what is the impact?
- What will stick with you after today?

## Think of everybody

Give the question in writing too. Let people answer by speaking, signing, typing or showing a picture. If there
is an interpreter with you, allow a little more time for each turn. Online, say the name of the next person, so
that nobody has to guess.
"""

ROUND_ROBIN = {
    "slug_cy": "rownd-robin",
    "slug_en": "round-robin",
    "title": {"cy": "Rownd Robin", "en": "Round robin"},
    "summary": {
        "cy": "Techneg syml sy’n rhoi tro i bawb siarad a chyfle i bawb wrando. Gyda chwestiynau o’r hyfforddiant.",
        "en": "A simple technique that gives everybody a turn to speak and a chance to listen. With questions from "
        "the training.",
    },
    "kind": "method",
    "principles": ["trust", "strengths"],
    "spectrum": ["with"],
    "problem_types": ["complex"],
    "topics": ["facilitation"],
    "region": "all",
    "licence": "cc-by-sa",
    "year": 2026,
    "members_only": False,
    "pdf": {"cy": sections(_CY), "en": sections(_EN)},
}
