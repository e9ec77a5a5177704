"""Sending what waits: claim under a lease, hand over one by one, mark each row by its own write."""

import logging
import os
import socket
from datetime import timedelta
from email.utils import parseaddr
from time import monotonic
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Exists, OuterRef
from django.db.models.functions import Now

from core.mail.compose import compose
from core.mail.transport import Away, Later, Rejected, Uncertain, make_transport
from core.models import MailBatch, OutgoingMail

log = logging.getLogger(__name__)
State = OutgoingMail.State

CLAIM = 50
POISON_TRIES = 3
AWAY_REST = timedelta(seconds=30)
_lines: dict[int, object] = {}


def deliver(*, seconds: float = 45) -> int:
    """Send what is due for at most `seconds`; how many messages the server took. Safe to run twice at once."""
    worker = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
    until, sent = monotonic() + seconds, 0
    drop_stale()
    while monotonic() < until:
        held_until = monotonic() + settings.MAIL_LEASE
        rows = claim(worker)
        if not rows:
            break
        try:
            for row in rows:
                if held_until - monotonic() < settings.MAIL_LEASE / 2:
                    break
                sent += _send_one(row, worker)
        except Away as error:
            log.warning("No mail server answers: %s", error)
            _release(worker, rest=AWAY_REST, words=str(error))
            break
        _release(worker)
    finish_batches()
    return sent


def claim(worker: str, limit: int = CLAIM) -> list[OutgoingMail]:
    """Take up to `limit` due rows under a lease by the database's clock; nobody else sends them meanwhile."""
    with transaction.atomic():
        due = OutgoingMail.objects.due()
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True, of=("self",))
        ids = list(due.values_list("id", flat=True)[:limit])
        if not ids:
            return []
        OutgoingMail.objects.filter(id__in=ids).update(
            state=State.SENDING, leased_by=worker, lease_until=Now() + timedelta(seconds=settings.MAIL_LEASE)
        )
    return list(OutgoingMail.objects.filter(id__in=ids, leased_by=worker).order_by("bulk", "due_at", "id"))


def _send_one(row: OutgoingMail, worker: str) -> int:
    """Send one row and write what became of it; 1 if the server took it."""
    try:
        message = compose(row)
    except Exception as error:  # a template or address that breaks one message must not stop the others
        log.exception("Message %s cannot be written", row.pk)
        _try_again(row, worker, f"{type(error).__name__}: {error}", tries=POISON_TRIES)
        return 0
    sender = parseaddr((row.batch_id and settings.NEWSLETTER_FROM_EMAIL) or settings.DEFAULT_FROM_EMAIL)[1]
    try:
        _line().send(sender=sender, to=row.to, message=message)
    except Rejected as error:
        _mark(row, worker, state=State.FAILED, last_error=str(error), tries=row.tries + 1)
    except Later as error:
        _try_again(row, worker, str(error))
    except Uncertain as error:
        # One more try with the same Message-ID, so that the reader's side can drop the copy; never a third.
        _try_again(row, worker, str(error), tries=0 if row.uncertain else None, uncertain=True)
    else:
        _mark(row, worker, state=State.SENT, sent_at=Now(), tries=row.tries + 1, last_error="")
        return 1
    return 0


def _try_again(row: OutgoingMail, worker: str, words: str, tries: int | None = None, **changes) -> None:
    """Put a row back with patience, or give up after the allowed tries and leave it for staff."""
    allowed = len(OutgoingMail.BACKOFF) if tries is None else tries
    if row.tries + 1 >= allowed:
        changes |= {"state": State.FAILED}
    else:
        changes |= {"state": State.QUEUED, "due_at": Now() + OutgoingMail.BACKOFF[row.tries]}
    _mark(row, worker, tries=row.tries + 1, last_error=words, **changes)


def _mark(row: OutgoingMail, worker: str, **changes) -> None:
    OutgoingMail.objects.filter(pk=row.pk, leased_by=worker).update(leased_by="", lease_until=None, **changes)


def _release(worker: str, rest: timedelta | None = None, words: str = "") -> None:
    """Give back what this worker still holds, without counting a try."""
    changes = {"due_at": Now() + rest, "last_error": words} if rest else {}
    OutgoingMail.objects.filter(state=State.SENDING, leased_by=worker).update(
        state=State.QUEUED, leased_by="", lease_until=None, **changes
    )


def _line():
    """This process's own line: a forked child never shares its parent's."""
    if os.getpid() not in _lines:
        _lines.clear()
        _lines[os.getpid()] = make_transport()
    return _lines[os.getpid()]


def drop_stale() -> int:
    """Messages whose moment has passed are marked so and never leave."""
    late = OutgoingMail.objects.filter(state=State.QUEUED, expires_at__lt=Now())
    return late.update(state=State.STALE)


def finish_batches() -> int:
    """Bulk messages with nothing left to send are finished."""
    left = OutgoingMail.objects.filter(batch=OuterRef("pk"), state__in=[State.QUEUED, State.SENDING])
    done = MailBatch.objects.filter(~Exists(left), state=MailBatch.State.SENDING)
    return done.update(state=MailBatch.State.FINISHED, finished_at=Now())
