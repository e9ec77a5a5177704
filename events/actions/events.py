"""Events as staff enter and change them, with their kinds of place."""

from django.db import transaction
from wagtail.log_actions import log

from events.actions.lock import hold_all
from events.errors import KindTaken, KindWaitedFor, NotYours
from events.models import Event, Place, TicketType, WaitingListEntry
from members.models import User


@transaction.atomic
def add_event(*, kind: str, name_cy: str, name_en: str, ticket_types: list[dict] = ()) -> Event:
    """Enter an event; each ticket type is a dict of the model's fields. Without any, a place is free for everybody."""
    event = Event.objects.create(kind=kind, name_cy=name_cy, name_en=name_en)
    TicketType.objects.bulk_create(
        [TicketType(event=event, **{"sort_order": turn} | fields) for turn, fields in enumerate(ticket_types)]
    )
    return event


@transaction.atomic
def keep_event(*, event: Event, by: User) -> Event:
    """Keep what staff made of an event and its kinds of place, which are in memory so far.

    A kind that somebody has or waits for stays. Refuses NotYours, KindTaken, KindWaitedFor, TryAgain.
    """
    is_new = event.pk is None
    if not by.has_perm("events.add_event" if is_new else "events.change_event"):
        raise NotYours
    if not is_new:
        _refuse_to_take_out(event)
    event.save()
    log(event, "wagtail.create" if is_new else "wagtail.edit", user=by, content_changed=True)
    return event


def _refuse_to_take_out(event: Event) -> None:
    kept = {kind.pk for kind in event.ticket_types.all() if kind.pk}
    going = TicketType.objects.filter(event_id=event.pk).exclude(pk__in=kept)
    if not going.exists():
        return
    hold_all(event)
    if Place.objects.filter(ticket_type__in=going).exists():
        raise KindTaken
    line = WaitingListEntry.objects.active().filter(date__event=event.pk)
    if not line.kinds_of_place().isdisjoint(going.values_list("pk", flat=True)):
        raise KindWaitedFor
