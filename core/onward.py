"""Where somebody was going when they were stopped at a door, as far as a stranger may know."""

from urllib.parse import unquote, urlsplit

from django.http import HttpRequest

from core.i18n import LANGUAGES, in_language
from core.navigation import route, tree_of


def told_of(request: HttpRequest, address: str) -> dict[str, str] | None:
    """Title and language of the page of an address; no title where not everybody may read it, nothing where no page is."""
    code, _slash, rest = urlsplit(address).path.lstrip("/").partition("/")
    if code not in LANGUAGES:
        return None
    with in_language(code):
        found = route(request, unquote(rest))
    if found is None:
        return None
    page = found.page
    is_open = tree_of(request).is_open(page) and getattr(page, "is_for_everybody", True)
    return {"title": page.title if is_open else "", "language": code}
