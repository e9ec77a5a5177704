"""Menu and foot as staff set them: both languages from one order, at once in every process, at most seven links."""

import re

import pytest
from django.db import connection
from django.test import Client

from core import navigation
from core.i18n import in_language
from core.models import FootLink, MenuLink, Navigation
from portal.models import StandardPage
from tests.factories import staff


@pytest.fixture
def about(site):
    """A page in both languages that is in no menu by itself."""
    return pair(site, amdanom="Amdanom ni", about="About us")


def pair(site, **titles) -> dict[str, StandardPage]:
    """A page in both languages, from slug and title in Welsh, then in English."""
    (cy_slug, cy_title), (en_slug, en_title) = titles.items()
    cy = site.home["cy"].add_child(instance=StandardPage(title=cy_title, slug=cy_slug, locale=site.home["cy"].locale))
    en = StandardPage(title=en_title, slug=en_slug, locale=site.home["en"].locale, translation_key=cy.translation_key)
    return {"cy": cy, "en": site.home["en"].add_child(instance=en)}


@pytest.fixture
def alone(site):
    """A page in English alone."""
    page = StandardPage(title="Only here", slug="only", locale=site.home["en"].locale)
    return site.home["en"].add_child(instance=page)


def titles(code, part="main-nav"):
    """The words of the menu, or of the foot."""
    page = Client().get(f"/{code}/").content.decode()
    if part == "foot":
        page = page[page.index("<footer") :]
        return re.findall(r'<a[^>]*href="[^"]*"[^>]*>([^<]+)</a>', page)
    return re.findall(r'<a class="main-nav__link"[^>]*>([^<]+)</a>', page)


def rows(prefix, links):
    """A formset of links as the admin's form posts it."""
    sent = {f"{prefix}-TOTAL_FORMS": len(links), f"{prefix}-INITIAL_FORMS": 0}
    sent |= {f"{prefix}-MIN_NUM_FORMS": 0, f"{prefix}-MAX_NUM_FORMS": 1000}
    for turn, (page, cy, en) in enumerate(links):
        row = {"id": "", "ORDER": turn + 1, "DELETE": "", "page": page.pk, "label_cy": cy, "label_en": en}
        sent |= {f"{prefix}-{turn}-{name}": value for name, value in row.items()}
    return sent


def save(role="editor", menu=(), foot=(), **single):
    """Through the admin's form, as somebody of a role."""
    client = Client()
    client.force_login(staff(role))
    address = f"/cms/settings/core/navigation/{Navigation.load().pk}/"
    sent = rows("menu_links", menu) | rows("foot_links", foot)
    sent |= {name: single[name].pk if name in single else "" for name in ("help_page", "privacy_page")}
    return client.post(address, sent)


def test_without_a_choice_the_menu_shows_pages_set_for_it(site):
    """And never more than seven."""
    first = titles("en")
    assert len(first) >= 3
    for turn in range(8):
        page = StandardPage(
            title=f"More {turn}", slug=f"more-{turn}", locale=site.home["en"].locale, show_in_menus=True
        )
        site.home["en"].add_child(instance=page)
    assert titles("en") == [*first, *(f"More {turn}" for turn in range(7 - len(first)))]


def test_an_editors_menu_shows_in_both_languages_at_once(site, about):
    """One order, words of its own where they were given, the page's title elsewhere."""
    assert "About us" not in titles("en")
    events = site.home["en"].get_children().get(slug="events")
    assert save(menu=[(about["en"], "Pwy ydym ni?", ""), (events, "", "What is on")]).status_code == 302
    assert titles("en") == ["About us", "What is on"]
    assert titles("cy") == ["Pwy ydym ni?", "Digwyddiadau a hyfforddiant"]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE core_menulink SET label_en = 'By hand'",
        "DELETE FROM core_menulink",
        "UPDATE core_menulink SET page_id = {other}",
    ],
)
def test_a_change_by_another_process_shows_at_once(site, about, sql):
    """No signal of this process has run: the database itself renews the stamp."""
    save(menu=[(about["en"], "", "")])
    assert titles("en") == ["About us"]
    other = site.home["en"].get_children().get(slug="events").pk
    with connection.cursor() as cursor:
        cursor.execute(sql.format(other=other))
    assert titles("en") != ["About us"]


