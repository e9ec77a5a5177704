"""A Welsh reader meets no English: every page, answer to a form, letter, calendar and export, as visitor, member and staff."""

import importlib.util
import io
import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import models, transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils.translation import trans_real
from openpyxl import load_workbook
from wagtail.models import Collection, Page, Site, Task, Workflow

from core.i18n import in_language
from core.mail.render import render
from core.models import Document, Image
from core.slots import email_samples
from events.models import Booking, Date, Event, WaitingListEntry
from members.models import Membership, Organisation, User
from newsletter.models import IssuePage
from portal import demo, messages
from portal.demo_content.pdf import make_pdf
from portal.demo_content.sign_ins import SIGN_INS
from resources.models import Resource, Topic
from tests.leaks import ENGLISH, English, read, texts, tidy
from tests.portal.test_addresses import BAD, NAMED, RULES

pytestmark = pytest.mark.django_db

SCRIPT = Path(__file__).resolve().parent.parent / "bin" / "vendor_messages.py"
#: Wagtail's page types, as its addresses name them
PAGES = {
    "portal.standardpage",
    "events.eventpage",
    "resources.resourcepage",
    "resources.casestudypage",
    "newsletter.issuepage",
}
#: not screens: what computers ask, pictures, and what only a developer meets
NO_SCREEN = re.compile(
    r"^cms/(api|test404|failwhale|sprite|logout|jsi18n|dismissibles|editing-sessions)|preview|/output/|\^|/sort/"
)
ROWS = {
    "events": Event, "dates": Date, "bookings": Booking, "waiting_list": WaitingListEntry, "memberships": Membership,
    "organisations": Organisation, "sites": Site, "users": User, "groups": Group, "newsletter": IssuePage,
    "collections": Collection, "workflows/tasks": Task, "workflows/task_chooser": Task, "workflows": Workflow,
    "documents": Document, "images": Image, "snippets/resources/resource": Resource, "snippets/resources/topic": Topic,
    "snippets/choose/resources/resource": Resource, "snippets/choose/resources/topic": Topic,
}  # fmt: skip


class Missing(trans_real.gettext_module.NullTranslations):
    """Asked where Welsh had no answer: remembers the question."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def gettext(self, message):
        self.asked.add(message)
        return super().gettext(message)

    def ngettext(self, one, many, number):
        self.asked.add(one)
        return super().ngettext(one, many, number)

    def pgettext(self, context, message):
        self.asked.add(message)
        return super().pgettext(context, message)

    def npgettext(self, context, one, many, number):
        self.asked.add(one)
        return super().npgettext(context, one, many, number)


@pytest.fixture(scope="module")
def network(django_db_setup, django_db_blocker):
    """The demo network, and one page that is only a draft."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.build()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def unanswered():
    """What gettext is asked in Welsh and does not know."""
    welsh = trans_real.translation("cy")
    before, welsh._fallback = welsh._fallback, (missing := Missing())
    yield missing.asked
    welsh._fallback = before


@cache
def english() -> English:
    """What our catalogue and those of the libraries call English."""
    spec = importlib.util.spec_from_file_location("vendor_messages", SCRIPT)
    vendor = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(vendor)
    entries = [*polib.pofile(str(messages.OURS)), *vendor.ours("django").values(), *vendor.ours("djangojs").values()]
    for catalogue in vendor.CATALOGUES:
        known = vendor.upstream(catalogue) | vendor.ours(catalogue.domain)
        entries += [known.get(vendor.key(entry), entry) for entry in catalogue.met()]
    return English(entries)


def stored() -> str:
    """Every text in the database: what people wrote is no message of ours."""
    found = []
    for model in apps.get_models():
        names = [
            f.name for f in model._meta.fields if isinstance(f, models.CharField | models.TextField | models.JSONField)
        ]
        for row in model.objects.values_list(*names) if names and hasattr(model, "objects") else ():
            found += [tidy(str(value)) for value in row if value]
    return "\n".join(found)


def leaks(said: list[str], written: str = "") -> set[str]:
    """Which of the texts are English."""
    found = set()
    for text in set(said):
        if text.strip("… ") in written:
            continue
        message = english().in_text(text)
        if message:
            found.add(message)
        elif ENGLISH.search(text):
            found.add(f"unmarked: {text[:160]}")
    return found


def said_in(answer) -> list[str]:
    """What an answer says, whichever way it came."""
    kind = answer.get("Content-Type", "")
    if answer.streaming or not kind.startswith(("text/html", "application/json")):
        return []
    page = answer.content.decode()
    return texts(page) if kind.startswith("application/json") else read(page)


