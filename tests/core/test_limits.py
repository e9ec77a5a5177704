"""Limits: counted exactly though many ask at once, within a window that does not move, without personal data."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.functions import Now

from core import limits
from core.models import RateCount

ASK = {"key": "test:192.0.2.7", "most": 3, "seconds": 600}


@pytest.mark.django_db
def test_so_many_and_no_more():
    assert [limits.within_limit(**ASK) for _turn in range(5)] == [True] * 3 + [False] * 2
    assert limits.within_limit(**ASK | {"key": "test:192.0.2.8"})


@pytest.mark.django_db
def test_window_ends_where_it_was_going_to_end_and_begins_anew():
    limits.within_limit(**ASK)
    end = RateCount.objects.get().ends_at
    for _turn in range(4):
        limits.within_limit(**ASK)
    assert RateCount.objects.get().ends_at == end
    RateCount.objects.update(ends_at=Now() - timedelta(seconds=1))
    assert [limits.within_limit(**ASK) for _turn in range(4)] == [True] * 3 + [False]
    kept = RateCount.objects.filter(
        ends_at__gt=Now() + timedelta(seconds=590), ends_at__lt=Now() + timedelta(seconds=610)
    )
    assert kept.count() == 1


@pytest.mark.django_db
def test_what_is_kept_names_nobody():
    limits.within_limit(**ASK)
    assert "192.0.2.7" not in str(vars(RateCount.objects.get()))


@pytest.mark.django_db
def test_windows_that_are_over_are_forgotten():
    limits.within_limit(**ASK)
    assert limits.forget_old_counts() == 0
    RateCount.objects.update(ends_at=Now() - timedelta(seconds=1))
    limits.within_limit(**ASK | {"key": "new"})
    assert limits.forget_old_counts() == 1
    assert RateCount.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_at_once_are_each_counted():
    start, answers = threading.Barrier(8), []

    def ask():
        start.wait()
        answers.extend(limits.within_limit(**ASK | {"most": 30}) for _turn in range(10))
        connection.close()

    people = [threading.Thread(target=ask) for _person in range(8)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert (len(answers), answers.count(True)) == (80, 30)
