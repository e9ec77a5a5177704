"""A Welsh reader meets no English: every page, answer to a form, letter, calendar and drawn file, as visitor and as member."""

import re
from collections.abc import Iterator
from pathlib import Path

import allauth
import pypdfium2
import pytest
import wagtail.admin
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Page

from core.i18n import in_language
from core.mail.render import render
from core.slots import email_samples
from events.models import Booking, Date, WaitingListEntry
from events.tokens import link_token
from members.adapters import CHANGES, MAILS
from members.models import PrinciplesWording, User
from portal import demo
from portal.demo_content.pdf import make_pdf
from portal.demo_content.sign_ins import SIGN_INS
from tests import leaks
from tests.core.every_form import ANSWERS, address, controls, every_form, opened
from tests.events.test_door import key_in
from tests.factories import person, staff
from tests.members import door
from tests.portal.test_addresses import BAD, NAMED, RULES
from tests.portal.test_welsh_admin import answers

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]
#: not for Welsh readers alone: the styleguide and the mail of development, which developers see, pictures
#: Welsh of the pages without a catalogue
IN_NO_MESSAGE = "bai:"
NO_PAGE = ("sent_mail", "one_mail", "mail_frame", "wagtail", "picture", "styleguide", "page_actions", "admin_login")


@pytest.fixture(scope="module")
def network(django_db_setup, django_db_blocker):
    """The demo network, built once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.build()
        yield
        transaction.set_rollback(True)


def of_role(role: str) -> Client:
    """A browser of a visitor, or of somebody of the demo who writes in Welsh."""
    client = Client(raise_request_exception=False)
    if role != "visitor":
        user = User.objects.get(email=next(entry["email"] for entry in SIGN_INS if entry["role"] == role))
        User.objects.filter(pk=user.pk).update(language="cy")
        client.force_login(user)
    return client


def paths() -> list[str]:
    """Every page of the demo in Welsh, and every address of ours and of the account."""
    pages = [page.url for page in Page.objects.live().filter(depth__gte=2, locale__language_code="cy") if page.url]
    facts = {
        "event_book": {"pk": Date.objects.public().first().pk},
        "booking": {"token": link_token(Booking.objects.standing().first())},
        "booking_cancel": {"token": link_token(Booking.objects.standing().first())},
        "waiting": {"token": link_token(WaitingListEntry.objects.waiting().first())},
        "waiting_leave": {"token": link_token(WaitingListEntry.objects.waiting().first())},
    }
    with in_language("cy"):
        named = [
            reverse(name, kwargs={key: facts.get(name, BAD)[key] for key in NAMED[name]})
            for name in RULES
            if not name.startswith(NO_PAGE)
        ]
    searches = [
        "/cy/search/?q=ZZZZ",
        "/cy/search/?q=tŷ",
        "/cy/search/",
        "/cy/digwyddiadau/?month=2027-01",
        "/cy/nothing-here/",
    ]
    return [*dict.fromkeys([*pages, *named]), *searches]


def english_in(said, written=None, place: str = "") -> dict[str, str]:
    """What is English, with the place where it stands."""
    return dict.fromkeys(leaks.leaks(said, written), place)


@pytest.mark.parametrize("role", ["visitor", "member"])
def test_no_public_page_and_no_answer_to_a_form_is_english(network, role):
    """Every page and address, its forms sent empty and as they are."""
    client, written, found, read = of_role(role), leaks.Written(in_welsh=True), {}, 0
    with leaks.unanswered() as asked:
        for path in paths():
            with transaction.atomic():
                for answer in answers(client, path):
                    read += 1
                    said = leaks.said_in(answer)
                    found |= english_in(said, written, path) | dict.fromkeys(asked, path)
                    asked.clear()
                transaction.set_rollback(True)
    assert found == {}
    assert read > 130


def test_no_form_on_the_way_is_english(on):
    """What stands behind a code, a password or a second step: the page, and what it says of an answer that is wrong."""
    found, written, read = {}, leaks.Written(in_welsh=True), 0
    written.words |= leaks.words(ANSWERS["name"])
    with leaks.unanswered() as asked:
        for (name, *rest), (client, kwargs) in every_form(on).items():
            opened(client, address(name, **kwargs))  # where what the way here said in English is read
            path = address(name, "cy", **kwargs)
            page = opened(client, path)
            names = {control["name"] for control in controls(page) if control.get("name")}
            said = leaks.read(str(page))
            for told in ({}, dict.fromkeys(names, ""), dict.fromkeys(names, "x")):
                said += leaks.said_in(client.post(path, told | {"action_add": "1"}, follow=True))
                read += 1
            found |= english_in(said, written, " ".join((name, *rest))) | dict.fromkeys(asked, name)
            asked.clear()
    assert found == {}
    assert read > 60


def to_the_end(on) -> Iterator:
    """Each page on the way of a guest who books for two and cancels, of one who waits, and of somebody who joins."""
    guest, path = Client(), f"/cy/events/book/{on.pk}/"
    booked = ANSWERS | {"ticket": on.event.kinds_of_place[0].pk, "name_2": "Gŵen"}
    for step in (path, f"{path}people/", f"{path}check/"):
        yield (page := guest.post(step, booked, follow=True))
        booked |= {"key": key_in(page)} if page.wsgi_request.path.endswith("/check/") else {}
    token = {"token": link_token(Booking.objects.latest("pk"))}
    for name in ("booking", "booking_cancel"):
        ask = guest.get if name == "booking" else guest.post
        yield ask(address(name, "cy", **token), follow=True)
    new, email = Client(), "newydd@example.org"
    yield door.enter(new, email, "cy")
    for step, told in {"name": "Gŵen Tŷ", "here-as": ["carer"], "region": "north", "language": "cy"}.items():
        yield door.answer(new, step, "cy", **{step.replace("-", "_"): told})
    version = PrinciplesWording.objects.current().version
    yield door.answer(new, "principles", "cy", agree="on", version=version)
    assert new.get("/cy/account/").status_code == 200
    assert User.objects.get(email=email).is_member


def test_no_way_ends_in_english(on):
    """What is said once it is done: booked, cancelled, welcome."""
    written = leaks.Written(in_welsh=True)
    written.words |= leaks.words(ANSWERS["name"])
    with leaks.unanswered() as asked:
        said = [text for page in to_the_end(on) for text in leaks.said_in(page)]
    assert (leaks.leaks(said, written), asked) == (set(), set())
    assert any("Mae eich lleoedd wedi’u cadw" in text for text in said)


@pytest.mark.parametrize("name", ["403", "403_csrf", "404", "429", "500", "maintenance"])
def test_no_page_that_says_no_is_english(site, rf, name):
    """The ones that are shown when nothing else can be."""
    with leaks.unanswered() as asked, in_language("cy"):
        request = rf.get("/cy/x/")
        request.user, request.LANGUAGE_CODE, request.session = AnonymousUser(), "cy", {}
        page = render_to_string(f"{name}.html", {"minutes": 5, "wait": 5, "seconds": 300}, request=request)
    said = [text.partition(" / ")[0] for text in leaks.read(page)]  # a title in both languages
    assert ({text for text in leaks.leaks(said) if not text.startswith(IN_NO_MESSAGE)}, asked) == (set(), set())


def letters() -> Iterator[tuple[str, dict]]:
    """Each letter of ours with what it is given in each language, and each kind of notice about an account."""

    def given(name, **more):
        found = {}
        for code in ("cy", "en"):
            with in_language(code):
                found[code] = email_samples.all()[name]() | more
        return name, found

    yield from map(given, email_samples.all())
    for change in sorted(set(CHANGES.values())):
        yield given("members/account_changed", change=change, deleted_email="gwern@example.org")
    for by_us in (False, True):
        for off in (False, True):
            yield given("events/cancelled", by_us=by_us, off=off)


def names_of_people(value, key: str = "") -> Iterator[str]:
    """What a sample holds besides its English."""
    if isinstance(value, str) and key != "en":
        yield value
    elif isinstance(value, dict | list):
        for name, inner in value.items() if isinstance(value, dict) else (("", inner) for inner in value):
            yield from names_of_people(inner, key if key == "en" else str(name))


@pytest.mark.parametrize("written", ["cy", "both"])
def test_no_letter_is_english(site, written):
    """Subject, text and HTML; of a letter in both languages the first half, and of its subject what is before the stroke."""
    found, read = {}, 0
    with leaks.unanswered() as asked:
        for name, sample in letters():
            with in_language("en"):  # a letter follows its reader, whoever sends
                letter = render(name, written, sample)
            text, subject = letter.text.partition("─" * 30)[0], letter.subject.partition(" / ")[0]
            known = set().union(*map(leaks.words, names_of_people(sample["cy"])))
            shown = [text for text in leaks.read(letter.html) if text != leaks.tidy(letter.subject)]
            said = [subject, *map(leaks.tidy, text.split("\n")), *shown]
            found |= {m: name for m in leaks.leaks(said) if set(m.partition(":")[0].split()) - known}
            read += 1
        found |= dict.fromkeys(asked, "a letter")
    assert found == {}
    assert read > 25


def test_no_notice_of_the_account_library_is_english(site, rf):
    """Also those that have no template of ours: they come in the library's own words."""
    request, found = rf.get("/en/"), {}
    person_, context = person(language="cy"), {"timestamp": timezone.now(), "ip": "127.0.0.1", "user_agent": "X/1"}
    root = Path(allauth.__file__).parent / "templates"
    prefixes = {
        str(path.relative_to(root)).removesuffix("_message.txt")
        for path in root.glob("*/email/*_message.txt")
        if path.parts[-3] in ("account", "mfa") and not path.name.startswith("base_")
    }
    assert len(prefixes) > 15
    with leaks.unanswered() as asked:
        adapter = get_adapter(request)
        adapter.request = request
        for prefix in sorted(prefixes - MAILS.keys() - CHANGES.keys()):
            words = adapter._words(
                prefix, person_.email, context | {"user": person_, "password_reset_url": "https://x.example/"}, "cy"
            )
            found |= english_in(map(leaks.tidy, [words["subject"], *words["text"].split("\n")]), None, prefix)
        found |= dict.fromkeys(asked, "a notice")
    assert found == {}


