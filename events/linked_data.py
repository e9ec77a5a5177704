"""An event as search engines read it (schema.org, JSON-LD): what everybody may know, and never a joining link."""

import json
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from core.urls import absolute
from events import words
from events.expiry import WALES
from events.models import Date, EventKind, EventPage

SCHEMA = "https://schema.org/"
_ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&"}  # nothing in a text can end the script


def of_event(page: EventPage, dates: list[Date], url: str, now: datetime) -> SafeString:
    """The dates (with their places counted) of an event, as the text of a script; empty without a date."""
    rows = [_date(page, date, absolute(url), now) for date in dates]
    if not rows:
        return SafeString("")
    text = json.dumps({"@context": SCHEMA, "@graph": rows}, ensure_ascii=False)
    return mark_safe(text.translate(_ESCAPES))  # all that HTML could read is escaped


def _date(page: EventPage, date: Date, url: str, now: datetime) -> dict[str, Any]:
    row = {
        "@type": "EducationEvent" if page.event.kind == EventKind.TRAINING else "Event",
        "@id": f"{url}#date-{date.pk}",
        "name": page.title,
        "description": page.search_description or page.summary,
        "url": url,
        "inLanguage": page.locale.language_code,
        "startDate": date.starts_at.astimezone(WALES).isoformat(),
        "endDate": date.ends_at.astimezone(WALES).isoformat(),
        "eventStatus": SCHEMA + ("EventCancelled" if date.cancelled_at else "EventScheduled"),
        "eventAttendanceMode": SCHEMA + _mode(date),
        "location": _places(date, url),
        "maximumAttendeeCapacity": date.capacity,
        "organizer": {"@type": "Organization", "name": str(settings.SITE_NAME), "url": absolute("/")},
        "offers": _offers(page, date, url, now),
    }
    return {name: value for name, value in row.items() if value}


def _mode(date: Date) -> str:
    if not date.is_online:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if _has_a_place(date) else "OnlineEventAttendanceMode"


def _has_a_place(date: Date) -> bool:
    return bool(date.place) and not words.says_online(date)


def _places(date: Date, url: str) -> list[dict[str, str]]:
    """The page stands for the room online: the link itself is for people with a place."""
    online = [{"@type": "VirtualLocation", "url": url}] if date.is_online else []
    there = [{"@type": "Place", "name": date.place, "address": date.place}] if _has_a_place(date) else []
    return online + there


def _offers(page: EventPage, date: Date, url: str, now: datetime) -> list[dict[str, str]]:
    if not date.is_open(now):
        return []
    left = "InStock" if date.places_left else "SoldOut"
    prices = sorted({kind.price_pence for kind in page.event.kinds_of_place}) or [0]
    return [
        {
            "@type": "Offer",
            "price": f"{pence // 100}.{pence % 100:02}",
            "priceCurrency": "GBP",
            "availability": SCHEMA + left,
            "url": url,
        }
        for pence in prices
    ]
