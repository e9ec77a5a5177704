"""The newsletter of the demo network: an issue that was sent, a draft, and a thousand readers."""

from datetime import datetime
from itertools import cycle, islice
from typing import Any
from uuid import uuid4

from wagtail import blocks
from wagtail.models import Page

from core.actions import cancel_waiting
from events.models import EventIndexPage
from newsletter import actions
from newsletter.actions.readers import confirm_key
from newsletter.models import IssueIndexPage, IssuePage
from portal.demo.pages import first_pages
from portal.demo_content.newsletter import ISSUES
from resources.models import ResourceIndexPage

READERS = 1000
LANGUAGES = ("cy", "en", "en", "both", "cy", "")
WORDS = (blocks.CharBlock, blocks.TextBlock, blocks.URLBlock)
LISTINGS = {"events": EventIndexPage, "resources": ResourceIndexPage}


def add_newsletter(*, by, now: datetime) -> None:
    """Write the issues, send what was sent to the members who asked for it, then let more readers in."""
    for entry in ISSUES:
        pages = _write(entry, by)
        if entry["status"] == "sent":
            actions.send_issue(issue_page=pages["cy"], by=by, now=now)
    add_readers(READERS, now=now)


def add_readers(count: int, *, now: datetime, first: int = 1) -> None:
    """People who read without being members, each confirmed."""
    for number, language in enumerate(islice(cycle(LANGUAGES), count), start=first):
        email = f"darllenydd-{number}@example.com"
        read_in = "en" if language == "en" else "cy"
        reader = actions.subscribe(email=email, language=language, read_in=read_in, now=now)
        actions.confirm(key=confirm_key(reader), now=now)
        cancel_waiting(to=email, template="newsletter/confirm")


def _write(entry: dict[str, Any], by) -> dict[str, IssuePage]:
    """An issue as two drafts."""
    parents, key, pages = first_pages(IssueIndexPage), uuid4(), {}
    for code, parent in parents.items():
        page = IssuePage(
            title=entry["subject"][code],
            slug=entry[f"slug_{code}"],
            summary=entry["summary"][code],
            body=[_block(name, value, code) for name, value in entry["body"][code]],
            locale=parent.locale,
            translation_key=key,
            live=False,
        )
        pages[code] = parent.add_child(instance=page)
        page.save_revision(user=by)
    return pages


def _block(name: str, value: Any, code: str) -> tuple[str, Any]:
    """A block of the content with pages in the place of their English slugs; words left out are empty, as a form leaves them."""
    if not isinstance(value, dict):
        return name, value
    parts = IssuePage._meta.get_field("body").stream_block.child_blocks[name].child_blocks
    value = {part: "" for part, block in parts.items() if isinstance(block, WORDS)} | value
    if "pages" in value:
        value["pages"] = [_page(slug, code) for slug in value["pages"]]
    if "page" in value:
        value["page"] = _page(value["page"], code)
    return name, value


def _page(slug: str, code: str) -> Page:
    """The page behind an English slug, in a language."""
    if slug in LISTINGS:
        return LISTINGS[slug].objects.get(locale__language_code=code)
    english = Page.objects.get(slug=slug, locale__language_code="en")
    return english.get_translations(inclusive=True).get(locale__language_code=code)
