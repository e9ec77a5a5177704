"""What this room keeps about people: bookings, places, waiting, and what happened to them."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.personal import Kept, addresses_of
from events.models import Booking, Change, Place, WaitingListEntry
from members.models import User


def places_of(user: User) -> QuerySet:
    """The places that somebody booked, and those that others booked for them."""
    theirs = Q(booking__in=Booking.objects.of(user)) | Q(email__in=addresses_of(user))
    return Place.objects.filter(theirs).select_related("date__event").order_by("-id")


def changes_of(user: User) -> QuerySet:
    """What happened to somebody's bookings and waiting."""
    theirs = Q(booking__in=Booking.objects.of(user)) | Q(entry__in=WaitingListEntry.objects.of(user))
    return Change.objects.filter(theirs | Q(on_behalf_of=user)).select_related("date__event")


def bookings_of(user: User) -> QuerySet:
    """What somebody booked."""
    return Booking.objects.of(user).select_related("date__event")


def waiting_of(user: User) -> QuerySet:
    """Where somebody waits or waited."""
    return WaitingListEntry.objects.of(user).select_related("date__event").order_by("-joined_at", "-id")


def people_in_words(attendees: list[dict]) -> str:
    """Whom the places are for, one on a line."""
    return "\n".join(" ".join(filter(None, [person["name"], person["email"]])) for person in attendees)


KEPT = [
    Kept(Booking, bookings_of, _("Bookings"), without=("key", "sequence")),
    Kept(Place, places_of, _("Places")),
    Kept(
        WaitingListEntry,
        waiting_of,
        _("Waiting lists and offers"),
        without=("key", "position"),
        words={"attendees": people_in_words},
    ),
    # Who of the staff did it is somebody else's business.
    Kept(Change, changes_of, _("What happened to your bookings"), without=("by", "details")),
]
