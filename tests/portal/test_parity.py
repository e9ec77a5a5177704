"""No page passes as the other language: an untranslated copy is refused, and a page alone says so."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, PageViewRestriction, Workflow, WorkflowTask

from portal.models import StandardPage
from portal.parity.actions import KEPT_BACK
from portal.parity.words import still_in_the_other_language
from resources.models import CaseStudyPage, Resource, ResourceIndexPage
from tests.events import factories as events
from tests.factories import staff
from tests.portal.pairs import pair, publish


@pytest.fixture
def copied(site):
    """A Welsh page, and its copy for translation as Wagtail makes it."""
    welsh = site.home["cy"].add_child(
        instance=StandardPage(title="Crëyr y dref", slug="creyr", summary="Am aderyn.", body=[])
    )
    welsh.save_revision().publish()
    return welsh, welsh.copy_for_translation(site.home["en"].locale)


def test_an_untranslated_copy_is_not_published(client, copied):
    """Saved, refused with a sentence, not live."""
    client.force_login(staff("admin"))
    answer = publish(client, copied[1])
    assert "still has the words of the other language" in answer.content.decode()
    copied[1].refresh_from_db()
    assert not copied[1].live


def test_a_translated_copy_is_published(client, copied):
    """Its own words make it a page of its own language."""
    client.force_login(staff("admin"))
    publish(client, copied[1], title="The heron of the town", summary="About a bird.")
    copied[1].refresh_from_db()
    assert copied[1].live


def test_a_new_summary_over_the_old_body_is_no_translation(client, copied):
    """What the page says below must be its own too; a drawing says nothing."""
    welsh, english = copied
    for page in (welsh, english):
        page.body = [("text", "<p>Crëyr wrth yr afon.</p>")]
        page.save_revision()
    client.force_login(staff("admin"))
    english.summary = "About a bird."
    assert still_in_the_other_language(english)
    english.body = [("text", "<p>A heron by the river.</p>")]
    assert not still_in_the_other_language(english)
    english.body = []
    assert not still_in_the_other_language(english)


def test_each_text_of_a_page_must_be_its_own(site):
    """A case study tells its story in sections; only the names of who wrote it may be the same."""
    page = CaseStudyPage(title="Crëyr", slug="c", summary="Am aderyn.", situation="<p>Wrth yr afon.</p>", body=[])
    facts = Resource.objects.create(name="Crëyr", kind="case_study")
    welsh = ResourceIndexPage.objects.get(locale__language_code="cy")
    page.resource, page.written_with = facts, "<p>Ruth Dineen</p>"
    welsh.add_child(instance=page)
    page.save_revision()
    copy = page.copy_for_translation(site.home["en"].locale)
    copy.title, copy.summary = "Heron", "About a bird."
    assert still_in_the_other_language(copy)
    copy.situation = "<p>By the river.</p>"
    assert not still_in_the_other_language(copy)


def test_the_large_title_of_a_home_page_must_be_its_own(site):
    """It has no summary and no body perhaps, and one large sentence."""
    for page in site.home.values():
        page.hero_title = "Dim byd amdanom ni hebddom ni"
        page.save_revision()
    assert still_in_the_other_language(site.home["en"])


@pytest.mark.parametrize("below", [False, True])
def test_ticking_many_pages_publishes_no_untranslated_copy(client, copied, below):
    """Neither the page itself nor one below it."""
    client.force_login(staff("admin"))
    chosen = copied[1].get_parent() if below else copied[1]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(
        f"{address}?id={chosen.pk}&next=/cms/", {"include_descendants": "on"} if below else {}, follow=True
    )
    assert "Crëyr y dref: It still has the words of the other language." in answer.content.decode()
    copied[1].refresh_from_db()
    assert not copied[1].live
    english = copied[1]
    english.title, english.summary = "The heron of the town", "About a bird."
    english.save_revision()
    client.post(f"{address}?id={chosen.pk}&next=/cms/", {"include_descendants": "on"} if below else {})
    english.refresh_from_db()
    assert english.live


def test_approval_publishes_no_untranslated_copy(client, copied):
    """The last yes keeps it back, and the page's history tells why."""
    boss, english = staff("admin"), copied[1]
    client.force_login(boss)
    workflow = Workflow.objects.create(name="Ail bâr o lygaid")
    WorkflowTask.objects.create(workflow=workflow, task=GroupApprovalTask.objects.create(name="Darllen"), sort_order=0)
    for words, live in (({}, False), ({"title": "The heron of the town", "summary": "About a bird."}, True)):
        for name, value in words.items():
            setattr(english, name, value)
        english.save_revision()
        state = workflow.start(english, boss)
        state.current_task_state.approve(user=boss)
        english.refresh_from_db()
        assert english.live is live
    assert PageLogEntry.objects.filter(page=english, action=KEPT_BACK).count() == 1
    history = client.get(reverse("wagtailadmin_pages:history", args=[english.pk])).content.decode()
    assert "Approved or due, but not published. It still has the words of the other language." in history


