"""New events and dates."""

from datetime import datetime

from django.db import transaction

from events.models import Date, Event, Session, TicketType


@transaction.atomic
def add_event(*, kind: str, name_cy: str, name_en: str, ticket_types: list[dict] = ()) -> Event:
    """Enter an event; each ticket type is a dict of the model's fields. Without any, a place is free for everybody."""
    event = Event.objects.create(kind=kind, name_cy=name_cy, name_en=name_en)
    TicketType.objects.bulk_create(
        [TicketType(event=event, **{"sort_order": turn} | fields) for turn, fields in enumerate(ticket_types)]
    )
    return event


@transaction.atomic
def add_date(
    *,
    event: Event,
    starts_at: datetime,
    ends_at: datetime,
    capacity: int,
    sessions: list[tuple[datetime, datetime]] = (),
    **facts,
) -> Date:
    """Enter a date of an event; `facts` are the model's other fields (place_cy, place_en, language, region, …)."""
    date = Date(event=event, starts_at=starts_at, ends_at=ends_at, capacity=capacity, **facts)
    date.full_clean()
    date.save()
    Session.objects.bulk_create([Session(date=date, starts_at=start, ends_at=end) for start, end in sessions])
    return date
