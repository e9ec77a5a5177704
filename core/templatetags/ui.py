"""What templates need: dates in words, the language switch, the menu."""

from datetime import datetime

from django import template
from django.forms import BaseForm
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from core import i18n, navigation, slots, urls
from core.forms import names_to_keep

register = template.Library()

register.filter("clock", i18n.clock)
register.filter("long_date", i18n.long_date)
register.filter("date_range", i18n.date_range)
register.filter("unbroken", i18n.unbroken)
register.filter("file_size", i18n.size_in_words)


@register.filter
def day_month(moment: datetime) -> str:
    """A day without its year."""
    return i18n.long_date(moment, year=False)


@register.filter
def parse_iso(text: str) -> datetime | None:
    """A moment from the ISO text that a mail's context carries."""
    return parse_datetime(text) if isinstance(text, str) else text


@register.filter
def words(row, field: str) -> str:
    """A paired column (name_cy, name_en) in the language in force."""
    return i18n.in_words(row, field) if row else ""


@register.filter
def get(mapping, key):
    """One value of a mapping."""
    return mapping.get(key) if mapping else None


@register.simple_tag(takes_context=True)
def language_switch(context) -> dict:
    """The same page in the other language: url (None while it does not exist there), code, name, the pair for hreflang, whether it takes along what is typed, and whether the page is missing there, on purpose or so far."""
    code = i18n.other_language(i18n.current_language())
    name = {"cy": "Cymraeg", "en": "English"}[code]
    request, page = context.get("request"), context.get("page")
    url = None
    if isinstance(page, Page):
        other = navigation.other_version(page)
        url = other.get_url(request) if other else None
        fallback = None if url else _in_one_language(page, code)
    elif request is not None:
        url, fallback = i18n.same_view(request, code), None
    else:
        fallback = f"/{code}/"
    is_missing = isinstance(page, Page) and bool(page.pk) and url is None and not _waits_for_its_pair(request, page)
    query = f"?{request.GET.urlencode()}" if url and request is not None and request.GET else ""
    return {
        "code": code,
        "name": name,
        "url": url + query if url else None,
        "fallback": fallback,
        "path": url,
        "submits": isinstance(context.get("form"), BaseForm) and bool(names_to_keep(context["form"])),
        "is_missing": is_missing,
        "on_purpose": is_missing and any(is_alone(page) for is_alone in slots.alone_on_purpose.all().values()),
    }


def _in_one_language(page: Page, code: str) -> str:
    """Where somebody is told that a page is not there in a language; home, while the page itself is not there."""
    if not page.pk or not page.live:
        return f"/{code}/"
    with i18n.in_language(code):
        return reverse("one_language", kwargs={"pk": page.pk})


def _waits_for_its_pair(request, page: Page) -> bool:
    """Whether this is a preview, and a draft of the other language is there too."""
    return getattr(request, "is_preview", False) and page.get_translations().exists()


@register.simple_tag(takes_context=True)
def main_menu(context) -> list[dict]:
    """The first pages of the language in force, as editors put them into menus; "active" where the reader is below one."""
    request = context.get("request")
    here = request.path if request is not None else ""
    return [
        link | {"active": bool(link["url"]) and here.startswith(link["url"])} for link in navigation.links(request).menu
    ]


@register.simple_tag(takes_context=True)
def footer_menu(context) -> list[dict]:
    """Pages that rooms and editors put at the foot of every page."""
    return navigation.links(context.get("request")).foot


@register.simple_tag(takes_context=True)
def help_link(context) -> dict | None:
    """The help page that staff chose, {"title", "url"}, where it stands in the language in force."""
    return navigation.links(context.get("request")).help


@register.simple_tag(takes_context=True)
def privacy_link(context) -> dict | None:
    """The page about what we do with people's details, as above."""
    return navigation.links(context.get("request")).privacy


@register.filter
def absolute(path: str) -> str:
    """The full address of a path, by the SITE_URL setting."""
    return urls.absolute(path)


@register.simple_tag(takes_context=True)
def easy_read_of(context, link: dict | None) -> dict | None:
    """The page that says what a linked page says in Easy Read, {"title", "url"}, in the language in force."""
    asked = {"key": link["key"], "language": i18n.current_language()} if link else {}
    page = next(filter(None, (find(**asked) for find in slots.easy_read.all().values())), None) if link else None
    return {"title": page.title, "url": page.get_url(context.get("request"))} if page else None


@register.simple_tag
def home_url() -> str:
    """The home page in the language in force."""
    return f"/{i18n.current_language()}/"


@register.simple_tag
def page_url(name: str, **kwargs) -> str:
    """A named view in the language in force."""
    return reverse(name, kwargs=kwargs)