class Forms(HTMLParser):
    """The forms of a page that post: where to, and what they hold."""

    def __init__(self):
        super().__init__()
        self.found, self.here, self.select = [], None, None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.here = (given.get("action", ""), {}) if given.get("method", "").lower() == "post" else None
            self.found += [self.here] if self.here else []
        elif self.here and given.get("name"):
            if tag == "input" and given.get("type") not in ("checkbox", "radio", "file", "submit", "button"):
                self.here[1][given["name"]] = (given.get("value", ""), given.get("type") == "hidden")
            elif tag == "textarea":
                self.here[1][given["name"]] = ("", False)

    def handle_endtag(self, tag):
        if tag == "form":
            self.here = None


def answers(client: Client, path: str) -> Iterator:
    """A page, and what its forms answer when they are sent empty, and sent as they are."""
    page = client.get(path, follow=True)
    yield page
    if page.status_code != 200 or page.streaming or "html" not in page.get("Content-Type", ""):
        return
    here = page.redirect_chain[-1][0] if page.redirect_chain else path
    forms = Forms()
    forms.feed(page.content.decode())
    for action, fields in forms.found:
        if "logout" in action:
            continue
        empty = {name: value if hidden else "" for name, (value, hidden) in fields.items()}
        for data in (empty, {name: value for name, (value, _hidden) in fields.items()}):
            data |= {"body-count": "0"}  # what a script adds to the editor of a page
            with transaction.atomic():
                yield client.post(action if action.startswith("/") else here, data, follow=True)
                transaction.set_rollback(True)


def walk(patterns, prefix=""):
    """The route of every address."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from walk(pattern.url_patterns, route)
        else:
            yield route


def staff_routes() -> list[str]:
    """The routes of the admin that are screens."""
    return [
        route for route in walk(get_resolver().url_patterns) if route.startswith("cms/") and not NO_SCREEN.search(route)
    ]


def welsh_pages() -> list[Page]:
    """One Welsh page of each kind."""
    pages = Page.objects.filter(locale__language_code="cy", depth__gt=2).select_related("content_type")
    kinds = {f"{p.content_type.app_label}.{p.content_type.model}": p for p in pages.order_by("depth", "-live")}
    return list(kinds.values())


def filled(route: str) -> Iterator[str]:
    """The addresses of a route, for one row or for a page of each kind."""
    model = next(
        (row for prefix, row in sorted(ROWS.items(), key=lambda r: -len(r[0])) if route.startswith(f"cms/{prefix}/")),
        None,
    )
    row = model.objects.order_by("-pk").first() if model else None
    pages = (
        welsh_pages()
        if re.search(r"<int:(page_id|parent_page_id|pk)>", route) and "pages/" in route
        else welsh_pages()[:1]
    )
    for page in pages:
        kind = page.content_type
        values = {
            "page_id": page.pk, "parent_page_id": page.get_parent().pk if "add/" in route else page.pk, "page_to_move_id": page.pk,
            "destination_id": page.get_parent().pk, "revision_id": page.latest_revision_id or 0,
            "content_type_app_name": kind.app_label, "content_type_model_name": kind.model, "app_label": kind.app_label,
            "model_name": kind.model, "app_name": kind.app_label, "language": "cy", "action": "publish",
            "pk": row.pk if row else 0, "document_id": row.pk if row else 0, "image_id": row.pk if row else 0,
            "collection_id": row.pk if row else 0,
        }  # fmt: skip
        if "<slug:app_label>" in route and "snippet" in route:
            values |= {"app_label": "resources", "model_name": "topic", "pk": Topic.objects.first().pk}
        yield "/" + with_values(route, values)


def with_values(route: str, values: dict) -> str:
    """A route with its arguments filled in."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: str(values.get(found[1], 0)), route).replace("\\Z", "")


def signed_in(role: str) -> Client:
    """A browser of somebody of the demo who writes in Welsh."""
    client = Client(raise_request_exception=False)  # what a form without its script misses is another test's
    user = User.objects.get(email=next(entry["email"] for entry in SIGN_INS if entry["role"] == role))
    User.objects.filter(pk=user.pk).update(language="cy")
    client.force_login(user)
    return client


def crawl(client: Client, paths) -> tuple[dict[str, set], list[str]]:
    """The English found, by message; and the addresses that answered."""
    found, answered, written = {}, [], stored()
    for path in paths:
        with transaction.atomic():
            for answer in answers(client, path):
                if answer.status_code < 500 and answer.status_code != 404:
                    answered.append(path)
                for message in leaks(said_in(answer), written):
                    found.setdefault(message, path)
            transaction.set_rollback(True)
    return found, answered


def public_paths() -> list[str]:
    """Every page of the demo in Welsh, and every address of ours and of the account."""
    pages = [page.url for page in Page.objects.live().filter(depth__gte=3, locale__language_code="cy") if page.url]
    with in_language("cy"):
        named = [
            reverse(name, kwargs={key: BAD[key] for key in NAMED[name]})
            for name in RULES
            if not name.startswith(("sent_mail", "one_mail", "mail_frame", "wagtail", "picture", "styleguide"))
        ]
        event = Date.objects.public().first()
        if event:
            named += [reverse("event_book", args=[event.pk])]
    return [*dict.fromkeys([*pages, *named]), "/cy/search/?q=zzzz", "/cy/search/?q=tŷ", "/cy/nothing-here/"]


