"""Events for tests, made through this room's own actions."""

from datetime import timedelta
from itertools import count

from django.utils import timezone

from events import actions
from events.models import Date, Event, EventIndexPage, EventPage
from events.people import Booker, PlaceRequest

_number = count(1)


def event(*, kind="training", tickets=(), **fields) -> Event:
    """An event with a name in each language."""
    number = next(_number)
    names = {"name_cy": f"Hyfforddiant {number}", "name_en": f"Training {number}"}
    return actions.add_event(kind=kind, ticket_types=tickets, **(names | fields))


def ticket(name="Everybody", **fields) -> dict:
    """The fields of a ticket type."""
    return {"name_cy": f"{name} (cy)", "name_en": name} | fields


def date(*, of: Event | None = None, capacity=10, in_days=30, hours=3, **facts) -> Date:
    """A date that can be booked now, thirty days from now, with the event of its own unless one is given."""
    starts_at = facts.pop("starts_at", timezone.now().replace(microsecond=0) + timedelta(days=in_days))
    words = {"place_cy": "Wrecsam", "place_en": "Wrexham"}
    return actions.add_date(
        event=of or event(),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
        capacity=capacity,
        **(words | facts),
    )


def pages(of: Event, languages=("cy", "en")) -> dict[str, EventPage]:
    """The live pages of an event; the site must stand."""
    made, first = {}, None
    for code in languages:
        index = EventIndexPage.objects.get(locale__language_code=code)
        page = EventPage(
            title=of.name_cy if code == "cy" else of.name_en,
            slug=f"event-{of.pk}-{code}",
            event=of,
            locale=index.locale,
        )
        if first:
            page.translation_key = first.translation_key
        made[code] = index.add_child(instance=page)
        first = first or made[code]
    return made


def guest(number: int | None = None, **fields) -> Booker:
    """Somebody without an account."""
    number = number or next(_number)
    return Booker(**{"name": f"Guest {number}", "email": f"guest{number}@example.org", "language": "en"} | fields)


def key() -> str:
    """A key that no other request has."""
    return f"test:{next(_number)}"


def book(on: Date, booker: Booker | None = None, *, places=1, now=None, **more):
    """A booking of some places."""
    asked = more.pop("asked", [PlaceRequest()] * places)
    return actions.book(
        date=on,
        booker=booker or guest(),
        key=more.pop("key", None) or key(),
        places=asked,
        now=now or timezone.now(),
        **more,
    )


def wait(on: Date, booker: Booker | None = None, *, places=1, now=None, **more):
    """A place in line."""
    asked = more.pop("asked", [PlaceRequest()] * places)
    return actions.join_waiting_list(
        date=on,
        booker=booker or guest(),
        key=more.pop("key", None) or key(),
        places=asked,
        now=now or timezone.now(),
        **more,
    )
