"""Dates as rows of a list, and an event's dates with the next one to book."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.i18n import clock, hours, in_words, long_date, unbroken
from events import linked_data, words
from events.filters import Filters
from events.models import Date, EventIndexPage, EventPage, TicketType

PER_PAGE = 20


def pages_of(event_ids: Iterable[int], language: str) -> dict[int, EventPage]:
    """Event → its page in a language, or in the other one where that is all there is."""
    pages = EventPage.objects.readable().filter(event__in=set(event_ids)).select_related("locale").defer("body")
    found: dict[int, EventPage] = {}
    for page in pages:
        if page.event_id not in found or page.locale.language_code == language:
            found[page.event_id] = page
    return found


def date_row(date: Date, now: datetime, page: EventPage | None, language: str, request=None) -> dict[str, Any]:
    """A date as a row of a list of many events: what components/event_row.html takes."""
    status, tone = words.status(date, now)
    elsewhere = page is not None and page.locale.language_code != language
    return {
        "title": in_words(date.event, "name", language),
        "url": page.get_url(request) if page else "",
        "starts_at": date.starts_at,
        "ends_at": date.ends_at,
        "kind": date.event.get_kind_display(),
        "kind_tone": words.KIND_TONES[date.event.kind],
        "status": status,
        "status_tone": tone,
        "meta": [
            words.where(date),
            words.spoken(date),
            str(words.ONLY_IN[page.locale.language_code]) if elsewhere else "",
        ],
        "action_label": words.action(date, now),
        "action_url": booking_url(date) if words.action(date, now) else "",
    }


def booking_url(date: Date) -> str:
    """Where a date is booked, in the language in force."""
    return reverse("event_book", args=[date.pk])


def index_context(page: EventIndexPage, request: HttpRequest) -> dict[str, Any]:
    """What is on, as a list or as a month, narrowed by the same filters."""
    from events.month import month_context

    now = timezone.now()
    filters = Filters.asked(request.GET, now)
    by_month = "month" in request.GET
    shown = (month_context if by_month else _list_context)(page, request, filters, now)
    ways = {"list_url": filters.query() or page.get_url(request), "month_url": filters.query(month="now")}
    every = {"month": str(shown["month"])} if by_month else {}
    clear = Filters.asked(QueryDict(), now).query(**every) or page.get_url(request)
    return shown | ways | {"by_month": by_month, "active": filters.active, "clear_url": clear}


def _list_context(page: EventIndexPage, request: HttpRequest, filters: Filters, now: datetime) -> dict[str, Any]:
    """The dates to come, soonest first, and the events that have no date at the moment."""
    language = page.locale.language_code
    dates = Date.objects.public().upcoming(now).select_related("event").with_places_left()
    paginator = Paginator(filters.narrow(dates), PER_PAGE)
    paginator.count, facets = filters.counted(dates)  # the facets' query knows it: the paginator need not ask
    chosen = paginator.get_page(request.GET.get("page"))
    pages = pages_of([date.event_id for date in chosen], language)
    undated = EventPage.objects.child_of(page).readable().exclude(event__in=Date.objects.upcoming(now).values("event"))
    undated = undated.select_related("event", "locale").defer("body").order_by("title")[:PER_PAGE]
    return {
        "rows": [date_row(date, now, pages.get(date.event_id), language, request) for date in chosen],
        "dates": chosen,
        "facets": facets,
        "undated": [] if filters.active else undated,
    }


def event_context(page: EventPage, request: HttpRequest) -> dict[str, Any]:
    """The event's dates to come with what can be done about each, and the next one that can be booked."""
    now = timezone.now()
    dates = list(page.event.dates.upcoming(now).with_places_left())
    for date in dates:
        date.event = page.event
    bookable = [date for date in dates if date.is_open(now)]
    following = next((date for date in bookable if date.places_left), next(iter(bookable), None))
    index = page.get_parent()
    return {
        "kind": page.event.get_kind_display(),
        "kind_tone": words.KIND_TONES[page.event.kind],
        "rows": [_row_of_event(date, now) for date in dates],
        "card": card(following, now, page) if following else None,
        "breadcrumbs": [{"title": index.title, "url": index.get_url(request)}],
        "linked_data": linked_data.of_event(page, dates, page.get_url(request), now),
    }


def _row_of_event(date: Date, now: datetime) -> dict[str, Any]:
    status, tone = words.status(date, now)
    label = words.action(date, now)
    return {
        "title": words.together(words.where(date), words.spoken(date)),
        "starts_at": date.starts_at,
        "ends_at": date.ends_at,
        "status": status,
        "status_tone": tone,
        "action_label": label,
        "action_url": booking_url(date) if label else "",
    }


def facts(date: Date, kinds: Iterable[TicketType] | None = None) -> list[dict[str, str]]:
    """A date's facts, label and value; with the price where the kinds of place are given."""
    online = _("Online") if date.cancelled_at else _("Online. People with a place get the joining link.")
    place = online if date.is_online else date.place
    return [
        {"label": _("Time"), "value": times(date) + (f" ({unbroken(_('UK time'))})" if date.is_online else "")},
        {"label": _("Where"), "value": place},
        {"label": _("Language"), "value": words.spoken(date)},
        {"label": _("Price"), "value": "" if kinds is None else words.prices(kinds)},
        {"label": _("Access"), "value": date.access},
    ]


def times(date: Date) -> str:
    """From when until when, on the days it takes."""
    if timezone.localdate(date.starts_at) == timezone.localdate(date.ends_at):
        return hours(date.starts_at, date.ends_at)
    ends = {"last_day": long_date(date.ends_at), "end": clock(date.ends_at)}
    return _("%(start)s to %(last_day)s, %(end)s") % {"start": clock(date.starts_at), **ends}


def card(date: Date, now: datetime, page: EventPage) -> dict[str, Any]:
    """The date as components/booking_card.html takes it."""
    status, tone = words.status(date, now)
    return {
        "title": long_date(date.starts_at),
        "facts": facts(date, page.event.kinds_of_place),
        "status": status,
        "status_tone": tone,
        "action_label": words.action(date, now),
        "action_url": booking_url(date),
        "note": _("Booking takes a minute. You can cancel until it starts, by the link in your email."),
        "links": [{"label": _("Add to calendar"), "url": reverse("event_calendar", args=[date.pk])}],
    }
