"""The month beside the list: which days a date is on, the edges of months, the clocks, filters kept across both views."""

import re
from datetime import UTC, datetime, timedelta
from datetime import date as day_of

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django.utils.translation import gettext

from events import actions
from events.expiry import WALES
from events.filters import Filters
from events.models import EventIndexPage
from events.month import SPAN, Month, days_of
from tests.events.factories import book, date, event, pages

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MONTHS = "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr".split()


def local(*parts):
    """A moment by the clocks of Wales."""
    return datetime(*parts, tzinfo=WALES)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-12", "2026-12"),
        ("2027-01", "2027-01"),
        ("2028-11", "2028-11"),
        ("2028-12", "2026-11"),
        ("2024-11", "2024-11"),
        ("2024-10", "2026-11"),
        ("1066-10", "2026-11"),
        ("2026-13", "2026-11"),
        ("2026-00", "2026-11"),
        ("2026-1", "2026-11"),
        ("", "2026-11"),
        ("now", "2026-11"),
        ("2026-12-01", "2026-11"),
        ("٢٠٢٦-١٢", "2026-12"),
    ],
)
def test_the_month_of_an_address(text, month):
    """What cannot be read, or is more than two years away, is this month; digits of any script are digits."""
    assert str(Month.asked(text, NOW)) == month


@pytest.mark.parametrize(
    ("month", "weeks", "first", "last"),
    [
        (Month(2027, 2), 4, 0, 6),  # begins on a Monday and has four weeks to the day
        (Month(2026, 8), 6, 5, 0),  # begins on a Saturday and ends on a Monday
        (Month(2028, 2), 5, 1, 1),  # a leap year
        (Month(2026, 12), 5, 1, 3),
    ],
)
def test_weeks_go_from_monday_and_hold_one_month(month, weeks, first, last):
    """Days of other months are left out."""
    shown = month.weeks
    assert len(shown) == weeks
    assert [week.index(day) for week in (shown[0],) for day in week if day and day.day == 1] == [first]
    assert max(turn for turn, day in enumerate(shown[-1]) if day) == last
    assert {day.month for week in shown for day in week if day} == {month.number}


@pytest.mark.parametrize(
    ("month", "hours"),
    [(Month(2027, 3), 31 * 24 - 1), (Month(2026, 10), 31 * 24 + 1), (Month(2026, 12), 31 * 24)],
    ids=["clocks go forward", "clocks go back", "no change"],
)
def test_a_month_is_as_long_as_the_clocks_of_wales_make_it(month, hours):
    """March is an hour shorter, October an hour longer."""
    begin, end = month.begins_at.astimezone(UTC), month.shifted(1).begins_at.astimezone(UTC)
    assert end - begin == timedelta(hours=hours)


@pytest.mark.parametrize(("at", "month"), [("2026-06-30T23:30", "2026-07"), ("2026-12-31T23:30", "2026-12")])
def test_the_month_of_a_moment_is_the_one_in_wales(at, month):
    """Half past eleven at night UTC is July already in summer time."""
    assert str(Month.at(datetime.fromisoformat(at).replace(tzinfo=UTC))) == month


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (local(2026, 12, 8, 10), local(2026, 12, 8, 12), [8]),
        (local(2026, 12, 8, 10), local(2026, 12, 10, 12), [8, 9, 10]),
        (local(2026, 12, 8, 18), local(2026, 12, 9, 0), [8]),
        (local(2027, 3, 27, 22), local(2027, 3, 28, 3), [27, 28]),
        (local(2026, 10, 24, 23, 30), local(2026, 10, 25, 1, 30), [24, 25]),
    ],
    ids=["one day", "three days", "until midnight", "the night clocks go forward", "the night they go back"],
)
def test_the_days_of_a_date(db, start, end, days):
    """Each day on which people are there."""
    on = date(starts_at=start, hours=(end.astimezone(UTC) - start.astimezone(UTC)) / timedelta(hours=1))
    assert [day.day for day in days_of(on)] == days


def test_a_date_with_sessions_is_on_their_days_alone(db):
    """A course of three Tuesdays is not on for three weeks."""
    start = local(2026, 12, 1, 10)
    sessions = [(start + timedelta(days=7 * turn), start + timedelta(days=7 * turn, hours=2)) for turn in range(3)]
    on = date(starts_at=start, hours=14 * 24 + 2)
    for starts_at, ends_at in sessions:
        on.sessions.create(starts_at=starts_at, ends_at=ends_at)
    assert days_of(on) == [day_of(2026, 12, number) for number in (1, 8, 15)]


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_keeps_its_name_after_mis(number):
    """The word "mis" stands between, so "ym" mutates nothing of the month."""
    with translation.override("cy"):
        month = Month(2027, number)
        assert month.in_words == f"{MONTHS[number - 1]} 2027"
        assert gettext("No dates in %(month)s") % {"month": month.in_words} == f"Dim dyddiadau ym mis {month.in_words}"


