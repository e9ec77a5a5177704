"""Writing an issue, looking at it before it goes, sending it once to everyone, and finding it in the archive."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event

import pytest
from django.db import connection, transaction
from django.utils import timezone

from core import slots
from core.mail.compose import compose
from core.models import MailBatch, OutgoingMail
from newsletter import actions
from newsletter.models import IssuePage, Suppression
from newsletter.models.readers import digest
from newsletter.writing import address_of, context_of, events_of, preview
from tests.factories import allow, staff
from tests.newsletter.factories import issue, reader

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def officer(site):
    """Somebody who may edit and send."""
    return staff()


def send(pages, by):
    return actions.send_issue(issue_page=pages["cy"], by=by, now=timezone.now())


def words_of(mail):
    import email
    from email import policy

    message = email.message_from_bytes(compose(mail).message, policy=policy.default)
    return message, message.get_body(["plain"]).get_content(), message.get_body(["html"]).get_content()


def test_each_reader_gets_their_language_and_their_own_way_out(officer):
    readers = {code: reader(f"{code or 'none'}@example.org", language=code) for code in ("cy", "en", "both", "")}
    reader("pending@example.org", state="pending")
    reader("left@example.org", state="left")
    batch = send(issue(), officer)
    mails = {mail.to: mail for mail in batch.mails.all()}
    assert set(mails) == {row.email for row in readers.values()}
    shown = {"cy": (True, False), "en": (False, True), "both": (True, True), "": (True, True)}
    for code, row in readers.items():
        message, text, html = words_of(mails[row.email])
        assert ("Dechrau o ble" in message["Subject"], "Start where" in message["Subject"]) == shown[code]
        assert ("Ŵyn bach" in text, "Small lambs" in text) == shown[code]
        own = "en" if code == "en" else "cy"
        assert f"/{own}/newsletter/unsubscribe/{row.token}/" in message["List-Unsubscribe"]
        for language, there in zip(("cy", "en"), shown[code], strict=True):
            assert (f"/{language}/newsletter/unsubscribe/{row.token}/" in html) == there
            assert (f"/{language}/newsletter/unsubscribe/{row.token}/" in text) == there
    _message, text, _html = words_of(mails["both@example.org"])
    assert text.index("Ŵyn bach") < text.index("Small lambs")


def test_sending_publishes_both_pages_at_the_same_moment(officer, client):
    reader()
    pages = issue()
    send(pages, officer)
    for code in ("cy", "en"):
        page = IssuePage.objects.get(pk=pages[code].pk)
        assert page.live
        assert not page.has_unpublished_changes
        assert client.get(page.url).status_code == 200
        assert page.title in client.get(page.get_parent().url).content.decode()


def test_newest_draft_is_what_leaves(officer):
    reader(language="cy")
    pages = issue()
    pages["cy"].title = "Teitl newydd"
    pages["cy"].save_revision()
    batch = send(pages, officer)
    assert words_of(batch.mails.get())[0]["Subject"] == "Teitl newydd"


def test_pressed_twice_it_is_sent_once(officer):
    reader()
    pages = issue()
    send(pages, officer)
    for page in IssuePage.objects.all():
        with pytest.raises(actions.AlreadySent):
            actions.send_issue(issue_page=page, by=officer, now=timezone.now())
    stale = IssuePage.objects.get(pk=pages["en"].pk)
    stale.batch = None  # as for two who press in the same second
    with pytest.raises(actions.AlreadySent):
        actions.send_issue(issue_page=stale, by=officer, now=timezone.now())
    assert OutgoingMail.objects.filter(batch__isnull=False).count() == 1


def test_one_language_is_not_an_issue(officer):
    reader()
    with pytest.raises(actions.LanguageMissing):
        send(issue(languages=["cy"]), officer)
    pages = issue()
    pages["en"].body = []
    pages["en"].save_revision(clean=False)
    with pytest.raises(actions.LanguageMissing):
        send(pages, officer)
    assert not MailBatch.objects.exists()
    assert not IssuePage.objects.filter(live=True, pk=pages["cy"].pk).exists()


def test_copy_is_not_a_translation(officer):
    reader()
    pages = issue()
    pages["en"].body = pages["cy"].body
    pages["en"].save_revision()
    with pytest.raises(actions.NotTranslated):
        send(pages, officer)


def test_nobody_to_send_to_publishes_nothing(officer):
    pages = issue()
    with pytest.raises(actions.NobodyToSendTo):
        send(pages, officer)


def test_editing_is_not_sending(site):
    editor = allow(staff("editor"), "newsletter.change_subscription")
    pages = issue()
    for act in (actions.pause_issue, actions.resume_issue):
        with pytest.raises(actions.MayNotSend):
            act(issue_page=pages["cy"], by=editor)
    with pytest.raises(actions.MayNotSend):
        send(pages, editor)
    with pytest.raises(actions.MayNotSend):
        actions.cancel_issue(issue_page=pages["cy"], by=editor, now=NOW)


def test_suppressed_address_gets_nothing_even_with_a_subscription(officer):
    reader("kept@example.org")
    reader("imported@example.org")
    Suppression.objects.create(digest=digest("imported@example.org"), reason="erased")
    assert [mail.to for mail in send(issue(), officer).mails.all()] == ["kept@example.org"]


def test_who_leaves_while_it_is_being_sent_does_not_get_it(officer):
    row = reader()
    batch = send(issue(), officer)
    actions.unsubscribe(token=row.token, now=timezone.now())
    assert batch.mails.get().state == "cancelled"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_who_leaves_while_the_rows_are_written_does_not_get_it(officer):
    """Leaving waits for the rows, and takes its own back."""
    leaver, _stays = reader("leaver@example.org"), reader("stays@example.org")
    ended = Event()

    def leave():
        try:
            actions.unsubscribe(token=leaver.token, now=timezone.now())
        finally:
            ended.set()
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            batch = send(issue(), officer)
            leaving = pool.submit(leave)
            ended.wait(timeout=1)
        leaving.result()
    assert dict(batch.mails.values_list("to", "state")) == {
        "leaver@example.org": "cancelled",
        "stays@example.org": "queued",
    }


def test_history_says_who_sent_it(officer):
    from wagtail.models import PageLogEntry

    reader()
    send(issue(), officer)
    entries = PageLogEntry.objects.filter(action="newsletter.send")
    assert {entry.user for entry in entries} == {officer}
    assert [entry.data for entry in entries] == [{"readers": 1}] * 2


def test_test_goes_to_whoever_asks_in_each_language_and_to_nobody_else(officer):
    reader()
    OutgoingMail.objects.all().delete()
    actions.send_test(issue_page=issue()["en"], by=officer, now=timezone.now())
    mails = list(OutgoingMail.objects.all())
    assert [(mail.to, mail.language) for mail in mails] == [(officer.email, "cy"), (officer.email, "en")]
    message, _text, html = words_of(mails[0])
    assert "Dechrau o ble" in message["Subject"]
    assert message["Subject"].startswith("[")
    assert "unsubscribe" not in html
    assert not MailBatch.objects.exists()


@pytest.mark.parametrize(
    "block",
    [
        ("you_told_us", {"told": "Gormod & <b>", "done": "Llai"}),
        (
            "story",
            {
                "heading": "Stori & <i>",
                "text": "<p>Un <b>dau</b></p><ul><li>tri</li></ul>",
                "by": "Rhywun",
                "page": None,
            },
        ),
        ("heading", "Pennawd & <x>"),
        ("text", "<p>Testun <a href='/cy/digwyddiadau/'>yma</a></p><ol><li>un</li><li>dau</li></ol>"),
        ("call_to_action", {"text": "Ewch & <x>", "page": None, "address": "https://example.org/?a=1&b=2"}),
        ("divider", None),
        ("events", {"heading": "Ymlaen", "pages": [], "limit": 3}),
        ("resources", {"heading": "Llyfrgell", "pages": []}),
    ],
    ids=lambda block: block[0],
)
def test_every_block_is_drawn_for_web_mail_and_text(site, client, block):
    page = issue(cy=[block])["cy"]
    context = context_of(page, NOW)
    for marked in ("<b>", "<i>", "<x>"):
        assert f"& {marked}" not in context["html"]
    assert 'href="/' not in context["html"]
    assert "<p>" not in context["text"]
    assert "&amp;" not in context["text"]
    page.save_revision().publish()
    assert client.get(page.url).status_code == 200


def test_text_part_says_what_the_page_says(site):
    text = "<p>Un &amp; dau: <a href='/cy/x/'>tri</a></p><ol><li>a</li><li>b</li></ol><ul><li>c</li></ul>"
    words = context_of(issue(cy=[("text", text)])["cy"], NOW)["text"]
    assert "Un & dau: tri (http" in words
    assert "/cy/x/)" in words
    assert "1. a\n2. b" in words
    assert "- c" in words


@pytest.fixture
def whats_on():
    """Two dates of a room that offers what is on, and nothing from any other room."""
    rows = [
        {
            "title": f"Digwyddiad {n}",
            "url": f"/cy/digwyddiadau/{n}/",
            "starts_at": NOW + timedelta(days=n),
            "ends_at": NOW + timedelta(days=n, hours=2),
            "meta": ["Bangor"],
            "kind": "Cwrdd",
        }
        for n in (2, 1)
    ]
    kept, slots.whats_on._providers = slots.whats_on._providers, {"test": lambda language, now, limit: rows[:limit]}
    yield rows
    slots.whats_on._providers = kept


def test_next_dates_come_by_themselves(site, whats_on):
    context = context_of(issue(cy=[("events", {"heading": "Ymlaen", "pages": [], "limit": 5})])["cy"], NOW)
    assert context["html"].index("Digwyddiad 1") < context["html"].index("Digwyddiad 2")
    assert "Bangor" in context["text"]
    assert "http" in context["text"].split("Digwyddiad 1")[1]


def test_picked_events_come_in_order_of_date_and_what_has_none_last(site, whats_on):
    undated, later, sooner = [issue(live=True)["cy"] for _turn in range(3)]
    for row, page in zip(whats_on, (later, sooner), strict=True):
        row["url"] = address_of(page)
    picked = [page.page_ptr for page in (undated, later, sooner)]
    rows = events_of({"pages": picked, "limit": 3}, issue()["cy"])
    assert [row["path"] for row in rows] == [address_of(page) for page in (sooner, later, undated)]


def test_picked_page_is_shown_in_the_language_of_the_issue(site):
    from newsletter.models import IssueIndexPage

    english = IssueIndexPage.objects.get(locale__language_code="en")
    page = issue(cy=[("resources", {"heading": "H", "pages": [english]})])["cy"]
    context = context_of(page, NOW)
    welsh = IssueIndexPage.objects.get(locale__language_code="cy")
    assert welsh.title in context["html"]
    assert welsh.url in context["text"]
    alone = issue(languages=["en"], live=True)["en"]
    page = issue(cy=[("resources", {"heading": "H", "pages": [alone]})])["cy"]
    assert '<p lang="en">' in context_of(page, NOW)["html"]


@pytest.mark.parametrize("code", ["cy", "en"])
@pytest.mark.parametrize("mode", ["web", "email", "email_both", "text"])
def test_editor_can_look_at_it_in_every_way(officer, rf, code, mode):
    page = issue()[code]
    answer = page.make_preview_request(None, mode)
    if hasattr(answer, "render"):
        answer.render()
    body = answer.content.decode()
    shown = ("Ŵyn bach" in body, "Small lambs" in body)
    assert shown == {("cy", False): (True, False), ("en", False): (False, True)}.get(
        (code, mode == "email_both"), (True, True)
    )
    if mode in ("email", "email_both"):
        policy = answer["Content-Security-Policy"]
        assert "style-src 'unsafe-inline'" in policy
        assert policy.count("'unsafe-inline'") == 1


def test_preview_has_no_link_that_leads_nowhere(site):
    """It is nobody's copy, so nobody can leave the newsletter through it."""
    words = preview(issue()["cy"], both=True)
    assert "/unsubscribe/" not in words.html + words.text


def test_preview_of_a_reader_without_a_language_is_welsh_first(site):
    words = preview(issue()["en"], both=True)
    assert words.subject == "Dechrau o ble mae’r bobl / Start where people are"


def test_live_issue_is_found_by_search(officer):
    from core.search import search

    reader()
    send(issue(), officer)
    found = search("wyn", language="cy")
    assert any("Dechrau o ble" in hit.title for hit in found.hits)
