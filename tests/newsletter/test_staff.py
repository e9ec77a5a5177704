"""The staff's screens: who sees them, sending with both hands on the wheel, following it, holding and stopping it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.mail import deliver
from core.models import MailBatch, OutgoingMail
from newsletter.models import IssuePage
from newsletter.staff import progress_of
from tests.factories import allow, staff
from tests.newsletter.factories import issue, reader

pytestmark = pytest.mark.django_db
CHECK = "send/check"


@pytest.fixture
def officer(site, client):
    """Somebody who may send, signed in."""
    user = allow(staff("officer"), "newsletter.send_issue", "newsletter.view_subscription")
    client.force_login(user)
    return user


def url(page, what="send"):
    return f"/cms/newsletter/{page.pk}/{what}/"


def shown(client, page):
    """What the last page before sending holds for its button."""
    return dict(client.get(url(page, CHECK)).context["form"].initial)


def press(client, page):
    """Look at the last page, and press its button."""
    return client.post(url(page, CHECK), shown(client, page))


def test_two_screens_show_who_would_get_it_and_the_second_sends(officer, client):
    for code in ("cy", "cy", "en", "both", ""):
        reader(language=code)
    page = issue()["cy"]
    screen = client.get(url(page)).content.decode()
    assert [f"<strong>{number}</strong>" in screen for number in (2, 1)] == [True, True]
    assert 'name="send"' not in screen
    assert f'href="{url(page, CHECK)}"' in screen
    client.post(url(page), {"send": "1"})
    assert not MailBatch.objects.exists()
    check = client.get(url(page, CHECK)).content.decode()
    assert "Send to 5 readers?" in check
    given = shown(client, page)
    for _turn in range(2):
        assert client.post(url(page, CHECK), given).url == url(page, "progress")
    assert MailBatch.objects.get().mails.count() == 5
    assert client.get(url(page)).url == url(page, "progress")
    assert OutgoingMail.objects.filter(batch__isnull=False).count() == 5


def reader_comes(_pages):
    reader(language="en")


def words_change(pages):
    pages["en"].title = "Start somewhere else"
    pages["en"].save_revision()


@pytest.mark.parametrize(("change", "told"), [(reader_comes, "The readers"), (words_change, "The words")])
def test_what_changed_meanwhile_is_told_and_nothing_leaves(officer, client, change, told):
    reader(language="cy")
    pages = issue()
    given = shown(client, pages["cy"])
    change(pages)
    answer = client.post(url(pages["cy"], CHECK), given, follow=True)
    assert f"{told} have changed" in answer.content.decode()
    assert not MailBatch.objects.exists()
    press(client, pages["cy"])
    assert MailBatch.objects.exists()


@pytest.mark.parametrize("given", [{}, {"send": "1"}, {"readers": "1-0-0"}])
def test_a_press_that_saw_nothing_sends_nothing(officer, client, given):
    reader(language="cy")
    client.post(url(issue()["cy"], CHECK), given)
    assert not MailBatch.objects.exists()


@pytest.mark.parametrize(
    ("language", "there", "missing"),
    [
        ("cy", ["Ŵyn bach"], ["Small lambs"]),
        ("en", ["Small lambs"], ["Ŵyn bach"]),
        ("both", ["Ŵyn bach", "Small lambs"], []),
    ],
)
def test_issue_is_looked_at_as_the_email_it_will_be(officer, client, language, there, missing):
    page = issue()["en"]
    screen = client.get(url(page, f"email/{language}"))
    frame = client.get(url(page, f"email/{language}/frame"))
    assert f'src="{url(page, f"email/{language}/frame")}"' in screen.content.decode()
    assert "sandbox" in frame["Content-Security-Policy"]
    for part in (screen.context["words"].text, screen.content.decode(), frame.content.decode()):
        assert all(words in part for words in there)
        assert not any(words in part for words in missing)


def test_language_that_is_missing_has_no_email(officer, client):
    page = issue(languages=["en"])["en"]
    assert client.get(url(page, "email/en")).status_code == 200
    for code in ("cy", "both", "fr"):
        assert client.get(url(page, f"email/{code}"), follow=True).status_code == 404


def test_one_language_shows_the_reason_and_no_button(officer, client):
    reader()
    page = issue(languages=["en"])["en"]
    screen = client.get(url(page)).content.decode()
    assert "help-warning" in screen
    assert CHECK not in screen
    assert client.get(url(page, CHECK)).url == url(page)
    client.post(url(page, CHECK), {"send": "1"})
    assert not MailBatch.objects.exists()


def test_progress_moves_and_stops_asking_when_it_is_over(officer, client, smtp_sink):
    reader()
    page = issue()["cy"]
    press(client, page)
    part = client.get(url(page, "progress/part")).content.decode()
    assert "data-refresh=" in part
    assert "0 / 1" in part
    assert "refresh.js" in client.get(url(page, "progress")).content.decode()
    deliver.deliver()
    part = client.get(url(page, "progress/part")).content.decode()
    assert "data-refresh=" not in part
    assert "1 / 1" in part


def numbers_of(issue_page, now, **changes):
    """What the screen would show of a bulk message with one reader in a state."""
    MailBatch.objects.update(**changes)
    return progress_of(IssuePage.objects.get(pk=issue_page.pk), now)


@pytest.mark.parametrize(
    ("state", "left", "shown"),
    [
        ("sending", 1, {"pause", "cancel"}),
        ("sending", 0, set()),
        ("paused", 1, {"resume", "cancel"}),
        ("paused", 0, {"resume"}),
        ("finished", 0, set()),
        ("cancelled", 0, set()),
    ],
)
def test_screen_and_its_fresh_part_show_only_buttons_that_can_do_something(officer, client, state, left, shown):
    reader()
    page = issue()["cy"]
    press(client, page)
    MailBatch.objects.update(state=state)
    if not left:
        OutgoingMail.objects.update(state="sent", sent_at=timezone.now())
    for what in ("progress", "progress/part"):
        screen = client.get(url(page, what)).content.decode()
        assert {name for name in ("pause", "resume", "cancel") if f'name="{name}"' in screen} == shown
        assert ("data-refresh=" in screen) == (state in ("sending", "paused"))


def test_rate_is_shown_while_it_runs_and_counts_from_the_start(officer, client):
    for _number in range(3):
        reader()
    page, now = issue()["cy"], timezone.now()
    press(client, page)
    rows = MailBatch.objects.get().mails.order_by("id").values_list("pk", flat=True)
    OutgoingMail.objects.filter(pk__in=list(rows[:2])).update(state="sent", sent_at=now)
    assert numbers_of(page, now, created_at=now)["rate"] == 0
    assert numbers_of(page, now, created_at=now - timedelta(seconds=10))["rate"] == 12
    assert numbers_of(page, now, created_at=now - timedelta(hours=1))["rate"] == 2
    assert numbers_of(page, now, state="paused")["rate"] == 0
    OutgoingMail.objects.update(state="sent", sent_at=now)
    assert numbers_of(page, now, state="finished")["rate"] == 0


def test_last_message_ends_the_sending_for_whoever_looks(officer, client):
    reader()
    page, now = issue()["cy"], timezone.now()
    press(client, page)
    assert numbers_of(page, now)["state"] == "Sending"
    OutgoingMail.objects.update(state="sent", sent_at=now)
    assert numbers_of(page, now)["state"] == "Finished"
    assert numbers_of(page, now, state="paused")["state"] == "Paused"


def test_finished_issue_says_how_many_how_long_and_where_the_failed_ones_are(officer, client):
    allow(officer, "core.view_outgoingmail")
    reader(), reader()
    page, now = issue()["cy"], timezone.now()
    press(client, page)
    first = MailBatch.objects.get().mails.first()
    OutgoingMail.objects.update(state="sent", sent_at=now)
    OutgoingMail.objects.filter(pk=first.pk).update(state="failed", last_error="550 no")
    MailBatch.objects.update(state="finished", created_at=now - timedelta(seconds=200), finished_at=now)
    screen = client.get(url(page, "progress")).content.decode()
    assert "1 / 2" in screen
    assert "3 min 20 s" in screen
    assert 'href="/cms/mail/"' in screen
    assert f"{first.to}: " in screen
    assert numbers_of(page, now, created_at=now - timedelta(hours=2, minutes=5))["taken"] == "2 h 5 min"


def test_pause_resume_and_cancel(officer, client):
    reader()
    page = issue()["cy"]
    press(client, page)
    for button, state in [("pause", "paused"), ("resume", "sending"), ("pause", "paused"), ("cancel", "cancelled")]:
        client.post(url(page, "progress"), {button: "1"})
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
    assert CHECK not in client.get(url(page)).content.decode()
    standing = {"readers": "0-1-0", "words": "-".join(str(p.latest_revision_id) for p in page.versions().values())}
    client.post(url(page, CHECK), standing)
    assert not MailBatch.objects.exists()


@pytest.mark.parametrize("what", ["send", CHECK, "email/cy", "email/cy/frame", "progress", "progress/part"])
def test_other_roles_and_strangers_are_turned_away(site, client, what):
    page = issue()["cy"]
    assert client.get(url(page, what)).status_code == 302
    client.force_login(staff("nobody"))
    answer = client.get(url(page, what))
    assert answer.status_code in (302, 403)
    assert "send-progress" not in answer.content.decode()
    assert "Ŵyn" not in answer.content.decode()


def test_editor_finds_the_way_to_sending(site, client):
    client.force_login(staff())
    page = IssuePage.objects.get(pk=issue()["cy"].pk)
    assert url(page) in client.get(f"/cms/pages/{page.pk}/edit/").content.decode()
