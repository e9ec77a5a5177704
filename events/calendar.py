"""Calendar files (RFC 5545, RFC 5546): a person's own booking, its end, and a date for everybody."""

from datetime import datetime
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext
from icalendar import Calendar, Event, vCalAddress, vText

from core.i18n import in_language, in_words
from core.mail.render import languages_for
from core.urls import absolute, link
from events.expiry import WALES
from events.models import Booking, Date
from events.people import language_of
from events.tokens import link_token

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def invitation(booking: Booking, date: Date, *, now: datetime) -> list[dict[str, str]]:
    """Attachments that put each block of a booking into its owner's calendar, or take it out once it is cancelled."""
    method = REQUEST if booking.stands else CANCEL
    blocks, languages = date.blocks, languages_for(language_of(booking))
    files = []
    for turn, (starts_at, ends_at) in enumerate(blocks, start=1):
        event = _event(date, starts_at, ends_at, languages, now)
        mark = f"-{turn}" if len(blocks) > 1 else ""
        event.add("uid", f"{booking.reference}{mark}@{_host()}")
        event.add("sequence", booking.sequence)
        event.add("status", "CONFIRMED" if booking.stands else "CANCELLED")
        event["organizer"] = _address(parseaddr(settings.DEFAULT_FROM_EMAIL)[1], _in_each(languages, _our_name))
        event["attendee"] = _address(booking.email, booking.name, partstat="ACCEPTED" if booking.stands else "DECLINED")
        if booking.stands:
            event["description"] = vText("\n".join(_way_in(code, booking) for code in languages))
        name = f"{booking.reference}{mark}.ics"
        kind = f"text/calendar; method={method}; charset=utf-8"
        files.append({"name": name, "type": kind, "content": _calendar(method, [event], languages[0]).decode()})
    return files


def public(date: Date, *, language: str, url: str, now: datetime) -> bytes:
    """A date for anybody's calendar, in one language: no person and no joining link is in it."""
    events = []
    for turn, (starts_at, ends_at) in enumerate(date.blocks, start=1):
        event = _event(date, starts_at, ends_at, (language,), now)
        event.add("uid", f"date-{date.pk}-{turn}@{_host()}")
        event.add("sequence", 1 if date.cancelled_at else 0)
        event.add("status", "CANCELLED" if date.cancelled_at else "CONFIRMED")
        event.add("url", absolute(url))
        events.append(event)
    return _calendar(PUBLISH, events, language)


def _event(date: Date, starts_at: datetime, ends_at: datetime, languages: tuple[str, ...], now: datetime) -> Event:
    event = Event()
    event.add("dtstamp", now)
    event.add("dtstart", starts_at.astimezone(WALES))
    event.add("dtend", ends_at.astimezone(WALES))
    event["summary"] = vText(_in_each(languages, lambda code: in_words(date.event, "name", code)))
    where = _in_each(languages, lambda code: _where(date, code))
    if where:
        event["location"] = vText(where)
    return event


def _where(date: Date, code: str) -> str:
    with in_language(code):
        return in_words(date, "place", code) or (gettext("Online") if date.is_online else "")


def _way_in(code: str, booking: Booking) -> str:
    """The link of the booking; it is in the owner's own file alone."""
    with in_language(code):
        return f"{gettext('See or cancel your booking')}: {link('booking', language=code, token=link_token(booking))}"


def _our_name(code: str) -> str:
    with in_language(code):
        return str(settings.SITE_NAME)


def _in_each(languages: tuple[str, ...], words) -> str:
    """The words in each language, said once where they are the same, on one line."""
    said = dict.fromkeys(_one_line(words(code)) for code in languages)
    return " / ".join(text for text in said if text)


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _address(email: str, name: str, **params: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    # A parameter can hold neither quotes nor line ends (RFC 5545, 3.1).
    address.params["CN"] = _one_line(name).replace('"', "'")
    if params:
        address.params.update({key.upper(): value for key, value in params.items()} | {"RSVP": "FALSE"})
    return address


def _calendar(method: str, events: list[Event], language: str) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//Rhwydwaith Cydgynhyrchu Cymru//Portal//{language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    for event in events:
        calendar.add_component(event)
    # The zone goes in as text: writing its parts out anew takes longer than all the rest.
    return calendar.to_ical().replace(b"BEGIN:VEVENT", _EUROPE_LONDON + b"BEGIN:VEVENT", 1)


# The rules of Europe/London: clocks change at 01:00 UTC on the last Sundays of March and October.
_EUROPE_LONDON = """\
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19810329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n").encode()


def _host() -> str:
    return urlsplit(settings.SITE_URL).hostname or "localhost"
