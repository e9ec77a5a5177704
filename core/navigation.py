"""What a page needs to know of the others: sites, home pages, menu, foot, restrictions, and which page an address means.

Each process keeps what it read under the stamp it was read by. The database renews the stamp in the transaction of
every change of a page, site, language or restriction, so one look at it says whether what we kept still holds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import F, Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.models.sites import SiteRootPath
from wagtail.url_routing import RouteResult

from core import slots
from core.i18n import LANGUAGES, current_language, in_language, in_words
from core.models.navigation import MOST, FootLink, Link, MenuLink, Navigation
from core.models.tree import TreeStamp

MOST_HOSTS = 32  # names of this site that are remembered; a wildcard in ALLOWED_HOSTS lets visitors invent them
SAFE = ("GET", "HEAD")

_kept: tuple[str, "Tree"] | None = None
_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


@dataclass
class Links:
    """Each link is {"title", "url", "key"}; the key is one for both languages."""

    menu: list[dict] = field(default_factory=list)
    foot: list[dict] = field(default_factory=list)
    help: dict | None = None
    privacy: dict | None = None


@dataclass
class Tree:
    """The parts of the tree that every page asks for; shared by all requests of a process, so nobody changes them."""

    languages: dict[int, Locale]
    homes: dict[tuple[int, str], Page]  # site and language → home page
    roots: list[SiteRootPath]
    closed: list[str]  # the paths under which not everybody may read
    has_aliases: bool
    sites: dict[tuple[str, str], Site | None] = field(default_factory=dict)
    links: dict[tuple[int, str], Links] = field(default_factory=dict)

    def is_open(self, page: Page) -> bool:
        """Whether everybody may read a page, as far as we can tell: an alias obeys what its source obeys."""
        return not self.has_aliases and not any(page.path.startswith(path) for path in self.closed)

    def site_of(self, request: HttpRequest) -> Site | None:
        """The site of a request's host."""
        asked = (request._get_raw_host(), request.get_port())
        if asked not in self.sites:
            found = Site._find_for_request(request)
            if len(self.sites) >= MOST_HOSTS:
                return found
            self.sites[asked] = found
        return self.sites[asked]

    def home(self, site: Site | None, code: str) -> Page | None:
        """The home page of a site in a language."""
        return self.homes.get((site.pk, code)) if site else None


def tree_of(request: HttpRequest) -> Tree:
    """The tree as it is for one request; the stamp is looked at once. Wagtail finds site and addresses on the request."""
    if not hasattr(request, "_tree"):
        request._tree = _current()
        request._wagtail_site = request._tree.site_of(request)
        request._wagtail_cached_site_root_paths = request._tree.roots
    return request._tree


def current() -> Tree | None:
    """The tree as the page that is being shown sees it; nothing where no page is shown, or where it may be changed."""
    request = _request.get()
    return tree_of(request) if request is not None and request.method in SAFE else None


