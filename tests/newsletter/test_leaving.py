"""Leaving leaves a trace that no stranger can wipe out, and only the address's owner can lift."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import OutgoingMail
from newsletter import actions
from newsletter.models import Subscription, Suppression
from tests.newsletter.factories import reader

pytestmark = pytest.mark.django_db
EMAIL = "heulwen@example.org"


@pytest.fixture(autouse=True)
def everything_stands(site):
    """Pages and wordings."""


@pytest.fixture
def left() -> Subscription:
    """Somebody who got it in English and left."""
    return reader(EMAIL, state="left", language="en", now=timezone.now() - timedelta(days=9))


def ask_as_stranger(now=None) -> OutgoingMail:
    """Somebody asks for it in Welsh for that address; the mail that goes there."""
    OutgoingMail.objects.all().delete()
    actions.subscribe(email=EMAIL, language="cy", read_in="cy", now=now or timezone.now())
    return OutgoingMail.objects.get()


def reasons() -> list[str]:
    return list(Suppression.objects.of(EMAIL).values_list("reason", flat=True))


def test_leaving_is_kept_as_a_hash_and_confirming_lifts_it(left):
    assert reasons() == ["left"]
    actions.unsubscribe(token=left.token, now=timezone.now())
    assert reasons() == ["left"]
    actions.confirm(key=ask_as_stranger().context["key"], now=timezone.now())
    assert reasons() == []
    left.refresh_from_db()
    assert (left.is_confirmed, left.left_at) == (True, None)


def test_coming_back_lifts_it(left):
    assert actions.come_back(token=left.token, read_in="en", now=timezone.now()).is_confirmed
    assert reasons() == []


def test_stranger_who_asks_changes_nothing_until_the_owner_confirms(left):
    before = Subscription.objects.values().get()
    mail = ask_as_stranger()
    assert (mail.template, mail.language) == ("newsletter/confirm", "cy")
    assert Subscription.objects.values().get() == before
    assert reasons() == ["left"]


def test_what_the_owner_agreed_to_comes_with_the_link(left):
    now = timezone.now()
    row = actions.confirm(key=ask_as_stranger(now).context["key"], now=now)
    row.refresh_from_db()
    assert (row.language, row.wording_language, row.source, row.asked_at) == ("cy", "cy", "website", now)
    assert row.wording.purpose == "newsletter"


def test_that_somebody_left_outlives_requests_that_nobody_confirms(left):
    now = timezone.now()
    ask_as_stranger(now - timedelta(days=8))
    assert actions.forget_unconfirmed(now=now) == 0
    Subscription.objects.update(state="pending")  # as rows were kept once
    assert actions.forget_unconfirmed(now=now) == 0
    assert Subscription.objects.get().left_at


def test_who_never_confirmed_cannot_come_back_past_the_mail():
    row = reader(EMAIL, state="pending")
    with pytest.raises(actions.AskAnew):
        actions.come_back(token=row.token, read_in="en", now=timezone.now())
    row.refresh_from_db()
    assert row.state == "pending"


@pytest.mark.parametrize("reason", ["complained", "bounced"])
def test_complaint_and_bounce_outweigh_leaving_and_the_button_to_come_back(client, left, reason):
    actions.suppress(email=EMAIL, reason=reason, now=timezone.now())
    assert reasons() == [reason]
    answer = client.post(f"/en/newsletter/come-back/{left.token}/")
    assert "Please ask for it again" in answer.content.decode()
    left.refresh_from_db()
    assert (left.state, reasons()) == ("left", [reason])
    actions.suppress(email=EMAIL, reason="left", now=timezone.now())
    assert reasons() == [reason]
    actions.confirm(key=ask_as_stranger().context["key"], now=timezone.now())
    assert reasons() == []
