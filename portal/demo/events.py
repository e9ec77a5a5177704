"""The events of the demo network, with the bookings and the waiting lists of its members."""

from datetime import datetime, time
from itertools import cycle, islice

from django.utils import timezone

from events import actions
from events.models import Date, EventIndexPage, EventKind, EventPage
from events.people import Booker
from members.models import User
from portal.demo.pages import add_pair, first_pages
from portal.demo_content.events import EVENTS, day_of

KINDS = {"event": EventKind.EVENT, "training": EventKind.TRAINING, "meet-up": EventKind.MEETUP}


def add_events(*, members: list[User], by, now: datetime) -> None:
    """Events with pages in both languages, dates from today on, and people on them."""
    parents, turn = first_pages(EventIndexPage), cycle(members)
    for entry in EVENTS:
        event = actions.add_event(kind=KINDS[entry["kind"]], name_cy=entry["title"]["cy"], name_en=entry["title"]["en"])
        add_pair(parents=parents, model=EventPage, entry=entry, event=event)
        for occurrence in entry["dates"]:
            date = _add_date(event, occurrence, now)
            people = islice(turn, occurrence["bookings"] + occurrence["waiting"])
            _fill(date, list(people), now)


def _add_date(event, occurrence: dict, now: datetime) -> Date:
    day = day_of(timezone.localdate(now), occurrence)
    starts_at, ends_at = (
        timezone.make_aware(datetime.combine(day, time.fromisoformat(occurrence[name]))) for name in ("start", "end")
    )
    return actions.add_date(
        event=event,
        starts_at=starts_at,
        ends_at=ends_at,
        capacity=occurrence["capacity"],
        is_online=occurrence["online"],
        place_cy=occurrence["place"]["cy"],
        place_en=occurrence["place"]["en"],
        region=occurrence["region"],
        joining_link=occurrence["joining_link"],
        language=occurrence["language"],
        access_cy=occurrence["access"]["cy"],
        access_en=occurrence["access"]["en"],
    )


def _fill(date: Date, people: list[User], now: datetime) -> None:
    """Book for each; once the date is full, the rest stand in line."""
    for person in people:
        actions.book_or_wait(date=date, booker=Booker.of(person), key=f"demo:{date.pk}:{person.pk}", now=now)
