"""How many workers send at once: enough, and never so many that other tasks stand behind them."""

from django.conf import settings
from django.db.models.functions import Now

from core.mail import claims
from core.models import MailBatch, MailSlot, OutgoingMail


def workers_wanted() -> int:
    """How many workers could do something now that nobody does: one for single messages, one for each free slot."""
    due = OutgoingMail.objects.due().order_by()
    single = int(due.single().exists())
    sending = MailBatch.objects.filter(state=MailBatch.State.SENDING).order_by("id").values_list("id", flat=True)
    if not any(due.filter(batch=batch).exists() for batch in sending):
        return single
    held = MailSlot.objects.filter(number__lt=settings.MAIL_WORKERS, held_until__gt=Now()).count()
    return single + settings.MAIL_WORKERS - held


def take_over_slot(worker: str, before: str) -> None:
    """Go on in the slot that the turn before kept; without effect where its lease ran out and another has it."""
    if MailSlot.objects.filter(held_by=before).update(held_by=worker):
        claims.take_slot(worker)
