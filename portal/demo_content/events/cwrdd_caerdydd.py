"""The monthly meet-up in Cardiff, with its next four dates."""

from ..prose import blocks

_CY = """
Paned, sgwrs a phobl sy’n credu mewn gweithio gyda’i gilydd. Does dim agenda hir a does dim sleidiau.

## Beth sy’n digwydd

Rydyn ni’n dechrau gyda Rownd Robin: beth wnaeth i chi wenu yn ystod y mis diwethaf? Wedyn mae unrhyw un yn cael
dod â chwestiwn neu stori, ac rydyn ni’n meddwl am y peth gyda’n gilydd.

## Iaith

Siaradwch Gymraeg neu Saesneg, neu’r ddwy. Fe helpwn ni’n gilydd i ddeall.

## Eich tro cyntaf?

Mae croeso mawr i chi. Chwiliwch am yr arwydd â’r pum cylch ar y bwrdd.
"""

_EN = """
A cuppa, a chat and people who believe in working together. There is no long agenda and there are no slides.

## What happens

We start with a round robin: what made you smile in the past month? Then anybody may bring a question or a
story, and we think about it together.

## Language

Speak Welsh or English, or both. We will help each other to understand.

## Your first time?

You are very welcome. Look for the sign with the five circles on the table.
"""


def _friday(in_days: int, bookings: int) -> dict:
    return {
        "in_days": in_days,
        "weekday": 4,
        "start": "10:00",
        "end": "11:30",
        "online": False,
        "place": {"cy": "ACE, Caerau a Threlái", "en": "ACE, Caerau and Ely"},
        "joining_link": "",
        "region": "cardiff",
        "language": "bilingual",
        "access": {"cy": "BSL ar gais: ysgrifennwch aton ni", "en": "BSL on request: write to us"},
        "capacity": 20,
        "bookings": bookings,
        "waiting": 0,
    }


CWRDD_CAERDYDD = {
    "slug_cy": "cwrdd-caerdydd",
    "slug_en": "cwrdd-caerdydd",
    "kind": "meet-up",
    "title": {"cy": "Cwrdd Caerdydd: paned a sgwrs", "en": "Cwrdd Caerdydd: coffee and chat"},
    "summary": {
        "cy": "Cyfarfod anffurfiol bob mis yng Nghaerdydd. Dewch â chwestiwn, stori, neu dim ond chi eich hun.",
        "en": "A monthly meet-up in Cardiff. Bring a question, a story, or just yourself.",
    },
    "body": {"cy": blocks(_CY), "en": blocks(_EN)},
    "dates": [_friday(17, 8), _friday(45, 3), _friday(73, 1), _friday(101, 0)],
}
