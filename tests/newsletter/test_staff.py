"""The staff's screens: who sees them, sending with both hands on the wheel, following it, holding and stopping it."""

import pytest

from core.mail import deliver
from core.models import MailBatch, OutgoingMail
from newsletter.models import IssuePage
from tests.factories import allow, staff
from tests.newsletter.factories import issue, reader

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(site, client):
    """Somebody who may send, signed in."""
    user = allow(staff("officer"), "newsletter.send_issue", "newsletter.view_subscription")
    client.force_login(user)
    return user


def url(page, what="send"):
    return f"/cms/newsletter/{page.pk}/{what}/"


def test_screen_shows_who_would_get_it_and_sends(officer, client):
    for code in ("cy", "cy", "en", "both", ""):
        reader(language=code)
    page = issue()["cy"]
    screen = client.get(url(page)).content.decode()
    assert [f"<strong>{number}</strong>" in screen for number in (2, 1)] == [True, True]
    assert 'name="send"' in screen
    assert client.post(url(page), {"send": "1"}).url == url(page, "progress")
    assert MailBatch.objects.get().mails.count() == 5
    assert client.get(url(page)).url == url(page, "progress")
    assert client.post(url(page), {"send": "1"}).url == url(page, "progress")
    assert OutgoingMail.objects.filter(batch__isnull=False).count() == 5


def test_one_language_shows_the_reason_and_no_button(officer, client):
    reader()
    page = issue(languages=["en"])["en"]
    screen = client.get(url(page)).content.decode()
    assert "help-warning" in screen
    assert 'name="send"' not in screen
    client.post(url(page), {"send": "1"})
    assert not MailBatch.objects.exists()


def test_progress_moves_and_stops_asking_when_it_is_over(officer, client, smtp_sink):
    reader()
    page = issue()["cy"]
    client.post(url(page), {"send": "1"})
    part = client.get(url(page, "progress/part")).content.decode()
    assert "data-refresh=" in part
    assert "0 / 1" in part
    assert "refresh.js" in client.get(url(page, "progress")).content.decode()
    deliver.deliver()
    part = client.get(url(page, "progress/part")).content.decode()
    assert "data-refresh=" not in part
    assert "1 / 1" in part


def test_pause_resume_and_cancel(officer, client):
    reader()
    page = issue()["cy"]
    client.post(url(page), {"send": "1"})
    for press, state in [("pause", "paused"), ("resume", "sending"), ("pause", "paused"), ("cancel", "cancelled")]:
        client.post(url(page, "progress"), {press: "1"})
        assert MailBatch.objects.get().state == state
    assert MailBatch.objects.get().mails.get().state == "cancelled"
    answer = client.post(url(page, "progress"), {"resume": "1"}, follow=True).content.decode()
    assert MailBatch.objects.get().state == "cancelled"
    assert "error" in answer


def test_list_of_issues_says_what_is_missing(officer, client):
    issue()
    issue(languages=["cy"])
    screen = client.get("/cms/newsletter/").content.decode()
    assert screen.count("Start where people are") >= 1
    assert screen.count("/send/") == 2


def test_editor_may_look_and_not_send(site, client):
    reader()
    user = allow(staff("reader"), "newsletter.view_subscription")
    client.force_login(user)
    page = issue()["cy"]
    assert 'name="send"' not in client.get(url(page)).content.decode()
    client.post(url(page), {"send": "1"})
    assert not MailBatch.objects.exists()


@pytest.mark.parametrize("what", ["send", "progress", "progress/part"])
def test_other_roles_and_strangers_are_turned_away(site, client, what):
    page = issue()["cy"]
    assert client.get(url(page, what)).status_code == 302
    client.force_login(staff("nobody"))
    answer = client.get(url(page, what))
    assert answer.status_code in (302, 403)
    assert "send-progress" not in answer.content.decode()


def test_editor_finds_the_way_to_sending(site, client):
    client.force_login(staff())
    page = IssuePage.objects.get(pk=issue()["cy"].pk)
    assert url(page) in client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
