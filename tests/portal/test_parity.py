"""No page passes as the other language: an untranslated copy is refused, and a page alone says so."""

import pytest
from django.urls import reverse

from portal.models import StandardPage
from portal.parity import still_in_the_other_language
from tests.factories import staff


@pytest.fixture
def copied(site):
    """A Welsh page, and its copy for translation as Wagtail makes it."""
    welsh = site.home["cy"].add_child(
        instance=StandardPage(title="Crëyr y dref", slug="creyr", summary="Am aderyn.", body=[])
    )
    welsh.save_revision().publish()
    return welsh, welsh.copy_for_translation(site.home["en"].locale)


def publish(client, page, **words):
    """Press publish in the editor."""
    form = {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
    }
    form |= {"comments-INITIAL_FORMS": "0", "action-publish": "1", "seo_title": "", "search_description": ""}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form | words, follow=True)


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


def test_a_page_without_a_pair_is_not_held_back(site):
    """There is nothing to be the same as."""
    page = site.home["cy"].add_child(instance=StandardPage(title="Unig", slug="unig"))
    assert not still_in_the_other_language(page)


def test_a_page_alone_says_so_in_the_other_language(client, copied):
    """On the Welsh page, in English, marked as English; gone once both stand."""
    said = client.get(copied[0].url).content.decode()
    assert "This page is only in Welsh so far." in said
    assert '<div class="container" lang="en">' in said
    assert "only in Welsh" not in client.get("/cy/").content.decode()