def test_there_is_no_second_way_to_publish(client, copied):
    """Wagtail's programs' door to publishing knows nothing of our checks, and nobody needs it."""
    client.force_login(staff("admin"))
    for name in ("publish", "copy", "create_alias"):
        assert client.post(f"/cms/api/main/pages/{copied[1].pk}/action/{name}/", follow=True).status_code == 404


@pytest.mark.parametrize(("below", "copies"), [("en", 0), ("cy", 1)])
def test_no_page_is_copied_among_the_other_language(client, site, below, copies):
    """It would stand at an address of the other language, live at once."""
    page = site.home["cy"].add_child(instance=StandardPage(title="Crëyr", slug="creyr", summary="Am aderyn."))
    client.force_login(staff("admin"))
    form = {"new_title": "Crëyr eto", "new_slug": "creyr-eto", "new_parent_page": site.home[below].pk}
    answer = client.post(
        reverse("wagtailadmin_pages:copy", args=[page.pk]), form | {"publish_copies": "on"}, follow=True
    )
    assert StandardPage.objects.filter(slug="creyr-eto").count() == copies
    assert ("that place is for pages in the other language" in answer.content.decode()) == (not copies)


@pytest.mark.parametrize("whole_branch", [False, True])
def test_a_page_of_an_event_is_not_copied(client, site, whole_branch):
    """Its facts have one page in each language; the branch it is on would take it along."""
    page = events.pages(events.event())["en"]
    client.force_login(staff("event_officer"))
    asked = page.get_parent() if whole_branch else page
    form = {"new_title": "Again", "new_slug": "again", "new_parent_page": asked.get_parent().pk}
    form |= {"publish_copies": "on"} | ({"copy_subpages": "on"} if whole_branch else {})
    answer = client.post(reverse("wagtailadmin_pages:copy", args=[asked.pk]), form, follow=True)
    assert "an event and a resource have one page in each language" in answer.content.decode()
    assert not Page.objects.filter(slug="again").exists()


def test_a_page_without_a_pair_is_not_held_back(site):
    """There is nothing to be the same as."""
    page = site.home["cy"].add_child(instance=StandardPage(title="Unig", slug="unig"))
    assert not still_in_the_other_language(page)


def test_a_page_alone_says_so_in_the_other_language(client, copied):
    """In both languages, each marked; the switch leads to a page that says the same, until there is a twin."""
    said, there = client.get(copied[0].url).content.decode(), f"/en/in-one-language/{copied[0].pk}/"
    assert '<p lang="en">This page is not in English yet.</p>' in said
    assert "<p>Dydy’r dudalen hon ddim yn Saesneg eto.</p>" in said
    assert f'href="{there}" lang="en"' in said
    assert 'rel="alternate" hreflang="en"' not in said
    told = client.get(there)
    assert (told.status_code, told["X-Robots-Tag"]) == (200, "noindex")
    assert f'href="{copied[0].url}" hreflang="cy">Read this page in Welsh</a>' in told.content.decode()
    assert '<h1 lang="cy">Crëyr y dref</h1>' in told.content.decode()
    assert '<p lang="cy">' in told.content.decode()
    assert "creyr" not in client.get("/en/sitemap.xml").content.decode()
    assert "not in English yet" not in client.get("/cy/").content.decode()
    english = copied[1]
    english.title, english.summary = "The heron of the town", "About a bird."
    english.save_revision().publish()
    english.refresh_from_db()
    assert "not in English yet" not in client.get(copied[0].url).content.decode()
    assert client.get(there).url == english.url
    assert client.get(there.replace("/en/", "/cy/")).url == copied[0].url


def test_a_page_that_not_everybody_may_read_is_not_told_of(client, copied):
    """A stranger learns neither its title nor its address; a draft is not there at all."""
    there = f"/en/in-one-language/{copied[0].pk}/"
    PageViewRestriction.objects.create(page=copied[0], restriction_type=PageViewRestriction.LOGIN)
    assert client.get(there).status_code == 404
    client.force_login(staff("admin"))
    assert client.get(there).status_code == 200
    assert client.get(f"/cy/in-one-language/{copied[1].pk}/").status_code == 404


def test_a_preview_waits_for_the_other_draft(client, site):
    """Before either is published, the pair is not called a page in one language."""
    pages = pair(site)
    client.force_login(staff("admin"))
    address = reverse("wagtailadmin_pages:view_draft", args=[pages["cy"].pk])
    assert "not in English yet" not in client.get(address).content.decode()
    pages["en"].delete()
    assert "not in English yet" in client.get(address).content.decode()
