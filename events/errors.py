"""Every "no" of this room."""

from django.utils.translation import gettext_lazy as _

from core.errors import Refused


class EventFull(Refused):
    """Not enough places are left, or somebody else is first in line for them."""

    message = _(
        "There are not enough places left on this date. Choose fewer places, or tick the box to join the waiting list."
    )


class PlacesLeft(Refused):
    """Nobody needs to wait where there are places."""

    message = _("There are places left on this date. You do not need to wait: please book.")


class BookingNotOpen(Refused):
    """It is too early to book."""

    message = _("Booking for this date has not opened yet. Please come back then, or choose another date.")


class BookingClosed(Refused):
    """It is too late to book."""

    message = _("Booking for this date has closed. Please choose another date.")


class DateCancelled(Refused):
    """The date does not take place."""

    message = _("This date has been cancelled. Please choose another date.")


class EventStays(Refused):
    """People have booked this date, or waited for it, as one of its event."""

    message = _("Somebody has booked this date or waited for it, so it stays with its event.")


class TooManyPlaces(Refused):
    """More places than the date has, or none at all."""

    message = _("This date does not have that many places. Please choose fewer places.")


class NotYours(Refused):
    """Only some staff may do that."""

    message = _("Your role does not let you change this.")


class KindTaken(Refused):
    """A kind of place stays while somebody has one."""

    message = _("Somebody has a place of a kind that you took out. Leave that kind in.")


class KindWaitedFor(Refused):
    """A kind of place stays while somebody waits for one."""

    message = _("Somebody waits for a place of a kind that you took out. Leave that kind in.")


class TicketNotForYou(Refused):
    """A ticket type of another event, or one for members only."""

    message = _("That kind of place is for members. Sign in first, or choose another kind of place.")


class AlreadyBooked(Refused):
    """The address has a booking on this date. `row` is for its owner's eyes only; `waits`: others would wait now."""

    message = _("You have booked this date already. Your email has the link to your booking.")

    def __init__(self, booking, *, waits: bool = False):
        super().__init__()
        self.row, self.waits = booking, waits


class AlreadyWaiting(Refused):
    """The address is on the date's waiting list. `row` is for its owner's eyes only; `waits`: others would wait now too."""

    message = _("You are on the waiting list for this date already. Your email has the link to your place in line.")

    def __init__(self, entry, *, waits: bool = True):
        super().__init__()
        self.row, self.waits = entry, waits


class RequestUsed(Refused):
    """One form makes one booking; somebody went back and gave another address."""

    message = _("This form has been used already. Please check your answers and send it again.")


class StaleForm(Refused):
    """The form was not made here, or long ago."""

    message = _("Please check your answers and send them again.")


class TooManyRequests(Refused):
    """One address asks for more than a person would."""

    message = _("Too many bookings were made with this email today. Please try again tomorrow, or sign in.")


class OfferGone(Refused):
    """The offer has expired, or was answered already."""

    message = _("This place is no longer held for you. You can join the waiting list again.")


class TooLateToCancel(Refused):
    """The date has begun."""

    message = _(
        "This date has started, so the booking can no longer be cancelled. There is nothing else you need to do."
    )


class FactsClash(Refused):
    """A date's times do not fit together: somebody else changed it in the meantime, or typed one block twice."""

    message = _("These times do not fit the date as it is now. Load the page again, and change them once more.")


def words_of(name: str) -> str:
    """The sentence of a refusal by its name, or nothing: addresses carry the name, so that Back never sends a form again."""
    return next((str(kind.message) for kind in Refused.__subclasses__() if kind.__name__ == name), "")
