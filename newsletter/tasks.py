"""What happens later in the newsletter room: requests that nobody confirmed are dropped."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from core.models import PeriodicRun
from newsletter import actions


@shared_task
def forget_unconfirmed(**_):
    """Drop requests for the newsletter that nobody confirmed in time."""
    if PeriodicRun.take("forget unconfirmed", every=timedelta(hours=5)):
        actions.forget_unconfirmed(now=timezone.now())
