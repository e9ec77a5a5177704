"""A monthly meet-up online, for people who cannot travel."""

from ..prose import blocks

_CY = """
Awr o gwmni da o’ch cadair eich hun. Dewch â phaned.

## Beth sy’n digwydd

Un cwestiwn, grwpiau o bedwar, a phawb yn ôl at ei gilydd am y chwarter awr olaf. Mae un person yn gwirio’r
sgwrs, felly mae croeso i chi deipio yn lle siarad.

## Camera

Camera ymlaen neu gamera i ffwrdd: eich dewis chi.
"""

_EN = """
An hour of good company from your own chair. Bring a cuppa.

## What happens

One question, groups of four, and everybody back together for the last quarter of an hour. One person is
chat-checker, so you are welcome to type instead of speaking.

## Camera

Camera on or camera off: it is your choice.
"""


def _wednesday(in_days: int, bookings: int) -> dict:
    return {
        "in_days": in_days,
        "weekday": 2,
        "start": "12:00",
        "end": "13:00",
        "online": True,
        "place": {"cy": "Ar-lein", "en": "Online"},
        "joining_link": "https://meet.example.org/paned",
        "region": "all",
        "language": "bilingual",
        "access": {"cy": "Capsiynau", "en": "Captions"},
        "capacity": 24,
        "bookings": bookings,
        "waiting": 0,
    }


CUPPA = {
    "slug_cy": "paned-ar-lein",
    "slug_en": "online-cuppa",
    "kind": "meet-up",
    "title": {"cy": "Paned ar-lein", "en": "Online cuppa"},
    "summary": {
        "cy": "Cyfarfod anffurfiol bob mis, ar-lein, i aelodau o bob cwr o Gymru.",
        "en": "A monthly meet-up, online, for members from all over Wales.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [_wednesday(22, 7), _wednesday(50, 2)],
}
