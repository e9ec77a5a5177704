"""The periodic job of offers: once for two beats, and again at the next turn."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import PeriodicRun
from events import actions
from events.models import WaitingListEntry
from events.tasks import expire_offers
from tests.events.factories import book, date, wait

pytestmark = pytest.mark.django_db


def test_two_beats_expire_an_offer_once():
    on = date(capacity=1)
    taken, first, second = book(on), wait(on), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    WaitingListEntry.objects.filter(pk=first.pk).update(offer_expires_at=timezone.now() - timedelta(seconds=1))
    expire_offers()
    first.refresh_from_db(), second.refresh_from_db()
    assert (first.state, second.state) == ("expired", "offered")
    WaitingListEntry.objects.filter(pk=second.pk).update(offer_expires_at=timezone.now() - timedelta(seconds=1))
    expire_offers()
    second.refresh_from_db()
    assert second.state == "offered"
    PeriodicRun.objects.update(taken_at=timezone.now() - timedelta(minutes=1))
    expire_offers()
    second.refresh_from_db()
    assert second.state == "expired"
