"""The picture beside a shared link: each public page has its own, in its language, and no other page has one."""

import io
import re

import pytest
from django.conf import settings
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from portal.sharing import Card
from portal.sharing.draw import FONTS, HEADING, TEXT, draw, font
from tests.factories import person, staff
from tests.resources.factories import page_of, resource


@pytest.fixture
def made(site, settings, tmp_path):
    """A resource with a page in each language, and an empty place for pictures."""
    settings.VAR_DIR = tmp_path
    return resource(staff(), principles=["networks", "trust"])


def picture_of(client, page) -> str:
    """The path of the picture that a page names in its head."""
    head = client.get(page.url).content.decode()
    return re.search(rf'og:image" content="{re.escape(settings.SITE_URL)}(/sharing/[^"]+)"', head)[1]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_page_has_a_picture_of_its_own_size_and_language(client, made, language):
    """It is a PNG of the size services ask for, and may be kept for long."""
    here, there = (page_of(made, code) for code in (language, {"cy": "en", "en": "cy"}[language]))
    path = picture_of(client, here)
    answer = client.get(path)
    assert answer["Content-Type"] == "image/png"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(io.BytesIO(b"".join(answer.streaming_content))).size == (1200, 630)
    assert path != picture_of(client, there)


def test_a_new_title_gets_a_new_address_and_the_old_one_leads_there(client, made):
    """Who kept an earlier address still gets a picture."""
    page = page_of(made, "en")
    before = picture_of(client, page)
    page.title = "Something else"
    page.save_revision().publish()
    after = picture_of(client, page)
    assert after != before
    assert client.get(before).url == after


def test_what_not_everybody_may_read_has_no_picture(client, made):
    """Members' resources, drafts and restricted pages show the site's picture, and their own is nowhere."""
    page = page_of(made, "en")
    path = picture_of(client, page)
    made.members_only = True
    made.save()
    client.force_login(person())
    assert picture_of(client, page).startswith("/sharing/en-")
    assert client.get(path).status_code == 404
    made.members_only = False
    made.save()
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(path).status_code == 404
    PageViewRestriction.objects.all().delete()
    assert client.get(path).status_code == 200
    Page.objects.get(pk=page.pk).unpublish()
    assert client.get(path).status_code == 404


def test_a_picture_is_drawn_once(client, made, django_assert_max_num_queries):
    """The second reader gets the file of the first."""
    path = picture_of(client, page_of(made, "cy"))
    client.get(path)
    (kept,) = (settings.VAR_DIR / "sharing").iterdir()
    kept.write_bytes(b"kept")
    with django_assert_max_num_queries(5):  # restrictions, the page, its own words, the stamp of the tree, its facts
        assert b"".join(client.get(path).streaming_content) == b"kept"


def test_pages_that_are_no_pages_show_the_sites_picture(client, site, settings, tmp_path):
    """Such as the search."""
    settings.VAR_DIR = tmp_path
    for code in ("cy", "en"):
        path = re.search(r"/sharing/[^\"]+", client.get(f"/{code}/search/").content.decode())[0]
        assert path.startswith(f"/sharing/{code}-")
        assert client.get(path).status_code == 200
    assert client.get("/sharing/xx-1.png").status_code == 404


@pytest.mark.parametrize("name", [HEADING, TEXT])
@pytest.mark.parametrize("letter", "ŵŷŴŶâêîôûïöáéẁỳ’–")
def test_the_faces_have_the_welsh_letters(name, letter):
    """A missing letter is drawn as the same box as a letter nobody has."""
    assert (FONTS / name).exists()
    nobody_has = font(name, 40).getmask("\U000f0000")
    assert bytes(font(name, 40).getmask(letter)) != bytes(nobody_has)


@pytest.mark.parametrize(
    "title", ["Tŷ", "Llanfairpwllgwyngyllgogerychwyrndrobwll", "w" * 200, "mesur yr hyn sy'n bwysig " * 9]
)
def test_no_title_runs_into_the_circles_or_over_the_name(title):
    """Long words and long titles become smaller, and the longest are cut."""
    bare = draw(Card("1", "cy", "", principles=("trust",)))
    full = draw(Card("1", "cy", title, principles=("trust",)))
    assert bare.size == full.size == (1200, 630)
    for box in ((790, 0, 1200, 630), (0, 0, 1200, 130)):
        assert bare.crop(box).tobytes() == full.crop(box).tobytes()
