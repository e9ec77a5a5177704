"""The half-day training that the Network is built on, on three dates."""

from ..prose import blocks

_CY = """
## Beth fyddwch chi’n ei wneud

- Gweld beth yw cydgynhyrchu, a beth dydy e ddim.
- Chwilio am y pum egwyddor mewn astudiaethau achos go iawn.
- Gosod eich gwaith eich hun ar y sbectrwm, o wneud i hyd at wneud gyda.
- Holi pryd mae cydgynhyrchu’n addas, a phryd dydy e ddim.
- Edrych ar fesur yr hyn sy’n bwysig: o allbynnau i ganlyniadau personol.
- Dod o hyd i’r ffit: ar beth gallwch chi adeiladu, a ble mae’r drysau agored?

## I bwy mae’r hyfforddiant

I bawb. Does dim angen gwybod dim am gydgynhyrchu ymlaen llaw. Dewch fel dinesydd, gofalwr, gweithiwr neu
reolwr: mae pob profiad yn werthfawr.

## Sut byddwn ni’n gweithio

Mewn grwpiau bach, gyda digon o amser i siarad, ac egwyl yn y canol. Byddwn ni’n defnyddio Rownd Robin a gwiriwr
y sgwrs, felly mae lle i bob llais.
"""

_EN = """
## What you will do

- See what co-production is, and what it is not.
- Spot the five principles in real case studies.
- Place your own work on the spectrum, from doing to, to doing with.
- Ask when co-production fits, and when it does not.
- Look at measuring what matters: from outputs to personal outcomes.
- Find the fit: what can you build on, and where are the open doors?

## Who it is for

Everybody. You do not need to know anything about co-production beforehand. Come as a citizen, a carer, a worker
or a manager: every experience is valuable.

## How we will work

In small groups, with plenty of time to talk, and a break in the middle. We will use round robin and a
chat-checker, so there is room for every voice.
"""

_ONLINE = {"cy": "Ar-lein", "en": "Online"}
_ACCESS = {"cy": "Capsiynau; BSL ar gais", "en": "Captions; BSL on request"}

ESSENTIALS = {
    "slug_cy": "cydgynhyrchu-yr-hanfodion",
    "slug_en": "co-production-the-essentials",
    "kind": "training",
    "title": {"cy": "Cydgynhyrchu: yr hanfodion", "en": "Co-production: the essentials"},
    "summary": {
        "cy": "Beth yw cydgynhyrchu a beth dydy e ddim, pryd i’w ddefnyddio, a sut i ddechrau o ble rydych "
        "chi. Hanner diwrnod, gyda digon o amser i siarad mewn grwpiau bach.",
        "en": "What co-production is and isn’t, when to use it, and how to start where you are. Half a "
        "day, with plenty of time to talk in small groups.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [
        {
            "in_days": 14,
            "weekday": 1,
            "start": "09:30",
            "end": "12:30",
            "online": True,
            "place": _ONLINE,
            "joining_link": "https://meet.example.org/essentials-en",
            "region": "all",
            "language": "en",
            "access": _ACCESS,
            "capacity": 24,
            "bookings": 17,
            "waiting": 0,
        },
        {
            "in_days": 50,
            "weekday": 3,
            "start": "13:30",
            "end": "16:30",
            "online": True,
            "place": _ONLINE,
            "joining_link": "https://meet.example.org/hanfodion-cy",
            "region": "all",
            "language": "cy",
            "access": _ACCESS,
            "capacity": 24,
            "bookings": 6,
            "waiting": 0,
        },
        {
            "in_days": 98,
            "weekday": 1,
            "start": "10:00",
            "end": "13:00",
            "online": False,
            "place": {"cy": "Canolfan gymunedol, Wrecsam", "en": "Community centre, Wrexham"},
            "joining_link": "",
            "region": "north",
            "language": "translation",
            "access": {
                "cy": "Mynediad heb risiau; dolen glyw; BSL ar gais",
                "en": "Step-free; hearing loop; BSL on request",
            },
            "capacity": 12,
            "bookings": 12,
            "waiting": 2,
        },
    ],
}
