"""What happens later: mail leaves, and a sweep finds what nobody woke."""

from datetime import timedelta

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded
from celery.signals import worker_ready
from django.conf import settings
from django.utils import timezone

from core import actions, waking
from core.mail import claims, sharing
from core.mail import deliver as engine
from core.mail.queue import wake
from core.models import PeriodicRun


@shared_task
def deliver_mail(before="", **_):
    """Send what is due, and ask for one more turn in the same slot if something is left."""
    worker = engine.new_worker()
    try:
        more = engine.deliver(worker=worker, before=before)
    except SoftTimeLimitExceeded:
        more = True
    if more and not waking.wake(deliver_mail, before=worker):
        claims.leave_slot(worker)


@shared_task
def sweep_mail(**_):
    """Set right what dead workers left, finish what is finished, and wake workers for what nobody sends.

    Never more of them than could do something: other tasks stand in the same line.
    """
    if not PeriodicRun.take("sweep mail", every=timedelta(seconds=8)):
        return
    claims.tidy()
    claims.finish_batches()
    wake(sharing.workers_wanted())


@shared_task
def forget_words(**_):
    """What old messages said is dropped."""
    if PeriodicRun.take("forget words", every=timedelta(hours=5)):
        actions.forget_words(now=timezone.now())


@worker_ready.connect
def look_round(**_):
    """A worker that starts asks at once for what waited while there was none."""
    wake(settings.MAIL_WORKERS)
