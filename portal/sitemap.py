"""Which pages of a language everybody may read: as a tree for people, as sitemaps and robots.txt for machines."""

from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from wagtail.models import Page, get_page_models

from core import navigation
from core.i18n import LANGUAGES, current_language, in_language, other_language
from core.models import BasePage
from core.models.pages import everybody_may_read
from core.urls import absolute

#: pages without a place in the tree that everybody may open, and that search engines may show
VIEWS = ("join", "newsletter_subscribe", "site_map")
#: addresses whose pages search engines may show; all others, also those to come, tell them not to
INDEXED = ("wagtail_serve", "choose_language", *VIEWS)


@dataclass
class Branch:
    """A page with what stands under it."""

    title: str
    url: str
    under: list["Branch"] = field(default_factory=list)


def pages_in(code: str, tree: navigation.Tree) -> list[Page]:
    """The pages of a language that everybody may read and that are truly in it, in the order of the tree.

    An alias shows the words of its source, and a page with the title and summary of its twin was not translated yet.
    """
    homes = {page.locale_id: page for page in tree.homes.values()}
    pages = [page for page in _readable() if page.path.startswith(tuple(home.path for home in homes.values()))]
    said = {(page.locale_id, page.translation_key): (page.title, page.summary) for page in pages}
    (mine,) = [pk for pk, locale in tree.languages.items() if locale.language_code == code]
    (others,) = [pk for pk in tree.languages if pk != mine]
    return [
        page
        for page in pages
        if page.locale_id == mine and _own_words(page, said.get((others, page.translation_key), ("", "")))
    ]


def _readable() -> list[Page]:
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    open_to_all = [model.objects.filter(everybody_may_read(), model.for_everybody()) for model in models]
    rows = [pages.filter(alias_of=None).defer("body") for pages in open_to_all]
    found = [page for pages in rows for page in pages]
    return sorted(found, key=lambda page: page.path)


def _own_words(page: Page, twin: tuple[str, str]) -> bool:
    title, summary = twin
    return page.summary != summary if page.summary else page.title != title


def branches(code: str, request: HttpRequest) -> list[Branch]:
    """The tree of a language below its home page; what hangs on a page that is left out hangs on the next one above."""
    top, way = Branch("", ""), []
    for page in pages_in(code, navigation.tree_of(request)):
        while way and not page.path.startswith(way[-1][0]):
            way.pop()
        branch = Branch(page.title, page.get_url(request))
        (way[-1][1] if way else top).under.append(branch)
        way.append((page.path, branch))
    return top.under


def starting_point() -> dict:
    """The site map, for who found nothing."""
    return {"label": gettext("Site map"), "url": reverse("site_map")}


@require_safe
def site_map(request: HttpRequest) -> HttpResponse:
    """Every page of the language, as lists in lists."""
    return render(request, "portal/site_map.html", {"branches": branches(current_language(), request)})


@require_safe
def xml_sitemap(request: HttpRequest) -> HttpResponse:
    """The pages of one language for search engines, each with its twin."""
    code = current_language()
    known = {language: pages_in(language, navigation.tree_of(request)) for language in LANGUAGES}
    twins = {page.translation_key: page for page in known[other_language(code)]}
    rows = [_row(code, page, twins.get(page.translation_key), request) for page in known[code]]
    context = {"rows": [*rows, *(_row_of_view(code, name) for name in VIEWS)]}
    return render(request, "portal/sitemap.xml", context, content_type="application/xml; charset=utf-8")


def _row(code: str, page: Page, twin: Page | None, request: HttpRequest) -> dict:
    url = absolute(page.get_url(request))
    pair = {code: url, other_language(code): absolute(twin.get_url(request))} if twin else {}
    return {"url": url, "changed_at": page.last_published_at, "pair": _in_order(pair)}


def _row_of_view(code: str, name: str) -> dict:
    pair = {}
    for language in LANGUAGES:
        with in_language(language):
            pair[language] = absolute(reverse(name))
    return {"url": pair[code], "changed_at": None, "pair": _in_order(pair)}


def _in_order(pair: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(pair.items())


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Where the sitemap of each language is."""
    urls = []
    for language in LANGUAGES:
        with in_language(language):
            urls.append(absolute(reverse("xml_sitemap")))
    return render(request, "portal/sitemap_index.xml", {"urls": urls}, content_type="application/xml; charset=utf-8")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing is listed as forbidden: what is private is locked, and says "noindex" on each answer."""
    lines = ["User-agent: *", "Disallow:", "", f"Sitemap: {absolute(reverse('sitemap_index'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def say_what_to_index(get_response):
    """Pages of one's own, journeys and staff screens stay out of search engines, and so does any page yet to be made."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        match = request.resolver_match
        if response.get("Content-Type", "").startswith("text/html") and (not match or match.url_name not in INDEXED):
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return middleware
