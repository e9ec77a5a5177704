"""Calendar files and mails: what they say, in whose language, and what they must never hold."""

import html
import re
from datetime import UTC, datetime, timedelta
from email.utils import parseaddr
from urllib.parse import quote

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from icalendar import Calendar

from core.mail.compose import compose
from core.mail.render import render
from core.models import OutgoingMail
from events import actions
from events.emails import SAMPLES
from events.models import WaitingListEntry
from events.people import Booker, PlaceRequest
from events.tokens import link_token
from tests import factories as people
from tests.events.factories import book, date, event, guest, pages, wait

pytestmark = pytest.mark.django_db
SUMMER = datetime(2027, 7, 6, 9, 0, tzinfo=UTC)  # 10am in Wales


def invitation(template):
    """The calendar in the last mail of a kind, as a mail program gets it."""
    from email import message_from_bytes, policy

    row = OutgoingMail.objects.filter(template=template).last()
    message = message_from_bytes(compose(row).message, policy=policy.default)
    part = next(part for part in message.walk() if part.get_content_type() == "text/calendar")
    return part, Calendar.from_ical(part.get_content())


def event_in(calendar):
    return next(part for part in calendar.walk() if part.name == "VEVENT")


def test_the_confirmation_puts_it_into_the_calendar_and_the_cancellation_takes_it_out():
    on = date(starts_at=SUMMER, of=event(name_cy="Tŷ agored; bore, coffi", name_en="Open house"))
    booking = book(on, guest(language="cy"))
    part, calendar = invitation("events/booked")
    entry = event_in(calendar)
    assert (part.get_param("method"), calendar["METHOD"]) == ("REQUEST", "REQUEST")
    assert part.get_filename() == f"{booking.reference}.ics"
    assert str(entry["SUMMARY"]) == "Tŷ agored; bore, coffi"
    assert entry.decoded("DTSTART") == SUMMER
    assert entry["DTSTART"].params["TZID"] == "Europe/London"
    assert (entry["SEQUENCE"], entry["STATUS"]) == (0, "CONFIRMED")
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/London"]
    uid = entry["UID"]
    assert uid.startswith(booking.reference)
    actions.cancel(booking=booking, now=timezone.now())
    part, calendar = invitation("events/cancelled")
    entry = event_in(calendar)
    assert (part.get_param("method"), calendar["METHOD"]) == ("CANCEL", "CANCEL")
    assert (entry["UID"], entry["SEQUENCE"], entry["STATUS"]) == (uid, 1, "CANCELLED")


@pytest.mark.parametrize(
    ("language", "title"), [("cy", "Cwrdd"), ("en", "Meet-up"), ("both", "Cwrdd / Meet-up"), ("", "Cwrdd / Meet-up")]
)
def test_the_calendar_speaks_the_readers_language_not_the_requests(language, title):
    on = date(of=event(name_cy="Cwrdd", name_en="Meet-up"))
    with translation.override("en" if language == "cy" else "cy"):
        book(on, guest(language=language))
    _part, calendar = invitation("events/booked")
    assert str(event_in(calendar)["SUMMARY"]) == title
    assert (" / " in event_in(calendar)["ORGANIZER"].params["CN"]) is (language in ("both", ""))


def test_each_session_has_a_file_of_its_own():
    blocks = [(SUMMER + timedelta(days=day), SUMMER + timedelta(days=day, hours=2)) for day in (0, 7)]
    on = actions.add_date(event=event(), starts_at=blocks[0][0], ends_at=blocks[1][1], capacity=5, sessions=blocks)
    booking = book(on)
    files = OutgoingMail.objects.get().attachments
    entries = [event_in(Calendar.from_ical(file["content"])) for file in files]
    assert [entry.decoded("DTSTART") for entry in entries] == [start for start, _end in blocks]
    assert [entry["UID"].split("@")[0] for entry in entries] == [f"{booking.reference}-1", f"{booking.reference}-2"]


@pytest.mark.parametrize(
    "name", ['A"\r\nATTENDEE:mailto:evil@example.org', "B\nBEGIN:VALARM", "C;RSVP=TRUE:x", "D,E\\n"]
)
def test_nothing_typed_becomes_a_line_of_its_own(name):
    on = date(of=event(name_cy=name, name_en=name), place_cy=name, place_en=name)
    book(on, guest(name=name, language="en"))
    _part, calendar = invitation("events/booked")
    entry = event_in(calendar)
    kinds = [part.name for part in calendar.walk()]
    assert kinds == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD", "VEVENT"]
    assert str(entry["ATTENDEE"]).startswith("mailto:guest")
    about = {"DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS"}
    whose = {"ATTENDEE", "ORGANIZER", "UID", "SEQUENCE", "DTSTAMP"}
    assert {key for key, _value in entry.property_items()} - {"BEGIN", "END"} == about | whose