def test_no_letter_of_the_admin_is_english(site):
    """What Wagtail writes to editors when something was sent in, approved or refused."""
    page, root = site.home["cy"], Path(wagtail.admin.__file__).parent / "templates"
    told = {"page": page, "title": page.title, "object": page, "user": staff(), "revision": page.save_revision()}
    told |= {"task": {"name": "Tŷ", "id": 1}, "workflow": {"name": "Tŷ"}, "settings": settings, "comment": "Tŷ"}
    names = [str(path.relative_to(root)) for path in root.glob("wagtailadmin/notifications/*_*.*")]
    assert len(names) > 20
    with leaks.unanswered() as asked, in_language("cy"):
        texts = [render_to_string(name, told) for name in names if "updated_comments" not in name]
    written = leaks.Written()
    said = [line for text in texts for line in (leaks.read(text) if "<html" in text else text.split("\n"))]
    assert (leaks.leaks(map(leaks.tidy, said), written), asked) == (set(), set())


def test_no_calendar_is_english(network):
    """Summary, description and place of each date, and the name of the file."""
    client, said = Client(), []
    written = leaks.Written(in_welsh=True)
    with leaks.unanswered() as asked:
        for date in Date.objects.public():
            answer = client.get(f"/cy/events/{date.pk}.ics")
            lines = answer.content.decode().replace("\r\n ", "").replace("\\n", " ").replace("\\", "")
            said += re.findall(r"^(?:SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME)[^:]*:(.*)", lines, re.MULTILINE)
    assert len(said) > 10
    assert (leaks.leaks(map(leaks.tidy, said), written), asked) == (set(), set())


