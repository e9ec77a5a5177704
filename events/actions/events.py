"""New events."""

from django.db import transaction

from events.models import Event, TicketType


@transaction.atomic
def add_event(*, kind: str, name_cy: str, name_en: str, ticket_types: list[dict] = ()) -> Event:
    """Enter an event; each ticket type is a dict of the model's fields. Without any, a place is free for everybody."""
    event = Event.objects.create(kind=kind, name_cy=name_cy, name_en=name_en)
    TicketType.objects.bulk_create(
        [TicketType(event=event, **{"sort_order": turn} | fields) for turn, fields in enumerate(ticket_types)]
    )
    return event