@contextmanager
def showing(request: HttpRequest) -> Iterator[None]:
    """While a page is shown, `current` is its tree."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)


def _current() -> Tree:
    global _kept
    stamp, known = TreeStamp.now(), _kept  # the stamp first: what is read after it is as new, or newer
    if known and stamp and known[0] == stamp:
        return known[1]
    tree = _read()
    _kept = (stamp, tree)
    return tree


def _read() -> Tree:
    languages = Locale.objects.in_bulk()
    sites = list(Site.objects.select_related("root_page"))
    sites.sort(key=lambda site: (site.root_page.url_path, site.is_default_site), reverse=True)
    pages = list(Page.objects.filter(translation_key__in={site.root_page.translation_key for site in sites}))
    homes, roots = {}, []
    for site in sites:
        for page in pages:
            if page.translation_key == site.root_page.translation_key:
                code = languages[page.locale_id].language_code
                homes[site.pk, code] = page
                roots.append(SiteRootPath(site.pk, page.url_path, site.root_url, code))
    closed = list(PageViewRestriction.objects.values_list("page__path", flat=True))
    return Tree(languages, homes, roots, closed, Page.objects.exclude(alias_of=None).exists())


def links(request: HttpRequest | None) -> Links:
    """The menu and the foot in the language in force."""
    if request is None:
        tree, site = _current(), Site.objects.filter(is_default_site=True).first()
    else:
        tree = tree_of(request)
        site = request._wagtail_site
    home = tree.home(site, code := current_language())
    if home is None:
        return Links()
    if (site.pk, code) not in tree.links:
        tree.links[site.pk, code] = _links(home, request)
    return tree.links[site.pk, code]


def _links(home: Page, request: HttpRequest | None) -> Links:
    """What staff chose; where they chose nothing, pages set to show in menus, and pages offered for the foot."""
    chosen, single = _chosen()
    wanted = {link.page.translation_key for links in chosen.values() for link in links} | set(single.values())
    first = Q(path__startswith=home.path, depth=home.depth + 1, show_in_menus=True)
    offered = {pk for pages in slots.footer_pages.all().values() for pk in pages(home).values_list("pk", flat=True)}
    own = Q(path__startswith=home.path, translation_key__in=wanted)
    pages = list(Page.objects.live().public().filter(first | own | Q(pk__in=offered)).order_by("path"))
    known = {page.translation_key: _link(page, request) for page in pages}
    menu = [page for page in pages if page.depth == home.depth + 1 and page.show_in_menus][:MOST]
    foot = [page for page in pages if page.pk in offered]
    helping, privacy = known.get(single.get("help")), known.get(single.get("privacy"))
    return Links(
        menu=_own(chosen["menu"], known) or [known[page.translation_key] for page in menu],
        foot=_help_first(_own(chosen["foot"], known) or [known[page.translation_key] for page in foot], helping),
        help=helping,
        privacy=privacy,
    )


def _chosen() -> tuple[dict[str, list[Link]], dict[str, UUID]]:
    """The links that staff chose for menu and foot, and the keys of the help page and the page about privacy."""
    models = {"menu": MenuLink, "foot": FootLink}
    keys = {"help": F("help_page__translation_key"), "privacy": F("privacy_page__translation_key")}
    single = Navigation.objects.values(**keys).first() or {}
    links = {name: list(model.objects.select_related("page")) for name, model in models.items()}
    return links, {name: key for name, key in single.items() if key}


def _own(chosen: list[Link], known: dict) -> list[dict]:
    """Chosen links in the language in force: those whose page is live there, under their own words if they have any."""
    links = [(known.get(link.page.translation_key), in_words(link, "label")) for link in chosen]
    return [link | {"title": words or link["title"]} for link, words in links if link]


def _help_first(foot: list[dict], helping: dict | None) -> list[dict]:
    """The help page in one place on every page, once."""
    return [helping, *(link for link in foot if link["key"] != helping["key"])] if helping else foot


def _link(page: Page, request: HttpRequest | None) -> dict:
    return {"title": page.title, "url": page.get_url(request), "key": page.translation_key}


def sides() -> list[dict]:
    """Menu and foot in both languages beside each other, for staff: rows of {"cy", "en"}."""
    chosen, _single = _chosen()
    shown = {}
    for code in LANGUAGES:
        with in_language(code):
            shown[code] = links(None)
    return [
        {"label": label, "rows": _beside(name, chosen[name], shown)}
        for name, label in (("menu", _("Menu")), ("foot", _("Foot")))
    ]


def _beside(name: str, chosen: list[Link], shown: dict[str, Links]) -> list[dict[str, str]]:
    titles = {code: {link["key"]: link["title"] for link in vars(shown[code])[name]} for code in LANGUAGES}
    keys = dict.fromkeys([*(link.page.translation_key for link in chosen), *titles["cy"], *titles["en"]])
    return [{code: titles[code].get(key, "") for code in LANGUAGES} for key in keys]


def other_version(page: Page) -> Page | None:
    """The same page in the other language, if it is live there; home pages are known."""
    tree = current()
    if tree:
        same = [home for home in tree.homes.values() if home.translation_key == page.translation_key]
        if same:
            return next((home for home in same if home.locale_id != page.locale_id and home.live), None)
    return page.get_translations().live().first()


def route(request: HttpRequest, address: str) -> RouteResult | None:
    """The page of an address under the home page of the language in force, with all pages on the way read at once."""
    tree = tree_of(request)
    site = request._wagtail_site
    home = tree.home(site, current_language())
    if site is None:
        return None
    page = home if home is not None and home.live else site.root_page
    parts = [part for part in address.split("/") if part]
    ways = [page.url_path + "".join(f"{part}/" for part in parts[:deep]) for deep in range(1, len(parts) + 1)]
    rows = {row.url_path: row for row in Page.objects.filter(slug__in=parts, url_path__in=ways)} if parts else {}
    for deep, way in enumerate(ways):
        if way not in rows:
            return _answer(request, tree, page, parts[deep:])
        rows[way]._cached_parent_obj = page
        page = rows[way]
    return _answer(request, tree, page, [])


def _answer(request: HttpRequest, tree: Tree, page: Page, left: list[str]) -> RouteResult | None:
    shown = copy(page).get_specific()  # a copy, for home pages are shared by all requests
    shown.locale = tree.languages[shown.locale_id]
    try:
        return shown.route(request, left)
    except Http404:
        return None
