"""The two page trees: the switch, the choice at the door, health, dates in words."""

import re

import pytest
from wagtail.models import Locale

from core.i18n import in_language
from core.models import BasePage
from core.search_sync import kinds
from events.models import EventIndexPage
from portal.models import StandardPage
from resources.models import ResourceIndexPage


@pytest.fixture
def pair(site):
    """A standard page in both languages, and one that stands in English alone."""
    cy = site.home["cy"].add_child(instance=StandardPage(title="Amdanom ni", slug="amdanom-ni", summary="Pwy ydym ni"))
    en = site.home["en"].add_child(
        instance=StandardPage(
            title="About", slug="about", translation_key=cy.translation_key, locale=site.home["en"].locale
        )
    )
    alone = site.home["en"].add_child(instance=StandardPage(title="Alone", slug="alone", locale=site.home["en"].locale))
    return {"cy": cy, "en": en, "alone": alone}


def test_the_door_offers_both_languages_and_remembers(client, site):
    """Welsh stands first, and the next visit goes straight on."""
    door = client.get("/")
    words = door.content.decode()
    assert words.index("Cymraeg") < words.index(">English<")
    assert client.post("/", {"language": "cy"}).url == "/cy/"
    assert client.get("/", headers={"accept-language": "en"}).url == "/cy/"


def test_a_later_switch_is_the_choice_that_counts(client, site):
    """Chosen Welsh at the door, switched to English on a page: the door leads to English."""
    client.post("/", {"language": "cy"})
    client.get("/en/")
    assert client.get("/").url == "/en/"


@pytest.mark.parametrize(("code", "other", "label"), [("cy", "en", "English"), ("en", "cy", "Cymraeg")])
def test_the_switch_goes_to_the_same_page_and_keeps_the_query(client, pair, code, other, label):
    """Same page, same query, and hreflang pairs both ways."""
    page = client.get(pair[code].url + "?q=t%C5%B7").content.decode()
    assert f'lang="{code}"' in page
    assert f'href="{pair[other].url}?q=t%C5%B7" lang="{other}"' in page
    assert label in page
    assert f'hreflang="{other}"' in page


def test_a_page_without_a_pair_says_so_and_claims_no_pair(client, pair):
    """English alone: the switch leads to a page that says so, and no hreflang pretends that a Welsh page exists."""
    page = client.get(pair["alone"].url).content.decode()
    assert f'href="/cy/in-one-language/{pair["alone"].pk}/"' in page
    assert 'rel="alternate"' not in page


def test_english_words_have_no_welsh_address(client, pair):
    """The English slug under /cy/ is not found, and the refusal speaks Welsh."""
    answer = client.get("/cy/alone/")
    assert answer.status_code == 404
    assert 'lang="cy"' in answer.content.decode()


def test_both_languages_stand_after_laying_foundations_twice(site):
    """Laying twice changes nothing."""
    from portal.actions import lay_foundations

    again = lay_foundations()
    assert again.home["cy"].pk == site.home["cy"].pk
    assert Locale.objects.count() == 2
    for code, home in again.home.items():
        assert home.url == f"/{code}/"
        assert home.get_children().live().in_menu().count() >= 3


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_answers(client, db, path):
    """Both say ok."""
    assert client.get(path).content == b"ok"


def test_what_signed_in_people_see_is_not_kept_by_caches(client, site, django_user_model):
    """Private and never stored."""
    person = django_user_model.objects.create_user("private@example.org")
    client.force_login(person)
    assert "no-store" in client.get("/en/").headers["Cache-Control"]
    client.post("/", {"language": "cy"})
    assert "no-store" in client.get("/en/").headers["Cache-Control"]


def test_every_page_type_comes_from_the_base_page():
    """One lede, one listing picture, one body."""
    from wagtail.models import get_page_models

    ours = [m for m in get_page_models() if m._meta.app_label in ("portal", "events", "resources", "newsletter")]
    assert ours
    assert all(issubclass(m, BasePage) for m in ours)


