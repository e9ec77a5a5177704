"""Booking through the front door, in both languages: two steps, refusals, one's own page, offers."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from core.i18n import date_range, long_date
from core.models import Navigation, OutgoingMail
from events import actions, limits
from events.models import Booking, Date, EventIndexPage, WaitingListEntry
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
    return {"name": "Gŵen Tŷ", "email": f"gwen{number}@example.org", "language": "cy", "places": 1} | more


def go(client, on, code="en", **more):
    """All steps; the last answer."""
    check = url("event_book_check", code, on.pk)
    shown = client.post(url("event_book", code, on.pk), answers(**more), follow=True)
    if shown.redirect_chain[-1][0] == url("event_book_people", code, on.pk):
        shown = client.post(shown.redirect_chain[-1][0], answers(**more), follow=True)
    assert shown.redirect_chain == [(check, 302)], shown.redirect_chain
    return client.post(check, answers(**more) | {"key": key_in(shown)})


def refused(client, address, sent):
    """What is shown once a form was not right: a page of its own, that Back can return to."""
    answer = client.post(address, sent, follow=True)
    assert answer.redirect_chain, "a page that answers a POST"
    assert "?refused=" in answer.redirect_chain[-1][0]
    return html.unescape(answer.content.decode())


def key_in(answer):
    return re.search(r'name="key" value="([^"]+)"', answer.content.decode())[1]


def text(client, address, **more):
    answer = client.get(address, **more)
    assert answer.status_code == 200, address
    return answer.content.decode()


SAYS = {
    "booked": {"cy": "Mae eich lle wedi’i gadw", "en": "Your place is booked"},
    "waiting": {"cy": "Rydych chi ar y rhestr aros", "en": "You are on the waiting list"},
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guest_books_in_two_steps_and_cancels_with_one_press(client, on, code):
    assert url("event_book", code, on.pk) in text(client, on.event.pages.get(locale__language_code=code).url)
    done = go(client, on, code)
    booking = Booking.objects.get()
    assert done.url == url("event_book_booked", code, on.pk)
    for address in (done.url, url("booking", code, link_token(booking))):
        page = client.get(address)
        assert SAYS["booked"][code] in html.unescape(page.content.decode())
        assert "gwen1@example.org" in page.content.decode()
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


def test_who_signs_in_half_way_keeps_what_was_typed(client, on):
    """The way to sign in sends the form along; what was left empty is filled from the account."""
    address, person = url("event_book", "en", on.pk), people.person(name="Twm Siôn", language="cy")
    assert re.search(r'<button [^>]*form="form"[^>]* name="sign_in"', text(client, address))
    answer = client.post(address, answers(name="", places=3, sign_in="yes"))
    assert answer.url == f"{url('account_login')}?next={address}"
    client.force_login(person)
    page = text(client, address)
    assert '<option value="3" selected>' in page
    assert 'value="Twm Siôn"' in page
    assert "sign_in" not in page


@pytest.mark.parametrize("code", LANGUAGES)
def test_mistakes_are_told_and_what_was_typed_stays(client, on, code):
    sent = answers(email="not an address", name="", places=2)
    page = refused(client, url("event_book", code, on.pk), sent)
    assert {"cy": "<title>Gwall:", "en": "<title>Error:"}[code] in page
    assert "not an address" in page
    other = {"cy": "en", "en": "cy"}[code]
    switch = page[: page.index('name="switch_language"')].rpartition("<button")[2]
    assert f'formaction="{url("event_book", code, on.pk)}?refused=answers"' in switch
    for query in ("", "?refused=answers"):
        switched = text(client, url("event_book", other, on.pk) + query)
        assert "not an address" in switched
        assert ("<title>Gwall:" in switched or "<title>Error:" in switched) is bool(query)
    assert not Booking.objects.exists()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"places": "9"}, {"cy": "Dewiswch faint o leoedd", "en": "Choose how many places"}),
        ({"language": "de"}, {"cy": "Dewiswch iaith", "en": "Choose a language"}),
        ({"name": "x" * 200}, {"cy": "enw byrrach", "en": "a shorter name"}),
        ({"email": "x" * 300 + "@example.org"}, {"cy": "enw@enghraifft", "en": "name@example.org"}),
    ],
)
def test_every_mistake_says_what_to_do(client, on, code, wrong, says):
    page = refused(client, url("event_book", code, on.pk), answers(**wrong))
    if "email" not in wrong or code == "en":
        assert says[code] in page
    assert not [words for words in ("valid choice", "Ensure", "Dewis dilys", "Sicrhewch") if words in page]


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
    assert answer.url == url("event_book", "en", on.pk) + "?refused=StaleForm"
    assert "check your answers" in text(client, answer.url)
    other = date()
    client.post(url("event_book_check", "en", on.pk), answers() | {"key": new_key(other.pk)})
    assert not Booking.objects.exists()


def test_twenty_identical_posts_are_one_booking_and_one_mail(client, on):
    sent = answers() | {"key": new_key(on.pk)}
    addresses = {client.post(url("event_book_check", "en", on.pk), sent).url for _turn in range(20)}
    assert addresses == {url("event_book_booked", "en", on.pk)}
    assert (Booking.objects.count(), OutgoingMail.objects.count()) == (1, 1)
    person = people.person()
    client.force_login(person)
    sent["key"] = new_key(on.pk)
    addresses = {client.post(url("event_book_check", "en", on.pk), sent).url for _turn in range(20)}
    assert addresses == {url("booking", "en", link_token(Booking.objects.get(user=person)))}


OTHERS = {"places": 3, "name_2": "Twm  Siôn", "name_3": " Ŵyn "}


@pytest.mark.parametrize("code", LANGUAGES)
def test_several_people_come_by_name(client, on, code):
    done = go(client, on, code, **OTHERS)
    booking = Booking.objects.get()
    assert {"cy": "Mae eich lleoedd wedi’u cadw", "en": "Your places are booked"}[code] in html.unescape(
        text(client, done.url)
    )
    named = [("Gŵen Tŷ", "gwen1@example.org"), ("Twm Siôn", ""), ("Ŵyn", "")]
    assert list(booking.places.values_list("name", "email")) == named
    page = text(client, url("booking", code, link_token(booking)))
    assert all(words in page for words in ("Twm Siôn", "Ŵyn"))
    assert {"cy": "Mae eich lleoedd wedi’u cadw", "en": "Your places are booked"}[code] in html.unescape(page)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_guest_is_told_what_they_asked_for(client, on, code):
    page = html.unescape(text(client, go(client, on, code, **OTHERS).url))
    part = page[page.index({"cy": "Yr hyn y gofynnoch amdano", "en": "What you asked for"}[code]) :]
    with translation.override(code):
        told = [on.event.name, date_range(on.starts_at, on.ends_at), "<dd>3</dd>", "Gŵen Tŷ<br>Twm Siôn<br>Ŵyn"]
    assert [words for words in told if words not in part[: part.index("</dl>")]] == []
    assert {"cy": "Beth sy’n digwydd nesaf", "en": "What happens next"}[code] in part
    assert {"cy": "Wedi cadw lle o’r blaen?", "en": "Booked before?"}[code] in part


def test_the_answers_just_given_are_shown_whatever_was_booked_before(client, on):
    """Neither the name nor the number of places of the booking that stands."""
    book(on, guest(email="gwen1@example.org", name="Canary"), places=5)
    page = text(client, go(client, on).url)
    assert "Canary" not in page
    assert "<dd>1</dd>" in page


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("several", [False, True])
def test_a_booking_says_who_gets_what_is_given_back(client, on, code, several):
    """Nobody is promised a place that nobody waits for, or too few for who waits; once cancelled, nobody is coming."""
    says = {
        "cy": [
            ["rhywun arall gael y lle", "y lle’n mynd i rywun"],
            ["pobl eraill gael y lleoedd", "y lleoedd yn mynd"],
        ],
        "en": [
            ["somebody else can have the place.", "the place goes to"],
            ["other people can have the places", "places go"],
        ],
    }[code][several]
    number = 3 if several else 1
    actions.change_capacity(date=on, capacity=number, now=timezone.now(), by=None)
    mine = book(on, places=number)
    address = url("booking", code, link_token(mine))

    def told():
        page = html.unescape(text(client, address))
        return [words in page for words in says]

    assert told() == [True, False]
    wait(on)
    assert told() == [False, True]
    coming, price = {"cy": ("Pwy sy’n dod", "<dt>Pris</dt>"), "en": ("Who is coming", "<dt>Price</dt>")}[code]
    page = html.unescape(text(client, address))
    assert (coming in page, price in page) == (several, True)
    actions.cancel(booking=mine, now=timezone.now())
    page = html.unescape(text(client, address))
    assert (coming in page, price in page) == (False, False)
    assert {"cy": ("gael y lle nawr", "gael y lleoedd nawr"), "en": ("the place now", "the places now")}[code][
        several
    ] in page


def test_a_place_is_not_promised_to_who_waits_for_more(client, on):
    actions.change_capacity(date=on, capacity=2, now=timezone.now(), by=None)
    mine = book(on)
    book(on)
    wait(on, places=2)
    assert "goes to somebody who is waiting" not in text(client, url("booking", "en", link_token(mine)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_waits_is_promised_no_booking(client, on, code):
    sends = {"cy": "Fe anfonwn ni eich archeb yno.", "en": "We send your booking there."}[code]
    writes = {"cy": "atoch yno cyn gynted ag y bydd lle", "en": "We write to you there as soon as"}[code]
    first = {"cy": "Chi sydd â’r lle cyntaf", "en": "The first place is yours"}[code]
    step, others = url("event_book", code, on.pk), url("event_book_people", code, on.pk)
    page = html.unescape(text(client, step))
    assert (sends in page, writes in page) == (True, False)
    client.post(step, answers(places=2))
    assert first in html.unescape(text(client, others))
    actions.change_capacity(date=on, capacity=2, now=timezone.now(), by=None)
    book(on, places=2)
    page = html.unescape(text(client, step))
    assert (sends in page, writes in page) == (False, True)
    client.post(step, answers(places=2, wait="True"))
    assert first not in html.unescape(text(client, others))


@pytest.mark.parametrize("code", LANGUAGES)
def test_steps_are_counted_once_we_know_how_many_come(client, on, code):
    step, cam = url("event_book", code, on.pk), {"cy": "Cam", "en": "Step"}[code]
    assert f'<p class="progress">{cam}: 1</p>' in text(client, step)
    for places, total in ((3, 3), (1, 2)):
        shown = client.post(step, answers(places=places), follow=True)
        assert f'<p class="progress">{cam}: 2 / {total}</p>' in shown.content.decode()
        assert f'<p class="progress">{cam}: 1 / {total}</p>' in text(client, step)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_button_of_a_list_says_its_date(client, on, code):
    for days in (40, 41):
        date(of=on.event, in_days=days)
    date(of=on.event, starts_at=on.starts_at + timedelta(hours=4))
    for address in (on.event.pages.get(locale__language_code=code).url, f"/{code}/"):
        page = text(client, address)
        names = re.findall(r'event-row__action">\s*<a [^>]*>([^<]+<span class="visually-hidden">[^<]+)</span>', page)
        assert len(names) > 2
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_steps_say_on_one_line_what_is_booked(client, on, code):
    """On a phone the card is shut; without a script it opens."""
    with translation.override(code):
        line = f"{date_range(on.starts_at, on.ends_at)}\N{NO-BREAK SPACE}· {on.place}"
    shut = f'<details class="booking-card__toggle" data-fold><summary>{line}</summary></details>'
    step = url("event_book", code, on.pk)
    assert shut in text(client, step)
    assert shut in client.post(step, answers(places=2), follow=True).content.decode()
    assert shut in client.post(step, answers(), follow=True).content.decode()
    assert shut in text(client, go(client, on, code).url)
    assert "<details" not in text(client, on.event.pages.get(locale__language_code=code).url).partition("<main")[2]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_form_leads_to_privacy_and_easy_read(client, on, site, code):
    """To the pages that staff chose, in the reader's language; to none where none is chosen."""
    step = url("event_book", code, on.pk)
    says = {"cy": "Beth wnawn ni â’ch manylion", "en": "What we do with your details"}[code]
    assert says not in html.unescape(text(client, step))
    made = {}
    for slug in ("details", "easy"):
        key = None
        for language in LANGUAGES:
            home = site.home[language]
            page = StandardPage(title=slug, slug=slug, locale=home.locale, **({"translation_key": key} if key else {}))
            made[slug, language] = home.add_child(instance=page)
            key = page.translation_key
    Navigation.objects.update_or_create(defaults={"privacy_page": made["details", "cy"]})
    EventIndexPage.objects.filter(locale__language_code="cy").update(easy_read_page=made["easy", "cy"])
    page = html.unescape(text(client, step))
    assert f'<a href="/{code}/details/">{says}</a>' in page
    assert f'<a href="/{code}/easy/">{ {"cy": "Hawdd ei Ddeall", "en": "Easy Read"}[code] }' in page
    made["easy", code].unpublish()
    assert f"/{code}/easy/" not in text(client, step)


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_of_several_people_needs_a_name_and_what_was_typed_stays(client, on, code):
    step = client.post(url("event_book", code, on.pk), answers(places=3)).url
    assert step == url("event_book_people", code, on.pk)
    asked = text(client, step)
    assert (asked.count('name="name_'), asked.count("email")) == (2, 0)
    page = refused(client, step, {"name_2": "Twm", "name_3": " "})
    assert {"cy": "Rhowch enw person 3.", "en": "Enter the name of person 3."}[code] in page
    assert 'value="Twm"' in page
    check = url("event_book_check", code, on.pk)
    assert client.get(check).url == step + "?refused=answers"
    unnamed = answers(places=3) | {"key": new_key(on.pk)}
    assert client.post(check, unnamed, follow=True).redirect_chain[-1][0] == step + "?refused=answers"
    assert not Booking.objects.exists()


