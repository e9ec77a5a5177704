"""What happens later to people's data: the last mail to somebody who was erased is forgotten once it has left."""

from datetime import timedelta

from celery import shared_task

from core.actions import forget_sent
from core.models import PeriodicRun
from members import actions


@shared_task
def forget_last_mails(**_):
    """Take the address out of last mails that have left or never will."""
    if PeriodicRun.take("forget last mails", every=timedelta(minutes=8)):
        forget_sent(template=actions.LAST_MAIL)
