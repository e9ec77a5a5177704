"""Sending somebody the link to what is theirs once more."""

from datetime import datetime

from django.db import transaction

from events import letters
from events.models import Booking, Date, WaitingListEntry
from events.people import PlaceRequest


@transaction.atomic
def send_link_again(*, row: Booking | WaitingListEntry, now: datetime) -> None:
    """Send a booking, a place in line or an offer to its own address once more, once an hour at most."""
    date, hour = Date.objects.select_related("event").get(pk=row.date_id), f"{now:%Y%m%d%H}"
    if isinstance(row, WaitingListEntry):
        letter = letters.offered if row.state == WaitingListEntry.State.OFFERED else letters.waiting
        letter(row, date, again=hour)
        return
    terms = ("name", "email", "takes_seat", "price_pence")
    places = [PlaceRequest(**place) for place in row.places.active().values(*terms)]
    letters.Confirmation(row, date, places).send(date, again=hour)
