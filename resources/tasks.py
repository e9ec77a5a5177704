"""What happens later in the library: files are read."""

from datetime import timedelta

from celery import shared_task

from core.models import PeriodicRun
from resources import actions
from resources.models import ResourceFile

AT_ONCE = 50  # files one sweep asks for; the next sweep asks for more


@shared_task
def extract_text(file_id, **_):
    """Read the words inside a file, so that they are found."""
    actions.read_file(file_id=file_id)


@shared_task
def sweep_files(**_):
    """Ask for files that wait though nobody was woken for them."""
    if not PeriodicRun.take("extract waiting files", every=timedelta(seconds=50)):
        return
    for file_id in ResourceFile.objects.to_read().values_list("pk", flat=True)[:AT_ONCE]:
        if not actions.wake(file_id):
            return
