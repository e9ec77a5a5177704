"""What editors see of a block before they choose it, in their own language."""

from functools import partial
from typing import Any

from wagtail.models import Page

from core.i18n import current_language


def in_both(cy: Any, en: Any) -> partial:
    """A sample value in the language in force; a partial, for a function in a class would become its method."""
    return partial(lambda: cy if current_language() == "cy" else en)


def some_pages() -> list[Page]:
    """The first pages of the site in the language in force."""
    return list(Page.objects.live().filter(locale__language_code=current_language(), depth__gt=3)[:2])
