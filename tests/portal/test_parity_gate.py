"""A page goes live in both languages at the same minute, or in one for a reason that is kept."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowTask

from portal.models import LanguageRecord, StandardPage
from portal.parity.actions import KEPT_BACK
from tests.factories import staff
from tests.portal.pairs import form_of, pair, publish, stale, stands


def test_publish_puts_both_languages_live_at_one_moment(client, admin, site):
    """One press, two pages, the same times."""
    pages = pair(site)
    answer = publish(client, pages["en"])
    assert "Published in both languages: The heron of the town / Crëyr y dref" in answer.content.decode()
    assert stands(pages) == [True, True]
    assert StandardPage.objects.values("first_published_at", "last_published_at").distinct().count() == 1


def test_a_page_without_its_other_language_stays_a_draft_until_a_reason_is_given(client, admin, site):
    """Also from the form of a new page; the reason is asked for, kept, logged and shown, and readers are told."""
    form = {"title": "Unig", "slug": "unig", "summary": "Ar ei phen ei hun.", "action-publish": "1"}
    parent = site.home["cy"]
    address = reverse("wagtailadmin_pages:add", args=["portal", "standardpage", parent.pk])
    answer = client.post(address, form_of(parent, **form), follow=True)
    page = StandardPage.objects.get(slug="unig")
    assert not page.live
    assert client.get("/cy/unig/").status_code == 404
    said, there = answer.content.decode(), reverse("staff_parity_publish", args=[page.pk])
    assert "There is no page in the other language yet." in said
    assert reverse("simple_translation:submit_page_translation", args=[page.pk]) in said
    assert "Say why the page is to be in one language." in client.post(there, {"reason": " "}).content.decode()
    assert not StandardPage.objects.get(pk=page.pk).live
    client.post(there, {"reason": "Only for a Welsh-speaking group."})
    assert client.get("/cy/unig/").status_code == 200
    record = LanguageRecord.objects.get(page=page)
    assert (record.alone_reason, record.alone_by) == ("Only for a Welsh-speaking group.", admin)
    assert PageLogEntry.objects.filter(page=page, action="portal.one_language", user=admin).count() == 1
    board = client.get(reverse("staff_parity"), {"state": "alone"}).content.decode()
    assert "Only for a Welsh-speaking group." in board
    for address in ("/cy/unig/", f"/en/in-one-language/{page.pk}/"):  # meant to be so, and not "yet"
        told = client.get(address).content.decode()
        assert "This page is in Welsh only." in told
        assert "Yn Gymraeg yn unig mae’r dudalen hon." in told
        assert "not in English yet" not in told
    publish(client, page, title="Unig o hyd")
    assert StandardPage.objects.get(pk=page.pk).title == "Unig o hyd"  # the reason still holds


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ("copy", "still has the words of this one"),
        ("unfinished", "is not finished"),
        ("to check", "are still to be checked"),
        ("locked", "is locked"),
    ],
)
def test_a_half_that_is_not_ready_holds_both_back_and_says_why(client, admin, site, what, why):
    """Nobody finds half a page, and neither half is published."""
    pages = pair(site)
    english = pages["en"]
    if what == "copy":
        english.title, english.summary = pages["cy"].title, pages["cy"].summary
    if what == "unfinished":
        english.summary = ""
    if what == "to check":
        LanguageRecord.objects.create(page=english, to_check="machine")
    if what == "locked":
        english.locked, english.locked_by = True, staff("admin")
        english.save()
    english.save_revision()
    assert why in publish(client, pages["cy"]).content.decode()
    assert stands(pages) == [False, False]


def test_words_to_check_do_not_go_live_for_any_reason(client, admin, site):
    """A machine's draft is read first; then it goes."""
    pages = pair(site)
    LanguageRecord.objects.create(page=pages["en"], to_check="machine")
    assert "Its words are still to be checked." in publish(client, pages["en"]).content.decode()
    client.post(reverse("staff_parity_publish", args=[pages["en"].pk]), {"reason": "Hurry"})
    assert stands(pages) == [False, False]
    client.post(reverse("staff_parity_checked", args=[pages["en"].pk]))
    publish(client, pages["en"])
    assert stands(pages) == [True, True]


def test_a_change_to_one_language_makes_the_other_stale_until_it_follows(client, live):
    """Said at once; gone when the other is brought up to date, which makes nothing stale in turn."""
    answer = publish(client, live["cy"], summary="Am aderyn mawr.").content.decode()
    assert "The English page is older than this one now." in answer
    assert stale() == [live["en"].pk]
    board = client.get(reverse("staff_parity"), {"state": "stale", "language": "en"}).content.decode()
    assert "The heron of the town" in board
    assert "/revisions/compare/" in board
    publish(client, live["en"], show_in_menus="on")
    assert stale() == [live["en"].pk]  # no word of it changed
    publish(client, live["en"], summary="About a large bird.")
    assert stale() == []
    publish(client, live["cy"], summary="Am aderyn mawr llwyd.")
    client.post(reverse("staff_parity_checked", args=[live["en"].pk]))
    assert stale() == []


