"""What the home page shows besides its words: what is on, and what changed for people."""

from django.apps import apps
from django.utils import timezone

from core import slots
from core.i18n import current_language
from core.vocabulary import PRINCIPLES_TOLD

#: the five principles as the home page shows them
PRINCIPLES = [
    {"code": code, "number": number, "title": told["short"], "text": told["line"]}
    for number, (code, told) in enumerate(PRINCIPLES_TOLD.items(), 1)
]


def first_page(label: str) -> str | None:
    """The address of a room's first page in the language in force."""
    page = apps.get_model(label).objects.live().filter(locale__language_code=current_language()).first()
    return page.url if page else None


def home_context(page) -> dict:
    """Rows from the rooms, in the page's language."""
    language, now = page.locale.language_code, timezone.now()
    return {
        "principles": PRINCIPLES,
        "events_url": first_page("events.EventIndexPage"),
        "whats_on": [
            row for rows in slots.whats_on.all().values() for row in rows(language=language, now=now, limit=3)
        ],
        "highlights": [row for rows in slots.highlights.all().values() for row in rows(language=language, limit=3)],
    }
