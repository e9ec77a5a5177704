"""A sample of what each email of this room is given, for the styleguide and the tests."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

DATE = {
    "title": {"cy": "Cydgynhyrchu: yr hanfodion", "en": "Co-production: the essentials"},
    "place": {"cy": "Canolfan gymunedol, Wrecsam", "en": "Community centre, Wrexham"},
    "access": {"cy": "Dolen glyw; BSL ar gais", "en": "Hearing loop; BSL on request"},
    "is_online": False,
    "spoken": "translation",
    "starts_at": "2027-03-02T10:00:00+00:00",
    "ends_at": "2027-03-02T15:30:00+00:00",
    "blocks": [["2027-03-02T10:00:00+00:00", "2027-03-02T15:30:00+00:00"]],
    "date_id": 1,
}
BOOKING = {"name": "Heulwen Onnen", "reference": "7HXK2M9QWERT", "token": "sample", "places": 1}
GROUP = {"people": ["Heulwen Onnen", "Gwern Celyn"], "places": 2, "price": "£60"}
ENTRY = {"name": "Heulwen Onnen", "token": "sample", "places": 1}
BY_US = {"by_us": True, "off": False, "contact": "post@network.example", "page": {"cy": "/cy/", "en": "/en/"}}

SAMPLES: dict[str, Callable[[], dict[str, Any]]] = {
    "events/booked": lambda: DATE | BOOKING | GROUP,
    "events/waiting": lambda: DATE | ENTRY | {"line": 2},
    "events/offered": lambda: DATE | ENTRY | {"expires_at": "2027-02-24T10:00:00+00:00"},
    "events/offer_expired": lambda: DATE | ENTRY,
    "events/cancelled": lambda: DATE | BOOKING | BY_US,
    "events/wait_over": lambda: DATE | ENTRY,
}

#: what staff call each of them
NAMES = {
    "events/booked": _("Confirmation of a booking"),
    "events/waiting": _("On the waiting list"),
    "events/offered": _("Offer of a place"),
    "events/offer_expired": _("An offer has run out"),
    "events/cancelled": _("Cancellation of a booking"),
    "events/wait_over": _("The waiting list is closed"),
}
