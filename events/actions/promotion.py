"""The one place where free seats are held out to those who wait."""

from datetime import datetime

from events import letters
from events.actions.lock import note
from events.expiry import offer_expiry
from events.models import Change, Date, WaitingListEntry

State = WaitingListEntry.State


def can_still_offer(date: Date, now: datetime) -> bool:
    """Whether there is time left to hold a seat for anybody."""
    return not date.cancelled_at and offer_expiry(now, date.bookable_until) is not None


def promote(date: Date, now: datetime) -> list[WaitingListEntry]:
    """Offer free seats to those who wait, in their order; whoever calls holds the date. The entries that got an offer.

    A group is asked when all of it fits. Until then it keeps its place in line, and smaller ones behind it are asked, so
    that no seat stays empty while somebody waits for it.
    """
    expires_at = None if date.cancelled_at else offer_expiry(now, date.bookable_until)
    if expires_at is None:
        return []
    left = Date.objects.with_places_left().values_list("places_left", flat=True).get(pk=date.pk)
    chosen = []
    for entry in date.waiting_list.waiting().filter(places__lte=left).select_related("user") if left else ():
        if entry.places <= left:
            chosen.append(entry)
            left -= entry.places
        if not left:
            break
    return _offer(date, chosen, now, expires_at)


def _offer(date: Date, chosen: list[WaitingListEntry], now: datetime, expires_at: datetime) -> list[WaitingListEntry]:
    if not chosen:
        return []
    offered = {"state": State.OFFERED, "offered_at": now, "offer_expires_at": expires_at}
    WaitingListEntry.objects.filter(pk__in=[entry.pk for entry in chosen]).update(**offered)
    for entry in chosen:
        for name, value in offered.items():
            setattr(entry, name, value)
        letters.offered(entry, date)
    note(Change.What.OFFERED, date=date, rows=chosen, by=None, now=now)
    return chosen