@pytest.mark.parametrize("role", ["visitor", "member"])
def test_no_public_page_and_no_answer_to_a_form_is_english(network, unanswered, role):
    """Every page and address, its forms sent empty and as they are."""
    found, answered = crawl(Client() if role == "visitor" else signed_in("member"), public_paths())
    assert found == {}
    assert unanswered == set()
    assert len(answered) > 100


def test_no_screen_of_the_admin_is_english(network, unanswered):
    """Every screen, for a row or a page of each kind, its forms sent empty and as they are."""
    paths = [path for route in staff_routes() for path in filled(route)]
    found, answered = crawl(signed_in("admin"), dict.fromkeys(paths))
    assert found == {}
    assert unanswered == set()
    assert len(set(answered)) > 200


@pytest.mark.parametrize("role", ["editor", "event_officer", "membership_officer", "newsletter_officer"])
def test_no_screen_that_a_role_is_led_to_is_english(network, unanswered, role):
    """The first screen of each role and what its menu names."""
    client = signed_in(role)
    menu = re.findall(r'"url": "(/cms/[^"]*)"', client.get("/cms/").content.decode())
    found, _answered = crawl(client, ["/cms/", *dict.fromkeys(path for path in menu if "logout" not in path)])
    assert menu
    assert (found, unanswered) == ({}, set())


def test_no_letter_is_english(network, unanswered):
    """Subject, text and HTML of every email."""
    found = {}
    for name, sample in email_samples.all().items():
        with in_language("en"):  # a letter follows its reader, whoever sends
            words = render(name, "cy", {"cy": sample()})
        said = [words.subject, *map(tidy, words.text.split("\n")), *read(words.html)]
        found |= dict.fromkeys(leaks(said, stored()), name)
    assert (found, unanswered) == ({}, set())


def test_no_calendar_and_no_heading_of_an_export_is_english(network, unanswered):
    """The file of each date; the first row of each list that leaves as CSV or XLSX."""
    client = signed_in("admin")
    said = []
    for date in Date.objects.public()[:5]:
        calendar = client.get(f"/cy/events/{date.pk}.ics").content.decode().replace("\r\n ", "")
        said += re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION)[^:]*:(.*)", calendar, re.MULTILINE)
    headings = 0
    for route in staff_routes():
        if "<" in route or not route.endswith("/"):
            continue
        for kind in ("csv", "xlsx"):
            answer = client.get(f"/{route}", {"export": kind})
            if not answer.streaming and "spreadsheet" not in answer.get("Content-Type", ""):
                continue
            content = answer.getvalue()
            headings += 1
            if kind == "csv":
                said += content.decode("utf-8-sig").split("\n")[0].strip().split(",")
            else:
                said += [cell.value for cell in next(load_workbook(io.BytesIO(content)).active.rows) if cell.value]
    assert headings >= 10
    assert (leaks(said, stored()), unanswered) == (set(), set())


def test_no_document_that_we_draw_is_english():
    """What the frame of a PDF says besides the words it was given."""
    import pypdfium2

    pdf = make_pdf(
        title="Tŷ", language="cy", sections=[("Pennawd", ["Geiriau. " * 900])], principles=["trust", "assets"]
    )
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert len(pages) > 1
    assert leaks([line.strip() for page in pages for line in page.splitlines()]) == set()


def test_no_script_of_the_admin_speaks_english(network):
    """The catalogue that Wagtail's scripts ask has Welsh for each of their messages."""
    spec = importlib.util.spec_from_file_location("vendor_messages", SCRIPT)
    vendor = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(vendor)
    source = signed_in("admin").get("/cms/jsi18n/").content.decode()
    catalogue = json.loads(re.search(r"const newcatalog = (\{.*?\});?\n", source, re.DOTALL)[1])
    asked = [entry for c in vendor.CATALOGUES if c.domain == "djangojs" for entry in c.met()]
    assert len(asked) > 50
    assert [e.msgid for e in asked if catalogue.get(e.msgid, e.msgid) == e.msgid] == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>Sign in</p>",
        '<input type="submit" value="Continue">',
        '<a title="Search the whole site"></a>',
        "<p>That thing was never given to a translator.</p>",
        '<div data-w-x-value=\'{"label": "Sign in"}\'></div>',
        '<p lang="cy">Sign in</p>',
        '<div lang="en"><p lang="cy">Sign in</p></div>',
    ],
)
def test_english_is_noticed_wherever_it_stands(page):
    assert leaks(read(f'<html lang="cy">{page}</html>'))


@pytest.mark.parametrize("page", ['<p lang="en">Sign in</p>', "<p>Mewngofnodi</p>", "<style>and the</style>"])
def test_welsh_and_what_is_marked_as_english_is_left_alone(page):
    assert leaks(read(f'<html lang="cy">{page}</html>')) == set()
