"""What may happen to the site as a whole: its first pages are laid in both languages."""

from dataclasses import dataclass
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Collection, Locale, Page, Site

from members.actions import ensure_wordings
from portal.models import HomePage
from portal.roles import lay_roles


def drop_expired_cache() -> int:
    """Drop remembered values past their time; how many. Django's database cache would keep them until it is full."""
    table = connection.ops.quote_name(settings.CACHES["default"]["LOCATION"])
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [timezone.now()])
        return cursor.rowcount


@dataclass(frozen=True)
class Foundations:
    """The site and its home page in each language."""

    site: Site
    home: dict[str, HomePage]


@transaction.atomic
def lay_foundations() -> Foundations:
    """Make sure that both languages, the site and its first pages stand; what stands already is left alone."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}
    root = Page.get_first_root_node() or Page.add_root(
        title="Pob tudalen / All pages", slug="root", locale=locales["en"]
    )
    Collection.get_first_root_node() or Collection.add_root(name="Pob casgliad / All collections")
    home = {"cy": HomePage.objects.filter(locale=locales["cy"]).first()}
    if home["cy"] is None:
        title = {"cy": "Rhwydwaith Cydgynhyrchu Cymru", "en": "Co-production Network for Wales"}
        home["cy"] = root.add_child(instance=HomePage(title=title["cy"], slug="cy", locale=locales["cy"]))
        home["en"] = root.add_child(
            instance=HomePage(
                title=title["en"], slug="en", locale=locales["en"], translation_key=home["cy"].translation_key
            )
        )
    home["en"] = home["cy"].get_translation(locales["en"])
    site = _site(home["cy"])
    _rooms(home)
    ensure_wordings()
    lay_roles()
    return Foundations(site=site, home=home)


def _site(root_page: Page) -> Site:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    if site.root_page_id != root_page.pk:
        leftover = Page.objects.filter(pk=site.root_page_id, slug="home", depth=2).first()
        site.root_page, site.site_name = root_page, settings.WAGTAIL_SITE_NAME
        site.save()
        if leftover:
            leftover.delete()
    return site


#: room → slug and title of its first page in each language
ROOMS = {
    "events.EventIndexPage": {
        "cy": ("digwyddiadau", "Digwyddiadau a hyfforddiant"),
        "en": ("events", "Events and training"),
    },
    "resources.ResourceIndexPage": {
        "cy": ("adnoddau", "Llyfrgell adnoddau"),
        "en": ("resources", "Resource library"),
    },
    "newsletter.IssueIndexPage": {"cy": ("cylchlythyr", "Cylchlythyr"), "en": ("newsletter", "Newsletter")},
}


def _rooms(home: dict[str, HomePage]) -> None:
    for label, words in ROOMS.items():
        model = apps.get_model(label)
        if model.objects.exists():
            continue
        key = uuid4()
        for code, (slug, title) in words.items():
            page = model(title=title, slug=slug, show_in_menus=True, locale=home[code].locale, translation_key=key)
            home[code].add_child(instance=page)
