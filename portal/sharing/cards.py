"""What a sharing picture says, and the address it has."""

import hashlib
from dataclasses import asdict, dataclass
from json import dumps
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from core import navigation
from core.blocks.others import is_open
from core.i18n import current_language
from events.models import EventPage
from newsletter.models import IssuePage
from portal.models import HomePage
from resources.models.pages import LibraryPage

DRAWN_BY = "1"  # a new look gets a new number, so that every picture gets a new address


@dataclass(frozen=True)
class Card:
    """The words and colours of a picture; `about` is the id of its page, or the language alone for the site's own."""

    about: str
    language: str
    title: str
    kind: str = ""
    principles: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """Changes with what the picture shows."""
        shown = dumps([DRAWN_BY, asdict(self)], sort_keys=True)
        return hashlib.sha256(shown.encode()).hexdigest()[:16]

    @property
    def path(self) -> str:
        """Its address on this site."""
        return reverse("sharing_picture", kwargs={"about": self.about, "version": self.version})

    @property
    def file(self) -> Any:
        """Where it is kept once drawn."""
        return settings.VAR_DIR / "sharing" / f"{self.about}-{self.version}.png"


def site_card(language: str) -> Card:
    """The picture of the whole site, for pages that have none of their own."""
    title = "Pawb gyda'i gilydd" if language == "cy" else "All in this together"
    return Card(about=language, language=language, title=title)


def card_of(page) -> Card | None:
    """The picture of a page in the language in force; none unless everybody may read the page."""
    known = navigation.current()
    if not page.live or not page.pk or (known and not known.is_open(page)):
        return None
    return _card(page, *_facts(page)) if is_open(page) else None


def _facts(page) -> tuple[str, tuple[str, ...]]:
    if isinstance(page, LibraryPage):
        return page.resource.get_kind_display(), tuple(page.resource.principles)
    if isinstance(page, EventPage):
        return page.event.get_kind_display(), ()
    return (gettext("Newsletter"), ()) if isinstance(page, IssuePage) else ("", ())


def _card(page, kind: str, principles: tuple[str, ...]) -> Card:
    title = (page.hero_title if isinstance(page, HomePage) else "") or page.title
    return Card(str(page.pk), current_language(), title, str(kind), principles)
