"""What people and machines are told of the pages there are: site map, sitemaps, robots, language of an answer."""

import html
import re
from xml.etree import ElementTree

import pytest
from django.urls import get_resolver
from wagtail.models import PageViewRestriction

from portal.models import StandardPage
from portal.sitemap import INDEXED
from tests.factories import person

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def add(site, code, title, slug, **more):
    """A page of one language under its home page, or under another page."""
    under = more.pop("under", site.home[code])
    return under.add_child(instance=StandardPage(title=title, slug=slug, locale=site.home[code].locale, **more))


@pytest.fixture
def pages(site):
    """A pair with a page under it; and pages that no sitemap may name."""
    cy = add(site, "cy", "Amdanom ni", "amdanom-ni", summary="Pwy ydym ni")
    en = add(site, "en", "About us", "about", summary="Who we are", translation_key=cy.translation_key)
    under = add(site, "en", "Our story", "story", under=en)
    add(site, "en", "Being written", "draft", live=False)
    closed = add(site, "en", "For members", "members")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    add(site, "en", "Minutes", "minutes", under=closed)
    add(site, "cy", "Who we are not", "copi", summary="One summary", translation_key=add_twin(site).translation_key)
    return {"cy": cy, "en": en, "under": under}


def add_twin(site):
    """A page whose Welsh copy nobody has translated."""
    return add(site, "en", "Who we are not", "who-not", summary="One summary")


def sitemap(client, code):
    """Address → (day of the last change, language → address)."""
    answer = client.get(f"/{code}/sitemap.xml")
    assert answer["Content-Type"].startswith("application/xml")
    found = {}
    for row in ElementTree.fromstring(answer.content).findall("s:url", NAMES):
        changed = row.find("s:lastmod", NAMES)
        pair = {link.get("hreflang"): link.get("href") for link in row.findall("x:link", NAMES)}
        found[row.find("s:loc", NAMES).text] = (changed is not None and changed.text, pair)
    return found


def test_a_sitemap_names_the_pages_of_its_language_and_no_others(client, site, pages, settings):
    """No draft, nothing behind a restriction, and no copy that is still in the other language."""
    at = settings.SITE_URL
    english, welsh = sitemap(client, "en"), sitemap(client, "cy")
    assert {f"{at}/en/", f"{at}/en/about/", f"{at}/en/about/story/", f"{at}/en/join/"} <= set(english)
    assert not [url for url in english if re.search(r"draft|members|minutes|/cy/|search|account", url)]
    assert f"{at}/cy/amdanom-ni/" in welsh
    assert not [url for url in welsh if "copi" in url]


def test_a_sitemap_pairs_the_languages_both_ways(client, site, pages, settings):
    """Each names itself, its twin and the door; a page that stands alone claims no pair."""
    at = settings.SITE_URL
    pair = {"cy": f"{at}/cy/amdanom-ni/", "en": f"{at}/en/about/", "x-default": f"{at}/"}
    english = sitemap(client, "en")
    assert english[pair["en"]][1] == sitemap(client, "cy")[pair["cy"]][1] == pair
    assert english[f"{at}/en/about/story/"][1] == {}


def test_a_sitemap_says_when_a_page_changed(client, site, pages, settings):
    """The last publication, with its offset."""
    pages["en"].save_revision().publish()
    assert re.match(r"\d{4}-\d\d-\d\dT.*[+-]\d\d:\d\d$", sitemap(client, "en")[f"{settings.SITE_URL}/en/about/"][0])


def test_the_index_names_both_sitemaps_and_robots_the_index(client, site, settings):
    """Where a search engine begins."""
    index = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{settings.SITE_URL}/cy/sitemap.xml</loc>" in index
    assert f"<loc>{settings.SITE_URL}/en/sitemap.xml</loc>" in index
    robots = client.get("/robots.txt").content.decode()
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in robots
    assert not re.search(r"Disallow: *\S", robots), "a list of what is private tells where to look"


@pytest.mark.parametrize(("code", "title"), [("cy", "Map o’r wefan"), ("en", "Site map")])
def test_the_site_map_shows_the_tree_of_its_language(client, site, pages, code, title):
    """Lists in lists, with nothing private."""
    page = client.get(f"/{code}/sitemap/").content.decode()
    assert f"<h1>{title}</h1>" in html.unescape(page)
    assert "Being written" not in page
    assert "For members" not in page
    assert "Minutes" not in page
    if code == "en":
        assert re.search(r'/en/about/">About us</a>\s*<ul>\s*<li><a href="/en/about/story/"', page)


def test_what_is_not_for_everybody_is_not_indexed(client, site, pages):
    """By the header, so that no template can forget it; pages for everybody have none."""
    for path in ("/en/account/login/", "/en/search/", "/en/newsletter/asked/"):
        assert client.get(path)["X-Robots-Tag"] == "noindex", path
    for path in ("/", "/en/", "/en/about/", "/en/join/", "/en/sitemap/"):
        assert "X-Robots-Tag" not in client.get(path), path
    client.force_login(person())
    assert client.get("/en/account/")["X-Robots-Tag"] == "noindex"


def test_every_name_that_may_be_indexed_is_an_address(site):
    """A renamed view would fall out of the search engines in silence."""
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    from tests.portal.test_addresses import NAMED

    assert set(INDEXED) <= names | set(NAMED)


@pytest.mark.parametrize(
    "path", ["/", "/cy/", "/en/", "/cy/about/", "/en/nothing/", "/cy/search/", "/en/account/login/", "/cy/sitemap/"]
)
def test_each_answer_says_its_language(client, site, pages, path):
    """Content-Language is what the page says of itself, errors included; the door is in both."""
    answer = client.get(path)
    lang = re.search(r'<html lang="(\w+)"', answer.content.decode())[1]
    assert answer["Content-Language"] == ("cy, en" if path == "/" else lang)


def test_the_refusal_at_the_staff_door_says_its_language(client, site):
    """It follows the person, so the header does."""
    for code in ("cy", "en"):
        client.force_login(person(language=code))
        answer = client.get("/cms/", follow=True)
        assert answer.status_code == 403
        assert answer["Content-Language"] == code


def test_a_page_names_its_pair_and_the_door(client, site, pages, settings):
    """One canonical address; cy, en and x-default."""
    page = client.get("/en/about/?utm=1").content.decode()
    assert re.findall(r'rel="canonical" href="([^"]+)"', page) == [f"{settings.SITE_URL}/en/about/"]
    assert dict(re.findall(r'hreflang="([\w-]+)" href="(http[^"]+)"', page)) == {
        "cy": f"{settings.SITE_URL}/cy/amdanom-ni/",
        "en": f"{settings.SITE_URL}/en/about/",
        "x-default": f"{settings.SITE_URL}/",
    }