@pytest.mark.parametrize(("code", "words"), [("cy", "Heb ddod o hyd i"), ("en", "Page not found")])
def test_a_laptop_shows_the_same_page_for_an_unknown_address(client, site, settings, code, words):
    """With DEBUG, as `make run` has it: no list of addresses in English."""
    settings.DEBUG = True
    answer = client.get(f"/{code}/nonesuch/")
    page = answer.content.decode()
    assert answer.status_code == 404
    assert words in page
    assert f'lang="{code}"' in page
    assert "DEBUG" not in page


@pytest.mark.parametrize("query", ["%", "...", "“”"])
def test_a_search_without_a_word_finds_nothing_and_says_why(client, site, query):
    """Not everything there is."""
    said = client.get("/en/search/", {"q": query}).content.decode()
    assert "Type a word, with letters or digits" in said
    assert "Found:" not in said


def test_search_tells_what_the_other_language_has(client, site):
    """The name of a place in one language only, and pages about it in both."""
    for code, pages in (("cy", 1), ("en", 2)):
        for number in range(pages):
            title = f"Crwydr {number}"
            site.home[code].add_child(instance=StandardPage(title=title, slug=f"c{number}", summary=f"{code} {number}"))
    said = client.get("/cy/search/?q=crwydr").content.decode()
    assert "gweld y canlyniadau yn Saesneg (2)" in said
    assert 'href="/en/search/?q=crwydr"' in said
    assert "see what is found" not in client.get("/en/search/?q=crwydr").content.decode()


@pytest.mark.parametrize(
    ("code", "typed", "link", "places"),
    [
        (
            "cy",
            "cydgynhyrchi",
            'Oeddech chi’n golygu: <a href="?q=cydgynhyrchu">cydgynhyrchu</a>?',
            "/cy/sitemap/",
        ),
        ("en", "<b>outcoms", 'Did you mean: <a href="?q=b+outcomes">b outcomes</a>?', "/en/sitemap/"),
    ],
)
def test_who_finds_nothing_is_shown_a_way_on(client, site, code, typed, link, places):
    """What may have been meant, which finds something, and where else to look."""
    for title in ("Cydgynhyrchu", "B outcomes"):
        site.home[code].add_child(instance=StandardPage(title=title, slug=title[:1].lower()))
    answer = client.get(f"/{code}/search/", {"q": typed})
    said = answer.content.decode().split("<main")[1].split("</main>")[0]
    assert link in said
    assert f'href="{places}"' in said
    for room in (EventIndexPage, ResourceIndexPage):
        page = room.objects.get(locale__language_code=code)
        assert f'href="{page.url}"' in said
    assert client.get(f"/{code}/search/{answer.context['meant']['url']}").context["found"].total == 1


@pytest.mark.parametrize(("code", "tag"), [("cy", "Tudalen"), ("en", "Page")])
def test_each_result_says_what_it_is(client, site, code, tag):
    site.home[code].add_child(instance=StandardPage(title="Crwydr", slug="crwydr"))
    said = client.get(f"/{code}/search/?q=crwydr").content.decode()
    assert re.search(rf'class="tag tag--ink">{tag}</span>', said)


def test_each_kind_that_is_found_has_a_name(site):
    """In both languages; nothing is found that no tag can tell."""
    for code, names in (
        ("cy", {"Tudalen", "Digwyddiad", "Adnodd", "Rhifyn o’r cylchlythyr"}),
        ("en", {"Page", "Event", "Resource", "Newsletter issue"}),
    ):
        with in_language(code):
            assert {str(kind.name) for kind in kinds().values()} == names


def test_what_is_not_there_has_no_address_of_its_own(client, site):
    """A search engine is told of no page and no pair."""
    page = client.get("/en/nothing-here/")
    assert page.status_code == 404
    assert 'rel="canonical"' not in page.content.decode()
    assert 'rel="canonical"' in client.get("/en/").content.decode()


def test_an_icon_stands_where_browsers_look_for_one(client):
    """A page that names no icon has one too, and asks for nothing that is not there."""
    from django.contrib.staticfiles import finders

    answer = client.get("/favicon.ico")
    assert answer.status_code == 302
    assert finders.find(answer["Location"].removeprefix("/static/"))
