"""What the home page shows besides its words: what is on, and what changed for people."""

from django.utils import timezone

from core import slots


def home_context(page) -> dict:
    """Rows from the rooms, in the page's language."""
    language, now = page.locale.language_code, timezone.now()
    return {
        "whats_on": [row for rows in slots.whats_on.all().values() for row in rows(language=language, now=now, limit=3)],
        "highlights": [row for rows in slots.highlights.all().values() for row in rows(language=language, limit=3)],
    }
