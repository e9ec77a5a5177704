"""What is for members only reaches nobody else: not by page, list, search, file, Wagtail's door or cache."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from core.models import SearchEntry
from core.search import search
from portal.models import StandardPage
from resources import actions
from resources.models import ResourceIndexPage
from tests.factories import staff
from tests.resources.factories import page_of, read_everything, resource
from tests.resources.papers import paper

LIBRARY = {"cy": "/cy/adnoddau/", "en": "/en/resources/"}
CANARY = "gwrychoedd"


@pytest.fixture
def secret(librarian):
    """A resource for members only, with a canary in each place a reader could meet."""
    words = {
        code: actions.Words(
            f"Canary-title-{code}", summary=f"canary-summary {code}", body=[("text", "<p>canary-body</p>")]
        )
        for code in ("cy", "en")
    }
    return resource(librarian, words=words, files=[("cy", paper(CANARY))], members_only=True)


@pytest.fixture
def people(stranger, member, librarian):
    """Who asks → the account, and whether members' things are for them."""
    return {
        "visitor": (None, False),
        "stranger": (stranger, False),
        "member": (member, True),
        "staff": (librarian, True),
    }


def sign_in(client, people, who):
    user, allowed = people[who]
    if user:
        client.force_login(user)
    return allowed


def file_url(made, language="en"):
    file = made.files.get()
    return f"/{language}/resources/file/{file.pk}/{file.document.filename}"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("who", ["visitor", "stranger", "member", "staff"])
def test_the_page_opens_to_members_alone(client, people, secret, who, language):
    allowed = sign_in(client, people, who)
    answer = client.get(page_of(secret, language).url)
    if allowed:
        assert answer.status_code == 200
        assert "canary-body" in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]
    else:
        assert answer.status_code == 302
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.url.startswith(f"/{language}/{'join' if who == 'stranger' else 'account/login'}/")
        landed = client.get(answer.url, follow=True)
        assert "canary-body" not in landed.content.decode()
        assert "canary-summary" not in landed.content.decode()
        assert "Canary" not in landed.content.decode()
        said = {"cy": "Tudalen i aelodau yw hon.", "en": "This page is for members."}[language]
        assert landed.content.decode().count(said) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("who", ["visitor", "stranger", "member", "staff"])
def test_lists_search_and_counts_hold_it_for_members_alone(client, people, secret, who, language):
    allowed = sign_in(client, people, who)
    for query in ({}, {"q": CANARY}, {"q": "canary"}, {"type": "toolkit"}, {"q": "canary", "page": "2"}):
        answer = client.get(LIBRARY[language], query)
        assert (answer.context["total"] == 1) == allowed
        assert ("-title-" in answer.content.decode()) == allowed
        assert any(option["count"] for group in answer.context["facets"] for option in group["options"]) == allowed
    everywhere = client.get(f"/{language}/search/", {"q": CANARY}).content.decode()
    if who != "staff":  # the site's search asks for membership itself
        assert ("-title-" in everywhere) == allowed


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["visitor", "stranger", "member", "staff"])
def test_the_file_goes_to_members_alone(client, people, secret, who):
    allowed = sign_in(client, people, who)
    answer = client.get(file_url(secret))
    document = secret.files.get().document
    through_wagtail = client.get(reverse("wagtaildocs_serve", args=[document.pk, document.filename]), follow=True)
    assert answer.status_code == through_wagtail.status_code == (200 if allowed else 404)
    for response in (answer, through_wagtail):
        if allowed:
            assert response.headers["Content-Disposition"].startswith("attachment")
            assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert "no-store" in response.headers["Cache-Control"]
            assert b"".join(response.streaming_content).startswith(b"%PDF")
        assert "ETag" not in response.headers
    missing = client.get("/en/resources/file/999999/paper.pdf")
    wrong_name = client.get(f"/en/resources/file/{secret.files.get().pk}/other.pdf")
    ours = client.get(f"/en/resources/document/{document.pk}/{document.filename}")
    assert missing.status_code == wrong_name.status_code == 404
    assert ours.status_code == (200 if allowed else 404)


@pytest.mark.django_db
def test_a_fingerprint_tells_a_stranger_nothing(client, secret):
    document = secret.files.get().document
    url = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    for mark in (f'"{document.file_hash}"', "*"):
        assert client.get(url, headers={"If-None-Match": mark}).status_code == 404
        assert client.get(file_url(secret), headers={"If-None-Match": mark}).status_code == 404


@pytest.mark.django_db
def test_a_public_file_is_for_everybody_and_is_kept_not_run(client, librarian):
    made = resource(librarian, files=[("cy", paper("agored"))])
    answer = client.get(file_url(made))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert client.head(file_url(made)).status_code == 200
    assert client.post(file_url(made)).status_code == 405
    made.files.get().document.file.delete(save=False)
    assert client.get(file_url(made)).status_code == 404


