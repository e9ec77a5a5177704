"""Asking for the newsletter, confirming, leaving and coming back, through the front door in both languages."""

import re
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db.models import Max
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMail
from members.models import Consent, ConsentWording, PrinciplesWording
from newsletter import actions
from newsletter.actions.readers import confirm_key
from newsletter.models import Subscription, Suppression
from tests.factories import person
from tests.newsletter.factories import reader

pytestmark = pytest.mark.django_db
LANGUAGES = ["cy", "en"]


@pytest.fixture(autouse=True)
def everything_stands(site):
    """Pages and wordings."""


def ask(client, code, **answers):
    """Fill in the sign-up page."""
    given = {"email": "Heulwen@Example.org ", "language": code, "agreed": "on"} | answers
    return client.post(
        f"/{code}/newsletter/subscribe/", {name: value for name, value in given.items() if value is not None}
    )


def link_in(mail, part):
    """The path of a link in a message's text."""
    from core.mail.render import render

    words = render(mail.template, mail.language, {"cy": mail.context, "en": mail.context})
    return re.search(rf"https?://[^/\s]+(/\S*{part}\S*)", words.text)[1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_double_opt_in_from_page_to_button(client, code):
    page = client.get(f"/{code}/newsletter/subscribe/")
    wording = ConsentWording.objects.current().get(purpose="newsletter")
    assert getattr(wording, f"text_{code}") in page.content.decode()
    assert "checked" not in page.content.decode().split("agreed")[1].split(">")[0]
    assert ask(client, code).url == f"/{code}/newsletter/asked/"
    row = Subscription.objects.get()
    assert (row.email, row.state, row.language) == ("heulwen@example.org", "pending", code)
    assert (row.wording, row.wording_language, row.source) == (wording, code, "website")
    mail = OutgoingMail.objects.get()
    assert (mail.template, mail.to, mail.language) == ("newsletter/confirm", row.email, code)

    path = link_in(mail, "confirm")
    assert path.startswith(f"/{code}/")
    for look in (client.get, client.head):
        assert look(path).status_code == 200
    row.refresh_from_db()
    assert row.state == "pending"
    assert client.post(path).status_code == 302
    row.refresh_from_db()
    assert row.is_confirmed
    assert row.confirmed_at


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("missing", [{"email": "nobody"}, {"email": None}, {"language": None}, {"agreed": None}])
def test_what_is_missing_is_said_and_nothing_is_kept(client, code, missing):
    answer = client.get(ask(client, code, **missing).url)
    assert answer.status_code == 200
    assert "error-summary" in answer.content.decode()
    assert not Subscription.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_program_that_fills_in_everything_gets_the_same_page_and_nothing_else(client):
    assert ask(client, "en", website="https://spam.example").url == "/en/newsletter/asked/"
    assert not Subscription.objects.exists()


def test_whoever_gets_it_already_is_told_by_mail_alone(client):
    row = reader("heulwen@example.org")
    OutgoingMail.objects.all().delete()
    assert ask(client, "en").url == "/en/newsletter/asked/"
    row.refresh_from_db()
    assert row.is_confirmed
    assert OutgoingMail.objects.get().template == "newsletter/already"


def test_nobody_can_fill_a_strangers_inbox():
    now = timezone.now()
    for minutes in range(0, 12 * 60, 2):
        at = now + timedelta(minutes=minutes)
        newest = OutgoingMail.objects.aggregate(newest=Max("id"))["newest"] or 0
        actions.subscribe(email="victim@example.org", language="en", read_in="en", now=at)
        OutgoingMail.objects.filter(id__gt=newest).update(created_at=at)
    sent = list(OutgoingMail.objects.order_by("created_at").values_list("created_at", flat=True))
    assert len(sent) == 5
    assert min(late - early for early, late in pairwise(sent)) >= timedelta(minutes=3)


def test_one_place_may_ask_twenty_times_an_hour(client):
    answers = [ask(client, "en", email=f"a{number}@example.org").status_code for number in range(22)]
    assert answers == [302] * 20 + [429] * 2


def test_old_link_says_so_and_changes_nothing(client):
    import time_machine

    row = reader(state="pending")
    path = f"/cy/newsletter/confirm/{confirm_key(row)}/"
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert client.post(path).status_code == 404
    assert client.post("/en/newsletter/confirm/nonsense/").status_code == 404
    row.refresh_from_db()
    assert row.state == "pending"


def test_requests_that_nobody_confirmed_are_forgotten_after_a_week():
    now = timezone.now()
    reader("old@example.org", state="pending", now=now - timedelta(days=8))
    reader("new@example.org", state="pending", now=now)
    reader("reads@example.org", now=now - timedelta(days=30))
    assert actions.forget_unconfirmed(now=now) == 1
    assert set(Subscription.objects.values_list("email", flat=True)) == {"new@example.org", "reads@example.org"}


ONE_CLICK = [
    {"data": "List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"},
    {"data": {"List-Unsubscribe": "One-Click"}},  # multipart
]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("body", ONE_CLICK, ids=["form", "multipart"])
def test_one_click_leaves_without_cookie_question_or_redirect(code, body):
    row = reader()
    client = Client(enforce_csrf_checks=True)
    path = f"/{code}/newsletter/unsubscribe/{row.token}/"
    for look in (client.get, client.head):
        assert look(path).status_code == 200
        row.refresh_from_db()
        assert row.is_confirmed
    answer = Client(enforce_csrf_checks=True).post(path, **body)
    assert (answer.status_code, answer.content, dict(answer.cookies)) == (200, b"", {})
    row.refresh_from_db()
    assert row.state == "left"
    assert row.left_at
    again = Client(enforce_csrf_checks=True).post(path, **body)
    assert again.status_code == 200


@pytest.mark.parametrize("code", LANGUAGES)
def test_person_leaves_by_button_and_comes_back(client, code):
    row = reader(language=code)
    path = f"/{code}/newsletter/unsubscribe/{row.token}/"
    assert row.email in client.get(path).content.decode()
    left = client.post(path, follow=True)
    assert left.redirect_chain == [(path, 302)], "or Back would meet the form again"
    row.refresh_from_db()
    assert row.state == "left"
    back = re.search(r'action="([^"]*come-back[^"]*)"', left.content.decode())[1]
    assert client.get(back).url == path
    row.refresh_from_db()
    assert row.state == "left", "a GET changes nothing"
    assert client.post(back).status_code == 302
    row.refresh_from_db()
    assert row.is_confirmed
    assert row.left_at is None


def test_unknown_link_is_said_to_be_unknown(client):
    for path in ("unsubscribe/nobody", "come-back/nobody"):
        assert client.post(f"/en/newsletter/{path}/").status_code == 404


def test_member_who_ticked_it_gets_it_and_leaving_takes_the_consent_back():
    user = person("m@example.org", member=False, language="cy")
    from members.actions import join

    wordings = ConsentWording.objects.filter(purpose="newsletter")
    join(user=user, wording=PrinciplesWording.objects.current(), language="cy", now=timezone.now(), consents=wordings)
    row = Subscription.objects.get(email="m@example.org")
    assert (row.is_confirmed, row.user, row.language, row.source) == (True, user, "cy", "membership")
    assert row.wording == wordings.get()
    actions.unsubscribe(token=row.token, now=timezone.now())
    assert not Consent.objects.standing().filter(user=user, purpose="newsletter").exists()


def test_member_who_did_not_tick_it_does_not_get_it():
    person("m@example.org")
    assert not Subscription.objects.exists()


def test_forgotten_address_leaves_one_hash_and_may_come_back_by_its_own_wish():
    row = reader("Heulwen@example.org")
    actions.forget(email="HEULWEN@example.org", now=timezone.now())
    assert not Subscription.objects.exists()
    kept = Suppression.objects.get()
    assert kept.reason == "erased"
    assert "heulwen" not in str(vars(kept)).lower()
    assert Suppression.objects.of(row.email).exists()
    reader("heulwen@example.org")
    assert not Suppression.objects.exists()


def test_hash_is_found_though_the_key_of_sessions_and_links_was_changed(settings):
    actions.suppress(email="a@example.org", reason="bounced", now=timezone.now())
    settings.SECRET_KEY = "another"
    assert Suppression.objects.of("a@example.org").exists()
    assert not Suppression.objects.of("b@example.org").exists()
