"""Whether the two pages of a pair are truly in two languages."""

from django.db import models
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from core.i18n import in_language


def still_in_the_other_language(page: Page) -> bool:
    """Whether a page has the very words of its pair, as a copy for translation has at first.

    A pair may share a title that is a name; so the summary must differ, or where there is none, the title. What the body
    and each other text says must differ too, unless the page allows it; drawings and pictures say nothing there.
    """
    page = page.specific
    pairs = [other.get_latest_revision_as_object() for other in page.get_translations().specific()]
    return any(_lead(page) == _lead(other) or _share_a_text(page, other) for other in pairs)


def is_unfinished(page: Page, other: Page) -> bool:
    """Whether a page says nothing where its pair says something."""
    page, other = page.specific, other.specific
    names = ["title", *(["summary"] if hasattr(page, "summary") else []), *texts(type(page))]
    return any(_said(other, name) and not _said(page, name) for name in names)


def _lead(page: Page) -> tuple[str, str]:
    summary = getattr(page, "summary", "").strip()
    return ("", summary) if summary else (page.title.strip(), "")


def _share_a_text(page: Page, other: Page) -> bool:
    return any(_said(page, name) == _said(other, name) != [] for name in texts(type(page)))


def texts(kind: type[Page]) -> list[str]:
    """The names of the texts that a kind of page has beside Wagtail's own."""
    may_be_shared = ("summary", *getattr(kind, "same_in_both", ()))
    texts = (models.CharField, models.TextField, StreamField)
    return [
        field.name
        for field in kind._meta.concrete_fields
        if isinstance(field, texts)
        and field.model is not Page
        and not field.choices
        and field.name not in may_be_shared
    ]


def _said(page: Page, name: str) -> list[str]:
    value = getattr(page, name) or ()
    with in_language(page.locale.language_code):  # some blocks bring words of their own
        return _texts_of(value)


def _texts_of(value) -> list[str]:
    if isinstance(value, str):
        said = [get_text_for_indexing(value)]
    else:
        said = [text for child in value for text in child.block.get_searchable_content(child.value)]
    return [text.strip() for text in said if text.strip()]
