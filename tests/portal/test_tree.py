"""What is kept of the tree of pages is never older than the tree: menu, foot, switch, addresses, restrictions."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction, Site

from core import navigation
from core.models.tree import TreeStamp, watch, watched
from portal.models import StandardPage
from tests.factories import person


@pytest.fixture
def pages(site):
    """A page in the menu with one under it, its Welsh twin, a page at the foot; all read once already."""
    en, cy = site.home["en"], site.home["cy"]
    top = en.add_child(instance=StandardPage(title="Toplevel", slug="top", locale=en.locale, show_in_menus=True))
    twin = StandardPage(title="Brigddalen", slug="brig", locale=cy.locale, translation_key=top.translation_key)
    return {
        "top": top,
        "under": top.add_child(instance=StandardPage(title="Underneath", slug="under", locale=en.locale)),
        "twin": cy.add_child(instance=twin),
        "foot": en.add_child(
            instance=StandardPage(title="Small print", slug="small", locale=en.locale, show_in_footer=True)
        ),
    }


@pytest.fixture
def shown(client, pages):
    """What a page says now; the first look has filled the memory."""

    def look(path: str = "/en/") -> str:
        return client.get(path).content.decode()

    assert "Toplevel" in look()
    assert "Small print" in look()
    assert 'href="/cy/brig/"' in look("/en/top/")
    assert TreeStamp.now()
    return look


def test_a_second_look_asks_for_the_stamp_and_no_links(client, shown):
    """The stamp, the page, its kind, the twin, pages under it: nothing of menu, foot, sites or restrictions."""
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/top/")
    asked = [query["sql"] for query in queries]
    assert "core_treestamp" in asked[0]
    assert not [
        sql for sql in asked if "show_in_footer" in sql.partition("FROM")[2] or 'FROM "wagtailcore_site"' in sql
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: Page.objects.filter(pk=page.pk).update(show_in_menus=False),
        lambda page: page.move(Page.objects.get(slug="small"), pos="last-child"),
    ],
    ids=["unpublish", "delete", "close", "bulk unpublish", "take out of menus", "move"],
)
def test_a_page_leaves_the_menu_at_once(shown, pages, change):
    """Whatever takes it out, model or bulk, the next visitor does not see it."""
    change(Page.objects.get(pk=pages["top"].pk).specific)
    assert "Toplevel" not in shown()


@pytest.mark.parametrize(
    "sql", ["UPDATE wagtailcore_page SET title = 'By hand', draft_title = 'By hand' WHERE slug = 'top'"]
)
def test_a_change_by_another_hand_shows(shown, sql):
    """Another process, a shell of the database: no signal of ours has run."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
    assert "By hand" in shown()
    assert "Toplevel" not in shown()


def test_a_page_comes_into_the_menu_at_once(shown, site):
    """Published, or opened again."""
    home = Page.objects.get(pk=site.home["en"].pk)
    page = home.add_child(instance=StandardPage(title="Newcomer", slug="new", show_in_menus=True, live=False))
    assert "Newcomer" not in shown()
    page.save_revision().publish()
    assert "Newcomer" in shown()
    door = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Newcomer" not in shown()
    door.delete()
    assert "Newcomer" in shown()


def test_the_foot_follows_its_tick(shown, pages):
    """Also where only the table of standard pages is written."""
    StandardPage.objects.filter(slug="small").update(show_in_footer=False)
    assert "Small print" not in shown()


def test_a_new_slug_moves_the_menu_and_what_is_under_it(client, shown, pages):
    """The old address is gone, the new one answers, the page under it too."""
    page = StandardPage.objects.get(slug="top")
    page.slug = "summit"
    page.save_revision().publish()
    assert 'href="/en/summit/"' in shown()
    assert 'href="/en/top/"' not in shown()
    assert client.get("/en/top/").status_code == client.get("/en/top/under/").status_code == 404
    assert "Underneath" in shown("/en/summit/under/")


def test_the_switch_follows_the_twin(shown, pages):
    """Taken off, back again, and moved to another address."""
    twin = StandardPage.objects.get(slug="brig")
    twin.unpublish()
    assert 'href="/cy/brig/"' not in shown("/en/top/")
    twin.slug = "copa"
    twin.save_revision().publish()
    assert 'href="/cy/copa/"' in shown("/en/top/")


@pytest.mark.parametrize("closed", ["top", "under"])
def test_a_closed_page_closes_at_once_and_opens_again(client, shown, pages, closed):
    """By a restriction of its own or of a page above it; whoever may read it does, and the next visitor does not."""
    assert "Underneath" in shown("/en/top/under/")
    restriction = PageViewRestriction.objects.create(page=pages[closed], restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/en/top/under/").status_code == 302
    client.force_login(person())
    assert "Underneath" in shown("/en/top/under/")
    client.logout()
    assert client.get("/en/top/under/").status_code == 302
    restriction.delete()
    assert client.get("/en/top/under/").status_code == 200


def test_an_alias_obeys_the_page_it_shows(client, shown, pages):
    """The source is closed: its alias elsewhere closes with it."""
    alias = pages["under"].create_alias(parent=pages["foot"], update_slug="mirror")
    assert client.get(alias.url).status_code == 200
    PageViewRestriction.objects.create(page=pages["under"], restriction_type=PageViewRestriction.LOGIN)
    assert client.get(alias.url).status_code == 302


def test_a_members_menu_is_nobody_elses(client, shown, pages):
    """What a signed-in person may read besides is not kept for the next."""
    PageViewRestriction.objects.create(page=pages["top"], restriction_type=PageViewRestriction.LOGIN)
    client.force_login(person(email="gwen@example.org"))
    mine = shown()
    client.logout()
    assert "Toplevel" not in mine
    assert "Toplevel" not in shown()
    assert "/en/account/logout/" in mine
    assert "/en/account/logout/" not in shown()


def test_another_root_page_takes_effect_at_once(client, shown, pages):
    """The site begins elsewhere: its old first page is no longer found by its old address."""
    Site.objects.update(root_page=pages["top"])
    assert client.get("/en/under/").status_code == 200
    assert client.get("/en/top/").status_code == 404


def test_what_is_rolled_back_is_not_kept(shown):
    """Read inside a transaction that fails: afterwards the old title stands, whatever was seen meanwhile."""
    with transaction.atomic():
        Page.objects.filter(slug="top").update(title="Never was")
        assert "Never was" in shown()
        transaction.set_rollback(True)
    assert "Never was" not in shown()
    assert "Toplevel" in shown()
    Page.objects.filter(slug="top").update(title="Is now")
    assert "Is now" in shown()


def test_without_a_stamp_nothing_is_kept(shown):
    """A table that lost its row: each request reads the tree itself."""
    TreeStamp.objects.all().delete()
    before = navigation._current()
    assert navigation._current() is not before


def test_every_table_of_pages_is_watched(site):
    """Each write to each of them renews the stamp, and a lost trigger comes back with the next migrate."""
    with connection.cursor() as cursor:
        for table in watched():
            before = TreeStamp.now()
            cursor.execute(f"DELETE FROM {table} WHERE 1 = 0")
            if connection.vendor == "postgresql":
                assert TreeStamp.now() != before, table
        on = " ON wagtailcore_page" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER tree_update_wagtailcore_page{on}")
    watch()
    before = TreeStamp.now()
    Page.objects.filter(depth=1).update(title="Root again")
    assert TreeStamp.now() != before
