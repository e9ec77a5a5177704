"""Taking places, and giving them back."""

from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q

from events import letters
from events.actions.lock import hold, note
from events.actions.promotion import can_still_offer, promote
from events.counting import Look, look
from events.errors import (
    AlreadyBooked,
    AlreadyWaiting,
    BookingClosed,
    BookingNotOpen,
    DateCancelled,
    EventFull,
    PlacesLeft,
    RequestUsed,
    TicketNotForYou,
    TooLateToCancel,
    TooManyPlaces,
    TooManyRequests,
)
from events.models import Booking, Change, Date, Place, TicketType, WaitingListEntry
from events.people import Booker, PlaceRequest
from members.models import User

What = Change.What
REQUESTS_A_DAY = 5  # by one guest: the address is not confirmed, and whoever types it sends mail there


@transaction.atomic
def book(
    *,
    date: Date,
    booker: Booker,
    key: str,
    now: datetime,
    by: User | None = None,
    places: Sequence[PlaceRequest] = (PlaceRequest(),),
) -> Booking:
    """Give somebody places on a date, all or none, and tell them; the same `key` gives the same booking again.

    Refuses with EventFull, AlreadyBooked, AlreadyWaiting, BookingNotOpen, BookingClosed, DateCancelled, TooManyPlaces,
    TicketNotForYou, RequestUsed, TooManyRequests or TryAgain. `by` is the account that does it, None for a guest.
    """
    return _take(date, booker, key, now, by, places, ready_to_wait=False)


@transaction.atomic
def book_or_wait(
    *,
    date: Date,
    booker: Booker,
    key: str,
    now: datetime,
    by: User | None = None,
    places: Sequence[PlaceRequest] = (PlaceRequest(),),
) -> Booking | WaitingListEntry:
    """Give somebody places on a date or, if it is full, one place in line for them. Refuses as `book` does, save EventFull."""
    return _take(date, booker, key, now, by, places, ready_to_wait=True)


@transaction.atomic
def wait(
    *,
    date: Date,
    booker: Booker,
    key: str,
    now: datetime,
    by: User | None = None,
    places: Sequence[PlaceRequest] = (PlaceRequest(),),
) -> WaitingListEntry:
    """Put somebody in line for places that are not there (else PlacesLeft). Refuses as `book` does, save EventFull."""
    taken = _take(date, booker, key, now, by, places, ready_to_wait=True, never_book=True)
    if isinstance(taken, Booking):
        raise AlreadyBooked(taken)
    return taken


def _take(date, booker, key, now, by, places, *, ready_to_wait, never_book=False):
    """Everything slow first, then the lock, then count and write."""
    places = _chosen(date, booker, places)
    booking = new_booking(date, booker, key, now)
    letter = letters.Confirmation(booking, date, places)
    date, now = hold(date.pk, now, date.event)
    seen = look(date.pk, key=key, email=booker.email, user_id=booker.user and booker.user.pk, now=now)
    if seen.is_known and (done := _done_before(booker, key)):
        return done
    if by is None and booker.user is None and seen.made_today >= REQUESTS_A_DAY:
        raise TooManyRequests
    known = _known(date, booker) if seen.is_known else None
    _refuse_by_clock(date, now)
    _refuse_kinds_that_went(places)
    fits = _fits(date, places, seen, now)
    if not fits and not ready_to_wait:
        raise EventFull
    if isinstance(known, Booking):
        raise AlreadyBooked(known, waits=not fits)
    if fits:
        if never_book:
            raise PlacesLeft
        if known is not None and by is None and booker.user is None and seats(places) < known.places:
            raise AlreadyWaiting(known, waits=False)
        booking.created_at = now
        return _write_booking(date, booking, places, letter, known, by)
    if known is not None:
        raise AlreadyWaiting(known)
    return _write_entry(date, booker, key, now, by, places)


def _chosen(date: Date, booker: Booker, places: Sequence[PlaceRequest]) -> list[PlaceRequest]:
    """The places with a ticket type each that the person may choose, the first one named after the booker."""
    if not places:
        raise TooManyPlaces
    mine = {kind.pk: kind for kind in date.event.open_to(booker.user)}
    if date.event.kinds_of_place and not mine:
        raise TicketNotForYou
    chosen = []
    for turn, place in enumerate(places):
        kind = place.ticket_type or next(iter(mine.values()), None)
        if kind is not None and kind.pk not in mine:
            raise TicketNotForYou
        name = place.name or ("" if turn else booker.name)
        email = place.email or ("" if turn else booker.email)
        chosen.append(PlaceRequest(name=name, email=email, ticket_type=kind))
    return chosen


def _done_before(booker: Booker, key: str) -> Booking | WaitingListEntry | None:
    """What this very request made before; refuses where it was made for another address."""
    rows = (model.objects.filter(key=key).first() for model in (Booking, WaitingListEntry))
    done = next((row for row in rows if row), None)
    if done is not None and done.email != booker.email:
        raise RequestUsed
    return done


