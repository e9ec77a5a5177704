"""What people come for, in both languages: by keyboard alone, and with a telephone's pointer and no JavaScript."""

import re
from dataclasses import dataclass

import pytest

from portal.demo import SIGN_INS
from tests.e2e.hands import Keyboard, Pointer

pytestmark = pytest.mark.e2e

CODE = re.compile(r"\b\d{6}\b")
WAYS = {"keyboard": Keyboard, "pointer": Pointer}


@dataclass(frozen=True)
class Words:
    """What is met on the way in one language, and who of the demo network goes it, one for each way."""

    welcome: str
    saved: str
    booked: str
    cancelled: str
    waits: str
    offered: str
    gets_it: str
    left_it: str
    search: str
    other: str
    members: dict[str, str]
    readers: dict[str, str]
    choosers: dict[str, str]


SAID = {
    "cy": Words(
        welcome="Croeso i’r rhwydwaith",
        saved="Wedi’i gadw.",
        booked="Mae eich lle wedi’i gadw",
        cancelled="Mae eich archeb wedi’i chanslo",
        waits="Rydych chi ar y rhestr aros",
        offered="Mae lle i chi",
        gets_it="Rydych chi wedi tanysgrifio i’r cylchlythyr",
        left_it="Rydych chi wedi gadael y cylchlythyr",
        search="egwyddorion",
        other="en",
        members={"keyboard": "tomos.derwen", "pointer": "llinos.celynnen"},
        readers={"keyboard": "mabli.griafol", "pointer": "lowri.briallu"},
        choosers={"keyboard": "ffion.eithin", "pointer": "gethin.helygen"},
    ),
    "en": Words(
        welcome="Welcome to the network",
        saved="Saved.",
        booked="Your place is booked",
        cancelled="Your booking is cancelled",
        waits="You are on the waiting list",
        offered="There is a place for you",
        gets_it="You are subscribed to the newsletter",
        left_it="You have left the newsletter",
        search="principles",
        other="cy",
        members={"keyboard": "joe.rowanberry", "pointer": "zofia.brzoza"},
        readers={"keyboard": "amina.ubax", "pointer": "gloria.hibiscus"},
        choosers={"keyboard": "yusuf.zeytin", "pointer": "dot.honeysuckle"},
    ),
}


@pytest.fixture(params=["cy", "en"])
def language(request):
    """The language somebody reads in."""
    return request.param


@pytest.fixture
def said(language) -> Words:
    """What is met in that language."""
    return SAID[language]


@pytest.fixture(params=WAYS)
def hands(request, portal, page_of, language):
    """Somebody with a window of their own."""
    way = WAYS[request.param]
    return way(portal, page_of(**way.SCREEN), language)


def link_in(mail: str, part: str) -> str:
    """The address in a mail that holds some path."""
    return re.search(rf"http\S*/{part}/\S+/", mail)[0]


def test_somebody_joins(portal, hands, said):
    """An address, the code from the email, five questions, and a welcome."""
    email = f"taith-ymuno-{hands.name}-{hands.language}@example.org"
    hands.start("")
    hands.menu("a[href$='/join/']")
    hands.is_wrong("email")
    hands.write("email", email)
    hands.send()
    hands.write("code", CODE.search(portal.mail(email))[0])
    hands.send()
    hands.is_wrong("name")
    hands.write("name", "Gwennan Ŵyn-Tŷ")
    hands.send()
    hands.is_wrong("here_as")
    hands.tick("[name=here_as][value=carer]")
    hands.tick("[name=here_as][value=volunteer]")
    hands.send()
    hands.is_wrong("region")
    hands.choose("region", "north")
    hands.send()
    hands.choose("language", hands.language)
    hands.send()
    hands.is_wrong("agree")
    hands.tick("[name=agree]")
    hands.send()
    assert hands.h1 == said.welcome


def test_a_member_signs_in_and_changes_a_detail(portal, hands, said):
    """A code by email opens the account; a name that is missing is asked for again, another one stands."""
    hands.start("account/login/")
    assert hands.page.locator("[data-passkey]").is_visible() == (hands.name == "keyboard"), "it needs a script"
    signs_in(portal, hands, f"{said.members[hands.name]}@example.org")
    hands.follow("main a[href$='/account/details/']")
    hands.follow("main a[href$='/details/name/']")
    hands.write("name", "")
    hands.is_wrong("name")
    hands.write("name", "Enw Newydd Ŷd")
    hands.send()
    main = hands.page.locator("main").inner_text()
    assert said.saved in main
    assert "Enw Newydd Ŷd" in main


