"""Whether the two pages of a pair are truly in two languages."""

from wagtail.models import Page


def still_in_the_other_language(page: Page) -> bool:
    """Whether a page has the very title and summary of its pair, as a copy for translation has at first.

    A pair may share a title that is a name; so the summary must differ, or where there is none, the title.
    """
    page = page.specific
    pairs = [other.get_latest_revision_as_object() for other in page.get_translations().specific()]
    return any(_words(page) == _words(other) for other in pairs)


def _words(page: Page) -> tuple[str, str]:
    summary = getattr(page, "summary", "").strip()
    return ("", summary) if summary else (page.title.strip(), "")
