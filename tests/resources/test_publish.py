"""Staff upload a PDF, publish in both languages, and visitors find it by a word that stands only inside it."""

import unicodedata
from datetime import timedelta

import kombu
import pytest
from celery.signals import before_task_publish
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from core.models import Document, PeriodicRun, SearchEntry
from resources import actions, tasks
from resources.models import Reading, Resource, ResourceFile, ResourceIndexPage, ResourcePage, Topic
from tests.factories import everything
from tests.resources.factories import resource
from tests.resources.papers import paper

LIBRARY = {"cy": "/cy/adnoddau/", "en": "/en/resources/"}


def rows(name, *forms, initial=0):
    """An inline formset as the admin posts it."""
    data = {f"{name}-TOTAL_FORMS": len(forms), f"{name}-INITIAL_FORMS": initial}
    data |= {f"{name}-MIN_NUM_FORMS": 0, f"{name}-MAX_NUM_FORMS": 1000}
    for turn, form in enumerate(forms):
        data |= {f"{name}-{turn}-{key}": value for key, value in ({"ORDER": turn + 1, "DELETE": ""} | form).items()}
    return data


def upload(client, content: bytes, name="papur.pdf") -> Document:
    """Upload a file as staff do."""
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    data = {"title": "Canllaw", "file": file, "language": "cy", "tags": "", "collection": everything()}
    answer = client.post(reverse("wagtaildocs:add"), data)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return Document.objects.latest("pk")


def facts(**more) -> dict:
    """The facts of a resource as the admin posts them."""
    return {
        "name": "Measuring", "kind": "toolkit", "principles": ["matters", "trust"], "spectrum": ["with"],
        "problem_types": ["complex"], "region": "all", "licence": "cc-by-sa", "year": "2026",
        "link_cy": "", "link_en": "", **more,
    }  # fmt: skip


def publish(client, resource, language: str, title: str, slug: str = "measuring") -> ResourcePage:
    """Write a page of the facts and publish it, as staff do."""
    library = ResourceIndexPage.objects.get(locale__language_code=language)
    data = {
        "title": title, "slug": slug, "summary": "", "resource": resource.pk,
        "body-count": 0, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, "comments-MIN_NUM_FORMS": 0,
        "comments-MAX_NUM_FORMS": "", "action-publish": "1", "seo_title": "", "search_description": "",
    }  # fmt: skip
    address = reverse("wagtailadmin_pages:add", args=["resources", "resourcepage", library.pk])
    answer = client.post(address, data)
    assert answer.status_code == 302, answer.content.decode()
    return ResourcePage.objects.get(locale__language_code=language, resource=resource)


@pytest.fixture
def published(client, librarian, django_capture_on_commit_callbacks):
    """What staff do, screen by screen; the worker is woken when all is committed."""
    client.force_login(librarian)
    topic = Topic.objects.create(slug="health", name_cy="Iechyd", name_en="Health")
    document = upload(client, paper("Y gwrychoedd uchel yn yr ŵyl, a phawb yng Nghaerdydd.", pages=2))
    data = facts(topics=[topic.pk]) | rows("files", {"document": document.pk, "language": "cy"}) | rows("figures")
    answer = client.post(reverse("wagtailsnippets_resources_resource:add"), data)
    assert answer.status_code == 302, answer.content.decode()
    resource = Resource.objects.get(name="Measuring")
    publish(client, resource, "cy", "Mesur beth sy'n bwysig", slug="mesur")
    publish(client, resource, "en", "Measuring what matters")
    client.logout()
    return resource


@pytest.fixture
def woken():
    """The files for which the broker was asked for a worker, in order."""
    files = []

    def note(body, **_):
        files.append(body[1]["file_id"])

    before_task_publish.connect(note, sender=tasks.extract_text.name)
    yield files
    before_task_publish.disconnect(note, sender=tasks.extract_text.name)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    "query", ["ŵyl", "wyl", "WYL", unicodedata.normalize("NFD", "ŵyl"), "gwrychoedd", "Gwrychoedd uchel", "caerdydd"]
)
def test_visitors_find_a_resource_by_a_word_inside_its_file(client, published, language, query):
    before = client.get(LIBRARY[language], {"q": query}).content.decode()
    assert "result-row__title" not in before
    tasks.extract_text(file_id=published.files.get().pk)
    answer = client.get(LIBRARY[language], {"q": query})
    page = answer.content.decode()
    title = {"cy": "Mesur beth sy&#x27;n bwysig", "en": "Measuring what matters"}[language]
    assert title in page
    assert "<mark>" in page
    assert answer.context["rows"][0]["url"] == {"cy": "/cy/adnoddau/mesur/", "en": "/en/resources/measuring/"}[language]
    assert ('<span lang="cy">' in page) == (language == "en")
    assert ("2" in answer.context["rows"][0]["snippet"]) is True  # it stands on the second page
    everywhere = client.get(f"/{language}/search/", {"q": query}).content.decode()
    assert title in everywhere


@pytest.mark.django_db
def test_the_worker_is_woken_when_the_upload_is_committed_and_may_run_twice(
    client, librarian, django_capture_on_commit_callbacks, woken
):
    from tests.resources.factories import resource

    with django_capture_on_commit_callbacks(execute=True):
        made = resource(librarian)
        file = actions.add_file(resource=made, language="cy", name="a.pdf", content=paper("gwrychoedd"), by=librarian)
    assert woken == [file.pk]
    for _turn in range(2):
        tasks.extract_text(file_id=file.pk)
    file.refresh_from_db()
    assert (file.state, file.tries, file.page_count) == (Reading.DONE, 1, 1)