def test_one_place_needs_two_steps_and_knows_no_other_people(client, on):
    assert client.get(url("event_book_people", "en", on.pk)).url == url("event_book", "en", on.pk)
    go(client, on, name_2="Nobody")
    assert Booking.objects.get().places.get().name == "Gŵen Tŷ"


@pytest.mark.parametrize("code", LANGUAGES)
def test_more_places_than_are_left_are_refused_before_anything_else_is_typed(client, on, code):
    actions.change_capacity(date=on, capacity=2, now=timezone.now(), by=None)
    book(on)
    step = url("event_book", code, on.pk)
    page = refused(client, step, answers(places=2))
    assert {"cy": "Ar ôl: 1", "en": "Left: 1"}[code] in page
    assert {"cy": "leoedd ar y dyddiad hwn", "en": "does not have that many"}[code] in refused(
        client, step, answers(places=3)
    )
    others = {"places": 2, "wait": "on", "name_2": "Twm"}
    check = client.post(step, answers(**others)) and client.post(url("event_book_people", code, on.pk), others).url
    assert {"cy": "Does dim digon o leoedd ar ôl", "en": "There are not enough places left"}[code] in text(
        client, check
    )
    done = go(client, on, code, **others)
    assert done.url == url("event_book_waiting", code, on.pk)
    entry = WaitingListEntry.objects.get()
    assert (entry.places, [person["name"] for person in entry.attendees]) == (2, ["Gŵen Tŷ", "Twm"])
    assert Booking.objects.count() == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_back_after_booking_leads_to_what_was_booked(client, on, code):
    go(client, on, code)
    for name in ("event_book", "event_book_check", "event_book_people"):
        answer = client.get(url(name, code, on.pk), follow=True)
        assert answer.redirect_chain[-1][0] == url("event_book_booked", code, on.pk)
        assert SAYS["booked"][code] in html.unescape(answer.content.decode())
    another = url("event_book", code, on.pk) + "?another=1"
    assert another in answer.content.decode()
    assert "gwen1" not in text(client, another)
    go(client, on, code, number=2)
    assert Booking.objects.count() == 2
    client.post(url("booking_cancel", code, link_token(Booking.objects.first())))
    assert 'name="email"' in text(client, url("event_book", code, on.pk))


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_is_signed_in_is_told_of_their_booking_at_once(client, on, code):
    person = people.person()
    client.force_login(person)
    go(client, on, code)
    mine = url("booking", code, link_token(Booking.objects.get()))
    assert client.get(url("event_book", code, on.pk)).url == mine
    twice = client.post(url("event_book_check", code, on.pk), answers() | {"key": new_key(on.pk)})
    assert twice.url == mine
    assert OutgoingMail.objects.filter(template="events/booked").count() == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_full_date_offers_the_waiting_list_on_the_same_way(client, on, code):
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    book(on)
    done = go(client, on, code, wait="True")
    entry = WaitingListEntry.objects.get()
    assert done.url == url("event_book_waiting", code, on.pk)
    for address in (done.url, url("waiting", code, link_token(entry))):
        assert SAYS["waiting"][code] in text(client, address)
    client.post(url("waiting_leave", code, link_token(entry)))
    entry.refresh_from_db()
    assert entry.state == "left"


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_that_fills_up_meanwhile_keeps_what_was_typed(client, on, code):
    step = client.post(url("event_book", code, on.pk), answers()).url
    key = key_in(client.get(step))
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    book(on)
    page = refused(client, step, answers() | {"key": key})
    assert {"cy": "Ticiwch y blwch", "en": "Tick the box"}[code] in page
    assert 'value="Gŵen Tŷ"' in page
    assert 'type="checkbox" name="wait"' in page
    assert not WaitingListEntry.objects.exists()
    go(client, on, code, wait="True")
    assert WaitingListEntry.objects.get().email == "gwen1@example.org"


