"""A month of dates as a calendar: weeks of days for a wide window, days with something on for a narrow one."""

import re
from calendar import Calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date as calendar_day
from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpRequest
from django.utils import dateformat
from django.utils.translation import gettext as _

from core.i18n import clock
from events.expiry import WALES
from events.filters import Filters
from events.listing import date_row, pages_of
from events.models import Date, EventIndexPage
from events.models.date import DateQuerySet

SPAN = 24  # months before and after this one that can be leafed to; without an end, robots would leaf for ever
_ASKED = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, order=True)
class Month:
    """A month of the calendar, in Wales."""

    year: int
    number: int

    @classmethod
    def at(cls, moment: datetime) -> "Month":
        """The month that a moment is in."""
        local = moment.astimezone(WALES)
        return cls(local.year, local.month)

    @classmethod
    def asked(cls, text: str, now: datetime) -> "Month":
        """The month of an address (2026-12); this one, where it cannot be read or is too far away."""
        found, this = _ASKED.fullmatch(text), cls.at(now)
        if not found or not 1 <= int(found[2]) <= 12:
            return this
        month = cls(int(found[1]), int(found[2]))
        return month if abs(month._count - this._count) <= SPAN else this

    @property
    def _count(self) -> int:
        return self.year * 12 + self.number - 1

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    def shifted(self, months: int) -> "Month":
        """The month so many later."""
        return Month(*_year_and_number(self._count + months))

    @property
    def in_words(self) -> str:
        """Rhagfyr 2026."""
        return dateformat.format(self.first, "F Y")

    @property
    def first(self) -> calendar_day:
        """Its first day."""
        return calendar_day(self.year, self.number, 1)

    @property
    def begins_at(self) -> datetime:
        """Midnight in Wales, whatever the clocks are set to."""
        return datetime.combine(self.first, time(), WALES)

    @property
    def weeks(self) -> list[list[calendar_day | None]]:
        """Monday to Sunday; nothing where a day is of another month."""
        weeks = Calendar().monthdatescalendar(self.year, self.number)
        return [[day if day.month == self.number else None for day in week] for week in weeks]


def _year_and_number(count: int) -> tuple[int, int]:
    return count // 12, count % 12 + 1


def days_of(date: Date) -> list[calendar_day]:
    """The days on which people come: those of the sessions, or all from start to end. Midnight ends the day before."""
    days: list[calendar_day] = []
    for starts_at, ends_at in date.blocks:
        first = starts_at.astimezone(WALES).date()
        last = max(first, (ends_at.astimezone(WALES) - timedelta(microseconds=1)).date())
        days += [first + timedelta(days=turn) for turn in range((last - first).days + 1)]
    return sorted(set(days))


def month_context(page: EventIndexPage, request: HttpRequest, filters: Filters, now: datetime) -> dict[str, Any]:
    """The weeks with what is on, the ways to the months beside it, and the filters with their counts."""
    month, language = _opened(request.GET.get("month", ""), filters, now), page.locale.language_code
    dates = _in(month).select_related("event").with_places_left()
    shown = list(filters.narrow(dates).order_by("starts_at", "id").prefetch_related("sessions"))
    pages = pages_of([date.event_id for date in shown], language)
    on = _on_days(shown, {date.pk: date_row(date, now, pages.get(date.event_id), language, request) for date in shown})
    today = now.astimezone(WALES).date()
    _total, facets = filters.counted(dates)
    following, passed = None if shown else _following(month, filters, now), _passed(request, month, now)
    weeks = [[_cell(day, on, today) for day in week] for week in month.weeks]
    return {
        "month": month,
        "caption": month.in_words,
        "day_names": [dateformat.format(day, "l") for day in _a_week()],
        "weeks": weeks,
        "days": [cell for week in weeks for cell in week if cell and cell["entries"]],
        "passed": _nothing(passed) if passed else "",
        "before": _way(month.shifted(-1), filters, now),
        "after": _way(month.shifted(1), filters, now),
        "this": _way(Month.at(now), filters, now) if month != Month.at(now) else None,
        "nothing": _nothing(month),
        "following": _way(following, filters, now) if following else None,
        "facets": facets,
    }


def _a_week() -> list[calendar_day]:
    monday = calendar_day(2026, 6, 1)
    return [monday + timedelta(days=turn) for turn in range(7)]


def _way(month: Month, filters: Filters, now: datetime) -> dict[str, str] | None:
    if Month.asked(str(month), now) != month:
        return None
    parts = {"name": dateformat.format(month.first, "F"), "year": month.year}
    return {"title": month.in_words, "url": filters.query(month=str(month))} | parts


def _in(month: Month) -> DateQuerySet:
    """The dates that take place in a month, or go on through it."""
    return Date.objects.public().filter(starts_at__lt=month.shifted(1).begins_at, ends_at__gt=month.begins_at)


def _opened(text: str, filters: Filters, now: datetime) -> Month:
    """The month of an address; where it names none, this one, or the next one with dates where this one has none."""
    month = Month.asked(text, now)
    if str(month) == text or filters.narrow(_in(month).with_places_left()).exists():
        return month
    return _following(month, filters, now) or month


def _passed(request: HttpRequest, month: Month, now: datetime) -> Month | None:
    """The month that nobody asked for and that was left out because it is empty."""
    this = Month.at(now)
    return this if month != this and str(month) != request.GET.get("month", "") else None


def _nothing(month: Month) -> str:
    return _("No dates in %(month)s") % {"month": month.in_words}


def _following(month: Month, filters: Filters, now: datetime) -> Month | None:
    """The way out of an empty month: to the next one with dates that fit, if there is one to leaf to."""
    later = Date.objects.public().going_ahead().filter(starts_at__gte=month.shifted(1).begins_at).with_places_left()
    begins = filters.narrow(later).order_by("starts_at").values_list("starts_at", flat=True).first()
    following = Month.at(begins) if begins else None
    return following if following and Month.asked(str(following), now) == following else None


def _on_days(dates: list[Date], rows: dict[int, dict]) -> dict[calendar_day, list[dict]]:
    on = defaultdict(list)
    for date in dates:
        days = days_of(date)
        for turn, day in enumerate(days, start=1):
            on[day].append(rows[date.pk] | {"time": _time_on(date, day), "turn": _turn(turn, len(days))})
    return on


def _time_on(date: Date, day: calendar_day) -> str:
    """When it begins on that day; nothing on a day that it only goes on through."""
    begins = [starts_at for starts_at, _ends_at in date.blocks if starts_at.astimezone(WALES).date() == day]
    return clock(begins[0]) if begins else ""


def _turn(turn: int, total: int) -> str:
    return _("Day %(number)s of %(total)s") % {"number": turn, "total": total} if total > 1 else ""


def _cell(day: calendar_day | None, on: dict[calendar_day, list[dict]], today: calendar_day) -> dict[str, Any] | None:
    return {"day": day, "is_today": day == today, "entries": on.get(day, [])} if day else None
