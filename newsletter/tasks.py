"""What happens later in the newsletter room: requests that nobody confirmed are dropped."""

from celery import shared_task
from django.utils import timezone

from newsletter import actions


@shared_task
def forget_unconfirmed(**_):
    """Drop requests for the newsletter that nobody confirmed in time."""
    actions.forget_unconfirmed(now=timezone.now())
