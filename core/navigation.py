"""The links that stand on every page: the menu at the top and the pages at the foot, read once for each request."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, Site

from core import slots
from core.i18n import current_language


@dataclass
class Links:
    """Each link is {"title", "url", "active"}."""

    menu: list[dict] = field(default_factory=list)
    foot: list[dict] = field(default_factory=list)


def links(request: HttpRequest | None) -> Links:
    """The links in the language in force, kept on the request."""
    known = getattr(request, "_navigation", {})
    code = current_language()
    if code not in known:
        known[code] = _read(request, code)
        if request is not None:
            request._navigation = known
    return known[code]


def _read(request: HttpRequest | None, code: str) -> Links:
    home = _home(request, code)
    if home is None:
        return Links()
    first = Q(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True)
    foot = {pk for pages in slots.footer_pages.all().values() for pk in pages(home).values_list("pk", flat=True)}
    pages = list(Page.objects.live().public().filter(first | Q(pk__in=foot)).order_by("path"))
    here = request.path if request is not None else ""
    menu = [page for page in pages if page.depth == home.depth + 1 and page.show_in_menus]
    return Links(
        menu=[_link(page, request, here) for page in menu],
        foot=[_link(page, request, here) for page in pages if page.pk in foot],
    )


def _link(page: Page, request: HttpRequest | None, here: str) -> dict:
    url = page.get_url(request)
    return {"title": page.title, "url": url, "active": bool(url) and here.startswith(url)}


def _home(request: HttpRequest | None, code: str) -> Page | None:
    """The home page of a language."""
    site = Site.find_for_request(request) if request is not None else None
    site = site or Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return None
    key = site.root_page.translation_key
    return Page.objects.filter(translation_key=key, locale__language_code=code).first()