def signs_in(portal, hands, email: str) -> None:
    """By a code in an email, from the head of any page."""
    hands.start("")
    hands.follow(".utility-bar a[href$='/account/login/']")
    hands.write("login", email)
    hands.send()
    hands.write("code", CODE.search(portal.mail(email, "15"))[0])
    hands.send()
    assert hands.page.url.endswith("/account/")


def test_a_member_chooses_the_language_of_their_mail(portal, hands, said):
    """From their account, by one question; it is kept, and may be both."""
    signs_in(portal, hands, f"{said.choosers[hands.name]}@example.org")
    hands.follow("main a[href$='/account/details/']")
    hands.follow("main a[href$='/details/language/']")
    hands.choose("language", "both")
    hands.send()
    assert said.saved in hands.page.locator("main").inner_text()
    hands.follow("main a[href$='/details/language/']")
    assert hands.page.locator("[name=language]:checked").get_attribute("value") == "both"


def test_a_member_signs_in_by_password_and_out(hands):
    """Nothing typed is refused with a way to the question; the password opens the account, a button closes it."""
    _role, email, password = next(entry for entry in SIGN_INS if entry[0] == "member")
    hands.start("account/login/")
    hands.follow("main a[href*='/login/password/']")
    hands.is_wrong("login")
    hands.write("login", email)
    hands.write("password", password)
    hands.send()
    assert hands.page.url.endswith("/account/")
    hands.follow("form[action$='/account/logout/'] button")
    hands.start("account/")
    assert "/account/login/" in hands.page.url


def test_somebody_searches_the_whole_site(hands, said):
    """A word from the head of a page, a word that is nowhere, and something that is found."""
    hands.start("")
    hands.follow(".utility-bar a[href$='/search/']")
    hands.write("q", "zzzz")
    hands.send()
    assert not hands.page.locator(".result-row").count()
    hands.write("q", said.search)
    hands.send()
    title = hands.page.locator(".result-row__title").first.inner_text()
    hands.follow(".result-row__title a")
    assert hands.page.locator("h1").inner_text().strip() == title.strip()


def test_somebody_finds_an_event_books_and_cancels(portal, hands, said):
    """Filters, an event, two steps and an email; by its link the place is given back."""
    email = f"taith-cadw-{hands.name}-{hands.language}@example.org"
    hands.start("")
    hands.menu("a[href*='/events/'], .main-nav a[href*='/digwyddiadau/']")
    hands.open(".facets__toggle summary")
    hands.tick("[name=kind][value=meetup]")
    hands.tick("[name=way][value=online]")
    hands.follow(".facets button")
    assert set(re.findall(r"kind=\w+|way=\w+", hands.page.url)) == {"kind=meetup", "way=online"}
    hands.follow(".event-row__title a")
    hands.follow(".booking-card .button--primary")
    hands.is_wrong("name")
    details(hands, "Cadi Ŵyr", email)
    hands.send()
    assert hands.h1 == said.booked
    hands.start(link_in(portal.mail(email), "booking"))
    hands.follow("form[action*=cancel] button")
    assert hands.h1 == said.cancelled


def details(hands, name: str, email: str) -> None:
    """Who comes; then the page to check it."""
    hands.write("name", name)
    hands.write("email", email)
    hands.choose("language", hands.language)
    hands.send()
    assert name in hands.page.locator("main").inner_text()


def test_somebody_waits_and_accepts(portal, hands, said, staff, open_date, page_of):
    """The one place is taken; when it is given back, the next in line gets it by a link."""
    turn = ["cy keyboard", "cy pointer", "en keyboard", "en pointer"].index(f"{hands.language} {hands.name}")
    address = open_date(days=42 + turn, language=hands.language)
    first, email = (f"{who}-{hands.name}-{hands.language}@example.org" for who in ("taith-cyntaf", "taith-aros"))
    other = Pointer(portal, page_of(**Pointer.SCREEN), hands.language)
    other.start(address)
    details(other, "Cyntaf Ŵyr", first)
    other.send()

    hands.start(address)
    details(hands, "Ail Ŷd", email)
    hands.send()
    assert hands.h1 == said.waits
    other.start(link_in(portal.mail(first), "booking"))
    other.follow("form[action*=cancel] button")
    hands.start(link_in(portal.mail(email, "/offer/"), "offer"))
    assert hands.h1 == said.offered
    hands.follow("form[action*=accept] button")
    assert hands.h1 == said.booked


