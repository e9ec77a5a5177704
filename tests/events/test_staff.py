"""Staff screens: lists, filters, spreadsheets, changing places, calling off; and who sees none of it."""

import csv
import io

import pytest
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.models import OutgoingMail
from core.search import search
from events import actions
from events.models import Booking, Change, Date, Event, WaitingListEntry
from events.models.date import _lock_statement
from events.people import PlaceRequest
from tests import factories as people
from tests.events.factories import book, date, event, guest, pages, ticket, wait

pytestmark = pytest.mark.django_db
LISTS = ("events", "dates", "bookings", "waiting_list", "changes")


@pytest.fixture
def officer(client, site):
    """An event officer who is signed in."""
    from portal.roles import lay_roles

    lay_roles()
    person = people.staff("event_officer", language="en")
    client.force_login(person)
    return person


@pytest.fixture
def full():
    """A full date with two people in line."""
    on = date(capacity=1)
    return on, book(on, guest(name="Gŵen Tŷ")), wait(on), wait(on)


def words(client, url, **query):
    answer = client.get(url, query)
    assert answer.status_code == 200, url
    return answer.content.decode()


def form_of(on, **changes):
    """What the form of a date sends."""
    local = {
        name: timezone.localtime(getattr(on, name)).strftime("%Y-%m-%d %H:%M") for name in ("starts_at", "ends_at")
    }
    fields = {
        name: getattr(on, name) or ""
        for name in ("region", "language", "place_cy", "place_en", "access_cy", "access_en")
    }
    empty = {
        "opens_at": "",
        "closes_at": "",
        "joining_link": "",
        "sessions-TOTAL_FORMS": 0,
        "sessions-INITIAL_FORMS": 0,
    }
    return {"event": on.event_id, "capacity": on.capacity} | local | fields | empty | changes


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_show_what_there_is(client, officer, full, name):
    shown = words(client, reverse(f"{name}:index"))
    assert full[0].event.name_cy in shown or full[0].event.name_en in shown


def test_bookings_are_narrowed_and_searched(client, officer, full):
    other = book(date(), guest(name="Somebody Else"))
    url = reverse("bookings:index")
    assert "Somebody Else" not in words(client, url, date=full[0].pk)
    assert "Somebody Else" not in words(client, url, date__event=full[0].event_id)
    assert "Gŵen Tŷ" not in words(client, url, q="somebody")
    assert other.reference in words(client, url, q=other.reference)
    actions.cancel(booking=other, now=timezone.now())
    assert "Somebody Else" not in words(client, url, state="confirmed")


