"""What may happen to places: booking, waiting, offering, cancelling, and changing a date."""

from events.actions.booking import book, book_or_wait, cancel
from events.actions.dates import add_date, cancel_date, change_capacity, change_date
from events.actions.erasing import forget
from events.actions.events import add_event, keep_event
from events.actions.links import send_link_again
from events.actions.waiting import (
    accept_offer,
    decline_offer,
    expire_offers,
    join_waiting_list,
    leave_waiting_list,
)

__all__ = [
    "accept_offer",
    "add_date",
    "add_event",
    "book",
    "book_or_wait",
    "cancel",
    "cancel_date",
    "change_capacity",
    "change_date",
    "decline_offer",
    "expire_offers",
    "forget",
    "join_waiting_list",
    "keep_event",
    "leave_waiting_list",
    "send_link_again",
]