def test_somebody_finds_a_resource_and_opens_its_file(hands, said):
    """A word, a filter, a resource, and the file itself."""
    hands.start("")
    hands.menu("a[href*='/resources/'], .main-nav a[href*='/adnoddau/']")
    hands.write("q", said.search)
    hands.send()
    hands.open(".facets__toggle summary")
    hands.tick("[name=type][value=research]")
    hands.follow(".facets button")
    assert said.search in hands.page.locator("main [role=status]").inner_text()
    hands.follow(".result-row__title a")
    assert hands.take("main a[download]").read_bytes().startswith(b"%PDF")


def test_somebody_takes_the_newsletter(portal, hands, said):
    """Asked for at the foot of a page, and confirmed by a link."""
    email = f"taith-darllen-{hands.name}-{hands.language}@example.org"
    hands.start("")
    hands.follow("footer a[href$='/newsletter/subscribe/']")
    hands.is_wrong("email")
    hands.write("email", email)
    hands.choose("language", hands.language)
    hands.tick("[name=agreed]")
    hands.send()
    hands.start(link_in(portal.mail(email), "newsletter/confirm"))
    hands.send()
    assert hands.h1 == said.gets_it


def test_a_reader_leaves_the_newsletter(portal, hands, said):
    """By the link in an issue, whose page does nothing before its button is pressed."""
    issue = portal.mail(f"{said.readers[hands.name]}@example.org", "/newsletter/unsubscribe/")
    hands.start(link_in(issue, "newsletter/unsubscribe"))
    hands.send()
    assert hands.h1 == said.left_it


def test_the_switch_keeps_what_was_typed(hands, said):
    """In the middle of booking, on to the other language, and on to the check of the answers."""
    hands.start("")
    hands.menu("a[href*='/events/'], .main-nav a[href*='/digwyddiadau/']")
    hands.follow(".event-row__action a")
    hands.write("name", "Siân Ŵyn")
    hands.write("email", "taith-iaith@example.org")
    hands.language = said.other
    hands.follow(".language-switch")
    assert f"/{said.other}/" in hands.page.url
    assert hands.page.locator("[name=name]").input_value() == "Siân Ŵyn"
    assert hands.page.locator("[name=email]").input_value() == "taith-iaith@example.org"
    hands.choose("language", said.other)
    hands.send()
    assert "Siân Ŵyn" in hands.page.locator(".summary-list").inner_text()


def test_somebody_leafs_through_the_months_to_an_event(hands):
    """The month after the next one with dates, an event in it, and the file for one's own calendar."""
    hands.start("")
    hands.menu("a[href*='/events/'], .main-nav a[href*='/digwyddiadau/']")
    hands.follow(".views__link[href*='month']")
    following = hands.page.locator(".month__way[rel=next]").get_attribute("href")
    assert re.search(r"month=\d{4}-\d\d", following)
    hands.follow(".month__way[rel=next]")
    assert hands.page.url.endswith(following)
    hands.follow(".month__link")
    calendar = hands.take("main a[href$='.ics']").read_text()
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert hands.h1[:30] in calendar.replace("\r\n ", "").replace("\\", "")


def test_escape_shuts_the_menu_of_a_telephone(portal, page_of, language):
    """Opened by Enter, left by Escape: focus is back on the button, and Tab goes on below."""
    page = page_of(viewport={"width": 375, "height": 800}, reduced_motion="reduce")
    hands = Keyboard(portal, page, language)
    hands.start("")
    hands.turn(".menu-toggle summary")
    hands.reach(".main-nav li:nth-child(2) a")
    page.keyboard.press("Escape")
    assert not page.locator(".main-nav").is_visible()
    assert page.locator(".menu-toggle summary").evaluate("button => button === document.activeElement")
    hands.stop()
    assert page.locator("main :focus").count()
