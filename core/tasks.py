"""What happens later: mail leaves, and a sweep finds what nobody woke."""

from datetime import timedelta

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_ready
from django.conf import settings

from core.mail import claims
from core.mail import deliver as engine
from core.mail.queue import wake
from core.models import PeriodicRun


@shared_task
def deliver_mail(**_):
    """Send what is due, and ask for another turn if something is left."""
    try:
        more = engine.deliver()
    except SoftTimeLimitExceeded:
        more = True
    if more:
        wake()


@shared_task
def sweep_mail(**_):
    """Set right what dead workers left, finish what is finished, and wake workers for what nobody woke them for."""
    if not PeriodicRun.take("sweep mail", every=timedelta(seconds=8)):
        return
    claims.tidy()
    claims.finish_batches()
    if claims.anything_due():
        wake(settings.MAIL_WORKERS)


@worker_ready.connect
def look_round(**_):
    """A worker that starts asks at once for what waited while there was none."""
    wake(settings.MAIL_WORKERS)
