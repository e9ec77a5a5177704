"""The one lock of this room: the row of the date, taken late and held briefly."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from time import monotonic

from events.models import Booking, Change, Date, Event, WaitingListEntry
from members.models import User


def hold(date_id: int, now: datetime, event: Event | None = None) -> tuple[Date, datetime]:
    """The date, ours until the transaction ends, and what time it is once we have it: people may have waited.

    `event` is its event where the caller knows it already.
    """
    began = monotonic()
    date = Date.objects.locked(date_id)
    if event is not None:
        date.event = event
    return date, now + timedelta(seconds=monotonic() - began)


def hold_all(event: Event) -> None:
    """Every date of an event, ours until the transaction ends: nobody takes a place or joins a line meanwhile."""
    for pk in event.dates.order_by("pk").values_list("pk", flat=True):
        Date.objects.locked(pk)


def note(
    what: str,
    *,
    date: Date,
    rows: Iterable[Booking | WaitingListEntry | None],
    by: User | None,
    now: datetime,
    why: str = "",
    booking: Booking | None = None,
    **details,
) -> None:
    """Write down what happened to each row (None: to the date itself), who did it and on whose behalf.

    `booking` is what an entry became by it.
    """
    changes = []
    for row in rows:
        person = row.user if row is not None else None
        behalf = person if by is not None and person is not None and by.pk != person.pk else None
        owner = {"booking": row} if isinstance(row, Booking) else {"entry": row, "booking": booking}
        changes.append(
            Change(date=date, what=what, by=by, on_behalf_of=behalf, why=why, details=details, at=now, **owner)
        )
    Change.objects.bulk_create(changes)
