"""What a page says about a date: its state in words, where, in which language, and at what price."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _

from core.i18n import clock, in_words, long_date
from events.models import Date, DateLanguage, EventKind, TicketType

KIND_TONES = {EventKind.EVENT: "sky", EventKind.TRAINING: "plum", EventKind.MEETUP: "teal"}
SPOKEN = {
    DateLanguage.CY: _("In Welsh"),
    DateLanguage.EN: _("In English"),
    DateLanguage.BILINGUAL: _("Bilingual"),
    DateLanguage.TRANSLATION: _("Bilingual, with simultaneous translation"),
}
FEW = 3  # places left from which on we count, however large the date; else from a third of it


def status(date: Date, now: datetime) -> tuple[str, str]:
    """The state of a date (with its places counted) in words, and the tone that goes with it."""
    if date.cancelled_at:
        return gettext("Cancelled"), "coral"
    if now >= date.ends_at:
        return gettext("Over"), "ink"
    if date.opens_at and now < date.opens_at:
        opens = f"{long_date(date.opens_at)}, {clock(date.opens_at)}"
        return gettext("Booking opens: %(when)s") % {"when": opens}, "sky"
    if now >= date.bookable_until:
        return gettext("Booking has closed"), "ink"
    if not date.places_left:
        return gettext("Full · waiting list open"), "sun"
    if date.places_left <= max(FEW, date.capacity // 3):
        return gettext("Places left: %(left)s of %(all)s") % {"left": date.places_left, "all": date.capacity}, "leaf"
    return gettext("Places available"), "leaf"


def action(date: Date, now: datetime) -> str:
    """What can be done about a date (with its places counted), or nothing."""
    if not date.is_open(now):
        return ""
    return gettext("Book a place") if date.places_left else gettext("Join the waiting list")


def where(date: Date) -> str:
    """The place, or that it is online, or both."""
    return together(date.place, gettext("Online") if date.is_online and not says_online(date) else "")


def together(*parts: str) -> str:
    """Parts with a dot between them, which stays with the part before it where the line is too long."""
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)


def says_online(date: Date) -> bool:
    """Whether the place is only a word for "online"."""
    return gettext("Online").casefold() in date.place.casefold()


def spoken(date: Date) -> str:
    """The language that is spoken there."""
    return str(SPOKEN[date.language])


def money(pence: int) -> str:
    """A price: £60, £7.50, free."""
    if not pence:
        return gettext("Free")
    return f"£{pence // 100}" + (f".{pence % 100:02}" if pence % 100 else "")


def prices(kinds: Iterable[TicketType]) -> str:
    """What a place costs, for each kind of place."""
    return together(*(f"{in_words(kind, 'name')}: {money(kind.price_pence)}" for kind in kinds)) or money(0)


def line(number: int) -> str:
    """Somebody's place in the line."""
    if number == 1:
        return gettext("You are first in line.")
    return gettext("Your place in line: %(number)s") % {"number": number}


#: said beside a page that has no twin in the reader's language
ONLY_IN = {"cy": gettext_lazy("The page is in Welsh only"), "en": gettext_lazy("The page is in English only")}


def answer() -> str:
    """What can be done about an offer."""
    return gettext("Answer: yes or no")
