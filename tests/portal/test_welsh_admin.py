"""Staff who work in Welsh meet no English: every address of the admin, and every form of it, sent empty and as it is."""

import csv
import io
import json
import re
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Page, get_page_models

from members.models import User
from tests import leaks
from tests.portal.admin_world import ADDRESSES, POSTED, STAFF, address

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
#: what no person reads: what scripts ask, drawings, what leads elsewhere, what only a developer meets
NO_SCREEN = re.compile(
    r"api:|sprite|error_test|logout|login|password|javascript_catalog|editing_sessions|dismissibles|generator_output"
    r"|preview|_upload|set_page_position|wagtaildocs_serve|frame$"
)
BULK = {
    ("wagtailcore", "page"): ("page_id", ("publish", "unpublish", "delete", "move")),
    ("core", "image"): ("image_id", ("delete", "add_tags", "add_to_collection")),
    ("core", "document"): ("document_id", ("delete", "add_tags", "add_to_collection")),
    ("resources", "topic"): ("topic", ("delete",)),
    ("members", "user"): ("user", ("assign_role", "set_active_state")),
}
#: what is asked for in Welsh and never shown: an empty ending of a label of django-filter
NEVER_SHOWN = {"exact"}
#: Welsh in the name of a file that stands in no message
WELSH_FILES = {"mynychwyr"}


@pytest.fixture
def welsh(world):
    """The world of the admin's addresses, where everybody writes in Welsh."""
    User.objects.update(language="cy")
    return world


def signed_in(user: User) -> Client:
    """A browser in which a fault of the server is a page, as for staff."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def answers(client: Client, path: str, posts: bool = True) -> Iterator:
    """A page, and what its forms answer when they are sent empty and as they are, each undone again."""
    page = client.get(path, follow=True)
    yield page
    if not posts or page.status_code != 200 or page.streaming or "html" not in page.get("Content-Type", ""):
        return
    here = page.redirect_chain[-1][0] if page.redirect_chain else path
    for action, held, empty in leaks.forms(page.content.decode()):
        if "logout" in action:
            continue
        for data in [empty] + [held] * (held != empty):
            with transaction.atomic():
                yield client.post(action if action.startswith("/") else here, data | {"body-count": "0"}, follow=True)
                transaction.set_rollback(True)


def english_over(client: Client, paths, posts: bool = True) -> tuple[dict[str, str], int]:
    """What is English, each with the first place where it stands; and how many answers were read."""
    found, read, written = {}, 0, leaks.Written()
    with leaks.unanswered() as asked:
        for path in dict.fromkeys(paths):
            for answer in answers(client, path, posts):
                read += answer.status_code == 200
                place = f"{answer.request['REQUEST_METHOD']} {path}"
                for message in leaks.leaks(leaks.said_in(answer), written) | (asked - NEVER_SHOWN):
                    found.setdefault(message, place)
                asked.clear()
    return found, read


def editors(world) -> Iterator[str]:
    """The form for a new page of each kind, and the editor of one that is there."""
    for model in get_page_models():
        kind = [model._meta.app_label, model._meta.model_name]
        if not model.allowed_parent_page_models():
            continue
        parents = Page.objects.type(*model.allowed_parent_page_models()).filter(locale__language_code="cy")
        for parent in parents[:1]:
            yield reverse("wagtailadmin_pages:add", args=[*kind, parent.pk])
        for page in model.objects.filter(locale__language_code="cy")[:1]:
            yield reverse("wagtailadmin_pages:edit", args=[page.pk])


def ticked(world) -> Iterator[str]:
    """The question before something is done to what is ticked in a list."""
    own = world.words | {"topic": world.keys["wagtailsnippets_resources_topic"], "user": world.people["member"].pk}
    for (app, model), (key, actions) in BULK.items():
        for action in actions:
            yield reverse("wagtail_bulk_action", args=[app, model, action]) + f"?id={own[key]}"


def test_no_screen_of_the_admin_and_no_answer_to_its_forms_is_english(welsh):
    """As an administrator, who sees all that anybody sees."""
    screens = [(name, address(welsh, name, route)) for name, route in ADDRESSES]
    paths = [path for name, path in screens if name not in POSTED and not NO_SCREEN.search(name)]
    nothing = [f"{path}?q=zzzz" for name, path in screens if name.endswith(":index") or "explore" in name]
    client = signed_in(welsh.people["admin"])
    found, read = english_over(client, [*paths, *editors(welsh), *ticked(welsh)])
    more, empty = english_over(client, nothing, posts=False)
    assert found | more == {}
    assert (read > 400, empty > 15) == (True, True)


@pytest.mark.parametrize("role", sorted(STAFF - {"admin"}))
def test_no_first_screen_of_a_role_is_english(welsh, role):
    """What an officer is greeted with, and every list that their menu leads to."""
    client = signed_in(welsh.people[role])
    menu = re.findall(r'"url": "(/cms/[^"]*)"', client.get("/cms/").content.decode())
    found, read = english_over(client, ["/cms/", *(path for path in menu if "logout" not in path)], posts=False)
    assert found == {}
    assert read > 4


def cells_of(content: bytes, kind: str) -> list[str]:
    """What a spreadsheet says: the name of its sheet and each of its cells."""
    if kind == "csv":
        return ["", *(cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for cell in row)]
    sheet = load_workbook(io.BytesIO(content)).active
    return [sheet.title, *(str(cell.value) for row in sheet.rows for cell in row if cell.value)]


def test_no_heading_and_no_value_of_a_spreadsheet_is_english(welsh):
    """As CSV and as XLSX, with the names of file and sheet."""
    client, written, lists = signed_in(welsh.people["admin"]), leaks.Written(), set()
    said: list[str] = []
    with leaks.unanswered() as asked:
        for name, route in ADDRESSES:
            if not name.endswith((":index", "aging_pages", "site_history", "page_types_usage", "locked_pages")):
                continue
            for kind in ("csv", "xlsx"):
                answer = client.get(address(welsh, name, route), {"export": kind})
                disposition = answer.get("Content-Disposition", "")
                cells = cells_of(answer.getvalue(), kind) if disposition.startswith("attachment") else []
                if cells[1:]:  # a list without an export answers with an empty file, to which nothing leads
                    lists.add(name)
                    said += [re.search(r'filename="?([^".]*)', disposition)[1].partition("-")[0], *cells]
    assert leaks.leaks({*map(leaks.tidy, said)} - WELSH_FILES, written) | (asked - NEVER_SHOWN) == set()
    assert len(lists) > 6


def test_no_script_of_the_admin_speaks_english(welsh):
    """The catalogue that Wagtail's scripts ask, as it is served, has Welsh for each of their messages."""
    source = signed_in(welsh.people["admin"]).get("/cms/jsi18n/").content.decode()
    catalogue = json.loads(re.search(r"const newcatalog = (\{.*?\});?\n", source, re.DOTALL)[1])
    asked = [e.msgid for c in leaks.vendor().CATALOGUES if c.domain == "djangojs" for e in c.met()]
    assert len(asked) > 50
    english = [message for message in asked if catalogue.get(message, message) == message]
    assert [message for message in english if leaks.words(leaks.PLACEHOLDER.sub("", message))] == []
