"""The house's own periodic jobs."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry

from core.models import PeriodicRun
from portal import tasks
from portal.actions import drop_expired_cache
from portal.celery import app
from portal.models import StandardPage
from portal.parity.actions import KEPT_BACK
from tests.factories import staff
from tests.portal.pairs import pair, publish

BRACKETS = re.compile(r"SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT")


def test_every_job_of_the_timetable_exists():
    """A name that no task answers to would fail at night."""
    app.loader.import_default_modules()
    missing = {entry["task"] for entry in app.conf.beat_schedule.values()} - set(app.tasks)
    assert not missing


def tables_beside_the_slot(task) -> list[str]:
    """The statements that a task runs, besides the one that claims its slot."""
    with CaptureQueriesContext(connection) as seen:
        task()
    return [q["sql"] for q in seen if "core_periodicrun" not in q["sql"] and not BRACKETS.match(q["sql"])]


@pytest.mark.parametrize("name", sorted(app.conf.beat_schedule))
def test_two_beats_do_the_work_of_a_slot_once_and_a_late_one_catches_up_once(site, name):
    """Every job of the timetable claims its slot, is due again at its next turn, and makes up for a long silence once."""
    from core.models import PeriodicRun

    entry = app.conf.beat_schedule[name]
    app.loader.import_default_modules()
    task = app.tasks[entry["task"]]
    assert tables_beside_the_slot(task)
    assert not tables_beside_the_slot(task)
    for silence in (entry["schedule"], timedelta(days=2)):
        slept = PeriodicRun.objects.update(taken_at=timezone.now() - silence)
        assert slept == 1
        assert bool(tables_beside_the_slot(task)) or name == "clear away"
        assert not tables_beside_the_slot(task)


def test_a_pair_goes_live_and_leaves_when_its_hour_has_come(client, site):
    """Scheduled in one language, live in both at one moment, gone from both; one that would be alone is kept back."""
    hour = timezone.now() + timedelta(hours=1)
    pages, form = pair(site), "%d/%m/%Y %H:%M"
    lonely = site.home["cy"].add_child(instance=StandardPage(title="Unig", slug="unig", live=False, go_live_at=hour))
    lonely.save_revision().publish()
    client.force_login(staff("admin"))
    dates = {"go_live_at": hour, "expire_at": hour + timedelta(hours=2)}
    dates = {name: f"{timezone.localtime(moment):{form}}" for name, moment in dates.items()}
    answer = publish(client, pages["cy"], **dates)
    assert "Both languages will go live at the same minute" in answer.content.decode()
    tasks.publish_scheduled()
    assert not StandardPage.objects.filter(live=True).exists()
    PeriodicRun.objects.all().delete()
    with time_machine.travel(hour + timedelta(minutes=1)):
        tasks.publish_scheduled()
    live = StandardPage.objects.filter(live=True)
    assert {page.pk for page in live} == {page.pk for page in pages.values()}
    assert len({(page.first_published_at, page.last_published_at) for page in live}) == 1
    assert PageLogEntry.objects.get(action=KEPT_BACK).page_id == lonely.pk
    PeriodicRun.objects.all().delete()
    StandardPage.objects.filter(pk=pages["en"].pk).update(expire_at=None)
    with time_machine.travel(hour + timedelta(hours=3)):
        tasks.publish_scheduled()
    assert not StandardPage.objects.filter(live=True).exists()


def test_expired_values_go_and_others_stay(db):
    """The database cache is cleared of what has run out, and of nothing else."""
    cache.set("old", 1, timeout=1)
    cache.set("new", 1, timeout=3600)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_cache SET expires = %s WHERE cache_key LIKE %s", [timezone.now() - timedelta(days=1), "%old"]
        )
    assert drop_expired_cache() == 1
    assert cache.get("new") == 1


@pytest.mark.parametrize("other_keys", [400])
def test_other_peoples_tries_push_nobodys_budget_out(db, other_keys):
    """Far more keys than Django's default of 300 stand beside each other."""
    cache.set("budget", 3, timeout=300)
    for number in range(other_keys):
        cache.set(f"somebody-{number}", 1, timeout=300)
    assert cache.get("budget") == 3


def test_a_job_is_taken_up_once(db, site):
    """Two beats do no harm."""
    from core.models import PeriodicRun

    assert PeriodicRun.take("a job", every=timedelta(hours=1))
    assert not PeriodicRun.take("a job", every=timedelta(hours=1))
