"""Booking through the front door, in both languages: two steps, refusals, one's own page, offers."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from core.models import OutgoingMail
from events import actions, limits
from events.models import Booking, Date, WaitingListEntry
from events.people import Booker
from events.tokens import link_token, new_key
from events.words import ONLY_IN
from portal.models import StandardPage
from tests import factories as people
from tests.events.factories import book, date, event, guest, pages, ticket, wait

pytestmark = pytest.mark.django_db
LANGUAGES = ("cy", "en")


@pytest.fixture
def on(site):
    """A public date for ten."""
    made = date()
    pages(made.event)
    return made


def url(name, code="en", *args):
    with translation.override(code):
        return reverse(name, args=args)


def answers(number=1, **more):
    return {"name": "Gŵen Tŷ", "email": f"gwen{number}@example.org", "language": "cy", "places": 1, "others": ""} | more


def go(client, on, code="en", **more):
    """Both steps; the last answer."""
    first = client.post(url("event_book", code, on.pk), answers(**more))
    assert first.url == url("event_book_check", code, on.pk), first.content.decode()
    return client.post(first.url, answers(**more) | {"key": key_in(client.get(first.url))})


def key_in(answer):
    return re.search(r'name="key" value="([^"]+)"', answer.content.decode())[1]


def text(client, address, **more):
    answer = client.get(address, **more)
    assert answer.status_code == 200, address
    return answer.content.decode()


SAYS = {
    "booked": {"cy": "Mae eich lle wedi'i gadw", "en": "Your place is booked"},
    "waiting": {"cy": "Rydych chi ar y rhestr aros", "en": "You are on the waiting list"},
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guest_books_in_two_steps_and_cancels_with_one_press(client, on, code):
    assert url("event_book", code, on.pk) in text(client, on.event.pages.get(locale__language_code=code).url)
    done = go(client, on, code)
    booking = Booking.objects.get()
    assert done.url == url("booking", code, link_token(booking))
    page = client.get(done.url)
    assert SAYS["booked"][code] in html.unescape(page.content.decode())
    assert (booking.name, booking.email, booking.language, booking.user) == ("Gŵen Tŷ", "gwen1@example.org", "cy", None)
    assert page["Cache-Control"] == "private, no-store"
    assert "noindex" in page["X-Robots-Tag"]
    client.post(url("booking_cancel", code, link_token(booking)))
    booking.refresh_from_db()
    assert not booking.stands
    assert [row.template for row in OutgoingMail.objects.order_by("id")] == ["events/booked", "events/cancelled"]


def test_a_member_is_asked_no_more_than_we_know(client, on):
    person = people.person(name="Twm Siôn", language="cy")
    client.force_login(person)
    page = text(client, url("event_book", "en", on.pk))
    assert 'value="Twm Siôn"' in page
    assert 'name="email"' not in page
    answer = go(client, on, name="Twm Siôn", email="other@example.org", user=1, state="cancelled")
    booking = Booking.objects.get()
    assert (booking.user, booking.email, booking.language, booking.state) == (person, person.email, "cy", "confirmed")
    assert answer.url == url("booking", "en", link_token(booking))
    account = text(client, "/en/account/")
    assert on.event.name_en in account
    assert answer.url in account


@pytest.mark.parametrize("code", LANGUAGES)
def test_mistakes_are_told_and_what_was_typed_stays(client, on, code):
    sent = answers(email="not an address", name="", places=2, others="One\nTwo\nThree")
    page = client.post(url("event_book", code, on.pk), sent).content.decode()
    assert {"cy": "<title>Gwall:", "en": "<title>Error:"}[code] in page
    assert "not an address" in page
    assert "One\nTwo\nThree" in page.replace("\r", "")
    other = {"cy": "en", "en": "cy"}[code]
    switched = text(client, url("event_book", other, on.pk))
    assert "not an address" in switched
    assert not Booking.objects.exists()


def test_the_switch_of_language_keeps_the_second_step(client, on):
    step = client.post(url("event_book", "en", on.pk), answers()).url
    assert "gwen1@example.org" in text(client, step)
    assert "gwen1@example.org" in text(client, url("event_book_check", "cy", on.pk))
    assert f'href="{url("event_book_check", "cy", on.pk)}"' in text(client, step)


def test_the_second_step_without_the_first_leads_back(client, on):
    assert client.get(url("event_book_check", "en", on.pk)).url == url("event_book", "en", on.pk)


@pytest.mark.parametrize("key", ["", "made up", "1-abc.def"])
def test_a_form_that_we_did_not_make_books_nothing(client, on, key):
    answer = client.post(url("event_book_check", "en", on.pk), answers() | {"key": key})
    assert answer.status_code == 200
    other = date()
    client.post(url("event_book_check", "en", on.pk), answers() | {"key": new_key(other.pk)})
    assert not Booking.objects.exists()


def test_twenty_identical_posts_are_one_booking_and_one_mail(client, on):
    sent = answers() | {"key": new_key(on.pk)}
    pages_shown = {client.post(url("event_book_check", "en", on.pk), sent).url for _turn in range(20)}
    assert pages_shown == {url("booking", "en", link_token(Booking.objects.get()))}
    assert OutgoingMail.objects.count() == 1


def test_several_people_come_by_name(client, on):
    go(client, on, places=3, others="Twm Siôn\n\n Ŵyn ")
    assert list(Booking.objects.get().places.values_list("name", flat=True)) == ["Gŵen Tŷ", "Twm Siôn", "Ŵyn"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_full_date_offers_the_waiting_list_on_the_same_way(client, on, code):
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    book(on)
    done = go(client, on, code, wait="True")
    entry = WaitingListEntry.objects.get()
    assert done.url == url("waiting", code, link_token(entry))
    page = text(client, done.url)
    assert SAYS["waiting"][code] in page
    client.post(url("waiting_leave", code, link_token(entry)))
    entry.refresh_from_db()
    assert entry.state == "left"


def test_a_date_that_fills_up_meanwhile_keeps_what_was_typed(client, on):
    step = client.post(url("event_book", "en", on.pk), answers()).url
    key = key_in(client.get(step))
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    book(on)
    page = client.post(step, answers() | {"key": key}).content.decode()
    assert "not enough places left" in page
    assert 'value="Gŵen Tŷ"' in page
    assert not WaitingListEntry.objects.exists()
    go(client, on, wait="True")
    assert WaitingListEntry.objects.get().email == "gwen1@example.org"


def test_one_post_gives_a_place_or_a_place_in_line_to_whoever_ticked_it(client, on):
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    sent = [answers(number, wait="on") | {"key": new_key(on.pk)} for number in range(3)]
    shown = [client.post(url("event_book_check", "en", on.pk), one).url for one in sent]
    assert [address.split("/")[2] for address in shown] == ["booking", "waiting", "waiting"]


def test_who_books_twice_gets_the_link_again_by_mail_and_strangers_see_nothing(client, on):
    booking = book(on, guest(email="gwen1@example.org"))
    for _turn in range(3):
        answer = go(client, on)
        assert answer.status_code == 200
        assert link_token(booking) not in answer.content.decode()
    assert OutgoingMail.objects.filter(to="gwen1@example.org").count() == 2
    person = people.person()
    mine = book(on, Booker.of(person), by=person)
    client.force_login(person)
    assert go(client, on).url == url("booking", "en", link_token(mine))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("facts", [{"closes_at": -1}, {"opens_at": 1}, {"cancelled_at": -1}])
def test_a_date_that_cannot_be_booked_says_so(client, site, facts, code):
    now = timezone.now()
    shut = date(**{name: now + timedelta(hours=hours) for name, hours in facts.items()})
    page = pages(shut.event)[code]
    assert url("event_book", code, shut.pk) not in text(client, page.url)
    shown = text(client, url("event_book", code, shut.pk))
    assert '<form method="post" action' not in shown
    assert client.post(url("event_book_check", code, shut.pk), answers() | {"key": new_key(shut.pk)}).status_code == 200
    assert not Booking.objects.exists()


def test_members_places_are_for_members(client, site):
    on = date(of=event(tickets=[ticket("Members", members_only=True)]))
    pages(on.event)
    shown = text(client, url("event_book", "en", on.pk))
    assert "This date is for members" in shown
    client.post(url("event_book_check", "en", on.pk), answers() | {"key": new_key(on.pk)})
    assert not Booking.objects.exists()
    client.force_login(people.person())
    assert go(client, on).status_code == 302
    assert Booking.objects.count() == 1


def test_the_price_is_the_servers(client, site):
    course = event(tickets=[ticket("Members", members_only=True), ticket("Others", price_pence=6000)])
    on = date(of=course)
    pages(course)
    kinds = list(course.ticket_types.all())
    assert "Others: £60" in text(client, course.pages.get(locale__language_code="en").url)
    refused = client.post(url("event_book", "en", on.pk), answers(ticket=kinds[0].pk, price_pence=0))
    assert refused.status_code == 200
    go(client, on, ticket=kinds[1].pk, price_pence=0)
    assert Booking.objects.get().places.get().price_pence == 6000


def test_what_has_no_page_yet_cannot_be_booked(client, site):
    hidden = date()
    assert client.get(url("event_book", "en", hidden.pk)).status_code == 404
    assert client.get(url("event_calendar", "en", hidden.pk)).status_code == 404


def test_what_is_taken_off_the_site_is_not_booked_by_a_form_of_before(client, on):
    sent = answers() | {"key": new_key(on.pk)}
    for page in on.event.pages.all():
        page.unpublish()
    assert client.post(url("event_book_check", "en", on.pk), sent).status_code == 404
    assert not Booking.objects.exists()


@pytest.mark.parametrize("code", LANGUAGES)
def test_offers_are_answered_by_a_button_and_links_change_nothing(client, on, code):
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    taken = book(on)
    yes, no = wait(on), wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    offer = url("offer", code, link_token(yes))
    assert client.get(url("waiting", code, link_token(yes))).url == offer
    text(client, offer)
    for name, row in (("booking_cancel", taken), ("waiting_leave", yes), ("offer_accept", yes)):
        assert client.get(url(name, code, link_token(row))).status_code == 405
        assert client.head(url(name, code, link_token(row))).status_code == 405
    assert client.post(url("waiting_leave", code, link_token(yes))).status_code == 302
    no.refresh_from_db()
    done = client.post(url("offer_accept", code, link_token(no)))
    assert done.url == url("booking", code, link_token(Booking.objects.standing().get()))
    too_late = client.post(url("offer_accept", code, link_token(yes)))
    assert too_late.status_code == 200
    assert Booking.objects.standing().count() == 1


@pytest.mark.parametrize("name", ["booking", "waiting", "offer"])
def test_links_are_found_by_their_whole_token_alone(client, on, name):
    booking = book(on)
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    entry = wait(on)
    row, other = (booking, entry) if name == "booking" else (entry, booking)
    token = link_token(row)
    for wrong in (row.reference, str(row.pk), token[:-1], token + "A", token.lower(), link_token(other)):
        assert client.get(url(name, "en", wrong)).status_code == 404, wrong


def test_the_joining_link_is_for_people_with_a_place_from_the_day_before(client, site):
    link = "https://meet.example.org/canary"
    near = date(in_days=0, starts_at=timezone.now() + timedelta(hours=20), is_online=True, joining_link=link)
    far = date(is_online=True, joining_link=link)
    for on, shown in ((near, True), (far, False)):
        pages(on.event)
        mine = book(on)
        page = url("booking", "en", link_token(mine))
        assert (link in text(client, page)) is shown
        actions.cancel(booking=mine, now=timezone.now())
        public = [
            page,
            on.event.pages.first().url,
            url("event_book", "en", on.pk),
            url("event_calendar", "en", on.pk),
            "/en/events/",
            "/en/",
        ]
        assert not [address for address in public if link in text(client, address)]
    assert not [row for row in OutgoingMail.objects.all() if link in f"{row.context}{row.attachments}"]


def test_one_address_sends_so_many_forms_and_no_more(client, on, monkeypatch):
    monkeypatch.setattr(limits, "POSTS", 4)
    for number in (1, 2):
        assert go(client, on, number=number).status_code == 302
    form = answers(3) | {"key": new_key(on.pk)}
    for name in ("event_book", "event_book_check"):
        assert client.post(url(name, "en", on.pk), form).status_code == 429
    assert Booking.objects.count() == 2
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    assert client.post(url("event_book_check", "en", on.pk), form, **elsewhere).status_code == 302


def queries(client, address):
    """How many queries a second look takes."""
    client.get(address)
    with CaptureQueriesContext(connection) as counted:
        client.get(address)
    return len(counted)


def test_an_event_adds_few_queries_to_a_page_however_many_dates(client, on, site):
    index = site.home["en"].get_children().get(slug="events")
    plain = StandardPage(title="Plain", slug="plain", locale=index.locale)
    parent = site.home["en"].add_child(instance=StandardPage(title="Parent", slug="parent", locale=index.locale))
    parent.add_child(instance=plain)
    page = on.event.pages.get(locale__language_code="en")
    # The event, its dates with their places, its kinds of place, and the page above for the way back.
    allowed = queries(client, plain.url) + 4
    assert queries(client, page.url) <= allowed
    for _turn in range(8):
        book(date(of=on.event))
    assert queries(client, page.url) <= allowed


def test_the_list_adds_few_queries_to_a_page_however_many_events(client, on, site):
    plain = site.home["en"].add_child(instance=StandardPage(title="Plain", slug="plain", locale=site.home["en"].locale))
    # How many dates, a page of them with their places, the pages of their events, and what has no date.
    allowed = queries(client, plain.url) + 4
    assert queries(client, "/en/events/") <= allowed
    for _turn in range(8):
        another = date()
        pages(another.event)
        book(another)
    assert queries(client, "/en/events/") <= allowed


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_shows_what_is_coming_and_a_missing_page_honestly(client, on, code):
    half = date()
    page = pages(half.event, languages=("en",))["en"]
    date(of=on.event, cancelled_at=timezone.now())
    shown = text(client, {"cy": "/cy/digwyddiadau/", "en": "/en/events/"}[code])
    assert (half.event.name_cy if code == "cy" else half.event.name_en) in shown
    assert page.url in shown
    with translation.override("cy"):
        assert (str(ONLY_IN["en"]) in html.unescape(shown)) is (code == "cy")
    assert {"cy": "Canslwyd", "en": "Cancelled"}[code] in shown


def test_a_second_page_in_one_language_is_refused(site, on):
    from django.core.exceptions import ValidationError

    page = on.event.pages.get(locale__language_code="en")
    twin = type(page)(title="Twin", slug="twin", event=on.event, locale=page.locale)
    with pytest.raises(ValidationError) as refusal:
        page.get_parent().add_child(instance=twin)
    assert list(refusal.value.message_dict) == ["event"]


def test_search_finds_an_event_by_its_words_and_its_place(client, on):
    from core.search import search

    assert [hit.entry.title for hit in search("wrecsam", language="cy").hits] == [on.event.name_cy]
    on.event.pages.get(locale__language_code="cy").unpublish()
    assert not search("wrecsam", language="cy").hits


def test_the_home_page_shows_the_next_dates_that_take_place(client, on):
    date(of=on.event, in_days=2, cancelled_at=timezone.now())
    page = text(client, "/en/")
    assert on.event.name_en in page
    assert url("event_book", "en", on.pk) in page
    assert Date.objects.count() == 2