@pytest.mark.django_db
def test_files_of_drafts_and_of_nothing_are_not_there(client, librarian):
    made = resource(librarian, files=[("cy", paper("drafft"))])
    file = made.files.get()
    document = file.document
    wagtails = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    assert client.get(wagtails, follow=True).status_code == 200
    for page in made.all_pages():
        page.unpublish()
    assert client.get(file_url(made)).status_code == 404
    assert client.get(wagtails, follow=True).status_code == 404
    file.delete()
    assert client.get(wagtails, follow=True).status_code == 404


@pytest.mark.django_db
def test_a_document_that_a_public_page_links_to_is_there(client, librarian, site):
    made = resource(librarian, files=[("cy", paper("dolen"))])
    document = made.files.get().document
    made.files.get().delete()
    wagtails = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    assert client.get(wagtails, follow=True).status_code == 404
    link = f'<p><a linktype="document" id="{document.pk}">x</a></p>'
    page = site.home["en"].add_child(instance=StandardPage(title="Links", slug="links", locale=site.home["en"].locale))
    page.body = [("text", link)]
    page.save_revision().publish()
    assert client.get(wagtails, follow=True).status_code == 200
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(wagtails, follow=True).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
def test_becoming_private_takes_effect_at_once(client, librarian, language):
    made = resource(librarian, files=[("cy", paper(CANARY))])
    assert client.get(LIBRARY[language], {"q": CANARY}).context["total"] == 1
    made.members_only = True
    made.save()
    assert client.get(LIBRARY[language], {"q": CANARY}).context["total"] == 0
    assert client.get(file_url(made)).status_code == 404
    made.members_only = False
    made.save()
    assert client.get(LIBRARY[language], {"q": CANARY}).context["total"] == 1
    restriction = PageViewRestriction.objects.create(
        page=ResourceIndexPage.objects.get(locale__language_code=language), restriction_type=PageViewRestriction.LOGIN
    )
    assert search(CANARY, language=language, members=True).total == 0
    restriction.delete()
    assert search(CANARY, language=language).total == 1


@pytest.mark.django_db
@pytest.mark.parametrize("closed", ["page", "library"])
def test_privacy_of_a_page_is_the_privacy_of_its_files(client, member, librarian, closed):
    """By our own address and by Wagtail's; a file that another open page shows stays open."""
    made = resource(librarian, files=[("cy", paper(CANARY))])
    document = made.files.get().document
    wagtails = reverse("wagtaildocs_serve", args=[document.pk, document.filename])
    assert (client.get(file_url(made)).status_code, client.get(wagtails).status_code) == (200, 302)
    for language in ("cy", "en"):
        page = page_of(made, language)
        PageViewRestriction.objects.create(
            page=page if closed == "page" else page.get_parent(), restriction_type=PageViewRestriction.LOGIN
        )
        is_shown_elsewhere = language == "cy"
        assert client.get(file_url(made)).status_code == (200 if is_shown_elsewhere else 404)
        assert client.get(wagtails).status_code == (302 if is_shown_elsewhere else 404)
    client.force_login(member)
    assert client.get(file_url(made)).status_code == 404


@pytest.mark.django_db
def test_the_home_page_shows_no_private_case_study(client, librarian):
    figures = [{"label_cy": "o bobl", "label_en": "people", "after": "12"}]
    resource(librarian, words={"cy": "Agored", "en": "Open story"}, kind="case_study", figures=figures)
    resource(
        librarian, words={"cy": "Cudd", "en": "Hidden story"}, kind="case_study", figures=figures, members_only=True
    )
    home = client.get("/en/").content.decode()
    assert "Open story" in home
    assert "Hidden story" not in home


@pytest.mark.django_db
def test_words_of_a_draft_are_not_found(librarian):
    made = resource(librarian, words={"en": "Open"})
    page = page_of(made, "en")
    page.title = "Unfinished parrot"
    page.save_revision()
    read_everything()
    actions.refresh(made)
    assert search("parrot", language="en").total == 0
    page.get_latest_revision().publish()
    assert search("parrot", language="en").total == 1


@pytest.mark.django_db
def test_leaving_the_site_leaves_the_index(librarian, site):
    made = resource(librarian)
    page = page_of(made, "en")
    assert SearchEntry.objects.filter(object_id=page.pk).exists()
    page.unpublish()
    assert not SearchEntry.objects.filter(object_id=page.pk).exists()
    page.save_revision().publish()
    assert SearchEntry.objects.filter(object_id=page.pk).exists()
    page.delete()
    assert not SearchEntry.objects.filter(object_id=page.pk).exists()
    made.resourcepage_set.first().get_parent().delete()
    assert not SearchEntry.objects.filter(kind="resource").exists()


@pytest.mark.django_db
def test_staff_without_the_library_are_not_shown_its_screens(client, site):
    client.force_login(staff("event_officer"))
    assert client.get(reverse("wagtailsnippets_resources_resource:list")).status_code in (302, 403)