@pytest.fixture
def december(site):
    """Next month's dates: a training day online, a meet-up of two days in the north, one that is full, one called off."""
    first = Month.at(timezone.now()).shifted(1)
    at = first.begins_at + timedelta(days=9, hours=10)
    made = {
        "online": date(of=event(), starts_at=at, is_online=True, place_cy="Ar-lein", place_en="Online", language="en"),
        "north": date(of=event(kind="meetup"), starts_at=at, hours=26, region="north", language="cy"),
        "full": date(of=event(kind="event"), starts_at=at + timedelta(days=3), capacity=1, region="mid"),
        "off": date(of=event(kind="event"), starts_at=at + timedelta(days=4), region="mid"),
    }
    for on in made.values():
        pages(on.event)
    book(made["full"])
    actions.cancel_date(date=made["off"], now=timezone.now(), by=None)
    return first, made


def shown(query="", code="en"):
    """The events page."""
    address = {"cy": "/cy/digwyddiadau/", "en": "/en/events/"}[code]
    return Client().get(address + query).content.decode()


def test_a_month_shows_several_dates_a_day_and_each_day_of_a_long_one(december):
    """In the table and, for a narrow window, as a list of days."""
    month, made = december
    page = shown(f"?month={month}")
    table = page[page.index("<table") : page.index("</table>")]
    assert re.search(r"<caption[^>]*>\w+ \d{4}</caption>", table)
    assert re.findall(r'<th scope="col">(\w+)</th>', table)[0] == "Monday"
    assert len(re.findall(r'<th scope="col">', table)) == 7
    cells = {
        found[1]: found[0]
        for found in re.findall(r'(<td (?:(?!</td>).)*datetime="([\d-]+)".*?</td>)', table, re.DOTALL)
    }
    tenth, eleventh = (str(month.first + timedelta(days=days)) for days in (9, 10))
    assert made["online"].event.name_en in cells[tenth]
    assert made["north"].event.name_en in cells[tenth]
    assert "Day 1 of 2" in cells[tenth]
    assert "Day 2 of 2" in cells[eleventh]
    assert made["online"].event.name_en not in cells[eleventh]
    assert "Cancelled" in table
    assert "Full · waiting list open" in table
    assert page.count(made["off"].event.name_en) == 2, "once in the table, once in the list of days"


def test_the_ways_go_to_the_months_beside_it_and_end(december):
    """By their names; where the calendar ends, no way leads on."""
    month, _made = december
    page = shown(f"?month={month}", "cy")
    after = month.shifted(1)
    assert f'rel="next" href="?month={after}"' in page
    assert f'{MONTHS[after.number - 1]}<span class="month__year"> {after.year}</span>' in page
    assert "Y mis hwn" in page
    last = shown(f"?month={Month.at(timezone.now()).shifted(SPAN)}")
    assert 'rel="prev"' in last
    assert 'rel="next"' not in last


def test_today_is_marked_in_words(site):
    """Not by colour alone, and only in its own month."""
    midnight = timezone.now().astimezone(WALES).replace(hour=0, minute=0, second=0, microsecond=0)
    on = date(starts_at=midnight, hours=24)
    pages(on.event)
    assert shown("?month=now").count(">Today<") == 2
    assert shown("?month=now", "cy").count(">Heddiw<") == 2
    later = Month.at(timezone.now()).shifted(1)
    assert ">Today<" not in shown(f"?month={later}")


@pytest.mark.parametrize(("code", "words"), [("cy", "Dim dyddiadau ym mis"), ("en", "No dates in")])
def test_an_empty_month_says_so(site, code, words):
    """And leads to the list; there is no empty table."""
    page = shown("?month=now", code)
    assert words in page
    assert "<table" not in page


