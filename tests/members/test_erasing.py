"""Erasing: nothing that shows who somebody was is left, what they held goes on, and the numbers stay."""

from datetime import timedelta

import pytest
import time_machine
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from core import slots
from core.actions import KEPT_WORDS, forget_words
from core.models import OutgoingMail
from events import actions as events
from events.models import Booking, Place, WaitingListEntry
from events.people import Booker, PlaceRequest
from members import actions, erasures, tasks
from members.models import Role, User
from newsletter.models import Subscription, Suppression
from tests.core.every_form import signed_in
from tests.events import factories as rooms
from tests.factories import organisation, person, staff
from tests.members.door import heading, templates
from tests.members.test_data import PASSWORD, busy
from tests.members.test_data import signed_in as sign_in

pytestmark = pytest.mark.django_db
CANARIES = ("heulwen@example.org", "heulwen onnen", "gŵen tŷ", "h. onnen")
ERASE = "/en/account/data/erase/"


@pytest.fixture(autouse=True)
def log_of_erasures(settings, tmp_path):
    """Each test writes its own list."""
    settings.ERASURES_LOG = tmp_path / "records" / "erasures.log"
    return settings.ERASURES_LOG


def sightings() -> list[str]:
    """Where a canary is still found: every text of every table, as the database holds it."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = connection.ops.quote_name(model._meta.db_table)
            for column in model._meta.local_concrete_fields:
                name = connection.ops.quote_name(column.column)
                cursor.execute(f"SELECT DISTINCT LOWER(CAST({name} AS TEXT)) FROM {table} WHERE {name} IS NOT NULL")
                texts = [str(text) for (text,) in cursor.fetchall()]
                texts = [text.encode().decode("unicode_escape") if "\\u" in text else text for text in texts]
                found += [f"{model._meta.label}.{column.name}: {c}" for c in CANARIES if c in "\n".join(texts).lower()]
    return found


def totals() -> dict[str, int]:
    """What is counted."""
    past = {"date__starts_at__lt": timezone.now()}
    return {
        "bookings": Booking.objects.filter(**past).count(),
        "standing": Booking.objects.standing().filter(**past).count(),
        "places": Place.objects.active().filter(**past).count(),
        "mails": OutgoingMail.objects.exclude(template__in=["members/erased", "events/cancelled"]).count(),
    }


def with_a_past() -> User:
    """Somebody with places behind them and before them."""
    user = busy()
    with time_machine.travel(timezone.now() - timedelta(days=60), tick=False):
        rooms.book(rooms.date(in_days=10), Booker.of(user), asked=[PlaceRequest(), PlaceRequest(name="Gŵen Tŷ")])
    return user


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_person_is_erased_by_a_tick_and_a_button(site, language):
    client = signed_in(language=language, name="Heulwen Onnen")
    user = client.person
    path = f"/{language}/account/data/erase/"
    heading(client.get(path))
    assert client.post(path, {}).url == path
    assert User.objects.filter(pk=user.pk).exists()
    after = client.post(path, {"sure": "on"}, follow=True)
    assert after.request["PATH_INFO"] == f"/{language}/account/erased/"
    heading(after)
    assert not User.objects.filter(pk=user.pk).exists()
    assert templates(user.email) == ["members/erased"]
    assert client.get(f"/{language}/account/").status_code == 302


def test_nothing_is_left_and_the_numbers_stay(site, django_capture_on_commit_callbacks, log_of_erasures):
    user = with_a_past()
    assert len(sightings()) > 10
    before, seats = totals(), Place.objects.taking_seats().count()
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase(user=user, now=timezone.now())
    assert totals() == before
    assert Place.objects.taking_seats().count() == seats - 2
    told_to_another = "core.OutgoingMail.context: h. onnen"  # who booked for them reads in their own mail for whom
    assert sorted(sightings()) == [told_to_another, "core.OutgoingMail.to: heulwen@example.org"]
    OutgoingMail.objects.update(state="sent")
    tasks.forget_last_mails()
    assert sightings() == [told_to_another]
    forget_words(now=timezone.now() + KEPT_WORDS)
    assert sightings() == []
    assert Suppression.objects.of(user.email).get().reason == Suppression.Reason.ERASED
    assert not Subscription.objects.of(user.email).exists()
    assert user.email not in log_of_erasures.read_text()


def test_the_page_of_what_goes_names_what_is_given_back(site):
    client = signed_in()
    date = rooms.date()
    rooms.book(date, Booker.of(client.person), by=client.person)
    assert date.event.name_en in client.get(ERASE).content.decode()


def test_places_to_come_go_to_whoever_waits(site):
    user = person()
    date = rooms.date(capacity=1)
    booking = rooms.book(date, Booker.of(user), by=user)
    waits = rooms.wait(date)
    actions.erase(user=user, now=timezone.now())
    booking.refresh_from_db()
    waits.refresh_from_db()
    assert (booking.stands, booking.user, booking.name) == (False, None, "–")
    assert waits.state == WaitingListEntry.State.OFFERED
    assert templates(waits.email)[-1] == "events/offered"


def test_an_offer_goes_to_the_next(site):
    first, date = person(), rooms.date(capacity=1)
    taken = rooms.book(date)
    held, waits = rooms.wait(date, Booker.of(first), by=first), rooms.wait(date)
    events.cancel(booking=taken, now=timezone.now())
    actions.erase(user=first, now=timezone.now())
    held.refresh_from_db()
    waits.refresh_from_db()
    assert (held.state, waits.state) == (WaitingListEntry.State.LEFT, WaitingListEntry.State.OFFERED)


def test_two_who_are_erased_keep_apart_on_one_date(site):
    """One booking for each address on a date is a rule of the database."""
    date, people = rooms.date(), [person(), person()]
    for user in people:
        rooms.book(date, Booker.of(user), by=user)
    with time_machine.travel(date.ends_at + timedelta(days=1), tick=False):
        for user in people:
            actions.erase(user=user, now=timezone.now())
    assert Booking.objects.standing().filter(date=date, user=None, name="–").count() == 2


def test_mail_that_waits_does_not_leave(site):
    user = person()
    actions.erase(user=user, now=timezone.now())
    assert not OutgoingMail.objects.filter(state="queued").exclude(template="members/erased").exists()


def test_others_keep_all_that_is_theirs(site):
    user, other = person(), person("arall@example.org", name="Rhywun Arall")
    for somebody in (user, other):
        rooms.book(rooms.date(), Booker.of(somebody), by=somebody)
    theirs = {kind.name: list(kind.of(other).values()) for kind in slots.personal_data.all().values()}
    actions.erase(user=user, now=timezone.now())
    assert {kind.name: list(kind.of(other).values()) for kind in slots.personal_data.all().values()} == theirs


@pytest.mark.parametrize(
    ("role", "refusal"), [("admin", actions.LastAdministrator), ("event_officer", actions.StillStaff)]
)
def test_who_works_for_the_site_hands_over_first(role, refusal, client, site):
    user = staff(role)
    with pytest.raises(refusal):
        actions.erase(user=user, now=timezone.now())
    client.force_login(user)
    for language in ("cy", "en"):
        assert 'class="notice' in client.get(f"/{language}/account/data/erase/").content.decode()
    client.post(ERASE, {"sure": "on"})
    assert User.objects.filter(pk=user.pk).exists()


def test_one_administrator_of_two_is_staff_still():
    staff("admin")
    with pytest.raises(actions.StillStaff):
        actions.erase(user=staff("admin"), now=timezone.now())


def test_the_main_contact_of_others_hands_over_first():
    user, where, now = person(), organisation(), timezone.now()
    actions.take_role(user=user, organisation=where, role=Role.MAIN_CONTACT, now=now)
    colleague = actions.take_role(user=person(), organisation=where, role=Role.COLLEAGUE, now=now)
    with pytest.raises(actions.StillMainContact):
        actions.erase(user=user, now=now)
    colleague.delete()
    actions.erase(user=user, now=now)
    assert not where.roles.exists()


def test_a_look_erases_nobody(site):
    """Whatever opens the address, also with the answer in it."""
    client = signed_in()
    for ask in (client.get, client.head, client.options):
        ask(ERASE + "?sure=on")
    assert User.objects.filter(pk=client.person.pk).exists()


def test_the_password_is_asked_once_more(client, site):
    user = busy()
    sign_in(client, user)
    answer = client.post(ERASE, {"sure": "on"})
    assert answer.url.startswith("/en/account/reauthenticate/")
    assert User.objects.filter(pk=user.pk).exists()
    client.post(answer.url, {"password": PASSWORD})


def test_other_browsers_are_signed_out(client, site):
    one = signed_in()
    client.force_login(one.person)
    one.post(ERASE, {"sure": "on"})
    assert client.get("/en/account/").status_code == 302


def test_a_backup_brought_back_is_erased_again(site, django_capture_on_commit_callbacks):
    """Whoever opened a new account since is not in it; nobody is written to."""
    long_ago = timezone.now() - timedelta(days=9)
    user, again = person("heulwen@example.org"), person("eto@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        for gone in (user, again):
            actions.erase(user=gone, now=timezone.now())
    assert list(actions.erased_before()) == []
    with time_machine.travel(long_ago, tick=False):
        back = person("heulwen@example.org", date_joined=long_ago)
    anew = person("eto@example.org", date_joined=timezone.now() + timedelta(seconds=1))
    stranger = person(date_joined=long_ago)
    OutgoingMail.objects.all().delete()
    call_command("replay_erasures", verbosity=0)
    assert set(User.objects.all()) == {anew, stranger}
    assert not OutgoingMail.objects.exists()
    assert back.pk not in User.objects.values_list("pk", flat=True)


def test_no_list_is_an_empty_list():
    assert erasures.noted() == {}
