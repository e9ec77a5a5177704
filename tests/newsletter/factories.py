"""Readers and issues for tests, made through the room's own actions."""

from itertools import count
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Locale

from members.actions import ensure_wordings
from newsletter import actions
from newsletter.actions.readers import confirm_key
from newsletter.models import IssueIndexPage, IssuePage, Subscription

_number = count(1)
WORDS = {
    "cy": {
        "title": "Dechrau o ble mae’r bobl",
        "text": "<p>Ŵyn bach a thŷ: <a href='https://example.org/cy'>mwy</a>.</p>",
    },
    "en": {"title": "Start where people are", "text": "<p>Small lambs: <a href='https://example.org/en'>more</a>.</p>"},
}


def reader(email=None, *, language="en", state="confirmed", now=None) -> Subscription:
    """Somebody who asked for the newsletter; they confirmed and, with state="left", left again."""
    ensure_wordings()
    now = now or timezone.now()
    email = email or f"reader{next(_number)}@example.org"
    row = actions.subscribe(email=email, language=language, read_in="cy" if language == "cy" else "en", now=now)
    if state != "pending":
        row = actions.confirm(key=confirm_key(row), now=now)
    if state == "left":
        row = actions.unsubscribe(token=row.token, now=now)
    return row


def issue(*, languages=("cy", "en"), live=False, **body) -> dict[str, IssuePage]:
    """An issue as drafts, one page for each language; `body` adds blocks by language: cy=[(type, value)]."""
    key, slug, pages = uuid4(), f"issue-{next(_number)}", {}
    for code in languages:
        locale = Locale.objects.get(language_code=code)
        index = IssueIndexPage.objects.get(locale=locale)
        words = WORDS[code]
        page = IssuePage(title=words["title"], slug=slug, locale=locale, translation_key=key, live=live)
        page.body = [("message", {"heading": "", "text": words["text"], "by": "Tîm"}), *body.get(code, [])]
        index.add_child(instance=page)
        page.save_revision()
        pages[code] = page
    return pages
