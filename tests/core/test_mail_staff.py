"""The staff page of mail: what failed, in the server's words, sent again by those who may, and no message's text."""

import html

import pytest
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from core import actions, mail
from core.mail import claims, deliver
from core.models import OutgoingMail
from core.models.mail import Fault
from tests.factories import allow, staff

pytestmark = pytest.mark.django_db
PAGE = "/cms/mail/"


@pytest.fixture
def failed(site):
    """Three messages that failed, with a secret in each."""
    for number in range(3):
        words = {"subject": "Code", "text": "secret-123456", "token": "secret-token"}
        mail.send("core/plain", to=f"a{number}@example.org", language="en", context=words, key=f"f{number}")
    OutgoingMail.objects.update(state="failed", tries=9, uncertain=True, last_error="550 5.1.1 No such <person>")
    return list(OutgoingMail.objects.order_by("id"))


@pytest.fixture
def keeper(site, client):
    """Somebody whose role looks after mail."""
    user = allow(staff("keeper"), "core.view_outgoingmail", "core.change_outgoingmail")
    client.force_login(user)
    return user


def test_page_says_what_the_server_said_and_nothing_of_the_message(failed, keeper, client):
    screen = client.get(PAGE).content.decode()
    assert "550 5.1.1 No such &lt;person&gt;" in screen
    assert all(row.to in screen for row in failed)
    assert "secret" not in screen


@pytest.mark.parametrize("code", ["cy", "en"])
def test_our_own_reason_is_in_the_readers_language_and_the_servers_words_are_marked(failed, keeper, client, code):
    keeper.language = code
    keeper.save()
    OutgoingMail.objects.filter(pk=failed[0].pk).update(fault=Fault.NO_ADDRESS, last_error="")
    OutgoingMail.objects.filter(pk=failed[1].pk).update(fault=Fault.LINE, last_error="TimeoutError: timed out")
    client.cookies["language"] = code
    screen = client.get(PAGE).content.decode()
    with translation.override(code):
        assert html.escape(str(Fault.NO_ADDRESS.label)) in screen
        assert html.escape(str(Fault.LINE.label)) in screen
    assert '<span lang="en">TimeoutError: timed out</span>' in screen


def test_every_reason_has_its_welsh():
    for fault in Fault:
        with translation.override("cy"):
            welsh = str(fault.label)
        with translation.override("en"):
            assert welsh != str(fault.label)


def test_ticked_ones_leave_again(failed, keeper, client, smtp_sink):
    client.post(PAGE, {"mail": [failed[0].pk, failed[1].pk]})
    assert sorted(OutgoingMail.objects.values_list("state", flat=True)) == ["failed", "queued", "queued"]
    deliver.deliver()
    assert {taken["id"] for taken in smtp_sink.taken()} == {failed[0].message_id, failed[1].message_id}
    entries = ModelLogEntry.objects.filter(action="core.retry_mail")
    assert {(entry.user, entry.object_id) for entry in entries} == {(keeper, str(row.pk)) for row in failed[:2]}


def test_history_of_sending_again_names_nobody(failed, keeper, client):
    client.post(PAGE, {"all": "1"})
    entries = ModelLogEntry.objects.filter(action="core.retry_mail")
    assert {(entry.label, str(entry.data)) for entry in entries} == {
        (str(row.pk), "{'template': 'core/plain'}") for row in failed
    }


@pytest.mark.parametrize(("language", "says"), [("cy", "Ar y rhestr aros"), ("en", "On the waiting list")])
def test_history_of_sending_again_names_the_message_in_words(failed, language, says):
    """As the list of mail does, and not by the name of a file."""
    OutgoingMail.objects.filter(pk=failed[0].pk).update(template="events/waiting")
    actions.retry_mail(mails=failed[:1], by=staff(), now=timezone.now())
    entry = ModelLogEntry.objects.get(action="core.retry_mail")
    with translation.override(language):
        assert str(entry.message).endswith(f": {says}")