def _known(date: Date, booker: Booker) -> Booking | WaitingListEntry | None:
    """The booking or the place in line of this address or account.

    People with an account are told of it at once. A guest's address is not confirmed: whoever types it gets the answer
    that an unknown one would get, so it is looked at after all else, and nobody's wait ends with fewer places than it is for.
    """
    theirs = Q(email=booker.email) | (Q(user=booker.user) if booker.user else Q())
    booking = date.bookings.standing().filter(theirs).first()
    if booking is not None and booker.user:
        raise AlreadyBooked(booking)
    entry = date.waiting_list.active().filter(theirs).first()
    if entry is not None and booker.user and entry.state == WaitingListEntry.State.OFFERED:
        raise AlreadyWaiting(entry)
    return booking or entry


def _refuse_by_clock(date: Date, now: datetime) -> None:
    if date.cancelled_at:
        raise DateCancelled
    if date.opens_at and now < date.opens_at:
        raise BookingNotOpen
    if now >= date.bookable_until:
        raise BookingClosed


def _refuse_kinds_that_went(places: Sequence[PlaceRequest]) -> None:
    """Staff may have taken a kind of place out while we waited for the date."""
    chosen = {place.ticket_type.pk for place in places if place.ticket_type}
    if chosen and TicketType.objects.filter(pk__in=chosen).count() < len(chosen):
        raise TicketNotForYou


def seats(places: Sequence[PlaceRequest]) -> int:
    """How many seats the places take; a supporter's place takes none."""
    return sum(place.takes_seat for place in places)


def _fits(date: Date, places: Sequence[PlaceRequest], seen: Look, now: datetime) -> bool:
    """Whether the places are free, and not due to somebody in line."""
    wanted = seats(places)
    if wanted > date.capacity:
        raise TooManyPlaces
    # Near the end nobody can be asked any more: then the first to say yes has it.
    is_due_to_others = 0 < seen.smallest_wait <= seen.left and can_still_offer(date, now)
    return wanted == 0 or (wanted <= seen.left and not is_due_to_others)


def new_booking(date: Date, booker: Booker, key: str, now: datetime) -> Booking:
    """A booking that is not written yet; it has its reference."""
    return Booking(
        date=date,
        key=key,
        user=booker.user,
        name=booker.name,
        email=booker.email,
        language=booker.language,
        created_at=now,
    )


def _write_booking(date, booking, places, letter, entry, by) -> Booking:
    write_booking(booking, date, places)
    held = entry is not None and entry.state == WaitingListEntry.State.OFFERED
    if entry is not None:
        entry.state, entry.booking, entry.closed_at = WaitingListEntry.State.ACCEPTED, booking, booking.created_at
        entry.save(update_fields=["state", "booking", "closed_at"])
    letter.send(date)
    note(What.BOOKED, date=date, rows=[booking], by=by, now=booking.created_at)
    if held:
        promote(date, booking.created_at)
    return booking


def write_booking(booking: Booking, date: Date, places: Sequence[PlaceRequest]) -> None:
    """The rows of a booking; whoever calls holds the date and has counted."""
    booking.save(force_insert=True)
    Place.objects.bulk_create(
        Place(
            booking=booking,
            date=date,
            ticket_type=place.ticket_type,
            takes_seat=place.takes_seat,
            price_pence=place.price_pence,
            name=place.name,
            email=place.email,
        )
        for place in places
    )


def _write_entry(date, booker, key, now, by, places) -> WaitingListEntry:
    last = date.waiting_list.order_by("-position").values_list("position", flat=True).first()
    entry = WaitingListEntry.objects.create(
        date=date,
        key=key,
        user=booker.user,
        name=booker.name,
        email=booker.email,
        language=booker.language,
        places=seats(places),
        attendees=[
            {
                "name": place.name,
                "email": place.email,
                "ticket_type": place.ticket_type.pk if place.ticket_type else None,
                "takes_seat": place.takes_seat,
                "price_pence": place.price_pence,
            }
            for place in places
        ],
        position=(last or 0) + 1,
        joined_at=now,
    )
    letters.waiting(entry, date)
    note(What.WAITING, date=date, rows=[entry], by=by, now=now)
    return entry


@transaction.atomic
def cancel(*, booking: Booking, now: datetime, by: User | None = None, why: str = "") -> Booking:
    """Give a booking's places back and offer them to the first in line; again changes nothing.

    `by` is its owner, staff who may change bookings, or None for somebody who holds the booking's own link. Refuses with
    TooLateToCancel (staff may), PermissionDenied, TryAgain.
    """
    is_staff = by is not None and by.has_perm("events.change_booking")
    if by is not None and not is_staff and not Booking.objects.of(by).filter(pk=booking.pk).exists():
        raise PermissionDenied
    date, now = hold(booking.date_id, now)
    booking = date.bookings.select_related("user").get(pk=booking.pk)
    if not booking.stands:
        return booking
    if now >= date.starts_at and not is_staff:
        raise TooLateToCancel
    take_back(booking, date=date, now=now)
    letters.cancelled(booking, date, by_us=is_staff and by != booking.user)
    note(What.CANCELLED, date=date, rows=[booking], by=by, now=now, why=why)
    promote(date, now)
    return booking


def take_back(booking: Booking, *, date: Date, now: datetime) -> None:
    """Free a booking's places; whoever calls holds the date."""
    booking.date = date
    booking.state, booking.cancelled_at = Booking.State.CANCELLED, now
    booking.sequence += 1
    booking.save(update_fields=["state", "cancelled_at", "sequence"])
    booking.places.update(state=Place.State.CANCELLED)
