"""Everything kept about a person is handed over: to read, and as files. A new table cannot be forgotten."""

import csv
import io
import json
import zipfile

import pytest
from django.apps import apps
from django.db.models import EmailField
from django.utils import timezone

from core import slots
from core.models import OutgoingMail
from events import actions as events
from events.people import Booker, PlaceRequest
from members import actions
from members.models import Role, User
from tests.events import factories as rooms
from tests.factories import organisation, person, staff
from tests.members.door import heading
from tests.newsletter.factories import reader

pytestmark = pytest.mark.django_db
PASSWORD = "cwtsh-a-thri-phaned"
WORK = "the work of staff on the site, which stays the site's"
#: what points to an account or has a column for a name or an address, and is not handed over: why not
NOT_HANDED_OVER = {
    "members.User_user_permissions": "no screen gives one; groups are handed over",
    "account.EmailConfirmation": "the library's table for links; we send codes and write no row",
    "wagtailusers.UserProfile": "how staff like their admin to look",
    "wagtailcore.APIToken": "no address of ours takes one",
    "portal.LanguageRecord": WORK,
    "core.Image": WORK,
    "core.Document": WORK,
    "wagtailimages.Image": WORK,
    "wagtaildocs.Document": WORK,
    "wagtailcore.UploadedFile": WORK,
    "wagtailadmin.EditingSession": WORK,
    "wagtailadmin.FormState": WORK,
    "wagtailcore.Page": WORK,
    "wagtailcore.Revision": WORK,
    "wagtailcore.ModelLogEntry": WORK,
    "wagtailcore.PageLogEntry": WORK,
    "wagtailcore.WorkflowState": WORK,
    "wagtailcore.TaskState": WORK,
    "wagtailcore.Comment": WORK,
    "wagtailcore.CommentReply": WORK,
    "wagtailcore.PageSubscription": WORK,
    "wagtailembeds.Embed": "the author of somebody else's video",
    "resources.Resource": "the name of a resource",
    "core.PeriodicRun": "the name of a task",
    "taggit.Tag": "the name of a tag",
    "auth.Group": "the name of a group",
    "auth.Permission": "the name of a permission",
    "wagtailcore.Collection": "the name of a collection",
    "wagtailcore.Workflow": "the name of a workflow",
    "wagtailcore.Task": "the name of a task",
    "wagtailcore.GroupApprovalTask": "the name of a task",
}
NAMES = {"name", "to", "to_name", "author_name", "first_name", "last_name", "phone"}


def is_about_people(model, handed_over: set[str]) -> bool:
    """Whether a table points to an account, or to what is handed over, or has a column for a name or an address."""
    for column in model._meta.concrete_fields:
        if isinstance(column, EmailField) or column.name in NAMES:
            return True
        if column.is_relation and column.related_model and column.related_model._meta.label in handed_over:
            return True
    return False


def about_people() -> set[str]:
    """Every table about people; a page is its one kind, whatever else its table says."""
    from wagtail.models import Page

    handed_over = set(slots.personal_data.all()) | {"members.User"}
    models = [m for m in apps.get_models(include_auto_created=True) if not issubclass(m, Page) or m is Page]
    return {model._meta.label for model in models if is_about_people(model, handed_over)}


def test_a_table_about_people_is_handed_over_or_says_why_not():
    """Neither may a new one be forgotten, nor a reason outlive its table."""
    handed_over = set(slots.personal_data.all())
    assert about_people() - handed_over == set(NOT_HANDED_OVER)
    assert not handed_over & set(NOT_HANDED_OVER)


def test_a_table_that_nobody_offers_is_noticed(monkeypatch):
    """The rule above would fail over bookings."""
    offered = slots.personal_data.all()
    del offered["events.Booking"]
    monkeypatch.setattr(slots.personal_data, "_providers", offered)
    assert "events.Booking" in about_people() - set(offered) - set(NOT_HANDED_OVER)


def test_what_is_left_out_of_a_row_is_a_column_of_it():
    for kind in slots.personal_data.all().values():
        columns = {column.name for column in kind.model._meta.concrete_fields}
        assert set(kind.without) | set(kind.words) <= columns, kind.name


def busy(**told) -> User:
    """Somebody with something in each room; every word of theirs is a canary."""
    user = person("heulwen@example.org", name="Heulwen Onnen", password=PASSWORD, **told)
    actions.take_role(user=user, organisation=organisation("Cwm"), role=Role.CHAMPION, now=timezone.now())
    rooms.book(rooms.date(), Booker.of(user), asked=[PlaceRequest(), PlaceRequest(name="Gŵen Tŷ")], by=user)
    full = rooms.date(capacity=1)
    rooms.book(full)
    rooms.wait(full, Booker.of(user), by=user)
    rooms.book(rooms.date(), asked=[PlaceRequest(), PlaceRequest(name="H. Onnen", email=user.email)])
    reader(user.email)
    place, lead = organisation("Nant"), person("arweinydd@example.org")
    actions.take_role(user=lead, organisation=place, role=Role.MAIN_CONTACT, now=timezone.now())
    actions.invite(organisation=place, email=user.email, role="champion", by=lead, now=timezone.now())
    actions.ask_to_join(organisation=organisation("Glan"), by=user, now=timezone.now())
    actions.prefer_contact(user=user, way="post", address="1 Stryd Heulwen")
    return user


