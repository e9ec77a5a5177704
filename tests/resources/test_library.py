"""The library as visitors see it: filters that add up, pages of the list, the other language, and its cost."""

import re

import pytest
from django.core.management import call_command

from core.models import SearchEntry
from core.search import Record, index
from resources import actions, library
from resources.models import CaseStudyPage, Resource, ResourceIndexPage
from resources.records import plain
from tests.factories import person
from tests.resources.factories import page_of, resource
from tests.resources.papers import paper

LIBRARY = {"cy": "/cy/adnoddau/", "en": "/en/resources/"}


@pytest.fixture
def shelf(librarian):
    """Three resources and a topic."""
    topic = actions.add_topic(slug="health", name_cy="Iechyd", name_en="Health", by=librarian)
    resource(
        librarian, kind="toolkit", principles=["trust", "matters"], topics=[topic], region="north", licence="cc-by"
    )
    resource(librarian, kind="method", principles=["trust"], problem_types=["complex"], spectrum=["with"])
    resource(librarian, kind="method", principles=["networks"], files=[("en", paper("thermos", language="en"))])


def counts(answer) -> dict:
    return {
        group["name"]: {option["value"]: option["count"] for option in group["options"]}
        for group in answer.context["facets"]
        if group["options"]
    }


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
def test_each_filter_is_named_and_counted(client, shelf, language):
    answer = client.get(LIBRARY[language])
    assert answer.context["total"] == 3
    assert counts(answer) == {
        "type": {"toolkit": 1, "method": 2},
        "principle": {"networks": 1, "matters": 1, "trust": 2},
        "topic": {"health": 1},
        "use": {"complex": 1},
        "spectrum": {"with": 1},
        "language": {"en": 1},
        "region": {"north": 1},
        "licence": {"cc-by": 1},
    }
    assert {"cy": "Iechyd", "en": "Health"}[language] in answer.content.decode()


@pytest.mark.django_db
def test_ticks_widen_inside_a_filter_and_narrow_between_filters(client, shelf):
    answer = client.get(LIBRARY["en"], {"type": "method"})
    assert answer.context["total"] == 2
    assert counts(answer)["type"] == {"toolkit": 1, "method": 2}
    assert counts(answer)["principle"] == {"networks": 1, "trust": 1}
    assert answer.context["active"] == 1
    assert client.get(LIBRARY["en"], {"type": ["method", "toolkit"]}).context["total"] == 3
    assert client.get(LIBRARY["en"], {"type": ["method", "toolkit"], "principle": "trust"}).context["total"] == 2
    none = client.get(LIBRARY["en"], {"type": "toolkit", "principle": "networks"})
    assert none.context["total"] == 0
    assert "Nothing was found" in none.content.decode()
    ticked = re.findall(r'value="(\w+)" form="search" checked', none.content.decode())
    assert ticked == ["toolkit", "networks"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "type=nonsense",
        "type=",
        "page=0",
        "page=-3",
        "page=abc",
        "page=99999999999",
        "page=²",
        "topic=%00",
        "nonsense=1",
    ],
)
def test_odd_addresses_are_answered(client, shelf, query):
    answer = client.get(f"{LIBRARY['en']}?{query}")
    assert answer.status_code == 200
    assert answer.context["total"] == (0 if "topic" in query else 3)


@pytest.mark.django_db
def test_long_lists_have_pages(client, shelf, monkeypatch):
    monkeypatch.setattr(library, "PAGE_SIZE", 2)
    first, second = (client.get(LIBRARY["en"], {"page": number}) for number in (1, 2))
    urls = [row["url"] for answer in (first, second) for row in answer.context["rows"]]
    assert len(set(urls)) == 3
    assert 'rel="next"' in first.content.decode()
    beyond = client.get(LIBRARY["en"], {"page": 50, "type": "method"})
    assert len(beyond.context["rows"]) == 2


@pytest.mark.django_db
def test_what_only_the_other_language_has_is_said(client, librarian):
    resource(librarian, words={"en": "Allotment"})
    answer = client.get(LIBRARY["cy"], {"q": "allotment"})
    page = answer.content.decode()
    assert answer.context["total"] == 0
    assert 'href="/en/resources/?q=allotment" hreflang="en"' in page
    assert answer.context["elsewhere"] == 1
    assert client.get(LIBRARY["en"], {"q": "allotment"}).context["elsewhere"] == 0


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_resource_page_names_its_files_in_their_languages(client, librarian, language):
    made = resource(librarian, files=[("en", paper("one", language="en")), ("cy", paper("dau"))], licence="cc-by")
    page = client.get(page_of(made, language).url).content.decode()
    assert page.count("<h1") == 1
    links = re.findall(r'<a href="(/[^"]+/resources/file/[^"]+)" download( hreflang="(\w\w)")?>', page)
    assert [code for _url, _attribute, code in links] == ["", "en" if language == "cy" else "cy"]
    assert all(client.get(url).status_code == 200 for url, *_ in links)
    assert "CC BY" in page


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_case_study_shows_what_changed_as_a_table(client, librarian, language):
    figures = [
        {
            "label_cy": "o bobl iach",
            "label_en": "healthy people",
            "before": "40",
            "after": "60",
            "unit_cy": "%",
            "unit_en": "%",
        },
        {"label_cy": "awr", "label_en": "hours", "after": "31,000+"},
    ]
    words = {
        code: actions.Words(f"Story {code}", sections={"situation": f"<p>It was so in {code}.</p>", "cost": ""})
        for code in ("cy", "en")
    }
    made = resource(librarian, words=words, kind="case_study", figures=figures)
    page = client.get(page_of(made, language).url).content.decode()
    table = re.search(r"<table.*?</table>", page, re.DOTALL)[0]
    assert "40%" in table
    assert "60%" in table
    assert {"cy": "o bobl iach", "en": "healthy people"}[language] in table
    assert f"It was so in {language}." in page
    assert len(made.casestudypage_set.get(locale__language_code=language).sections()) == 1
    home = client.get(f"/{language}/").content.decode()
    assert "60%" in home
    found = client.get(LIBRARY[language], {"q": {"cy": "iach", "en": "healthy"}[language]})
    assert found.context["total"] == 1


