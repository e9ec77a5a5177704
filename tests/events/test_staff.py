"""Staff screens: lists, filters, spreadsheets, changing places, calling off; and who sees none of it."""

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import find
from django.db import OperationalError, connection
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.users.models import UserProfile

from core.models import OutgoingMail
from core.search import search
from core.viewsets import moment
from events import actions
from events.models import Booking, Change, Date, Event, WaitingListEntry
from events.models.date import _lock_statement
from events.people import PlaceRequest
from tests import factories as people
from tests.events.factories import book, date, event, guest, pages, ticket, wait

pytestmark = pytest.mark.django_db
LISTS = ("events", "dates", "bookings", "waiting_list", "changes")


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


def speak(person, language):
    """What staff chose in their Wagtail account."""
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = language
    profile.save()


TITLES = {
    "en": ("Events", "Dates", "Bookings", "Waiting list", "History"),
    "cy": ("Digwyddiadau", "Dyddiadau", "Archebion", "Rhestr aros", "Hanes"),
}
EMPTY = {"en": "There are no", "cy": "Nid oes dim i’w ddangos"}


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_list_without_rows_has_a_title_and_says_so(client, officer, language):
    speak(officer, language)
    for name, title in zip(LISTS, TITLES[language], strict=True):
        shown = unescape(words(client, reverse(f"{name}:index")))
        assert f"<title>\n    {title}" in shown or f"<title>{title}" in shown
        assert EMPTY[language] in shown, name


def test_lists_have_the_rule_that_gives_names_their_room(client, officer, full):
    shown = words(client, reverse("bookings:index"))
    assert re.search(r'<link rel="stylesheet" href="[^"]*css/staff[^"]*\.css">', shown)
    assert re.search(r'<td class="title">\s*<div class="title-wrapper">\s*<a[^>]*>\s*Gŵen Tŷ', shown)
    assert ".listing td.title { min-inline-size" in Path(find("css/staff.css")).read_text()


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
    assert {row[0] for row in rows[1:]} == {"'=2+5", "'+44", "'-1", "'@sum", "Gŵen Tŷ"}
    book_ = load_workbook(
        io.BytesIO(b"".join(client.get(reverse("bookings:index"), {"export": "xlsx"}).streaming_content))
    )
    cells = [cell for row in book_.active.iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]


def sheet(client, name, **query):
    """The rows of a spreadsheet, each as heading → cell."""
    body = b"".join(client.get(reverse(f"{name}:index"), query | {"export": "csv"}).streaming_content)
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))


def test_everybody_a_booking_is_for_has_a_row(client, officer):
    course = event(tickets=[ticket("Standard"), ticket("Supporter", takes_seat=False)])
    standard, supporter = course.ticket_types.all()
    asked = [
        PlaceRequest(ticket_type=standard),
        PlaceRequest(name="Nia Bedwen", email="nia@example.org", ticket_type=supporter),
    ]
    booking = book(date(of=course), guest(name="Gwen Onnen"), asked=asked)
    book(date(), guest(name="Somebody Else"))
    rows = sheet(client, "bookings", date=booking.date_id)
    assert [(row["Name"], row["Ticket type"]) for row in rows] == [
        ("Gwen Onnen", "Standard"),
        ("Nia Bedwen", "Supporter"),
    ]
    assert {row["Booked by"] for row in rows} == {"Gwen Onnen"}
    assert {row["Reference"] for row in rows} == {booking.reference}
    assert (rows[1]["Email"], rows[1]["Email of who booked"]) == ("nia@example.org", booking.email)
    assert (rows[0]["Event (Welsh)"], rows[0]["Event (English)"]) == (course.name_cy, course.name_en)


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


def test_a_date_in_the_past_is_entered_only_when_that_is_meant(client, officer):
    sent = form_of(date(), starts_at="2020-03-03 10:00", ends_at="2020-03-03 12:00", place_en="Bala")
    url, asked = reverse("dates:add"), "This date is in the past"
    assert asked not in words(client, url)
    answer = client.post(url, sent)
    assert answer.status_code == 200
    assert asked in answer.content.decode()
    assert not Date.objects.filter(place_en="Bala").exists()
    assert client.post(url, sent | {"in_the_past": "on"}).status_code == 302
    on = Date.objects.get(place_en="Bala")
    edit = reverse("dates:edit", args=[on.pk])
    assert client.post(edit, form_of(on, place_en="Tywyn")).status_code == 302  # its start was agreed already
    assert asked in client.post(edit, form_of(on, starts_at="2020-03-03 09:00")).content.decode()
    on.refresh_from_db()
    assert (on.place_en, timezone.localtime(on.starts_at).hour) == ("Tywyn", 10)


def test_a_date_to_come_is_entered_without_the_question(client, officer):
    answer = client.post(reverse("dates:add"), form_of(date(), capacity=""))
    assert answer.status_code == 200
    assert "This date is in the past" not in answer.content.decode()


