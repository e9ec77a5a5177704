"""What staff are shown to do next, and times typed as people write them."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from events import actions
from events.models import Change, Date, Event
from events.people import PlaceRequest
from tests import factories as people
from tests.events.factories import book, date, event, guest, pages, wait
from tests.events.test_staff import form_of, speak, words

pytestmark = pytest.mark.django_db


def test_staff_type_times_as_the_site_writes_them(client, officer):
    on = date()
    blocks = {
        "sessions-TOTAL_FORMS": 1,
        "sessions-0-starts_at": "20/12/2026 10am",
        "sessions-0-ends_at": "20/12/2026 12.30pm",
    }
    typed = {"starts_at": "20/12/2026 10am", "ends_at": "20/12/26 9:30pm", "opens_at": "1/12/2026 9.15am"}
    answer = client.post(reverse("dates:edit", args=[on.pk]), form_of(on, **typed, **blocks))
    assert answer.status_code == 302, answer.content.decode()
    on = Date.objects.get(pk=on.pk)
    written = [timezone.localtime(at).strftime("%d/%m %H:%M") for at in (on.starts_at, on.ends_at, on.opens_at)]
    assert written == ["20/12 10:00", "20/12 21:30", "01/12 09:15"]
    assert [timezone.localtime(at).strftime("%H:%M") for at in on.blocks[0]] == ["10:00", "12:30"]
    assert 'value="20/12/2026 21:30"' in words(client, reverse("dates:edit", args=[on.pk]))


@pytest.mark.parametrize(
    ("language", "shown", "told"),
    [
        (
            "en",
            "At once, if empty. For example: 20/12/2026 10am",
            "Type the day and the time like this: 20/12/2026 10am",
        ),
        ("cy", "Er enghraifft: 20/12/2026 10am", "Teipiwch y dyddiad a’r amser fel hyn: 20/12/2026 10am"),
    ],
)
def test_the_form_of_a_date_shows_how_to_type_a_time(client, officer, language, shown, told):
    speak(officer, language)
    on = date()
    url = reverse("dates:edit", args=[on.pk])
    assert shown in unescape(words(client, url))
    answer = client.post(url, form_of(on, starts_at="tomorrow at ten"))
    assert told in unescape(answer.content.decode())


@pytest.fixture
def indexes(site):
    """The pages that events stand under, in both languages."""
    return pages(event())


@pytest.mark.parametrize(
    ("language", "says", "makes"),
    [("en", "Nobody sees it yet", "Make the {} page"), ("cy", "Does neb yn ei weld eto", "Creu’r dudalen {}")],
)
def test_who_has_made_an_event_is_led_to_its_pages(client, officer, indexes, language, says, makes):
    speak(officer, language)
    sent = {"kind": "event", "name_cy": "Gweithdy", "name_en": "Workshop"}
    sent |= {"ticket_types-TOTAL_FORMS": 0, "ticket_types-INITIAL_FORMS": 0}
    shown = unescape(client.post(reverse("events:add"), sent, follow=True).content.decode())
    assert says in shown
    made = Event.objects.get(name_en="Workshop")
    for code, name in (("cy", {"en": "Welsh", "cy": "Gymraeg"}), ("en", {"en": "English", "cy": "Saesneg"})):
        url = reverse("staff_add_event_page", args=[made.pk, code])
        assert f'href="{url}"' in shown
        assert makes.format(name[language]) in shown
        form = words(client, url)
        assert re.search(rf'<option value="{made.pk}" selected', form)
        assert f'value="{getattr(made, f"name_{code}")}"' in form
        assert re.search(r'action="/cms/pages/add/events/eventpage/\d+/"', form)


def test_lists_and_forms_say_which_pages_are_missing(client, officer, indexes):
    bare, on = event(), date()
    half = pages(on.event)["cy"]
    on.event.pages.exclude(pk=half.pk).delete()
    listed = words(client, reverse("events:index"))
    assert "Cymraeg, English: no page yet" in listed
    assert "No pages yet" in listed
    assert "Cymraeg, English: no page yet" in words(client, reverse("dates:index"))
    form = words(client, reverse("events:edit", args=[on.event_id]))
    assert "Edit the Welsh page" in form
    assert "Make the English page" in form
    assert "Make the Welsh page" not in form
    assert "Make the Welsh page" in words(client, reverse("events:edit", args=[bare.pk]))


def test_a_date_of_an_event_without_pages_says_so(client, officer, indexes):
    bare = event()
    typed = form_of(date(), event=bare.pk, starts_at="20/12/2027 10am", ends_at="20/12/2027 12:30")
    shown = unescape(client.post(reverse("dates:add"), typed, follow=True).content.decode())
    assert "Nobody can book yet" in shown
    assert reverse("staff_add_event_page", args=[bare.pk, "cy"]) in shown


def test_who_may_not_write_pages_is_not_led_to_them(client, officer, indexes):
    url = reverse("staff_add_event_page", args=[event().pk, "cy"])
    client.force_login(people.staff("membership_officer", language="en"))
    assert client.get(url).status_code in (302, 403)


def test_a_booking_is_cancelled_from_its_own_page(client, officer):
    booking = book(date(), guest(name="Gwen Onnen"), asked=[PlaceRequest(), PlaceRequest(name="Nia Bedwen")])
    url, cancel = reverse("bookings:inspect", args=[booking.pk]), reverse("staff_cancel_booking", args=[booking.pk])
    shown = words(client, url)
    assert "Gwen Onnen, Nia Bedwen" in shown
    assert re.search(r"<dt>Places</dt>\s*<dd>\s*2\s*</dd>", shown)
    assert f'href="{cancel}"' in shown
    client.post(cancel, {"why": "Asked by telephone"})
    assert f'href="{cancel}"' not in words(client, url)


def test_an_accepted_offer_is_one_row_and_the_persons_own(client, officer, site):
    on = date(capacity=1)
    taken = book(on)
    entry = wait(on)
    actions.cancel(booking=taken, now=timezone.now())
    entry.refresh_from_db()
    booking = actions.accept_offer(entry=entry, now=timezone.now())
    change = Change.objects.get(what="accepted")
    assert (change.entry, change.booking) == (entry, booking)
    row = re.search(
        r"<tr[^>]*>(?:(?!</tr>).)*Offer accepted.*?</tr>", words(client, reverse("changes:index")), re.DOTALL
    )[0]
    assert "The person themselves" in row
    assert "Offer accepted" in words(client, reverse("bookings:inspect", args=[booking.pk]))
