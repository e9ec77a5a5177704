"""What the house itself does later: pages go live on time, and what has run out is cleared away."""

from datetime import timedelta

from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from core.limits import forget_old_counts
from core.models import PeriodicRun
from members.actions import forget_ended_sessions
from portal.actions import drop_expired_cache
from portal.parity import actions as parity

MINUTES = timedelta(minutes=1)


@shared_task
def publish_scheduled(**_):
    """Pages whose hour has come go live, and those whose time is over leave, in both languages. Nothing else has drafts."""
    if PeriodicRun.take("publish scheduled", every=MINUTES):
        now = timezone.now()
        parity.leave_on_time(now=now)
        parity.go_live_on_time(now=now)


@shared_task
def clear_away(**_):
    """Sessions, remembered values and counts past their time go."""
    if PeriodicRun.take("clear away", every=timedelta(hours=20)):
        call_command("clearsessions", verbosity=0)
        forget_ended_sessions()
        drop_expired_cache()
        forget_old_counts()
