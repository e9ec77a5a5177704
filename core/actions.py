"""What staff may do with messages: send failed ones again; hold, release or stop a bulk message."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Concat
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from core.mail.queue import wake_on_commit
from core.models import MailBatch, OutgoingMail

KEPT_WORDS = timedelta(days=90)  # how long the words of a message are kept


class MayNotSendAgain(Refused):
    """Sending failed mail again is for staff whose role says so."""

    message = _("Your role does not let you send messages again.")


class NothingFailed(Refused):
    """None of the chosen messages has failed."""

    message = _("None of these messages has failed, so there is nothing to send again.")


class NotWorthSending(Refused):
    """What failed is too late by now, or its reader has left, or the bulk message was stopped."""

    message = _("These messages are not sent again: they are too late, or nobody is waiting for them any more.")


class BatchIsOver(Refused):
    """The bulk message is not in a state in which that makes sense."""

    message = _("This is no longer possible: the sending has ended or has changed meanwhile.")


@transaction.atomic
def retry_mail(*, mails: Iterable[OutgoingMail], by, now: datetime) -> int:
    """Send failed messages again; how many will leave. Refuses MayNotSendAgain, NothingFailed, NotWorthSending.

    What is too late, unwanted or stopped stays failed, and its moment of being too late stays what it was.
    """
    if not by.has_perm("core.change_outgoingmail"):
        raise MayNotSendAgain
    chosen = OutgoingMail.objects.visible_to(by).failed().filter(pk__in=[mail.pk for mail in mails])
    if not chosen.exists():
        raise NothingFailed
    rows = list(chosen.worth_sending(now).select_for_update(of=("self",)))
    if not rows:
        raise NotWorthSending
    again = OutgoingMail.objects.filter(pk__in=[row.pk for row in rows])
    again.update(state=OutgoingMail.State.QUEUED, due_at=now, tries=0, uncertain=False)
    batches = MailBatch.objects.filter(pk__in={row.batch_id for row in rows if row.batch_id})
    batches.filter(state=MailBatch.State.FINISHED).update(state=MailBatch.State.SENDING, finished_at=None)
    for row in rows:
        # Histories are read by more people than the mail is: no address, and no words of a server, which often repeat it.
        log(instance=row, action="core.retry_mail", user=by, title=str(row.pk), data={"template": row.template})
    wake_on_commit()
    return len(rows)


def pause_batch(*, batch: MailBatch) -> None:
    """Hold a bulk message; what a worker has in its hands this second still leaves. Refuses with BatchIsOver."""
    _change(batch, frm=[MailBatch.State.SENDING], state=MailBatch.State.PAUSED)


@transaction.atomic
def resume_batch(*, batch: MailBatch) -> None:
    """Let a held bulk message go on. Refuses with BatchIsOver."""
    _change(batch, frm=[MailBatch.State.PAUSED], state=MailBatch.State.SENDING)
    wake_on_commit()


@transaction.atomic
def cancel_batch(*, batch: MailBatch, now: datetime) -> int:
    """Stop a bulk message for good; how many rows will not leave. Refuses with BatchIsOver."""
    under_way = [MailBatch.State.SENDING, MailBatch.State.PAUSED]
    _change(batch, frm=under_way, state=MailBatch.State.CANCELLED, finished_at=now)
    return batch.mails.filter(state=OutgoingMail.State.QUEUED).update(state=OutgoingMail.State.CANCELLED)


def _change(batch: MailBatch, *, frm: list[str], **changes) -> None:
    if not MailBatch.objects.filter(pk=batch.pk, state__in=frm).update(**changes):
        raise BatchIsOver
    batch.refresh_from_db()


def cancel_waiting(*, to: str, template: str) -> int:
    """Stop what waits or has failed for an address from one template: it no longer wants it. How many rows.

    What a worker has in its hands this second may still arrive, but is never tried again.
    """
    states = OutgoingMail.State
    rows = OutgoingMail.objects.filter(
        to=to, template=template, state__in=[states.QUEUED, states.FAILED, states.SENDING]
    )
    stays = When(state=states.SENDING, then=Value(states.SENDING))
    return rows.update(wanted=False, state=Case(stays, default=Value(states.CANCELLED)))


def forget_mail(*, addresses: Iterable[str]) -> int:
    """Take an erased person out of all that was or should be sent to them; the rows stay and are counted. How many."""
    states = OutgoingMail.State
    waits = When(state=states.QUEUED, then=Value(states.CANCELLED))
    return _nameless(OutgoingMail.objects.filter(to__in=addresses), state=Case(waits, default=F("state")), wanted=False)


def forget_words(*, now: datetime) -> int:
    """Drop what messages of more than 90 days ago said; that they were sent, to whom and when stays. How many rows."""
    waits = [OutgoingMail.State.QUEUED, OutgoingMail.State.SENDING]
    old = OutgoingMail.objects.filter(created_at__lte=now - KEPT_WORDS).exclude(state__in=waits)
    return old.exclude(context={}, attachments=[]).update(context={}, attachments=[], wanted=False)


def forget_sent(*, template: str) -> int:
    """Take the address out of messages from a template that have left, or never will. How many."""
    waits = [OutgoingMail.State.QUEUED, OutgoingMail.State.SENDING]
    return _nameless(OutgoingMail.objects.filter(template=template).exclude(to="").exclude(state__in=waits))


def _nameless(rows: QuerySet, **more) -> int:
    key = Concat(Value("erased:"), Cast(F("pk"), CharField()))
    return rows.update(key=key, to="", to_name="", context={}, attachments=[], last_error="", **more)
