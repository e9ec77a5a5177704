"""What happens later: mail leaves, and a sweep finds what nobody woke."""

from celery import shared_task
from django.db.models.functions import Now

from core.mail import deliver as engine
from core.mail.queue import wake
from core.models import OutgoingMail


@shared_task
def deliver_mail(**_):
    """Send what is due, and ask for another turn if something is left."""
    engine.deliver()
    if OutgoingMail.objects.due().exists():
        wake()


@shared_task
def sweep_mail(**_):
    """Look for messages that are due though nobody was woken for them; finish what is finished."""
    engine.finish_batches()
    if OutgoingMail.objects.due().filter(due_at__lte=Now()).exists():
        wake()