def test_lines_are_short_and_end_as_the_standard_says():
    book(date(of=event(name_cy="ŵ" * 150, name_en="x")), guest(language="cy"))
    content = OutgoingMail.objects.get().attachments[0]["content"].encode()
    assert content.endswith(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


@pytest.mark.parametrize("code", ["cy", "en"])
def test_a_date_for_everybody_names_nobody(client, site, code):
    on = date(starts_at=SUMMER, is_online=True, joining_link="https://meet.example.org/secret")
    made = pages(on.event)
    book(on, guest(name="Secret Person", email="secret@example.org"))
    with translation.override(code):
        answer = client.get(reverse("event_calendar", args=[on.pk]))
    assert answer["Content-Type"].startswith("text/calendar")
    assert b"secret" not in answer.content.lower()
    calendar = Calendar.from_ical(answer.content)
    entry = event_in(calendar)
    assert calendar["METHOD"] == "PUBLISH"
    assert str(entry["SUMMARY"]) == (on.event.name_cy if code == "cy" else on.event.name_en)
    assert str(entry["URL"]).endswith(made[code].url)
    assert entry.decoded("DTSTART") == SUMMER


def test_people_with_an_account_are_written_to_in_the_language_of_today():
    person = people.person(language="en")
    on = date(of=event(name_cy="Cwrdd", name_en="Meet-up"), capacity=1)
    booking, entry = book(on, Booker.of(person), by=person), wait(on, guest(language="en"))
    type(person).objects.filter(pk=person.pk).update(language="cy")
    actions.cancel(booking=booking, now=timezone.now())
    told = dict(OutgoingMail.objects.values_list("template", "language"))
    assert (told["events/cancelled"], told["events/offered"]) == ("cy", entry.language)
    assert str(event_in(invitation("events/cancelled")[1])["SUMMARY"]) == "Cwrdd"


def test_the_file_of_a_date_has_a_name_with_any_letters(client, site):
    on = date(starts_at=SUMMER)
    page = pages(on.event)["cy"]
    page.slug = "tŷ-ŵyl"
    page.save_revision().publish()
    with translation.override("cy"):
        answer = client.get(reverse("event_calendar", args=[on.pk]))
    expected = f"attachment; filename*=utf-8''{quote('tŷ-ŵyl-2027-07-06.ics')}"
    assert answer["Content-Disposition"] == expected


@pytest.mark.parametrize("spoken", ["cy", "en"])
def test_mails_speak_the_readers_language_throughout(spoken):
    on = date(
        starts_at=SUMMER,
        of=event(name_cy="Cwrdd Caerdydd", name_en="Cardiff meet-up"),
        capacity=1,
        access_cy="Dolen glyw",
        access_en="Hearing loop",
    )
    with translation.override("en" if spoken == "cy" else "cy"):
        taken = book(on, guest(language=spoken), now=SUMMER - timedelta(days=30))
        wait(on, guest(language=spoken), now=SUMMER - timedelta(days=30))
        actions.cancel(booking=taken, now=SUMMER - timedelta(days=20))
        actions.expire_offers(now=SUMMER - timedelta(days=10))
    rows = list(OutgoingMail.objects.order_by("id"))
    assert [row.template.split("/")[1] for row in rows] == [
        "booked",
        "waiting",
        "cancelled",
        "offered",
        "offer_expired",
    ]
    theirs, others = (("Cwrdd Caerdydd", "Dydd Mawrth 6 Gorffennaf 2027"), ("Cardiff", "Tuesday"))
    if spoken == "en":
        theirs, others = ("Cardiff meet-up", "Tuesday 6 July 2027"), ("Cwrdd", "Dydd")
    for row in rows:
        words = render(row.template, row.language, {"cy": row.context, "en": row.context})
        assert theirs[0] in words.subject
        for body in (words.text, words.html):
            assert all(word in body for word in theirs), row.template
            assert not [word for word in others if word in body], row.template
            assert f"/{spoken}/" in body or row.template == "events/cancelled"
            assert "{" not in words.text


FIRST = {
    "booked": ("Mae eich lleoedd wedi", "Your places are booked"),
    "waiting": ("Rydych chi ar y rhestr aros", "You are on the waiting list"),
    "offered": ("Mae lle i chi", "There is a place for you"),
    "offer_expired": ("Mae’r cynnig", "The offer has expired"),
    "cancelled": ("Mae eich archeb", "Your booking is cancelled"),
    "off": ("Mae’r dyddiad hwn", "This date is cancelled"),
    "wait_over": ("Mae’r dyddiad hwn", "This date is cancelled"),
}


@pytest.mark.parametrize("turn", [0, 1])
@pytest.mark.parametrize("name", FIRST)
def test_a_mail_begins_with_what_happened_and_to_what(name, turn):
    code, template = ("cy", "en")[turn], "events/" + {"off": "cancelled"}.get(name, name)
    context = SAMPLES[template]() | ({"off": True} if name == "off" else {})
    words = render(template, code, {code: context})
    begins = words.text.lstrip().splitlines()[0]
    assert begins.startswith(FIRST[name][turn])
    assert begins.endswith(f": {context['title'][code]}")
    heading = html.unescape(re.search(r"<h1[^>]*>(.*?)</h1>", words.html, re.DOTALL)[1])
    assert heading == begins


def test_who_was_not_asked_gets_both_and_a_link_in_each():
    book(date(), guest(language=""))
    row = OutgoingMail.objects.get()
    words = render(row.template, row.language, {"cy": row.context, "en": row.context})
    token = row.context["token"]
    assert words.text.index(f"/cy/booking/{token}/") < words.text.index(f"/en/booking/{token}/")


def test_nobody_hears_of_a_booking_once_its_date_is_over():
    on = date()
    actions.cancel(booking=book(on, guest()), now=timezone.now())
    rows = OutgoingMail.objects.filter(template__in=["events/booked", "events/cancelled"])
    assert [row.expires_at for row in rows] == [on.ends_at, on.ends_at]


def test_an_offer_that_is_over_is_not_sent_any_more():
    on = date(capacity=1)
    taken = book(on)
    wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    assert (
        OutgoingMail.objects.get(template="events/offered").expires_at
        == WaitingListEntry.objects.get().offer_expires_at
    )


def test_a_group_is_told_who_comes_and_what_it_costs():
    from tests.events.factories import ticket

    course = event(tickets=[ticket(price_pence=6050)])
    booker = Booker.of(people.person(language="en"))
    book(date(of=course), booker, asked=[PlaceRequest(), PlaceRequest(name="Twm")])
    row = OutgoingMail.objects.get(template="events/booked")
    words = render(row.template, "en", {"en": row.context})
    assert "Twm" in words.text
    assert "£121" in words.text


@pytest.mark.parametrize(("language", "words"), [("cy", "Gweld neu ganslo"), ("en", "See or cancel")])
def test_the_file_of_a_booking_leads_to_it_in_its_owners_language(language, words):
    booking = book(date(), guest(language=language))
    content = OutgoingMail.objects.get().attachments[0]["content"]
    assert f"PRODID:-//Rhwydwaith Cydgynhyrchu Cymru//Portal//{language.upper()}" in content.replace("\r\n ", "")
    described = str(next(iter(Calendar.from_ical(content).walk("VEVENT")))["description"])
    assert described.startswith(words)
    assert described.endswith(f"/{language}/booking/{link_token(booking)}/")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_who_is_cancelled_by_staff_hears_sorry_and_where_to_go(site, language):
    on, sorry = date(), {"cy": "Mae’n ddrwg gennyn ni", "en": "We are sorry"}[language]
    page = pages(on.event)[language]
    booking = book(on, guest(language=language))
    actions.cancel(booking=booking, now=timezone.now(), by=people.staff("event_officer"))
    row = OutgoingMail.objects.get(template="events/cancelled")
    words = render(row.template, language, {language: row.context})
    for body in (words.text, html.unescape(words.html)):
        assert sorry in body
        assert parseaddr(settings.DEFAULT_FROM_EMAIL)[1] in body
        assert page.get_url() in body


@pytest.mark.parametrize("language", ["cy", "en"])
def test_access_is_told_to_who_comes_and_to_nobody_else(language):
    for name, sample in SAMPLES.items():
        words = render(name, language, {language: sample()})
        comes = name in ("events/booked", "events/waiting", "events/offered")
        assert all((sample()["access"][language] in body) is comes for body in (words.text, words.html)), name


def test_online_times_are_uk_times():
    for template in SAMPLES:
        for is_online in (True, False):
            words = render(template, "en", {"en": SAMPLES[template]() | {"is_online": is_online}})
            assert all(("UK\N{NO-BREAK SPACE}time" in body) is is_online for body in (words.text, words.html)), template


def test_who_waits_hears_their_place_in_line():
    on = date(capacity=1)
    book(on), wait(on), wait(on)
    first, second = OutgoingMail.objects.filter(template="events/waiting").order_by("id")
    assert "You are first in line." in render(first.template, "en", {"en": first.context}).text
    assert "Your place in line: 2" in render(second.template, "en", {"en": second.context}).html


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (1, "en", "Your place is booked"),
        (3, "en", "Your places are booked"),
        (1, "cy", "Mae eich lle wedi’i gadw"),
        (2, "cy", "Mae eich lleoedd wedi’u cadw"),
        (3, "cy", "Mae eich lleoedd wedi’u cadw"),
    ],
)
def test_several_places_are_booked_in_the_plural(number, language, words):
    said = render("events/booked", language, {language: SAMPLES["events/booked"]() | {"places": number}})
    assert all(words in html.unescape(part) for part in (said.subject, said.text, said.html))