def test_one_post_gives_a_place_or_a_place_in_line_to_whoever_ticked_it(client, on):
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    sent = [answers(number, wait="on") | {"key": new_key(on.pk)} for number in range(3)]
    shown = [client.post(url("event_book_check", "en", on.pk), one).url for one in sent]
    assert [address.split("/")[-2] for address in shown] == ["booked", "waiting", "waiting"]


def seen_by_a_stranger(on, code, email, **more):
    """All that a browser of its own gets to see when it books with an address, without what is new in every form."""
    client, seen = Client(), []
    sent = answers(email=email, **more)
    for name in ("event_book", "event_book_check"):
        form = sent | ({"key": key_in(client.get(url(name, code, on.pk)))} if name == "event_book_check" else {})
        answer = client.post(url(name, code, on.pk), form)
        seen.append((answer.status_code, answer.get("Location"), answer.content))
    for name in ("event_book", "event_book_check", "event_book_booked", "event_book_waiting"):
        answer = client.get(url(name, code, on.pk), follow=True)
        seen.append((answer.status_code, answer.redirect_chain, answer.content.replace(email.encode(), b"EMAIL")))
    return [
        (*first, re.sub(rb'(name="(key|csrfmiddlewaretoken)" value|nonce)="[^"]*"', b"", page)) for *first, page in seen
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("state", ["free", "full", "full and ready to wait", "in line"])
def test_a_stranger_cannot_tell_a_known_address_from_another(on, code, state):
    known = "gwen1@example.org"
    if state == "in line":
        actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
        book(on)
        row = wait(on, guest(email=known))
    else:
        row = book(on, guest(email=known))
        if state != "free":
            actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    before = OutgoingMail.objects.count()
    more = {} if state in ("free", "full") else {"wait": "on"}
    if state == "full":
        more["name"] = "Gŵen"
        first, second = (
            [Client().post(url("event_book_check", code, on.pk), answers(email=email) | {"key": new_key(on.pk)})]
            for email in (known, "other@example.org")
        )
        first, second = ([(one.status_code, one.url, one.content) for one in shown] for shown in (first, second))
        mailed = []
    else:
        first, second = (seen_by_a_stranger(on, code, email, **more) for email in (known, "other@example.org"))
        mailed = [known, "other@example.org"]
    assert first == second
    new = list(OutgoingMail.objects.order_by("id"))[before:]
    assert [mail.to for mail in new] == mailed
    if new:
        assert new[0].context["token"] == link_token(row)


def test_who_books_twice_gets_the_link_again_once_an_hour(client, on):
    book(on, guest(email="gwen1@example.org"))
    for _turn in range(3):
        client.post(url("event_book_check", "en", on.pk), answers() | {"key": new_key(on.pk)})
    assert OutgoingMail.objects.filter(to="gwen1@example.org").count() == 2
    assert Booking.objects.count() == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("facts", [{"closes_at": -1}, {"opens_at": 1}, {"cancelled_at": -1}])
def test_a_date_that_cannot_be_booked_says_so(client, site, facts, code):
    now = timezone.now()
    shut = date(**{name: now + timedelta(hours=hours) for name, hours in facts.items()})
    page = pages(shut.event)[code]
    assert url("event_book", code, shut.pk) not in text(client, page.url)
    shown = text(client, url("event_book", code, shut.pk))
    assert '<form method="post" action' not in shown
    form = answers() | {"key": new_key(shut.pk)}
    assert "?refused=" in client.post(url("event_book_check", code, shut.pk), form).url
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
    page = refused(client, url("event_book", "en", on.pk), answers(ticket=kinds[0].pk, price_pence=0))
    assert "Sign in first" in page
    go(client, on, ticket=kinds[1].pk, price_pence=0)
    assert Booking.objects.get().places.get().price_pence == 6000


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_names_the_year_and_no_line_begins_with_a_dot(client, site, code):
    on = date(in_days=400, of=event(tickets=[ticket(), ticket("Others", price_pence=6000)]))
    page = text(client, pages(on.event)[code].url)
    with translation.override(code):
        assert f'<h2 class="booking-card__title">{long_date(on.starts_at)}</h2>' in page
    assert str(on.starts_at.year) in long_date(on.starts_at)
    assert "\N{NO-BREAK SPACE}· Others" in page
    assert " · " not in re.search(r"<main.*</main>", page, re.DOTALL)[0]


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
    yes_booking = book(date())
    offer = url("offer", code, link_token(yes))
    assert client.get(url("waiting", code, link_token(yes))).url == offer
    text(client, offer)
    buttons = (
        ("booking_cancel", yes_booking, "booking"),
        ("waiting_leave", yes, "waiting"),
        ("offer_accept", yes, "offer"),
    )
    before = [list(model.objects.values()) for model in (Booking, WaitingListEntry, OutgoingMail)]
    for name, row, shown in buttons:
        address = url(name, code, link_token(row))
        for answer in (client.get(address), client.head(address)):
            assert (answer.status_code, answer.url) == (302, url(shown, code, link_token(row)))
        assert f'action="{address}"' in client.get(address, follow=True).content.decode()
        assert client.put(address).status_code == 405
    assert before == [list(model.objects.values()) for model in (Booking, WaitingListEntry, OutgoingMail)]
    assert client.post(url("waiting_leave", code, link_token(yes))).status_code == 302
    no.refresh_from_db()
    done = client.post(url("offer_accept", code, link_token(no)))
    assert done.url == url("booking", code, link_token(on.bookings.standing().get()))
    too_late = refused(client, url("offer_accept", code, link_token(yes)), {})
    assert {"cy": "Gallwch chi ymuno â’r rhestr aros eto", "en": "You can join the waiting list again"}[
        code
    ] in too_late
    assert on.bookings.standing().count() == 1


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", ["booking", "waiting", "offer"])
def test_links_are_found_by_their_whole_token_alone(client, on, site, name, code):
    """Half a link is told so, and whom to ask."""
    Navigation.objects.update_or_create(defaults={"help_page": site.home[code]})
    booking = book(on)
    actions.change_capacity(date=on, capacity=1, now=timezone.now(), by=None)
    entry = wait(on)
    row, other = (booking, entry) if name == "booking" else (entry, booking)
    token = link_token(row)
    for wrong in (row.reference, str(row.pk), token[:-1], token + "A", token.lower(), link_token(other)):
        answer = client.get(url(name, code, wrong))
        assert answer.status_code == 404, wrong
        page = html.unescape(answer.content.decode())
        assert {"cy": "Dydy’r ddolen hon ddim yn gweithio", "en": "This link does not work"}[code] in page
        assert f'<p><a href="/{code}/">' in page
    post = {"booking": "booking_cancel", "waiting": "waiting_leave", "offer": "offer_accept"}[name]
    assert client.post(url(post, code, token[:-1])).status_code == 404


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


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_date_that_is_off_or_over_promises_no_joining_link(client, site, code):
    link, promise = "https://meet.example.org/canary", {"cy": "dolen ymuno", "en": "joining link"}[code]
    off, over = date(is_online=True, joining_link=link), date(is_online=True, joining_link=link)
    for on in (off, over):
        pages(on.event)
    mine, past = book(off), book(over)
    for address in (url("event_book", code, off.pk), url("booking", code, link_token(mine))):
        assert promise in text(client, address).lower()
    actions.cancel_date(date=off, now=timezone.now(), by=None)
    now = timezone.now()
    Date.objects.filter(pk=over.pk).update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))
    for address in (url("event_book", code, off.pk), url("booking", code, link_token(mine))):
        assert promise not in text(client, address).lower()
    assert (
        text(client, url("booking", code, link_token(past))).lower().count(promise) == 1
    )  # what people with a place got


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
