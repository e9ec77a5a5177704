"""Waiting for a place: joining and leaving the line, and answering an offer."""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from core.errors import TryAgain
from events import letters
from events.actions.booking import new_booking, seats, wait, write_booking
from events.actions.lock import hold, note
from events.actions.promotion import promote
from events.errors import DateCancelled, OfferGone
from events.models import Booking, Change, Date, TicketType, WaitingListEntry
from events.people import Booker, PlaceRequest
from members.models import User

log = logging.getLogger(__name__)
State, What = WaitingListEntry.State, Change.What


def join_waiting_list(
    *,
    date: Date,
    booker: Booker,
    key: str,
    now: datetime,
    by: User | None = None,
    places: Sequence[PlaceRequest] = (PlaceRequest(),),
) -> WaitingListEntry:
    """Put somebody at the end of a full date's line and tell them; the same `key` gives the same entry again.

    Refuses with PlacesLeft, AlreadyBooked, AlreadyWaiting, and by the clock as `book` does.
    """
    return wait(date=date, booker=booker, key=key, now=now, by=by, places=places)


@transaction.atomic
def accept_offer(*, entry: WaitingListEntry, now: datetime, by: User | None = None) -> Booking:
    """Turn the places that are held into a booking, on the terms they were asked for; again gives the same booking.

    Refuses with OfferGone, DateCancelled, TryAgain.
    """
    date, entry, now = _hold_entry(entry, now, by)
    if entry.state == State.ACCEPTED and entry.booking:
        return entry.booking
    if date.cancelled_at:
        raise DateCancelled
    if entry.state != State.OFFERED or entry.offer_expires_at <= now:
        raise OfferGone
    places = _places(entry)
    if seats(places) > entry.places:  # no more are held
        raise OfferGone
    booker = Booker(name=entry.name, email=entry.email, language=entry.language, user=entry.user)
    booking = new_booking(date, booker, f"offer:{entry.reference}", now)
    write_booking(booking, date, places)
    _close(entry, State.ACCEPTED, now, booking)
    letters.Confirmation(booking, date, places).send(date)
    note(What.ACCEPTED, date=date, rows=[entry], by=by, now=now, booking=booking)
    return booking


@transaction.atomic
def decline_offer(*, entry: WaitingListEntry, now: datetime, by: User | None = None) -> WaitingListEntry:
    """Let the next in line have the places; again changes nothing. Refuses with OfferGone."""
    date, entry, now = _hold_entry(entry, now, by)
    if entry.state == State.DECLINED:
        return entry
    if entry.state != State.OFFERED:
        raise OfferGone
    _close(entry, State.DECLINED, now)
    note(What.DECLINED, date=date, rows=[entry], by=by, now=now)
    promote(date, now)
    return entry


@transaction.atomic
def leave_waiting_list(*, entry: WaitingListEntry, now: datetime, by: User | None = None) -> WaitingListEntry:
    """Take somebody out of the line; an offer they hold goes to the next. Again changes nothing."""
    date, entry, now = _hold_entry(entry, now, by)
    if entry.state not in WaitingListEntry.ACTIVE:
        return entry
    _close(entry, State.LEFT, now)
    note(What.LEFT, date=date, rows=[entry], by=by, now=now)
    promote(date, now)
    return entry


def expire_offers(*, now: datetime) -> int:
    """End the offers whose time is over, tell their people once, and ask the next; how many ended. Dates one by one."""
    ended = 0
    for date_id in WaitingListEntry.objects.expired(now).order_by("date").values_list("date", flat=True).distinct():
        try:
            ended += _expire_on(date_id, now)
        except TryAgain:
            log.warning("Date %s is busy; its expired offers are seen to at the next turn", date_id)
    return ended


@transaction.atomic
def _expire_on(date_id: int, now: datetime) -> int:
    date, now = hold(date_id, now)
    over = list(date.waiting_list.expired(now).order_by("position", "id").select_related("user"))
    for entry in over:
        _close(entry, State.EXPIRED, now)
        letters.offer_expired(entry, date)
    note(What.EXPIRED, date=date, rows=over, by=None, now=now)
    promote(date, now)
    return len(over)


def _hold_entry(entry: WaitingListEntry, now: datetime, by: User | None) -> tuple[Date, WaitingListEntry, datetime]:
    """The entry as it stands under the date's lock, for its owner, for staff, or (by None) for a holder of its link."""
    if by is not None and not (by.has_perm("events.change_waitinglistentry") or _is_owner(entry, by)):
        raise PermissionDenied
    date, now = hold(entry.date_id, now)
    return date, date.waiting_list.select_related("user", "booking").get(pk=entry.pk), now


def _is_owner(entry: WaitingListEntry, by: User) -> bool:
    return WaitingListEntry.objects.of(by).filter(pk=entry.pk).exists()


def _close(entry: WaitingListEntry, state: str, now: datetime, booking: Booking | None = None) -> None:
    entry.state, entry.closed_at, entry.booking = state, now, booking
    entry.save(update_fields=["state", "closed_at", "booking"])


def _places(entry: WaitingListEntry) -> list[PlaceRequest]:
    """What the person asked for, on the terms that were written down when they joined the line."""
    wanted = entry.attendees or [{"name": entry.name, "email": entry.email, "ticket_type": None}] * entry.places
    kinds = TicketType.objects.in_bulk({row["ticket_type"] for row in wanted if row["ticket_type"]})
    return [PlaceRequest(**row | {"ticket_type": kinds.get(row["ticket_type"])}) for row in wanted]
