"""An online evening with the four case studies."""

from ..prose import blocks

_CY = """
Pedair stori, pum egwyddor, un awr a hanner.

## Beth fyddwn ni’n ei wneud

Byddwn ni’n edrych ar ACE, Fforwm Ieuenctid Afon, rhwydwaith S.U.N. a Family by Family. Am bob un, byddwn ni’n
holi:

- Pa egwyddorion welwch chi?
- Ble mae’r stori ar y sbectrwm?
- Pa fath o broblem oedd hi?
- Beth newidiodd, a phwy sy’n dweud?

## Cyn dod

Does dim angen paratoi. Os oes gennych chi bum munud, darllenwch un astudiaeth achos yn y llyfrgell adnoddau.
"""

_EN = """
Four stories, five principles, an hour and a half.

## What we will do

We will look at ACE, Afon Youth Forum, the S.U.N. network and Family by Family. Of each, we will ask:

- Which principles can you see?
- Where on the spectrum is the story?
- What kind of problem was it?
- What changed, and who says so?

## Before you come

There is nothing to prepare. If you have five minutes, read one case study in the resource library.
"""

SPOT_THE_PRINCIPLES = {
    "slug_cy": "chwilio-am-yr-egwyddorion",
    "slug_en": "spot-the-principles",
    "kind": "event",
    "title": {
        "cy": "Chwilio am yr egwyddorion: noson o straeon",
        "en": "Spot the principles: an evening of stories",
    },
    "summary": {
        "cy": "Pedair astudiaeth achos, un noson ar-lein. Dewch i chwilio am y pum egwyddor gyda ni.",
        "en": "Four case studies, one evening online. Come and spot the five principles with us.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [
        {
            "in_days": 44,
            "weekday": 3,
            "start": "18:30",
            "end": "20:00",
            "online": True,
            "place": {"cy": "Ar-lein", "en": "Online"},
            "joining_link": "https://meet.example.org/spot-the-principles",
            "region": "all",
            "language": "bilingual",
            "access": {"cy": "Capsiynau; BSL ar gais", "en": "Captions; BSL on request"},
            "capacity": 40,
            "bookings": 14,
            "waiting": 0,
        },
    ],
}