def test_bookings_leave_as_spreadsheets_without_formulas(client, officer):
    for name in ("=2+5", "+44", "-1", "@sum", "Gŵen Tŷ"):
        book(date(), guest(name=name))
    body = b"".join(client.get(reverse("bookings:index"), {"export": "csv"}).streaming_content)
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))
    assert {row[1] for row in rows[1:]} == {"'=2+5", "'+44", "'-1", "'@sum", "Gŵen Tŷ"}
    assert rows[0][:3] == ["Reference", "Name", "Email"]
    book_ = load_workbook(
        io.BytesIO(b"".join(client.get(reverse("bookings:index"), {"export": "xlsx"}).streaming_content))
    )
    cells = [cell for row in book_.active.iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_lists_cost_the_same_for_many(client, officer, django_assert_max_num_queries):
    for _turn in range(12):
        on = date(capacity=1)
        book(on), wait(on)
    for name in LISTS:
        client.get(reverse(f"{name}:index"))
        with django_assert_max_num_queries(24):
            client.get(reverse(f"{name}:index"))


def test_more_places_are_offered_from_the_form(client, officer, full):
    on, _booking, first, second = full
    answer = client.post(
        reverse("dates:edit", args=[on.pk]), form_of(on, capacity=2, place_en="Bala", place_cy="Y Bala")
    )
    assert answer.status_code == 302, answer.content.decode()
    on.refresh_from_db(), first.refresh_from_db(), second.refresh_from_db()
    assert (on.capacity, on.place_cy) == (2, "Y Bala")
    assert (first.state, second.state) == ("offered", "waiting")
    change = Change.objects.get(what="capacity")
    assert (change.by, change.details) == (officer, {"before": 1, "after": 2})
    shown = client.post(reverse("dates:edit", args=[on.pk]), form_of(on, capacity=0), follow=True).content.decode()
    assert "Nobody lost theirs" in shown
    assert Booking.objects.standing().count() == 1


def test_a_date_that_others_hold_is_told_on_the_form(client, officer, full):
    on = full[0]

    def held(execute, sql, params, many, context):
        if sql == _lock_statement(connection.vendor):
            raise OperationalError("canceling statement due to lock timeout")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(held):
        answer = client.post(reverse("dates:edit", args=[on.pk]), form_of(on, place_en="Bala"))
    assert answer.status_code == 200
    assert "Please try again" in answer.content.decode()
    assert Date.objects.get(pk=on.pk).place_en == "Wrexham"


def test_a_booked_date_stays_with_its_event(client, officer, full):
    on = full[0]
    answer = client.post(reverse("dates:edit", args=[on.pk]), form_of(on, event=event().pk, place_en="Bala"))
    assert "so it stays with its event" in answer.content.decode()
    now = Date.objects.get(pk=on.pk)
    assert (now.event, now.place_en) == (on.event, "Wrexham")


def test_sessions_of_a_date_are_typed_changed_and_taken_out(client, officer):
    hours = [f"2031-03-03 {hour}:00" for hour in (10, 11, 13, 14)]
    rows = {
        f"sessions-{turn}-{name}": value
        for turn, block in enumerate((hours[2:], hours[:2]))
        for name, value in [("id", ""), ("starts_at", block[0]), ("ends_at", block[1])]
    }
    sent = form_of(date(), event=event().pk, starts_at=hours[0], ends_at=hours[3])
    answer = client.post(reverse("dates:add"), sent | rows | {"sessions-TOTAL_FORMS": 2})
    assert answer.status_code == 302, answer.content.decode()
    on = Date.objects.get(event_id=sent["event"])
    assert [timezone.localtime(row.starts_at).hour for row in on.sessions.all()] == [10, 13]
    kept = {f"sessions-{turn}-id": row.pk for turn, row in enumerate(on.sessions.order_by("-starts_at"))}
    forms = {"sessions-TOTAL_FORMS": 2, "sessions-INITIAL_FORMS": 2, "sessions-1-DELETE": "on"}
    later = {"sessions-0-ends_at": "2031-03-03 13:30"}
    assert client.post(reverse("dates:edit", args=[on.pk]), sent | rows | kept | forms | later).status_code == 302
    session = on.sessions.get()
    assert timezone.localtime(session.ends_at).strftime("%H:%M") == "13:30"
    assert Change.objects.get(what="date_changed").details == {"changed": ["sessions"]}


def found(words):
    return [hit.entry.title for hit in search(words, language="en").hits]


def test_search_follows_where_a_date_is(client, officer):
    course = event()
    pages(course)
    assert not found("bala")
    client.post(reverse("dates:add"), form_of(date(), event=course.pk, place_en="Bala"))
    assert found("bala") == [course.name_en]
    on = course.dates.get()
    client.post(reverse("dates:edit", args=[on.pk]), form_of(on, place_en="Tywyn"))
    assert (found("bala"), found("tywyn")) == ([], [course.name_en])
    other = event()
    pages(other)
    client.post(reverse("dates:edit", args=[on.pk]), form_of(on, event=other.pk, place_en="Tywyn"))
    assert found("tywyn") == [other.name_en]


def test_a_new_event_and_its_date_are_made_in_the_admin(client, officer):
    sent = {
        "kind": "meetup",
        "name_cy": "Cwrdd",
        "name_en": "Meet-up",
        "ticket_types-TOTAL_FORMS": 0,
        "ticket_types-INITIAL_FORMS": 0,
    }
    assert client.post(reverse("events:add"), sent).status_code == 302
    made = Event.objects.get()
    model = date()
    assert client.post(reverse("dates:add"), form_of(model, event=made.pk)).status_code == 302
    assert made.dates.get().capacity == 10


def test_a_local_time_that_never_is_or_is_twice_is_refused(client, officer):
    model = date()
    for night in ("2027-03-28", "2026-10-25"):
        sent = form_of(model, starts_at=f"{night} 01:30", ends_at=f"{night} 04:00")
        assert client.post(reverse("dates:add"), sent).status_code == 200
    assert Date.objects.count() == 1


def form_of_kinds(course):
    """What the form of an event sends."""
    kinds = list(course.ticket_types.all())
    sent = {"kind": "training", "name_cy": course.name_cy, "name_en": course.name_en}
    sent |= {"ticket_types-TOTAL_FORMS": len(kinds), "ticket_types-INITIAL_FORMS": len(kinds)}
    for turn, kind in enumerate(kinds):
        fields = {
            "id": kind.pk,
            "name_cy": kind.name_cy,
            "name_en": kind.name_en,
            "price_pence": 0,
            "takes_seat": "on",
            "ORDER": turn + 1,
        }
        sent |= {f"ticket_types-{turn}-{name}": value for name, value in fields.items()}
    return sent


def test_a_kind_of_place_that_somebody_has_stays(client, officer):
    course = event(tickets=[ticket(), ticket("Supporter", takes_seat=False)])
    book(date(of=course))
    url, sent = reverse("events:edit", args=[course.pk]), form_of_kinds(course)
    answer = client.post(url, sent | {"ticket_types-0-DELETE": "on"})
    assert "Somebody has a place" in answer.content.decode()
    assert course.ticket_types.count() == 2
    assert client.post(url, sent | {"ticket_types-1-DELETE": "on"}).status_code == 302
    assert course.ticket_types.count() == 1


def test_a_kind_of_place_that_somebody_waits_for_stays(client, officer):
    course = event(tickets=[ticket(), ticket("Late")])
    first, late = course.ticket_types.all()
    on = date(of=course, capacity=1)
    book(on, asked=[PlaceRequest(ticket_type=first)])
    entry = wait(on, asked=[PlaceRequest(ticket_type=late)])
    url, sent = reverse("events:edit", args=[course.pk]), form_of_kinds(course) | {"ticket_types-1-DELETE": "on"}
    assert "Somebody waits for a place" in client.post(url, sent).content.decode()
    assert course.ticket_types.count() == 2
    actions.leave_waiting_list(entry=entry, now=timezone.now())
    assert client.post(url, sent).status_code == 302
    assert course.ticket_types.count() == 1


def test_staff_cancel_for_somebody_and_say_why(client, officer, full):
    _on, booking, first, _second = full
    url = reverse("staff_cancel_booking", args=[booking.pk])
    assert booking.name in words(client, url)
    assert Booking.objects.get(pk=booking.pk).stands
    client.post(url, {"why": "Rang us"})
    booking.refresh_from_db(), first.refresh_from_db()
    assert (booking.state, first.state) == ("cancelled", "offered")
    assert Change.objects.filter(what="cancelled").values_list("by", "why").get() == (officer.pk, "Rang us")


def test_staff_call_a_date_off(client, officer, full):
    url = reverse("staff_cancel_date", args=[full[0].pk])
    words(client, url)
    client.post(url, {"why": "No room"})
    assert Date.objects.get(pk=full[0].pk).cancelled_at
    assert not WaitingListEntry.objects.active().exists()
    assert OutgoingMail.objects.filter(template="events/wait_over").count() == 2


def test_what_people_booked_is_looked_at_and_never_typed_into(client, officer, full):
    _on, booking, entry, _second = full
    for name, row in (("bookings", booking), ("waiting_list", entry), ("changes", Change.objects.first())):
        words(client, reverse(f"{name}:inspect", args=[row.pk]))
        for view in ("edit", "delete"):
            assert client.get(reverse(f"{name}:{view}", args=[row.pk])).status_code == 302
        assert client.get(reverse(f"{name}:add")).status_code == 302
    for name, row in (("events", full[0].event), ("dates", full[0])):
        assert client.post(reverse(f"{name}:delete", args=[row.pk])).status_code == 302
    assert Date.objects.filter(pk=full[0].pk).exists()


@pytest.mark.parametrize("role", ["editor", "newsletter_officer", "membership_officer"])
def test_other_roles_see_no_bookings(client, site, full, role):
    from portal.roles import lay_roles

    lay_roles()
    client.force_login(people.staff(role))
    _on, booking, _first, _second = full
    urls = [reverse(f"{name}:index") for name in LISTS]
    urls += [reverse("bookings:inspect", args=[booking.pk]), reverse("staff_cancel_booking", args=[booking.pk])]
    for url in urls:
        answer = client.get(url, follow=True)
        assert booking.email not in answer.content.decode(), url
        assert booking.name not in answer.content.decode(), url
    client.post(reverse("staff_cancel_booking", args=[booking.pk]))
    assert Booking.objects.get(pk=booking.pk).stands
