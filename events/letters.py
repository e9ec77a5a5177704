"""The mails of this room: what each of them is told, written in the transaction of what it tells."""

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.conf import settings

from core import mail
from events import calendar, words
from events.listing import pages_of
from events.models import Booking, Date, WaitingListEntry
from events.people import PlaceRequest, language_of
from events.tokens import link_token


def facts(date: Date) -> dict[str, Any]:
    """What every mail says of a date, as plain data in both languages."""
    return {
        "title": {"cy": date.event.name_cy, "en": date.event.name_en},
        "place": {"cy": date.place_cy, "en": date.place_en},
        "access": {"cy": date.access_cy, "en": date.access_en},
        "is_online": date.is_online,
        "spoken": date.language,
        "starts_at": date.starts_at.isoformat(),
        "ends_at": date.ends_at.isoformat(),
        "blocks": [[start.isoformat(), end.isoformat()] for start, end in date.blocks],
        "date_id": date.pk,
    }


class Confirmation:
    """The mail that confirms a booking, made ready before the date is held, so that nothing slow happens while it is."""

    def __init__(self, booking: Booking, date: Date, places: Sequence[PlaceRequest]):
        self.booking, self.places = booking, places
        self._write(date)

    def _write(self, date: Date) -> None:
        self.as_of = _columns(date)
        price = sum(place.price_pence for place in self.places)
        self.files = calendar.invitation(self.booking, date, now=self.booking.created_at)
        self.context = facts(date) | {
            "name": self.booking.name,
            "reference": self.booking.reference,
            "token": link_token(self.booking),
            "people": [place.name for place in self.places if place.name],
            "places": len(self.places),
            "price": words.money(price) if price else "",
        }

    def send(self, date: Date, again: str = "") -> None:
        """Queue it, written anew if the date was changed meanwhile; `again` names the reason for a second copy."""
        if _columns(date) != self.as_of:
            self._write(date)
        more = {"attachments": self.files, "expires_at": date.ends_at}
        _send("events/booked", self.booking, self.context, again=again, **more)


def _columns(date: Date) -> tuple:
    return tuple(getattr(date, field.attname) for field in Date._meta.concrete_fields)


def cancelled(booking: Booking, date: Date, *, by_us: bool) -> None:
    """Say that a booking is cancelled, and take it out of the calendar."""
    context = facts(date) | {"name": booking.name, "by_us": by_us, "off": bool(date.cancelled_at)}
    context |= {"contact": parseaddr(settings.DEFAULT_FROM_EMAIL)[1], "page": _page(date) if by_us else {}}
    files = calendar.invitation(booking, date, now=booking.cancelled_at)
    _send("events/cancelled", booking, context, attachments=files, expires_at=date.ends_at)


def waiting(entry: WaitingListEntry, date: Date, *, again: str = "") -> None:
    """Say that somebody is in line, and how to leave it."""
    context = _of_entry(entry, date) | {"line": entry.place_in_line}
    _send("events/waiting", entry, context, again=again, expires_at=date.ends_at)


def offered(entry: WaitingListEntry, date: Date, *, again: str = "") -> None:
    """Hold a place out to somebody, until when."""
    context = _of_entry(entry, date) | {"expires_at": entry.offer_expires_at.isoformat()}
    _send("events/offered", entry, context, again=again, expires_at=entry.offer_expires_at)


def offer_expired(entry: WaitingListEntry, date: Date) -> None:
    """Say that a place was held for somebody and is no more."""
    _send("events/offer_expired", entry, _of_entry(entry, date), expires_at=date.ends_at)


def wait_over(entry: WaitingListEntry, date: Date) -> None:
    """Say that there is nothing to wait for: the date does not take place."""
    _send("events/wait_over", entry, _of_entry(entry, date), expires_at=date.ends_at)


def _page(date: Date) -> dict[str, str]:
    """Where the event is told of, in each language."""
    found = {code: pages_of([date.event_id], code).get(date.event_id) for code in ("cy", "en")}
    return {code: page.get_url() for code, page in found.items() if page}


def _of_entry(entry: WaitingListEntry, date: Date) -> dict[str, Any]:
    return facts(date) | {"name": entry.name, "token": link_token(entry), "places": entry.places}


def _send(template: str, row: Booking | WaitingListEntry, context: dict, *, again: str = "", **more) -> None:
    mail.send(
        template,
        to=row.email,
        to_name=row.name,
        language=language_of(row),
        context=context,
        key=":".join(part for part in (template, row.reference, again) if part),
        **more,
    )
