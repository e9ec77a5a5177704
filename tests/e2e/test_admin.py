"""The staff admin in a browser: every main screen keeps our policy, breaks nothing, and speaks the reader's language."""

import re
from pathlib import Path

import polib
import pytest

from portal.messages import LOCALE

pytestmark = pytest.mark.e2e

PAGES = (
    "portal.HomePage",
    "portal.StandardPage",
    "events.EventIndexPage",
    "events.EventPage",
    "resources.ResourceIndexPage",
    "resources.ResourcePage",
    "resources.CaseStudyPage",
    "newsletter.IssueIndexPage",
    "newsletter.IssuePage",
)
LISTS = (
    "",
    "pages/",
    "pages/search/?q=cyd",
    "snippets/resources/resource/",
    "snippets/resources/topic/",
    "events/",
    "dates/",
    "bookings/",
    "waiting_list/",
    "changes/",
    "memberships/",
    "organisations/",
    "newsletter/",
    "mail/",
    "images/",
    "documents/",
    "users/",
    "groups/",
    "sites/",
    "collections/",
    "workflows/list/",
    "reports/site-history/",
    "reports/aging-pages/",
    "reports/locked/",
    "reports/workflow/",
    "account/",
)
#: words that are also the title of an English page, or the name of a language
TITLES = {
    "Resources",
    "Resource library",
    "Newsletter",
    "Privacy",
    "Accessibility",
    "English",
    "Events and training",
    "Contact us",
    "Co-production Network for Wales",
    "What is co-production?",
}
SAID = """() => {
  const said = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode())
    if (!walk.currentNode.parentElement.closest("script, style, template, [lang=en]")) said.push(walk.currentNode.data);
  for (const each of document.querySelectorAll("[aria-label], [title], [placeholder]"))
    said.push(each.ariaLabel ?? "", each.title, each.placeholder ?? "");
  return said;
}"""


def english() -> set[str]:
    """Every message without a placeholder whose Welsh is another text."""
    files = (Path(LOCALE) / "cy", Path(LOCALE) / "vendor" / "cy")
    entries = [entry for folder in files for file in folder.rglob("*.po") for entry in polib.pofile(str(file))]
    welsh = {entry.msgstr.casefold() for entry in entries}
    plain = [entry.msgid for entry in entries if len(entry.msgid) > 3 and not re.search(r"[%{<]", entry.msgid)]
    return {msgid for msgid in plain if msgid.casefold() not in welsh} - TITLES


@pytest.fixture(params=["cy", "en"])
def admin(request, staff):
    """An administrator's window, signed in on the site of that language, and what its console complained of."""
    page, troubles = staff("admin", request.param), []
    page.on("console", lambda message: troubles.append((page.url, message.text)) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append((page.url, str(error))))
    return page, request.param, troubles


def editors(page, portal, code: str) -> list[str]:
    """The editor of one page of each type, in the language of the reader; one page is enough for English."""
    addresses = []
    for kind in PAGES if code == "cy" else PAGES[-1:]:
        query = f"{portal.url}/cms/api/main/pages/?type={kind}&locale={code}&limit=1"
        addresses.append(f"pages/{page.request.get(query).json()['items'][0]['id']}/edit/")
    return addresses


def choose(page) -> None:
    """Open the chooser of documents, in the editor of a resource."""
    page.locator("button[id$=files-ADD]").click()
    page.locator("[data-chooser-action-choose]").first.click()
    page.wait_for_selector(".modal-body [role=tab]")


def test_the_admin_keeps_the_policy_and_speaks_one_language(portal, admin):
    """No violation, no error in the console, and on a Welsh screen nothing that has its Welsh said in English."""
    page, code, troubles = admin
    leaks, known = {}, english()
    screens = [*editors(page, portal, code), "snippets/resources/resource/add/", *(LISTS if code == "cy" else ())]
    for screen in screens:
        page.goto(f"{portal.url}/cms/{screen}")
        page.wait_for_selector("body.ready")
        if screen.endswith("resource/add/"):
            choose(page)
        assert page.locator("html").get_attribute("lang") == code, screen
        said = {" ".join(text.split()) for text in page.evaluate(SAID)}
        leaks[screen] = said & known if code == "cy" else set()
    assert not troubles
    assert not {screen: said for screen, said in leaks.items() if said}
