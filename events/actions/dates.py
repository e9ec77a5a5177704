"""What staff change about a date: how many places, and whether it takes place."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from events import letters
from events.actions.booking import take_back
from events.actions.lock import hold, note
from events.actions.promotion import promote
from events.models import Change, Date, WaitingListEntry
from members.models import User


@transaction.atomic
def change_capacity(
    *, date: Date, capacity: int, now: datetime, by: User | None, why: str = ""
) -> list[WaitingListEntry]:
    """Give a date more or fewer places; those who wait are offered what is new, and nobody ever loses a place.

    The entries that got an offer. `by` needs the permission to change dates; None is the portal itself.
    """
    _allow(by)
    date, now = hold(date.pk, now)
    before = date.capacity
    if before == capacity:
        return []
    date.capacity = capacity
    date.save(update_fields=["capacity"])
    note(Change.What.CAPACITY, date=date, rows=[None], by=by, now=now, why=why, before=before, after=capacity)
    return promote(date, now)


@transaction.atomic
def cancel_date(*, date: Date, now: datetime, by: User | None, why: str = "") -> int:
    """Call a date off and tell everybody who has a place; how many bookings that ended. Again changes nothing."""
    _allow(by)
    date, now = hold(date.pk, now)
    if date.cancelled_at:
        return 0
    date.cancelled_at = now
    date.save(update_fields=["cancelled_at"])
    bookings = list(date.bookings.standing().select_related("user"))
    for booking in bookings:
        take_back(booking, date=date, now=now)
        letters.cancelled(booking, date, by_us=True)
    entries = list(date.waiting_list.active().select_related("user"))
    date.waiting_list.active().update(state=WaitingListEntry.State.LEFT, closed_at=now)
    for entry in entries:
        letters.wait_over(entry, date)
    note(Change.What.DATE_CANCELLED, date=date, rows=[None, *bookings, *entries], by=by, now=now, why=why)
    return len(bookings)


def _allow(by: User | None) -> None:
    if by is not None and not by.has_perm("events.change_date"):
        raise PermissionDenied
