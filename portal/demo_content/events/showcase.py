"""The full event: measuring what matters, with people waiting for a place."""

from ..prose import blocks

_CY = """
Diwrnod o straeon am newid, a sut i’w fesur heb golli golwg ar bobl.

## Y diwrnod

- **10am:** croeso a Rownd Robin.
- **10:30am:** o allbynnau i ganlyniadau personol: pwy sy’n penderfynu?
- **12pm:** cinio.
- **1pm:** stondinau. Dewch â rhywbeth rydych chi’n ei fesur, a gofynnwch pam.
- **2:30pm:** gosod llinell sylfaen, dilyn newidiadau, dal ati i ddysgu.
- **3:15pm:** beth fydd yn aros gyda chi?

## Iaith

Mae cyfieithu ar y pryd ar gael drwy’r dydd. Siaradwch eich dewis iaith.
"""

_EN = """
A day of stories about change, and how to measure it without losing sight of people.

## The day

- **10am:** welcome and round robin.
- **10:30am:** from outputs to personal outcomes: who decides?
- **12pm:** lunch.
- **1pm:** stalls. Bring something you measure, and ask why.
- **2:30pm:** set a baseline, track changes, keep learning.
- **3:15pm:** what will stick with you?

## Language

There is simultaneous translation all day. Speak the language of your choice.
"""

SHOWCASE = {
    "slug_cy": "mesur-yr-hyn-syn-bwysig-arddangosfa",
    "slug_en": "measuring-what-matters-showcase",
    "kind": "event",
    "title": {
        "cy": "Mesur yr hyn sy’n bwysig: arddangosfa",
        "en": "Measuring what matters: showcase",
    },
    "summary": {
        "cy": "Straeon, stondinau a sgyrsiau am ganlyniadau personol, a sut i’w mesur.",
        "en": "Stories, stalls and conversations about personal outcomes, and how to measure them.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [
        {
            "in_days": 56,
            "weekday": 2,
            "start": "10:00",
            "end": "15:30",
            "online": False,
            "place": {"cy": "Galeri, Caernarfon", "en": "Galeri, Caernarfon"},
            "joining_link": "",
            "region": "north",
            "language": "translation",
            "access": {
                "cy": "BSL ar gais: ysgrifennwch aton ni",
                "en": "BSL on request: write to us",
            },
            "capacity": 30,
            "bookings": 30,
            "waiting": 5,
        },
    ],
}