@pytest.mark.django_db
def test_both_languages_are_published_in_the_same_minute_and_lead_to_each_other(client, librarian):
    made = resource(librarian)
    welsh, english = (page_of(made, code) for code in ("cy", "en"))
    assert welsh.translation_key == english.translation_key
    assert abs((welsh.first_published_at - english.first_published_at).total_seconds()) < 60
    assert f'href="{english.url}" lang="en"' in client.get(welsh.url).content.decode()


@pytest.mark.django_db
def test_a_case_study_page_wants_case_study_facts(librarian):
    made = resource(librarian, kind="toolkit", words={"cy": "Un"})
    page = CaseStudyPage(
        title="x", resource=made, locale=ResourceIndexPage.objects.get(locale__language_code="en").locale
    )
    with pytest.raises(Exception, match="resource"):
        page.clean()


@pytest.mark.django_db
def test_codes_outside_the_list_are_refused_and_the_order_is_ours(librarian):
    made = resource(librarian, principles=["trust", "strengths"])
    assert Resource.objects.get(pk=made.pk).principles == ["strengths", "trust"]
    with pytest.raises(Exception, match="principles"):
        resource(librarian, principles=["kindness"])


@pytest.mark.django_db
def test_the_table_is_rebuilt_from_nothing(client, librarian):
    made = resource(librarian, files=[("cy", paper("gwrychoedd"))])
    before = SearchEntry.objects.count()
    SearchEntry.objects.filter(kind="resource").delete()
    index([Record(kind="resource", object_id=999_999, language="cy", title="Long gone", url="/x/")])
    call_command("rebuild_search", verbosity=0)
    assert SearchEntry.objects.count() == before
    assert client.get(LIBRARY["cy"], {"q": "gwrychoedd"}).context["total"] == 1
    assert not SearchEntry.objects.filter(title="Long gone").exists()
    page = page_of(made, "cy")
    page.slug = "newydd"
    page.save_revision().publish()
    call_command("rebuild_search", verbosity=0)
    assert client.get(LIBRARY["cy"], {"q": "gwrychoedd"}).context["rows"][0]["url"] == "/cy/adnoddau/newydd/"


@pytest.mark.django_db
def test_a_new_address_is_followed(client, librarian, django_capture_on_commit_callbacks):
    made = resource(librarian)
    above = ResourceIndexPage.objects.get(locale__language_code="en")
    above.slug = "library"
    with django_capture_on_commit_callbacks(execute=True):
        above.save_revision().publish()
    urls = SearchEntry.objects.filter(kind="resource", language="en").values_list("url", flat=True)
    assert list(urls) == [page_of(made, "en").url]
    assert urls[0].startswith("/en/library/")


def fill(number: int) -> None:
    """Many entries, as published pages leave them."""
    kinds = [code for code, _label in library.FACETS["type"][1].choices]
    index(
        Record(
            kind="resource",
            object_id=1_000_000 + turn,
            language="en",
            title=f"Filler {turn}",
            url=f"/en/resources/filler-{turn}/",
            text="parrot and other words",
            facets={"type": [kinds[turn % len(kinds)]], "principle": ["trust"], "topic": ["health"]},
        )
        for turn in range(number)
    )


@pytest.mark.django_db
def test_who_finds_nothing_in_the_library_is_shown_a_way_on(client, shelf):
    """Of the library alone, without the ticks: they may be what kept it away."""
    fill(3)
    index([Record(kind="event", object_id=1, language="en", title="Outcomes", url="/")])
    answer = client.get(LIBRARY["en"], {"q": "parrrot", "type": "video"})
    said = answer.content.decode().split("<main")[1].split("</main>")[0]
    assert 'Did you mean: <a href="?q=parrot">parrot</a>?' in said
    assert 'href="/en/sitemap/"' in said
    assert "Did you mean" not in client.get(LIBRARY["en"], {"q": "outcoms"}).content.decode()


def test_bullets_and_page_numbers_are_no_words():
    """Every other letter stays where it was, as the numbers of its pages count it."""
    before = "Ask • Listen Page 1 of 12 Then. Tudalen 2 o 3 Wedyn, page 3 of it"
    after = plain(before)
    assert len(after) == len(before)
    assert after.split() == ["Ask", "Listen", "Then.", "Wedyn,", "page", "3", "of", "it"]
    assert after.index("Wedyn") == before.index("Wedyn")


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "?q=parrot&type=toolkit", "?q=nothinglikethis"], ids=["all", "found", "none"])
@pytest.mark.parametrize("who", ["visitor", "member"])
def test_a_page_of_the_library_costs_the_same_however_much_there_is(
    client, shelf, query, who, django_assert_max_num_queries
):
    if who == "member":
        client.force_login(person())
    spent = []
    for number in (50, 2_000):
        fill(number)
        client.get(LIBRARY["en"] + query)
        with django_assert_max_num_queries(40) as taken:
            client.get(LIBRARY["en"] + query)
        spent.append([found["sql"][:200] for found in taken.captured_queries])
    assert len(spent[0]) == len(spent[1]), spent
    # hits with their facets, rank, the rows of this page, how many the other language has, files, topics; and a second
    # try with mutations when nothing was found
    own = [sql for sql in spent[1] if "core_search" in sql or ("resources_" in sql and "indexpage" not in sql)]
    assert len(own) <= 6, own