def test_no_document_that_we_draw_is_english():
    """What the frame of a PDF says besides the words it was given."""
    sections = [("Pennawd", ["Geiriau. " * 900])]
    pdf = make_pdf(title="Tŷ", language="cy", sections=sections, principles=["trust", "assets"])
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf)]
    assert len(pages) > 1
    assert leaks.leaks(leaks.tidy(line) for page in pages for line in page.splitlines()) == set()


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Sign in</p>",
        "<p>Bookings</p>",
        "<title>Sign in</title>",
        '<meta name="description" content="A page for people who work together">',
        '<button aria-label="Close"></button>',
        '<img alt="A drawing of people">',
        '<input placeholder="Search">',
        '<input type="submit" value="Continue">',
        '<a title="Search the whole site"></a>',
        "<p>That thing was never given to a translator.</p>",
        "<p>Mae archeb Booking yma</p>",
        "<p>3 results found for Tŷ</p>",
        '<div data-w-x-value=\'{"label": "Sign in"}\'></div>',
        '<button data-confirm-text="Delete this page?"></button>',
        '<script type="application/json">{"a": [{"label": "<b>Sign in</b>"}]}</script>',
        '<p lang="cy">Sign in</p>',
        '<div lang="en"><p lang="cy">Sign in</p></div>',
    ],
)
def test_english_is_noticed_wherever_it_stands(planted):
    assert leaks.leaks(leaks.read(f'<html lang="cy">{planted}</html>'))


@pytest.mark.parametrize(
    "sound",
    [
        '<p lang="en">Sign in</p>',
        '<a lang="en" title="Sign in">English</a>',
        "<p>Mewngofnodi</p>",
        "<p>Dydd Mawrth 3 Mawrth 2027, 10am i 12:30pm</p>",
        "<style>and the</style>",
        "<p>https://example.org/sign-in, gwen@example.org, papur.pdf</p>",
    ],
)
def test_welsh_and_what_is_marked_as_english_is_left_alone(sound):
    assert leaks.leaks(leaks.read(f'<html lang="cy">{sound}</html>')) == set()


def test_a_message_without_welsh_is_noticed_though_nobody_shows_it():
    """Asked of gettext while a page is made."""
    with leaks.unanswered() as asked, in_language("cy"):
        gettext("Nobody has said this in Welsh")
        gettext("Search")
    assert asked == {"Nobody has said this in Welsh"}
