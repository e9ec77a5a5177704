"""Every "no" of this room."""

from django.utils.translation import gettext_lazy as _

from core.errors import Refused


class EventFull(Refused):
    """Not enough places are left, or somebody else is first in line for them."""

    message = _("There are not enough places left on this date. You can join the waiting list.")


class PlacesLeft(Refused):
    """Nobody needs to wait where there are places."""

    message = _("There are places left on this date: you do not need the waiting list.")


class BookingNotOpen(Refused):
    """It is too early to book."""

    message = _("Booking for this date has not opened yet.")


class BookingClosed(Refused):
    """It is too late to book."""

    message = _("Booking for this date has closed.")


class DateCancelled(Refused):
    """The date does not take place."""

    message = _("This date has been cancelled.")


class EventStays(Refused):
    """People have booked this date, or waited for it, as one of its event."""

    message = _("Somebody has booked this date or waited for it, so it stays with its event.")


class TooManyPlaces(Refused):
    """More places than the date has, or none at all."""

    message = _("This date does not have that many places.")


class TicketNotForYou(Refused):
    """A ticket type of another event, or one for members only."""

    message = _("That kind of place is not open to you. Members need to sign in first.")


class AlreadyBooked(Refused):
    """The address has a booking on this date. `booking` is for its owner's eyes only."""

    message = _(
        "There is a booking with this email for this date already. We have sent its link to that address again."
    )

    def __init__(self, booking):
        super().__init__()
        self.booking = booking


class AlreadyWaiting(Refused):
    """The address is on the date's waiting list. `entry` is for its owner's eyes only."""

    message = _("This email is on the waiting list for this date already. We have sent its link to that address again.")

    def __init__(self, entry):
        super().__init__()
        self.entry = entry


class RequestUsed(Refused):
    """One form makes one booking; somebody went back and gave another address."""

    message = _("This form has been used already. Please check your answers and send it again.")


class TooManyRequests(Refused):
    """One address asks for more than a person would."""

    message = _("Too many bookings were made with this email today. Please try again tomorrow, or sign in.")


class OfferGone(Refused):
    """The offer has expired, or was answered already."""

    message = _("This place is no longer held for you.")


class TooLateToCancel(Refused):
    """The date has begun."""

    message = _("This date has started, so the booking can no longer be cancelled.")
