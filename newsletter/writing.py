"""From the blocks of an issue to an email: HTML for mail programs, plain text, and the links both share."""

import math
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from core import slots
from core.blocks.others import is_open
from core.i18n import current_language, in_language
from core.mail.render import Words, render
from core.urls import absolute
from newsletter.models import IssuePage

UPCOMING = 100  # dates looked through for the events an editor picked


def context_of(page: IssuePage, now: datetime) -> dict:
    """What the email of an issue is made of, in its page's language: words, frozen as they are now."""
    page.written_at = now
    with in_language(page.locale.language_code):
        return {
            "title": page.title,
            "summary": page.summary,
            "html": "\n".join(_drawn(page, "html")),
            "text": "\n\n".join(part.strip("\n") for part in _drawn(page, "txt") if part.strip()),
            "url": absolute(address_of(page) or ""),
            "leave_path": reverse("newsletter_unsubscribe", kwargs={"token": "-"}).removesuffix("-/"),
        }


def _drawn(page: IssuePage, kind: str) -> list[str]:
    """Each block through its template for mail programs or for plain text."""
    parent = {"page": page}
    return [
        render_to_string(
            f"email/newsletter/blocks/{child.block_type}.{kind}", child.block.get_context(child.value, parent)
        )
        for child in page.body
    ]


def preview(page: IssuePage, *, both: bool = False) -> Words:
    """The email as a test would bring it, nobody's to leave: in the page's language, or in both as far as they exist."""
    now, code = timezone.now(), page.locale.language_code
    contexts = {code: context_of(page, now)}
    for other, version in page.versions().items() if both else ():
        if other != code:
            contexts[other] = context_of(version.get_latest_revision_as_object(), now)
    return render("newsletter/issue", "both" if len(contexts) == 2 else code, contexts)


def address_of(page: Page) -> str | None:
    """The path of a page on this site; a draft has the one it will have."""
    parts = page.get_url_parts()
    return parts[2] if parts else None


def links_of(pages: list[Page], issue: IssuePage | None) -> list[dict]:
    """Live pages for everybody as links in the language of the issue: title, text, url, and the language where it is another."""
    code = issue.locale.language_code if issue else current_language()
    links = []
    for chosen in pages:
        page = chosen and _in_language(chosen, code)
        if page and (path := address_of(page)):
            own = page.locale.language_code
            links.append(
                {
                    "title": page.title,
                    "text": getattr(page, "summary", "") or page.search_description,
                    "path": path,
                    "url": absolute(path),
                    "language": own if own != code else "",
                }
            )
    return links


def _in_language(page: Page, code: str) -> Page | None:
    found = page.get_translations(inclusive=True).live().public().specific()
    versions = {version.locale.language_code: version for version in found if is_open(version)}
    return versions.get(code) or next(iter(versions.values()), None)


def events_of(value: dict, issue: IssuePage | None) -> list[dict]:
    """The events of a block: those picked, with their next date where there is one; else the next dates."""
    code = issue.locale.language_code if issue else current_language()
    picked = [page for page in value["pages"] if page]
    dates = _dates(code, _written_at(issue), UPCOMING if picked else value["limit"])
    if not picked:
        return dates
    by_path = {date["path"]: date for date in reversed(dates)}
    rows = [by_path.get(link["path"], link) for link in links_of(picked, issue)]
    # By date; what has none comes last, as the editor picked it.
    return sorted(rows, key=lambda row: row["starts_at"].timestamp() if "starts_at" in row else math.inf)


def _written_at(issue: IssuePage | None) -> datetime:
    """When the issue was or is being written: its archive page goes on showing what was on then."""
    if issue is None:
        return timezone.now()
    at = getattr(issue, "written_at", None)
    return at or (issue.batch.created_at if issue.batch else timezone.now())


def _dates(code: str, now: datetime, limit: int) -> list[dict]:
    rows = []
    for whats_on in slots.whats_on.all().values():
        for row in whats_on(language=code, now=now, limit=limit):
            path = str(row["url"])
            rows.append({**row, "path": path, "url": absolute(path) if path.startswith("/") else path})
    return sorted(rows, key=lambda row: row["starts_at"])[:limit]