def test_the_list_of_dates_begins_with_the_next_one(client, officer):
    for days in (-20, 40, -3, 5):
        date(in_days=days, place_en=f"Place {days}.")
    shown = words(client, reverse("dates:index"))
    places = [shown.index(f"Place {days}.") for days in (5, 40, -3, -20)]
    assert places == sorted(places)
    shown = words(client, reverse("dates:index"), ordering="starts_at")
    assert shown.index("Place -20.") < shown.index("Place 5.")


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


@pytest.mark.parametrize(("take", "words"), [(book, "Somebody has a place"), (wait, "Somebody waits for a place")])
def test_a_kind_that_is_taken_in_the_moment_in_which_it_goes_stays(client, officer, take, words):
    """The kinds that go are known already; the dates are held only now."""
    course = event(tickets=[ticket(), ticket("Late")])
    first, late = course.ticket_types.all()
    on = date(of=course, capacity=1)
    if take is wait:
        book(on, asked=[PlaceRequest(ticket_type=first)])
    meanwhile = []

    def between(execute, sql, params, many, context):
        answer = execute(sql, params, many, context)
        if not meanwhile and 'FROM "events_tickettype"' in sql and "LIMIT 1" in sql:
            meanwhile.append(True)
            meanwhile.append(take(on, asked=[PlaceRequest(ticket_type=late)]))
        return answer

    with connection.execute_wrapper(between):
        answer = client.post(
            reverse("events:edit", args=[course.pk]),
            form_of_kinds(course) | {"ticket_types-1-DELETE": "on", "name_en": "Another"},
        )
    assert len(meanwhile) == 2
    assert answer.status_code == 200
    assert words in answer.content.decode()
    course.refresh_from_db()
    assert (course.ticket_types.count(), course.name_en == "Another") == (2, False)


def test_staff_cancel_for_somebody_and_say_why(client, officer, full):
    _on, booking, first, _second = full
    url = reverse("staff_cancel_booking", args=[booking.pk])
    assert booking.name in words(client, url)
    assert Booking.objects.get(pk=booking.pk).stands
    client.post(url, {"why": "Rang us"})
    booking.refresh_from_db(), first.refresh_from_db()
    assert (booking.state, first.state) == ("cancelled", "offered")
    assert Change.objects.filter(what="cancelled").values_list("by", "why").get() == (officer.pk, "Rang us")


@pytest.mark.parametrize(("language", "asked"), [("cy", "Rhowch reswm."), ("en", "Give a reason.")])
def test_nothing_is_called_off_without_a_reason(client, officer, full, language, asked):
    speak(officer, language)
    on, booking, _first, _second = full
    for url in (reverse("staff_cancel_date", args=[on.pk]), reverse("staff_cancel_booking", args=[booking.pk])):
        for why in ("", "  "):
            assert asked in client.post(url, {"why": why}).content.decode()
    assert not Date.objects.get(pk=on.pk).cancelled_at
    assert Booking.objects.get(pk=booking.pk).stands


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


def test_an_offer_that_was_answered_runs_out_no_more(client, officer, full):
    _on, booking, first, _second = full
    actions.cancel(booking=booking, now=timezone.now())
    first.refresh_from_db()
    until = moment(first.offer_expires_at)
    urls = [reverse("waiting_list:index"), reverse("waiting_list:inspect", args=[first.pk])]
    for url in urls:
        assert until in words(client, url)
    assert sheet(client, "waiting_list")[0]["Offer expires at"]
    actions.accept_offer(entry=first, now=timezone.now())
    for url in urls:
        assert until not in words(client, url)
    assert not sheet(client, "waiting_list")[0]["Offer expires at"]


def test_the_history_says_from_how_many_places_to_how_many(client, officer, full):
    on = full[0]
    actions.change_date(date=on, now=timezone.now(), by=officer, capacity=4, place_en="Bala")
    capacity = reverse("changes:inspect", args=[Change.objects.get(what="capacity").pk])
    for language, places, place in (
        ("en", "From 1 to 4", "place in English"),
        ("cy", "O 1 i 4", "y lle yn Saesneg"),
    ):
        speak(officer, language)
        shown = words(client, reverse("changes:index"))
        assert places in shown
        assert place in shown
        assert places in words(client, capacity)


RAW = re.compile(r"<(?:dd|td)[^>]*>\s*(?:None|True|False|\{.*\}|\[.*\]|\d{4}-\d\d-\d\d.*)?\s*</")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_details_are_in_words(client, officer, full, language):
    speak(officer, language)
    on, booking, entry, _second = full
    actions.change_date(date=on, now=timezone.now(), by=officer, capacity=2)
    rows = [("bookings", booking), ("waiting_list", entry)]
    rows += [("changes", change) for change in Change.objects.all()]
    for name, row in rows:
        assert not RAW.search(words(client, reverse(f"{name}:inspect", args=[row.pk]))), (name, row)
    for name in LISTS:
        shown = words(client, reverse(f"{name}:index"))
        assert not re.search(r"<td[^>]*>\s*(None|True|False|\d{4}-)", shown), name


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