def test_a_link_leads_nowhere_its_page_does_not_stand(site, about, alone):
    """No Welsh page, no Welsh link; staff see that it is missing."""
    save(menu=[(about["en"], "", ""), (alone, "", "")])
    assert titles("en") == ["About us", "Only here"]
    assert titles("cy") == ["Amdanom ni"]
    client = Client()
    client.force_login(staff("editor", language="en"))
    page = client.get(f"/cms/settings/core/navigation/{Navigation.load().pk}/").content.decode()
    assert "Missing: no live page in Welsh" in page
    assert "Missing: no live page in English" not in page


def test_the_foot_and_the_help_link_follow_too(site, about, alone):
    """Help stands first at the foot, in the same place on every page."""
    save(foot=[(alone, "", "Small print")], help_page=about["en"])
    assert titles("en", "foot")[:2] == ["About us", "Small print"]
    assert titles("cy", "foot")[0] == "Amdanom ni"


@pytest.mark.parametrize("code", ["cy", "en"])
def test_forms_and_broken_links_lead_to_the_page_of_a_language_or_to_none(site, about, alone, code):
    """Help and privacy, chosen in either language; a page that is not there in the reader's is left out."""

    def shown():
        with in_language(code):
            return [link and link["url"] for link in (navigation.links(None).help, navigation.links(None).privacy)]

    assert shown() == [None, None]
    save(help_page=about["en"], privacy_page=about["cy"])
    assert shown() == [about[code].get_url()] * 2
    save(help_page=alone, privacy_page=alone)
    assert shown() == [alone.get_url() if code == "en" else None] * 2


def test_seven_links_are_the_most(site, about):
    """The form refuses an eighth and keeps the menu as it was."""
    assert save(menu=[(about["en"], "", f"Link {turn}") for turn in range(8)]).status_code == 200
    assert not MenuLink.objects.exists()


@pytest.mark.parametrize("role", ["event_officer", "membership_officer", "newsletter_officer"])
def test_other_roles_leave_the_menu_alone(site, about, role):
    """It is the editors'."""
    save(role, menu=[(about["en"], "", "")])
    assert not MenuLink.objects.exists()


def test_a_deleted_page_takes_its_links_along(site, about):
    """No link to nothing."""
    save(menu=[(about["en"], "", "")], foot=[(about["en"], "", "")])
    about["en"].delete()
    assert not MenuLink.objects.exists()
    assert not FootLink.objects.exists()
    assert titles("en")


def test_staff_see_both_languages_beside_each_other(site, about):
    """Row by row, the same page."""
    save(menu=[(about["en"], "", "Us")])
    menu = navigation.sides()[0]
    assert menu["rows"] == [{"cy": "Amdanom ni", "en": "Us"}]


@pytest.mark.parametrize(("code", "words"), [("cy", "Chwilio"), ("en", "Search")])
def test_search_stands_at_the_top_of_a_page_and_in_its_menu(site, code, words):
    """As a link in the band and a box in a phone's menu; no two boxes have the same name."""
    page = Client().get(f"/{code}/search/").content.decode()
    band, menu = page.index("utility-bar__search"), page.index('id="menu-search"')
    assert f'href="/{code}/search/"' in page[band : band + 200]
    assert f"</svg>{words}</a>" in page[band : band + 500]
    assert band < menu < page.index("</header>")
    named = re.findall(r'role="search" aria-labelledby="([^"]+)"', page)
    labels = [re.search(rf'id="{name}"[^>]*>([^<]+)<', page)[1] for name in named]
    assert len(named) == len(set(labels)) == 2


@pytest.mark.parametrize(
    ("language", "address", "words"),
    [
        ("en", "/en/join/", ("What we do with your details", "Easy Read")),
        ("cy", "/cy/newsletter/subscribe/", ("Beth wnawn ni â’ch manylion", "Hawdd ei Ddeall")),
    ],
)
def test_forms_that_ask_for_details_lead_to_what_becomes_of_them(client, site, about, language, address, words):
    """Where staff chose the page, in the language of the form; and to the same in Easy Read, where it has that."""
    assert words[0] not in client.get(address).content.decode()
    save(privacy_page=about["en"])
    said = client.get(address).content.decode()
    assert f'<a href="{about[language].url}">{words[0]}</a>' in said
    assert f">{words[1]}<" not in said
    easy = pair(site, hawdd="Yn hawdd", easy="Made easy")
    for page in about.values():
        page.easy_read_page = easy["en"]
        page.save_revision().publish()
    assert f'<a href="{easy[language].url}">{words[1]}<' in client.get(address).content.decode()
