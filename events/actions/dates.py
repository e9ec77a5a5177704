"""What staff do about dates: enter one, change what is said of it or how many places it has, and call it off."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from core.search_sync import renew
from events import letters
from events.actions.booking import take_back
from events.actions.lock import hold, note
from events.actions.promotion import promote
from events.errors import EventStays, FactsClash
from events.models import Change, Date, Event, EventPage, Session, WaitingListEntry
from members.models import User

What = Change.What
Blocks = Sequence[tuple[datetime, datetime]]
FOUND_BY = {"event", "place_cy", "place_en"}  # what search knows of a date


@transaction.atomic
def add_date(
    *,
    event: Event,
    starts_at: datetime,
    ends_at: datetime,
    capacity: int,
    by: User | None = None,
    sessions: Blocks = (),
    **facts,
) -> Date:
    """Enter a date of an event; `facts` are the model's other fields (place_cy, place_en, language, region, …).

    `by` needs the permission to add dates; None is the portal itself. Refuses with FactsClash.
    """
    if by is not None and not by.has_perm("events.add_date"):
        raise PermissionDenied
    date = Date(event=event, starts_at=starts_at, ends_at=ends_at, capacity=capacity, **facts)
    _check(date)
    date.save()
    _write_sessions(date, sessions)
    _renew_search(event)
    return date


@transaction.atomic
def change_date(
    *, date: Date, now: datetime, by: User | None, why: str = "", sessions: Blocks | None = None, **facts
) -> list[WaitingListEntry]:
    """Change some of a date's facts (those that staff type, `capacity` too) or all its sessions, and nothing else of it.

    The entries that got an offer because of it. `by` needs the permission to change dates; None is the portal itself.
    Refuses with EventStays, FactsClash, TryAgain.
    """
    _allow(by)
    date, now = hold(date.pk, now)
    event, capacity = date.event, date.capacity
    changed = _set(date, facts)
    if "event" in changed and (date.bookings.exists() or date.waiting_list.exists()):
        raise EventStays
    _check(date)
    date.save(update_fields=changed)
    if sessions is not None and list(sessions) != list(date.sessions.values_list("starts_at", "ends_at")):
        Session.objects.filter(date=date).delete()
        _write_sessions(date, sessions)
        changed.append("sessions")
    if "capacity" in changed:
        changed.remove("capacity")
        note(What.CAPACITY, date=date, rows=[None], by=by, now=now, why=why, before=capacity, after=date.capacity)
    if changed:
        note(What.DATE_CHANGED, date=date, rows=[None], by=by, now=now, why=why, changed=changed)
    if FOUND_BY.intersection(changed):
        _renew_search(event, date.event)
    return promote(date, now)


def _set(date: Date, facts: dict[str, Any]) -> list[str]:
    """Put facts on a date; the names of those that are new."""
    changed = []
    for name, value in facts.items():
        if not Date._meta.get_field(name).editable:
            raise TypeError(name)
        if getattr(date, name) != value:
            setattr(date, name, value)
            changed.append(name)
    return changed


def _check(date: Date) -> None:
    """Refuse what the model would not have: two people may each have typed half of it."""
    try:
        date.full_clean()
    except ValidationError as error:
        raise FactsClash from error


def _write_sessions(date: Date, sessions: Blocks) -> None:
    if len({start for start, _end in sessions}) < len(sessions) or any(end <= start for start, end in sessions):
        raise FactsClash
    Session.objects.bulk_create([Session(date=date, starts_at=start, ends_at=end) for start, end in sessions])


def _renew_search(*events: Event) -> None:
    """Search finds an event by where its dates are."""
    renew(EventPage.objects.filter(event__in=events).select_related("locale"))


def change_capacity(
    *, date: Date, capacity: int, now: datetime, by: User | None, why: str = ""
) -> list[WaitingListEntry]:
    """Give a date more or fewer places; those who wait are offered what is new, and nobody ever loses a place.

    As `change_date`, of which it is the most usual case.
    """
    return change_date(date=date, capacity=capacity, now=now, by=by, why=why)


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
    note(What.DATE_CANCELLED, date=date, rows=[None, *bookings, *entries], by=by, now=now, why=why)
    return len(bookings)


def _allow(by: User | None) -> None:
    if by is not None and not by.has_perm("events.change_date"):
        raise PermissionDenied
