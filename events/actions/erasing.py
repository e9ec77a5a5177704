"""Somebody is erased: what is to come is given back, and what was keeps its numbers without a name."""

from datetime import datetime

from django.db.models import CharField, F, Q, TextField, Value
from django.db.models.functions import Cast, Concat, Lower

from core.personal import NOBODY
from events.actions.booking import cancel
from events.actions.waiting import leave_waiting_list
from events.models import Booking, Place, WaitingListEntry
from members.models import User

NOWHERE = "@erased.invalid"  # no mail server ever answers there (RFC 2606)


def forget(*, user: User, addresses: frozenset[str], now: datetime) -> None:
    """Give back what somebody has before them, then take their name out of what is past. Refuses TryAgain.

    Inside the action that erases, which owns the transaction. Dates are held in the order of their keys.
    """
    theirs = Q(user=user) | Q(email__in=addresses)
    bookings = Booking.objects.filter(theirs)
    entries = WaitingListEntry.objects.filter(theirs)
    _give_back(bookings, entries, now)
    _without_names(bookings, entries, addresses)


def _give_back(bookings, entries, now: datetime) -> None:
    coming = [*bookings.standing().filter(date__starts_at__gt=now), *entries.active()]
    for row in sorted(coming, key=lambda row: (row.date_id, isinstance(row, Booking))):
        if isinstance(row, Booking):
            cancel(booking=row, now=now)
        else:
            leave_waiting_list(entry=row, now=now)


def _without_names(bookings, entries, addresses: frozenset[str]) -> None:
    """Their bookings and all who came by them; their waiting; and themselves where others booked for them."""
    Place.objects.filter(booking__in=bookings).update(name=NOBODY, email="")
    Place.objects.filter(email__in=addresses).update(name="", email="")
    _forget_attendees(entries, addresses)
    for rows in (entries, bookings):
        rows.update(
            user=None,
            name=NOBODY,
            email=Concat(Lower("reference"), Value(NOWHERE)),
            key=Concat(Value("erased:"), Cast(F("pk"), CharField())),
        )


def _forget_attendees(entries, addresses: frozenset[str]) -> None:
    """The people of their own waiting, and they in the waiting of others."""
    named = Q()
    for email in addresses:
        named |= Q(people__contains=email)
    others = WaitingListEntry.objects.annotate(people=Cast("attendees", TextField())).filter(named)
    own = set(entries.values_list("pk", flat=True))
    for entry in WaitingListEntry.objects.filter(Q(pk__in=own) | Q(pk__in=others.values("pk"))):
        for person in entry.attendees:
            if entry.pk in own or person["email"] in addresses:
                person["name"] = person["email"] = ""
        entry.save(update_fields=["attendees"])
