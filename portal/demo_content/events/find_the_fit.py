"""A workshop for people who have done the essentials and want to begin."""

from ..prose import blocks

_CY = """
Rydych chi’n gwybod beth yw cydgynhyrchu. Ble mae dechrau, gyda’ch pobl chi, yn eich lle chi?

## Pedwar cwestiwn y bore

- Beth allech chi ei wneud? Ar beth gallwch chi adeiladu?
- Ble mae’r meddyliau agored a’r drysau agored?
- Beth sydd angen newid, a phwy all helpu?
- Pa brofiad a pha atebion gallwch chi eu rhannu?

## Beth fydd gennych chi wrth adael

Un cam bach i’w gymryd o fewn pythefnos, ac enw rhywun fydd yn holi sut aeth hi.
"""

_EN = """
You know what co-production is. Where do you begin, with your people, in your place?

## The four questions of the morning

- What could you do? What can you build on?
- Where are the open minds and the open doors?
- What needs to change, and who can help?
- Which experience and which solutions can you share?

## What you will leave with

One small step to take within a fortnight, and the name of somebody who will ask how it went.
"""

FIND_THE_FIT = {
    "slug_cy": "dod-o-hyd-ir-ffit",
    "slug_en": "find-the-fit",
    "kind": "training",
    "title": {
        "cy": "Cydgynhyrchu a chi: dod o hyd i’r ffit",
        "en": "Co-production and you: find the fit",
    },
    "summary": {
        "cy": "Gweithdy i ddechrau o ble mae pobl. I bawb sydd wedi gwneud yr hanfodion.",
        "en": "A workshop on starting from where people are. For all who have done the essentials.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [
        {
            "in_days": 64,
            "weekday": 2,
            "start": "10:00",
            "end": "12:30",
            "online": False,
            "place": {"cy": "Canolfan gymunedol, Aberystwyth", "en": "Community centre, Aberystwyth"},
            "joining_link": "",
            "region": "mid",
            "language": "bilingual",
            "access": {
                "cy": "Mynediad heb risiau; BSL ar gais",
                "en": "Step-free; BSL on request",
            },
            "capacity": 16,
            "bookings": 9,
            "waiting": 0,
        },
    ],
}