def signed_in(client, user: User) -> None:
    """By password, a moment ago, and not asked again since."""
    path = "/en/account/login/password/"
    assert client.post(path, {"login": user.email, "password": PASSWORD}).status_code == 302


def files(answer) -> dict[str, bytes]:
    """What the downloaded file holds."""
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def prove(client, language: str = "en") -> None:
    """Give the password once more."""
    client.post(f"/{language}/account/reauthenticate/", {"password": PASSWORD})


@pytest.mark.parametrize("language", ["cy", "en"])
def test_everything_is_read_on_one_page(client, site, language):
    user = busy(language=language)
    signed_in(client, user)
    prove(client)
    answer = client.get(f"/{language}/account/data/everything/")
    page = answer.content.decode()
    heading(answer)
    assert "no-store" in answer["Cache-Control"]
    assert page.count("Heulwen Onnen") > 4
    for told in ("Gŵen Tŷ", "H. Onnen", "Cwm", {"cy": "Rhestr", "en": "Waiting"}[language]):
        assert told in page
    assert ("events/booked" in page, "members/welcome" in page) == (False, False)


def test_the_files_hold_every_kind_of_row(client, site):
    user = busy()
    other = person("arall@example.org", name="Rhywun Arall")
    rooms.book(rooms.date(), Booker.of(other), by=other)
    signed_in(client, user)
    prove(client)
    answer = client.get("/en/account/data/download/")
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    held = files(answer)
    facts = json.loads(held["everything.json"])
    assert set(facts) == set(slots.personal_data.all())
    empty = {name for name, rows in facts.items() if not rows}
    assert empty == {"members.User_groups", "mfa.Authenticator", "members.Consent"}
    assert {row["name"] for row in facts["events.Place"]} == {"Heulwen Onnen", "Gŵen Tŷ", "H. Onnen"}
    assert {row["to"] for row in facts["core.OutgoingMail"]} == {user.email}
    assert b"Rhywun Arall" not in b"".join(held.values())
    sheet = list(csv.reader(io.StringIO(held["events.place.csv"].decode("utf-8-sig"))))
    assert len(sheet) == 4
    assert "Gŵen Tŷ" in held["events.place.csv"].decode()


def test_no_secret_is_handed_over(client, site):
    """Neither the hash of a password, nor codes, nor what is in a link."""
    user = busy()
    signed_in(client, user)
    prove(client)
    held = b"".join(files(client.get("/en/account/data/download/")).values()).decode()
    page = client.get("/en/account/data/everything/").content.decode()
    subscription = user.subscriptions.get()
    keys = [*OutgoingMail.objects.values_list("key", flat=True), user.bookings.get().key]
    for secret in (User.objects.get(pk=user.pk).password, subscription.token, *keys):
        assert secret
        assert secret not in held
        assert secret not in page


@pytest.mark.parametrize("path", ["everything/", "download/"])
@pytest.mark.parametrize("language", ["cy", "en"])
def test_whoever_is_signed_in_proves_it_once_more(client, site, path, language):
    """Signing in a while ago is not enough: the password is asked for, and leads back."""
    signed_in(client, busy())
    answer = client.get(f"/{language}/account/data/{path}")
    assert answer.status_code == 302
    assert answer.url.startswith(f"/{language}/account/reauthenticate/?next=")
    back = client.post(answer.url, {"password": PASSWORD})
    assert back.url == f"/{language}/account/data/{path}"
    assert client.get(back.url).status_code == 200


def test_staff_take_along_their_groups(client, site):
    user = staff("event_officer", password=PASSWORD)
    signed_in(client, user)
    prove(client)
    facts = json.loads(files(client.get("/en/account/data/download/"))["everything.json"])
    assert len(facts["members.User_groups"]) == 1


def test_a_cell_of_a_sheet_is_never_a_formula(client, site):
    user = person(name="=1+1", password=PASSWORD)
    signed_in(client, user)
    prove(client)
    sheet = files(client.get("/en/account/data/download/"))["members.user.csv"].decode("utf-8-sig")
    assert "'=1+1" in sheet


def test_many_bookings_do_not_ask_the_database_more(client, site, django_assert_max_num_queries):
    """As many questions as there are kinds of rows, and a few for the page."""
    user = busy()
    for _turn in range(5):
        booked = rooms.book(rooms.date(), Booker.of(user), by=user)
        events.cancel(booking=booked, now=timezone.now(), by=user)
    signed_in(client, user)
    prove(client)
    with django_assert_max_num_queries(45):
        client.get("/en/account/data/everything/")
