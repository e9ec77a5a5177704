"""Whether the two pages of a pair are truly in two languages."""

from django.utils.translation import gettext as _
from wagtail.models import Page

KEPT_BACK = "portal.kept_back"  # in a page's history: approved, but not published


def still_in_the_other_language(page: Page) -> bool:
    """Whether a page has the very words of its pair, as a copy for translation has at first.

    A pair may share a title that is a name; so the summary must differ, or where there is none, the title. What the body
    says must differ too; drawings and pictures say nothing there.
    """
    page = page.specific
    pairs = [other.get_latest_revision_as_object() for other in page.get_translations().specific()]
    return any(_lead(page) == _lead(other) or _said(page) == _said(other) != [] for other in pairs)


def refusal(titles: list[str]) -> str:
    """What staff are told of pages that were not published, by title."""
    return _(
        "Not published, because they still have the words of the other language: %(titles)s. Translate them first."
    ) % {"titles": ", ".join(titles)}


def _lead(page: Page) -> tuple[str, str]:
    summary = getattr(page, "summary", "").strip()
    return ("", summary) if summary else (page.title.strip(), "")


def _said(page: Page) -> list[str]:
    body = getattr(page, "body", None) or ()
    return [text.strip() for child in body for text in child.block.get_searchable_content(child.value) if text.strip()]
