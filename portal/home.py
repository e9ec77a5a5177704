"""What the home page shows besides its words: what is on, and what changed for people."""

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import slots
from core.i18n import current_language
from core.vocabulary import Principle

#: the five principles as the home page shows them: short name, one line
PRINCIPLES = [
    {"code": Principle.STRENGTHS, "number": 1, "title": _("Asset-based"), "text": _("People's strengths come first")},
    {"code": Principle.NETWORKS, "number": 2, "title": _("Networks"), "text": _("Peers working across silos")},
    {"code": Principle.MATTERS, "number": 3, "title": _("Outcomes"), "text": _("Doing what matters")},
    {"code": Principle.TRUST, "number": 4, "title": _("Trust"), "text": _("Relationships as equals")},
    {"code": Principle.ENABLING, "number": 5, "title": _("Enabling"), "text": _("From delivering to enabling")},
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
