"""The words of the demo network: both page trees, pair by pair."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from django.utils import timezone
from wagtail.models import Page

from core.models import MenuLink, Navigation
from events.models import EventIndexPage
from newsletter.models import IssueIndexPage
from portal.actions import Foundations
from portal.demo_content.pages import ABOUT, EASY_READ, HOME, PAGES
from portal.models import HomePage, StandardPage
from portal.parity import actions
from resources.models import ResourceIndexPage

FOOTER = ("accessibility", "privacy", "contact")


def add_pair(*, parents: dict[str, Page], model: type[Page], entry: dict[str, Any], **shared) -> dict[str, Page]:
    """A page in both languages under its parent in each, from an entry with `title`, `summary`, `body` and slugs."""
    key, pair = uuid4(), {}
    for code, parent in parents.items():
        fields = {name: value[code] for name, value in shared.items() if isinstance(value, dict)}
        fields |= {name: value for name, value in shared.items() if not isinstance(value, dict)}
        page = model(
            title=entry["title"][code],
            slug=entry[f"slug_{code}"],
            summary=entry["summary"][code],
            body=list(entry["body"][code]),
            locale=parent.locale,
            translation_key=key,
            live=False,
            **fields,
        )
        parent.add_child(instance=page)
        page.save_revision()
        pair[code] = page
    actions.publish(page=pair["cy"], by=None, now=timezone.now())
    return {code: model.objects.get(pk=page.pk) for code, page in pair.items()}


def first_pages(model: type[Page]) -> dict[str, Page]:
    """A room's first page in each language."""
    return {page.locale.language_code: page for page in model.objects.select_related("locale")}


def add_pages(foundations: Foundations) -> None:
    """The home page's words and the standard pages."""
    pairs = {
        entry["slug_en"]: add_pair(
            parents=foundations.home,
            model=StandardPage,
            entry=entry,
            show_in_menus=entry["menu"],
            show_in_footer=entry["slug_en"] in FOOTER,
        )
        for entry in PAGES
    }
    about = pairs["what-is-co-production"]
    _lead_on(about, pairs)
    _link_easy_read(pairs)
    _tell_forms(pairs)
    for code, laid in foundations.home.items():
        home = HomePage.objects.get(pk=laid.pk)
        home.hero_title, home.summary, home.about_page = HOME["hero_title"][code], HOME["lede"][code], about[code]
        home.save_revision().publish()
    _put_first(about.values())
    _name_the_menu(about["en"])


def _lead_on(about: dict[str, Page], pairs: dict[str, dict[str, Page]]) -> None:
    """The page about co-production ends with the way in, and with pages to read next."""
    for code, page in about.items():
        page.body.append(
            ("call_to_action", {"text": ABOUT["button"][code], "page": pairs["why-join"][code], "address": ""})
        )
        others = [pairs[slug][code] for slug in ABOUT["related"]]
        page.body.append(("related", {"title": ABOUT["read_next"][code], "pages": others}))
        page.save_revision().publish()


def _link_easy_read(pairs: dict[str, dict[str, Page]]) -> None:
    """What is said in Easy Read too begins with the way there."""
    full = pairs | {"events": first_pages(EventIndexPage)}
    for entry in EASY_READ:
        for code, page in full[entry["of"]].items():
            other = pairs[entry["slug_en"]][code]
            page.easy_read_page = other
            words = f'<p><a href="{other.get_url()}">{other.title}</a></p>'  # by page it costs three queries a view
            page.body.insert(0, ("text", words))
            page.save_revision().publish()


def _tell_forms(pairs: dict[str, dict[str, Page]]) -> None:
    """Where the site's forms lead whoever needs help, or wants to know what becomes of their details."""
    navigation = Navigation.load()
    navigation.help_page, navigation.privacy_page = pairs["contact"]["cy"], pairs["privacy"]["cy"]
    navigation.save()


def _put_first(pages: Iterable[Page]) -> None:
    """The page about co-production stands before the rooms in the menu."""
    for page in pages:
        Page.objects.get(pk=page.pk).move(Page.objects.get(pk=page.pk).get_parent(), pos="first-child")


def _name_the_menu(about: Page) -> None:
    """The page about co-production and the rooms; a title that is long for a menu has words of its own there."""
    navigation = Navigation.load()
    rooms = [first_pages(model)["en"] for model in (EventIndexPage, ResourceIndexPage, IssueIndexPage)]
    for turn, page in enumerate([about, *rooms]):
        words = HOME["menu"].get(page.slug, {"cy": "", "en": ""})
        navigation.menu_links.add(MenuLink(page=page, label_cy=words["cy"], label_en=words["en"], sort_order=turn))
    navigation.save()
