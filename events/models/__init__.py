"""Facts that both languages share: events, their dates, who has a place, who waits; and the pages that tell of them."""

from events.models.booking import Booking, Place
from events.models.change import Change
from events.models.date import Date, DateLanguage, Session
from events.models.event import Event, EventKind, TicketType
from events.models.pages import EventIndexPage, EventPage
from events.models.waiting import WaitingListEntry

__all__ = [
    "Booking",
    "Change",
    "Date",
    "DateLanguage",
    "Event",
    "EventIndexPage",
    "EventKind",
    "EventPage",
    "Place",
    "Session",
    "TicketType",
    "WaitingListEntry",
]