@pytest.mark.django_db
def test_the_sweep_finds_what_nobody_was_woken_for(published, woken):
    tasks.sweep_files()
    assert woken == [published.files.get().pk]
    tasks.extract_text(file_id=woken[0])
    PeriodicRun.objects.update(taken_at=timezone.now() - timedelta(minutes=1))
    tasks.sweep_files()
    assert len(woken) == 1


@pytest.mark.django_db
def test_a_broker_that_is_away_refuses_nobody_and_is_asked_once_however_many_files_wait(
    published, librarian, django_capture_on_commit_callbacks, monkeypatch
):
    asked = []

    def away(*_args, **_kwargs):
        asked.append(1)
        raise ConnectionError

    monkeypatch.setattr(kombu.Producer, "publish", away)
    for number in range(3):
        actions.add_file(
            resource=published, language="cy", name=f"{number}.pdf", content=paper(f"gair{number}"), by=librarian
        )
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.read_again(resource=published, by=librarian) == 4
    tasks.sweep_files()
    assert len(asked) == 1
    assert set(ResourceFile.objects.values_list("state", flat=True)) == {Reading.WAITING}


@pytest.mark.django_db
def test_staff_see_how_reading_went(client, librarian, published):
    client.force_login(librarian)
    address = reverse("wagtailsnippets_resources_resource:edit", args=[published.pk])
    assert "Waiting to be read" in client.get(address).content.decode()
    tasks.extract_text(file_id=published.files.get().pk)
    assert "its words are found by search" in client.get(address).content.decode()
    listed = client.get(reverse("wagtailsnippets_resources_resource:list"), {"q": "Measuring"}).content.decode()
    assert "Files: 1" in listed


@pytest.mark.django_db
def test_changed_facts_are_found_at_once(client, librarian, published):
    tasks.extract_text(file_id=published.files.get().pk)
    client.force_login(librarian)
    file = published.files.get()
    form = {"document": file.document_id, "language": "cy", "id": file.pk}
    data = facts(kind="method", principles=["networks"]) | rows("files", form, initial=1) | rows("figures")
    answer = client.post(reverse("wagtailsnippets_resources_resource:edit", args=[published.pk]), data)
    assert answer.status_code == 302, answer.content.decode()
    client.logout()
    assert client.get(LIBRARY["cy"], {"type": "toolkit", "q": "gwrychoedd"}).context["total"] == 0
    assert client.get(LIBRARY["cy"], {"type": "method", "principle": "networks"}).context["total"] == 1
    assert client.get(LIBRARY["cy"], {"topic": "health"}).context["total"] == 0


@pytest.mark.django_db
def test_a_file_taken_away_is_no_longer_found(client, librarian, published):
    tasks.extract_text(file_id=published.files.get().pk)
    client.force_login(librarian)
    file = published.files.get()
    form = {"document": file.document_id, "language": "cy", "id": file.pk, "DELETE": "on"}
    client.post(
        reverse("wagtailsnippets_resources_resource:edit", args=[published.pk]),
        facts() | rows("files", form, initial=1) | rows("figures"),
    )
    assert not published.files.exists()
    assert client.get(LIBRARY["cy"], {"q": "gwrychoedd"}).context["total"] == 0


@pytest.mark.django_db
def test_a_replaced_file_is_read_again(client, librarian, published):
    tasks.extract_text(file_id=published.files.get().pk)
    client.force_login(librarian)
    document = published.files.get().document
    file = SimpleUploadedFile("newydd.pdf", paper("chwilfrydig iawn"), content_type="application/pdf")
    data = {"title": "Canllaw", "file": file, "language": "cy", "tags": "", "collection": everything()}
    assert client.post(reverse("wagtaildocs:edit", args=[document.pk]), data).status_code == 302
    again = published.files.get()
    assert again.state == Reading.WAITING
    tasks.extract_text(file_id=again.pk)
    assert client.get(LIBRARY["cy"], {"q": "chwilfrydig"}).context["total"] == 1
    assert client.get(LIBRARY["cy"], {"q": "gwrychoedd"}).context["total"] == 0


@pytest.mark.django_db
def test_one_language_has_one_page_of_the_same_facts(client, librarian, published):
    client.force_login(librarian)
    with pytest.raises(AssertionError, match="These facts have a page in this language already"):
        publish(client, published, "cy", "Eto", slug="eto")
    assert published.resourcepage_set.count() == 2


@pytest.mark.parametrize("ticked", [False, True])
def test_a_topic_that_is_deleted_is_no_longer_counted(client, librarian, ticked):
    """Search forgets it in both languages, whether it goes from its own page or ticked in the list."""
    topic = actions.add_topic(slug="health", name_cy="Iechyd", name_en="Health", by=librarian)
    resource(librarian, topics=[topic])
    assert "health" in str(SearchEntry.objects.values_list("facets", flat=True))
    client.force_login(librarian)
    if ticked:
        url = reverse("wagtail_bulk_action", args=["resources", "topic", "delete"]) + f"?id={topic.pk}"
    else:
        url = reverse("wagtailsnippets_resources_topic:delete", args=[topic.pk])
    client.post(url)
    assert not Topic.objects.exists()
    assert "health" not in str(SearchEntry.objects.values_list("facets", flat=True))