def test_button_of_a_row_sends_that_row_alone(failed, keeper, client):
    client.post(PAGE, {"one": failed[2].pk, "mail": [failed[0].pk]})
    assert list(OutgoingMail.objects.filter(state="queued")) == [failed[2]]


def test_whole_list_leaves_again(failed, keeper, client):
    OutgoingMail.objects.filter(pk=failed[0].pk).update(state="sent")
    client.post(PAGE, {"all": "1"})
    assert sorted(OutgoingMail.objects.values_list("state", flat=True)) == ["queued", "queued", "sent"]


def test_list_is_narrowed_by_state_and_address(failed, keeper, client):
    OutgoingMail.objects.filter(pk=failed[0].pk).update(state="sent")
    assert failed[0].to not in client.get(PAGE).content.decode()
    assert failed[0].to in client.get(f"{PAGE}?state=sent").content.decode()
    both = client.get(f"{PAGE}?state=all&to=a0").content.decode()
    assert failed[0].to in both
    assert failed[1].to not in both


def test_what_has_not_failed_is_never_sent_again(failed, keeper):
    OutgoingMail.objects.update(state="sent")
    with pytest.raises(actions.NothingFailed):
        actions.retry_mail(mails=failed, by=keeper, now=timezone.now())


def test_who_may_only_look_sees_no_button_and_cannot_send(failed, client):
    user = allow(staff("looker"), "core.view_outgoingmail")
    client.force_login(user)
    assert '<button class="button"' not in client.get(PAGE).content.decode()
    client.post(PAGE, {"all": "1"})
    assert set(OutgoingMail.objects.values_list("state", flat=True)) == {"failed"}


def test_other_roles_see_nothing(failed, client):
    client.force_login(staff("other"))
    answer = client.get(PAGE)
    assert answer.status_code in (302, 403)
    assert "a0@example.org" not in answer.content.decode()
    assert PAGE not in client.get("/cms/").content.decode()


def test_failed_row_of_a_finished_bulk_message_leaves_again_and_finishes(keeper, smtp_sink):
    contexts = {code: {"subject": "s", "text": "t"} for code in ("cy", "en")}
    batch = mail.send_batch(
        "core/plain", key="b", title="T", contexts=contexts, readers=[mail.Reader("a@example.org", "cy")]
    )
    smtp_sink.say("no")
    deliver.deliver()
    batch.refresh_from_db()
    assert batch.state == "finished"
    smtp_sink.say("ok")
    actions.retry_mail(mails=batch.mails.all(), by=keeper, now=timezone.now())
    deliver.deliver()
    batch.refresh_from_db()
    assert (batch.state, batch.counts()["sent"]) == ("finished", 1)


def test_row_that_waits_in_a_finished_bulk_message_is_not_forgotten(site, smtp_sink):
    """It was sent again in the moment in which a worker, which had not seen it yet, closed the rest."""
    contexts = {code: {"subject": "s", "text": "t"} for code in ("cy", "en")}
    readers = [mail.Reader("a@example.org", "cy")]
    batch = mail.send_batch("core/plain", key="b", title="T", contexts=contexts, readers=readers)
    type(batch).objects.update(state="finished")
    assert claims.anything_due(), "the sweep wakes somebody"
    deliver.deliver()
    batch.refresh_from_db()
    assert (batch.state, batch.counts()["sent"]) == ("finished", 1)


def test_messages_are_called_by_names_and_not_by_templates(keeper, client):
    allow(keeper, "newsletter.view_subscription")
    mail.send("newsletter/confirm", to="a@example.org", language="en", context={"key": "secret-key"}, key="k")
    screen = client.get(f"{PAGE}?state=all").content.decode()
    assert "Confirmation of asking for the newsletter" in screen
    assert ("newsletter/confirm" in screen, "secret" in screen) == (False, False)


def test_every_message_has_a_name_in_both_languages():
    from core.slots import email_names, email_samples

    assert set(email_names.all()) >= {name for name in email_samples.all() if not name.startswith("core/")}
    for called in email_names.all().values():
        with translation.override("cy"):
            welsh = str(called)
        with translation.override("en"):
            assert welsh != str(called)
