"""Who may send what: rows are taken under a lease, bulk messages also need one of a few slots. The database's clock rules."""

from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When
from django.db.models.functions import Now

from core.models import MailBatch, MailSlot, OutgoingMail
from core.models.mail import Fault

State = OutgoingMail.State

CLAIM = 50
SETTLE = 1000


def _lease():
    return Now() + timedelta(seconds=settings.MAIL_LEASE)


def if_wanted(state: str) -> Case:
    """What becomes of a row that leaves a worker's hands unsent: `state`, or cancelled where its reader has left."""
    return Case(When(wanted=True, then=Value(state)), default=Value(State.CANCELLED))


def claim_single(worker: str) -> list[OutgoingMail]:
    """Take messages to one person."""
    return _claim(worker, OutgoingMail.objects.due().single())


def _sending() -> QuerySet:
    return MailBatch.objects.filter(state=MailBatch.State.SENDING).order_by("id").values_list("id", flat=True)


def bulk_waits() -> bool:
    """Whether some bulk message is on its way out."""
    return _sending().exists()


def claim_bulk(worker: str) -> list[OutgoingMail]:
    """Take rows of the oldest bulk message that has any."""
    for batch in _sending():
        if rows := _claim(worker, OutgoingMail.objects.due().filter(batch=batch)):
            return rows
    return []


def _claim(worker: str, due: QuerySet) -> list[OutgoingMail]:
    """Take up to CLAIM rows; nobody else sends them while the lease lasts."""
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        rows = list(due[:CLAIM])
        if rows:
            held = OutgoingMail.objects.filter(id__in=[row.id for row in rows])
            held.update(state=State.SENDING, leased_by=worker, lease_until=_lease())
    return rows


def release(worker: str, words: str = "") -> None:
    """Give back what this worker still holds, without counting a try; `words` are those of a server that is away."""
    held = OutgoingMail.objects.filter(state=State.SENDING, leased_by=worker)
    said = {"fault": Fault.LINE, "last_error": words} if words else {}
    held.update(state=if_wanted(State.QUEUED), leased_by="", lease_until=None, **said)


def take_slot(worker: str) -> bool:
    """Get leave to send bulk messages, or keep it for another while; false where enough others do so."""
    slots = MailSlot.objects.filter(number__lt=settings.MAIL_WORKERS)
    if slots.filter(held_by=worker).update(held_until=_lease()):
        return True
    if slots.count() < settings.MAIL_WORKERS:
        MailSlot.objects.bulk_create([MailSlot(number=n) for n in range(settings.MAIL_WORKERS)], ignore_conflicts=True)
    with transaction.atomic():
        free = slots.filter(held_until__lte=Now()).order_by("number")
        if connection.features.has_select_for_update_skip_locked:
            free = free.select_for_update(skip_locked=True)
        slot = free.first()
        if slot:
            MailSlot.objects.filter(pk=slot.pk).update(held_by=worker, held_until=_lease())
    return slot is not None


def leave_slot(worker: str) -> None:
    """Let the next worker send bulk messages."""
    MailSlot.objects.filter(held_by=worker).update(held_by="", held_until=Now())


def tidy() -> None:
    """Set right what time and dead workers left: lost leases, messages that are too late, rows of cancelled bulk messages."""
    _settle(OutgoingMail.objects.abandoned(), state=if_wanted(State.QUEUED), leased_by="", lease_until=None)
    waiting = OutgoingMail.objects.filter(state=State.QUEUED)
    _settle(waiting.filter(expires_at__lte=Now()), state=State.STALE)
    cancelled = MailBatch.objects.filter(state=MailBatch.State.CANCELLED)
    _settle(waiting.filter(batch__in=cancelled), state=State.CANCELLED)
    _closed_too_early().update(state=MailBatch.State.SENDING, finished_at=None)


def _closed_too_early() -> QuerySet:
    """Finished bulk messages with a row to send: one was sent again in the moment in which a worker closed the rest."""
    waiting = OutgoingMail.objects.filter(batch=OuterRef("pk"), state=State.QUEUED)
    return MailBatch.objects.filter(Exists(waiting), state=MailBatch.State.FINISHED)


def _settle(rows: QuerySet, **changes) -> None:
    """Change rows that nobody else is changing at this moment, so that two workers that tidy never wait for each other."""
    with transaction.atomic():
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True, of=("self",))
        ids = list(rows.values_list("id", flat=True)[:SETTLE])
        if ids:
            OutgoingMail.objects.filter(id__in=ids).update(**changes)


def finish_batches() -> int:
    """Bulk messages with nothing left to send are finished; how many became so."""
    left = OutgoingMail.objects.filter(batch=OuterRef("pk"), state__in=[State.QUEUED, State.SENDING])
    done = MailBatch.objects.filter(~Exists(left), state=MailBatch.State.SENDING)
    return done.update(state=MailBatch.State.FINISHED, finished_at=Now())


def anything_due() -> bool:
    """Whether a worker would find something to send now."""
    due = OutgoingMail.objects.due().order_by()
    if due.single().exists() or OutgoingMail.objects.abandoned().exists() or _closed_too_early().exists():
        return True
    return any(due.filter(batch=batch).exists() for batch in _sending())
