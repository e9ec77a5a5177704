"""What this room offers through the slots: what is on, what a person has coming up, and how its pages are found."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext

from core.i18n import current_language, in_language, in_words
from core.models.pages import everybody_may_read
from core.search import Record
from core.search_sync import page_record
from core.slots import coming_up, starting_points, whats_on
from events import words
from events.booking_views import url_of
from events.listing import date_row, pages_of
from events.models import Booking, Date, EventIndexPage, EventPage, WaitingListEntry
from members.models import User


def what_is_on(*, language: str, now: datetime, limit: int) -> list[dict[str, Any]]:
    """The next dates that take place, as rows of a list."""
    dates = list(
        Date.objects.public()
        .upcoming(now)
        .going_ahead()
        .filter(starts_at__gt=now)
        .select_related("event")
        .with_places_left()[:limit]
    )
    pages = pages_of([date.event_id for date in dates], language)
    with in_language(language):
        return [date_row(date, now, pages.get(date.event_id), language) for date in dates]


def the_calendar() -> dict[str, Any] | None:
    """The list of what is on, for who looked for something and found nothing."""
    page = EventIndexPage.objects.filter(everybody_may_read(), locale__language_code=current_language()).first()
    return page and {"label": gettext("See what is on"), "url": page.url}


def what_a_person_has(*, user: User, language: str, now: datetime) -> list[dict[str, Any]]:
    """Somebody's bookings to come, offers and places in line, as rows of a list."""
    bookings = Booking.objects.of(user).standing().filter(date__ends_at__gt=now).select_related("date__event")
    entries = WaitingListEntry.objects.of(user).active().filter(date__ends_at__gt=now).select_related("date__event")
    with in_language(language):
        return [_row(row, language) for row in (*bookings, *entries)]


def _row(row: Booking | WaitingListEntry, language: str) -> dict[str, Any]:
    date = row.date
    offered = row.state == WaitingListEntry.State.OFFERED
    return {
        "title": in_words(date.event, "name", language),
        "url": url_of(row),
        "starts_at": date.starts_at,
        "ends_at": date.ends_at,
        "kind": date.event.get_kind_display(),
        "kind_tone": words.KIND_TONES[date.event.kind],
        "status": row.get_state_display(),
        "status_tone": "leaf" if isinstance(row, Booking) else "sun",
        "meta": [words.where(date), words.spoken(date)],
        "action_label": words.answer() if offered else "",
        "action_url": url_of(row) if offered else "",
    }


def record(page: EventPage) -> Record:
    """What search knows of an event: its words, and where it has been or will be."""
    places = page.event.dates.values_list(f"place_{page.locale.language_code}", flat=True)
    return page_record(page, text="\n".join(sorted(set(filter(None, places)))))


def register() -> None:
    """Put it all into the slots."""
    whats_on.register("events", what_is_on)
    starting_points.register("events", the_calendar)
    coming_up.register("events", what_a_person_has)