def test_an_empty_month_leads_to_the_next_one_with_dates_that_fit(december):
    """By its name, with the filters kept; a month of nothing but a date called off is not led to."""
    month, made = december
    this = f"?month={Month.at(timezone.now())}"
    assert f'href="?month={month}">Go to {month.in_words}' in shown(this)
    with translation.override("cy"):
        assert f"Mae’r dyddiadau nesaf ym mis {month.in_words}." in shown(this, "cy")
    later = month.shifted(2)
    date(of=made["north"].event, starts_at=later.begins_at, region="north", language="en")
    fitting = shown(f"{this}&region=north&spoken=en")
    assert f'href="?month={later}&amp;region=north&amp;spoken=en">Go to' in fitting
    off = date(of=made["off"].event, starts_at=later.shifted(2).begins_at)
    actions.cancel_date(date=off, now=timezone.now(), by=None)
    assert "See the list" in shown(f"?month={later.shifted(1)}")


def test_without_a_month_asked_for_the_first_one_with_dates_that_fit_opens(december):
    """And says that this one has none; the way to this month stays."""
    month, made = december
    this = Month.at(timezone.now())
    for code, none in (("en", f"No dates in {this.in_words}"), ("cy", "Dim dyddiadau ym mis")):
        page = shown("?month=now", code)
        assert f'<input type="hidden" name="month" value="{month}">' in page
        assert none in page
        assert f'href="?month={this}"' in page
    later = month.shifted(2)
    date(of=made["north"].event, starts_at=later.begins_at, region="north", language="en")
    assert f'name="month" value="{later}"' in shown("?month=now&region=north&spoken=en")
    date(of=made["north"].event, starts_at=this.begins_at)
    page = shown("?month=now")
    assert f'name="month" value="{this}"' in page
    assert "No dates in" not in page


def test_the_month_says_what_the_list_says_first(december):
    """The words of the page, such as the way to its Easy Read version, stand above both."""
    EventIndexPage.objects.update(body=[("text", "<p>Read this first.</p>")])
    for query in ("", f"?month={december[0]}"):
        assert "Read this first." in shown(query)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", {"online", "north", "full", "off"}),
        ("kind=meetup", {"north"}),
        ("kind=meetup&kind=training", {"north", "online"}),
        ("way=online", {"online"}),
        ("way=in-person", {"north", "full", "off"}),
        ("region=mid", {"full", "off"}),
        ("spoken=cy", {"north"}),
        ("places=left", {"online", "north"}),
        ("region=mid&places=left", set()),
        ("kind=nonsense&region=", {"online", "north", "full", "off"}),
    ],
)
def test_filters_narrow_the_list_and_the_month_alike(december, query, names):
    """Ticks of one kind widen, of different kinds narrow; what nobody offered is passed over."""
    month, made = december
    for view in (shown(f"?{query}"), shown(f"?month={month}&{query}")):
        page = view[view.index("facets__sheet") :]
        found = {name for name, on in made.items() if f"-{on.event.pk}-en/" in page}
        assert found == names


def test_filters_stay_when_the_view_or_the_month_changes(december):
    """The switch, the ways and the form carry them."""
    month, _made = december
    page = shown(f"?month={month}&kind=meetup&region=north")
    assert 'href="?kind=meetup&amp;region=north"' in page
    assert f'href="?month={month.shifted(1)}&amp;kind=meetup&amp;region=north"' in page
    assert f'<input type="hidden" name="month" value="{month}">' in page
    listed = shown("?kind=meetup&region=north")
    assert 'href="?month=now&amp;kind=meetup&amp;region=north"' in listed
    assert 'value="meetup" form="filters" checked' in listed


def test_a_tick_says_how_many_dates_it_would_give(december):
    """Its own kind's ticks leave its count alone."""
    from events.models import Date

    now = timezone.now()
    filters = Filters.asked(QueryDict("kind=meetup"), now)
    total, rows = filters.counted(Date.objects.public().with_places_left())
    facets = {facet["name"]: facet for facet in rows}
    assert total == 1
    counts = {name: {o["value"]: o["count"] for o in facet["options"]} for name, facet in facets.items()}
    assert counts["kind"] == {"event": 2, "training": 1, "meetup": 1}
    assert counts["region"] == {"north": 1}
    assert counts["places"] == {"left": 1}


def test_more_dates_ask_no_more_questions(december):
    """The same number of statements for four dates and for forty."""
    month, made = december

    def asked():
        with CaptureQueriesContext(connection) as queries:
            shown(f"?month={month}")
        return len(queries)

    shown(f"?month={month}")
    before = asked()
    for turn in range(36):
        date(of=made["online"].event, starts_at=month.begins_at + timedelta(days=turn % 25, hours=turn % 9))
    assert asked() == before
