"""What happens later: offers whose time is over go to the next in line."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core.models import PeriodicRun
from events import actions


@shared_task
def expire_offers(**_):
    """End offers that nobody answered in time; two beats at once do no harm."""
    if PeriodicRun.take("expire offers", timedelta(seconds=50)):
        actions.expire_offers(now=timezone.now())
