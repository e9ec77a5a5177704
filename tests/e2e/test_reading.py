"""Reading: every page that can be reached without signing in answers, in the language of its address."""

import re
import urllib.error
import urllib.request
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PATIENCE

pytestmark = pytest.mark.e2e

MOST_PAGES = 250
FILES = re.compile(r"\.(pdf|ics|xml|svg|webp|png|jpg|csv|xlsx)$|/resources/file/|/documents/")


class Links(HTMLParser):
    """What a crawler reads of a page: its language, its headings, where it leads."""

    def __init__(self, text):
        super().__init__()
        self.lang, self.h1, self.hrefs = "", 0, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "html":
            self.lang = found.get("lang", "")
        elif tag == "h1":
            self.h1 += 1
        elif tag == "a" and found.get("href"):
            self.hrefs.append(found["href"])


def crawl(base: str, start: str) -> dict[str, Links]:
    """Every page of one language that a visitor reaches from its home page."""
    queue, seen = [start], {}
    while queue and len(seen) < MOST_PAGES:
        path = queue.pop(0)
        if path in seen:
            continue
        with urllib.request.urlopen(base + path, timeout=30) as answer:
            assert answer.status == 200, path
            if "text/html" not in answer.headers["Content-Type"]:
                continue
            seen[path] = Links(answer.read().decode())
        for href in seen[path].hrefs:
            url = urlsplit(urljoin(base + path, href))
            found = url.path + (f"?{url.query}" if "q=" in url.query else "")
            if url.netloc == urlsplit(base).netloc and found.startswith(start) and not FILES.search(found):
                queue.append(found)
    return seen


@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_page_answers_with_one_heading_in_its_language(portal, language):
    """One h1, the right lang, no broken link: the demo can never show what the portal cannot do."""
    pages = crawl(portal.url, f"/{language}/")
    assert len(pages) > 30
    assert {path: page.lang for path, page in pages.items() if page.lang != language} == {}
    assert {path: page.h1 for path, page in pages.items() if page.h1 != 1} == {}


def test_the_switch_keeps_the_page(portal, page):
    """From an event in Welsh to the same event in English and back."""
    page.goto(f"{portal.url}/cy/digwyddiadau/")
    page.locator("main h3 a").first.click()
    welsh = page.url
    page.get_by_role("link", name="English").click()
    assert "/en/" in page.url
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Cymraeg").click()
    assert page.url == welsh


def test_the_door_works_without_javascript(portal, browser):
    """Choose Welsh at the door, read on, with scripts off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal.url + "/")
    page.get_by_role("button", name="Cymraeg").click()
    assert page.url.endswith("/cy/")
    page.goto(portal.url + "/")
    assert page.url.endswith("/cy/")
    context.close()


@pytest.mark.parametrize("path", ["/en/resources/", "/cy/digwyddiadau/"])
def test_a_tick_finds_anew_at_once_and_leaves_the_reader_where_they_are(page, portal, path):
    """No button, no new page: address, result and switch follow, focus and the open sheet stay, Back goes back."""
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(portal.url + path)
    page.evaluate("window.same = true")
    page.locator(".facets__toggle summary").click()
    before = page.locator("main [role=status]").inner_text()
    tick = page.locator(".facets__option input").first
    chosen = f"{tick.get_attribute('name')}={tick.get_attribute('value')}"
    tick.focus()
    page.keyboard.press("Space")
    page.wait_for_url(f"**{chosen}*")
    expect(page.locator("main [role=status]")).not_to_have_text(before, timeout=PATIENCE)
    assert page.evaluate("[window.same, document.activeElement.checked]") == [True, True]
    assert tick.is_visible()
    assert chosen in page.locator("header a[hreflang]").first.get_attribute("href")
    page.go_back()
    expect(page.locator(".facets__option input:checked")).to_have_count(0, timeout=PATIENCE)