def test_ticked_pages_go_live_with_their_other_language_or_none_does(client, admin, site):
    """The one that is missing its pair holds all back."""
    pages = pair(site)
    lonely = site.home["cy"].add_child(instance=StandardPage(title="Unig", slug="unig", live=False))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{address}?id={pages['cy'].pk}&id={lonely.pk}&next=/cms/languages/", {}, follow=True)
    assert "Unig: There is no page in the other language yet." in answer.content.decode()
    assert stands(pages) == [False, False]
    client.post(f"{address}?id={pages['cy'].pk}&next=/cms/", {})
    assert stands(pages) == [True, True]


def test_a_page_leaves_in_both_languages_or_in_one_for_a_reason(client, live):
    """The question is asked; what stays says why."""
    address = reverse("wagtailadmin_pages:unpublish", args=[live["cy"].pk])
    assert "Which languages are to leave the site?" in client.get(address).content.decode()
    answer = client.post(address, {"languages": "one", "reason": ""}, follow=True)
    assert "Say why" in answer.content.decode()
    assert stands(live) == [True, True]
    client.post(address, {"languages": "one", "reason": "The Welsh is being rewritten."})
    assert stands(live) == [False, True]
    assert LanguageRecord.objects.get(page=live["en"]).alone_reason == "The Welsh is being rewritten."
    publish(client, live["cy"])
    assert stands(live) == [True, True]
    assert not LanguageRecord.objects.exclude(alone_reason="").exists()
    client.post(address, {"languages": "both"})
    assert stands(live) == [False, False]


def test_ticked_pages_do_not_leave_one_language_behind(client, live):
    """Both are ticked, or neither goes."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    answer = client.post(f"{address}?id={live['cy'].pk}&next=/cms/languages/", {}, follow=True)
    assert "would be left alone in their language: The heron of the town" in answer.content.decode()
    assert stands(live) == [True, True]
    client.post(f"{address}?id={live['cy'].pk}&id={live['en'].pk}&next=/cms/", {})
    assert stands(live) == [False, False]


@pytest.mark.parametrize("ticked", [False, True], ids=["one page", "ticked in a list"])
def test_half_a_pair_on_the_site_is_not_deleted(client, live, ticked):
    """It leaves the site first, by the question that asks for a reason; then it may be deleted."""
    if ticked:
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
        address += f"?id={live['cy'].pk}&next=/cms/languages/"
    else:
        address = reverse("wagtailadmin_pages:delete", args=[live["cy"].pk])
    answer = client.post(address, {}, follow=True)
    assert "would be left alone" in answer.content.decode()
    assert stands(live) == [True, True]
    reason = {"languages": "one", "reason": "The Welsh is being rewritten."}
    client.post(reverse("wagtailadmin_pages:unpublish", args=[live["cy"].pk]), reason)
    client.post(address, {})
    assert not StandardPage.objects.filter(pk=live["cy"].pk).exists()
    assert StandardPage.objects.get(pk=live["en"].pk).live


def test_the_last_approval_puts_both_live(client, admin, site):
    """The first waits for the second; an approver need not be allowed to publish."""
    pages, reader = pair(site), staff("editor")
    reader.groups.all().delete()
    workflow = Workflow.objects.create(name="Darllen")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="D"), sort_order=0)
    begun = [workflow.start(page, admin) for page in pages.values()]
    begun[0].current_task_state.approve(user=reader)
    assert stands(pages) == [False, False]
    assert PageLogEntry.objects.get(action=KEPT_BACK).data == {"why": "other_in_approval"}
    begun[1].current_task_state.approve(user=reader)
    assert stands(pages) == [True, True]


def test_an_approval_does_not_publish_a_draft_that_nobody_approved(client, admin, site):
    """The other language was never sent for approval, and the reader may not publish."""
    pages, reader = pair(site), staff("editor")
    reader.groups.all().delete()
    workflow = Workflow.objects.create(name="Darllen")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="D"), sort_order=0)
    workflow.start(pages["cy"], admin).current_task_state.approve(user=reader)
    assert stands(pages) == [False, False]
    assert PageLogEntry.objects.get(action=KEPT_BACK).data == {"why": "other_not_yours"}


def test_a_copy_is_a_draft(client, live):
    """Wagtail's "publish copies" would put a page on the site in one language."""
    form = {"new_title": "Crëyr eto", "new_slug": "creyr-eto", "new_parent_page": live["cy"].get_parent().pk}
    answer = client.post(
        reverse("wagtailadmin_pages:copy", args=[live["cy"].pk]), form | {"publish_copies": "on"}, follow=True
    )
    assert "The copy is a draft" in answer.content.decode()
    assert not StandardPage.objects.get(slug="creyr-eto").live


def test_the_first_pages_of_the_site_stay_publishable(client, admin, site):
    """As the foundations lay them they are live in both languages, without a revision."""
    for page in site.home.values():
        publish(client, page, title=page.title, hero_title=f"Pawb {page.slug}")
        assert Page.objects.get(pk=page.pk).last_published_at
