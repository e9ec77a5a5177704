"""Walks through the portal: each shows one state after the other in a browser, and says what it is; whoever walks looks."""

import re
from collections.abc import Iterator
from functools import partial
from urllib.parse import parse_qs, urlsplit

from django.template.loader import render_to_string

from portal.demo import PASSWORD as DEMO_PASSWORD

TITLES = {"cy": "Preifatrwydd", "en": "Privacy"}  # of a page that stands in both languages
NOBODY = "neb@example.org"
PASSWORD = f"{DEMO_PASSWORD}-eto"
#: of the issue that the demo has sent, and nobody else's in these tests
READERS = {"cy": "cadi.rhosyn@example.org", "en": "farah.nargis@example.org"}
STILL = ("500.html", "maintenance.html")
LISTS = (
    *("newsletter/", "mail/", "bookings/", "waiting_list/", "changes/", "events/", "dates/"),
    *("memberships/", "organisations/", "dates/new/"),
)


class Walk:
    """A browser's page on its way through one language of the portal, and the mail that arrives meanwhile."""

    def __init__(self, portal, page, language: str):
        self.portal, self.page, self.language = portal, page, language

    def go(self, path: str) -> str:
        """Open an address under the language of this walk; the path is the name of the state."""
        self.page.goto(f"{self.portal.url}/{self.language}/{path}")
        return path

    def press(self, button: str = "main form button[type=submit]") -> None:
        """Press a button that leads to a page, and wait for it."""
        with self.page.expect_navigation():
            self.page.locator(button).first.click()

    def fill(self, **answers: str) -> None:
        """Type into the questions of a form; a choice is made by its value, or by True for the first one."""
        for name, answer in answers.items():
            question = self.page.locator(f"main [name={name}]:not([type=hidden])").first
            kind = question.evaluate("each => each.localName === 'select' ? 'select' : each.type")
            if kind in ("radio", "checkbox"):
                chosen = question if answer is True else self.page.locator(f"main [name={name}][value='{answer}']")
                chosen.check()
            elif kind == "select":
                question.select_option(answer)
            else:
                question.fill(answer)

    def sign_in(self, email: str, password: str) -> None:
        """Sign in with a password."""
        self.go("account/login/password/")
        self.fill(login=email, password=password)
        self.press()
        self.page.wait_for_url("**/account/")

    def code(self, email: str) -> str:
        """The code in the newest mail to somebody."""
        return re.search(r"\b\d{6}\b", self.portal.mail(email))[0]

    def link(self, part: str, to: str) -> str:
        """The path under the language of an address in the newest mail to somebody that has one like it."""
        return re.search(rf"http\S*?/(?:cy|en)/({part}/\S+/)", self.portal.mail(to, f"/{part}/"))[1]


def pages(walk: Walk) -> Iterator[str]:
    """Every page of the site map, what its lists can be asked, and what stands where nothing else does."""
    portal, page, language = walk.portal, walk.page, walk.language
    listed = page.request.get(f"{portal.url}/{language}/sitemap.xml").text()
    queries = {}
    for address in re.findall(r"<loc>([^<]+)</loc>", listed):
        page.goto(address)
        yield urlsplit(address).path
        for link in page.locator("main a[href*='?']").evaluate_all("all => all.map(a => a.href)"):
            if link.startswith(portal.url):
                queries.setdefault((urlsplit(link).path, *parse_qs(urlsplit(link).query)), link)
    for link in queries.values():
        page.goto(link)
        yield urlsplit(link).path + "?" + urlsplit(link).query
    word, nothing = ("cydgynhyrchu", "zzz")
    events, resources = ("digwyddiadau", "adnoddau") if language == "cy" else ("events", "resources")
    for path in (
        *(
            "search/",
            f"search/?q={word}",
            f"search/?q={nothing}",
            f"{resources}/?q={nothing}",
            f"{events}/?month=2020-01",
        ),
        *(f"{resources}/?q={word}&type=case-study&type=toolkit", "newsletter/asked/", "newsletter/confirmed/"),
        *("newsletter/confirm/dim/", "booking/dim/", "dim-byd/", "account/inactive/"),
    ):
        yield walk.go(path)


def outside(walk: Walk) -> Iterator[str]:
    """The door, which has both languages, and what is shown when the portal itself cannot answer."""
    page, url = walk.page, walk.portal.url
    policy = page.goto(f"{url}/").headers["content-security-policy"]
    yield "the door"
    for name in STILL:
        html = render_to_string(name)  # as Django does it: without any context
        answer = {"body": html, "headers": {"Content-Type": "text/html", "Content-Security-Policy": policy}}
        page.route(f"{url}/{name}", partial(_answer, answer))
        page.goto(f"{url}/{name}")
        yield name


def _answer(answer: dict, route) -> None:
    route.fulfill(**answer)


def styleguide(walk: Walk) -> Iterator[str]:
    """Every component and block of ours on one page."""
    for query in ("", "?scheme=dark"):
        yield walk.go(f"styleguide/{query}")


def mails(walk: Walk) -> Iterator[str]:
    """Every message that leaves the portal, to somebody who reads both languages."""
    walk.go("styleguide/")
    links = walk.page.locator("main a[href*='written=both']")
    for link in links.evaluate_all("all => all.map(a => a.href)"):
        walk.page.goto(link)
        yield parse_qs(urlsplit(link).query)["email"][0]


def joining(walk: Walk) -> Iterator[str]:
    """From an address to a member, each step empty, wrong and filled in; then a new member's account."""
    email = f"edrych-{walk.language}@example.org"
    walk.go("join/")
    walk.press()
    yield "join: nothing typed"
    walk.fill(email=email)
    yield "join: an address typed"
    walk.press()
    yield "join: the code"
    walk.fill(code="000000")
    walk.press()
    yield "join: a wrong code"
    walk.fill(code=walk.code(email))
    walk.press()
    answers = {"name": "Gwennan Ŵyn-Tŷ", "here_as": True, "region": True, "language": walk.language, "agree": True}
    for name, answer in answers.items():
        yield f"join: {name}"
        walk.press()
        yield f"join: {name} left out"
        walk.fill(**{name: answer})
        yield f"join: {name} filled in"
        walk.press()
    yield "join: welcome"
    yield from new_account(walk)


def new_account(walk: Walk) -> Iterator[str]:
    """What an account offers to somebody who has just joined: nothing booked, a first password, safer ways in."""
    for path in (
        "account/",
        "account/details/",
        "account/mail/",
        "account/contact/",
        "account/sessions/",
        "account/2fa/",
        "account/password/set/",
        "account/email/",
    ):
        yield walk.go(path)
    for path in ("account/data/", "account/data/everything/", "account/data/leave/", "account/data/erase/"):
        yield walk.go(path)
    walk.go("account/email/")
    walk.fill(email="dim-cyfeiriad")
    walk.press()
    yield "account/email/: no address"
    walk.go("account/password/set/")
    walk.fill(password1="1234", password2="4321")
    walk.press()
    yield "account/password/set/: too easy"
    walk.fill(password1=PASSWORD, password2=PASSWORD)
    walk.press()
    yield "a password set"
    for question in ("name", "here-as", "region", "language"):
        walk.go(f"account/details/{question.replace('-', '_')}/")
        yield f"account/details/{question}/"
    walk.go("account/details/name/")
    walk.fill(name="")
    walk.press()
    yield "account/details/name/: left out"
    walk.fill(name="Gwennan Ŵyn")
    walk.press()
    yield "account/details/: saved"
    walk.page.goto(f"{walk.portal.url}/cms/")
    yield "no business in the admin"
    yield walk.go("account/logout/")
    walk.page.context.clear_cookies()
    walk.press()
    yield "a form without its token"


def signing_in(walk: Walk) -> Iterator[str]:
    """By code and by password, with what can go wrong, up to too many tries."""
    page = walk.page
    yield walk.go("account/login/")
    walk.press()
    yield "account/login/: nothing typed"
    yield walk.go("account/login/password/")
    walk.fill(login=NOBODY, password="anghywir")
    walk.press()
    yield "account/login/password/: wrong"
    yield walk.go("account/password/reset/")
    walk.press()
    yield "account/password/reset/: nothing typed"
    walk.fill(email=NOBODY)
    walk.press()
    yield "account/password/reset/: the code"
    for turn in range(4):
        page.context.clear_cookies()
        walk.go("account/login/")
        walk.fill(login=f"{walk.language}-{NOBODY}")
        walk.press()
        if turn == 0:
            yield "account/login/: the code"
            walk.fill(code="000000")
            walk.press()
            yield "account/login/: a wrong code"
    yield "too many tries"


def booking(walk: Walk) -> Iterator[str]:
    """A guest books for two and gives it back, waits for a full date and leaves, with everything that can go wrong."""
    email = f"gwestai-{walk.language}@example.org"
    walk.go(dates(walk, full=False)[0])
    yield "book"
    walk.press()
    yield "book: nothing typed"
    walk.fill(name="Gwestai Ŷd", email=email, language=walk.language, places="2")
    yield "book: filled in"
    walk.press()
    yield "book: who else"
    walk.press()
    yield "book: who else, nobody named"
    walk.page.locator("main input[type=text]").first.fill("Cyfaill")
    walk.press()
    yield "book: check"
    walk.press()
    yield "booked"
    link = walk.link("booking", email)
    walk.go(link)
    yield "my booking"
    walk.press("form[action*=cancel] button")
    yield "given back"
    walk.page.context.clear_cookies()
    walk.go(dates(walk, full=True)[0])
    yield "wait"
    walk.fill(name="Gwestai Ŷd", email=email, language=walk.language)
    walk.press()
    yield "wait: check"
    walk.press()
    yield "waiting"
    walk.go(walk.link("waiting", email))
    yield "my place in line"
    walk.press("form[action*=leave] button")
    yield "left the line"


def dates(walk: Walk, *, full: bool) -> list[str]:
    """Where dates are booked that have places left, or none."""
    walk.go("digwyddiadau/" if walk.language == "cy" else "events/")
    found = walk.page.locator("main a[href*='/book/']").evaluate_all("all => all.map(a => a.pathname)")
    waits = 'type="hidden" name="wait"'
    return [
        link.split("/", 2)[2]
        for link in dict.fromkeys(found)
        if (waits in walk.page.request.get(walk.portal.url + link).text()) is full
    ]


def newsletter(walk: Walk) -> Iterator[str]:
    """Ask and confirm; the way out is in the mail that an issue is."""
    email = f"darllenydd-{walk.language}@example.org"
    walk.go("newsletter/subscribe/")
    walk.press()
    yield "newsletter/subscribe/: nothing typed"
    walk.fill(email=email, language=walk.language, agreed=True)
    yield "newsletter/subscribe/: filled in"
    walk.press()
    walk.go(walk.link("newsletter/confirm", email))
    yield "newsletter/confirm/"
    walk.press()
    yield "newsletter/confirmed/"
    walk.go(walk.link("newsletter/unsubscribe", to=READERS[walk.language]))
    yield "newsletter/unsubscribe/"
    walk.press()
    yield "newsletter/unsubscribe/: left"
    walk.press()
    yield "newsletter/confirmed/: back again"


def member(walk: Walk) -> Iterator[str]:
    """What somebody sees who has been here for a while: places booked, a password, member's rates."""
    walk.go("account/")
    yield "account/: with places"
    for link in walk.page.locator("main a[href*='/booking/'], main a[href*='/waiting/']").evaluate_all(
        "all => all.map(a => a.pathname)"
    ):
        yield walk.go(link.split("/", 2)[2])
    for path in ("", "account/2fa/", "account/2fa/webauthn/", "account/reauthenticate/", "account/password/change/"):
        yield walk.go(path) + ": signed in"
    walk.press()
    yield "account/password/change/: nothing typed"
    walk.go("account/reauthenticate/?next=" + f"/{walk.language}/account/2fa/totp/activate/")
    walk.fill(password="anghywir")
    walk.press()
    yield "account/reauthenticate/: wrong"
    walk.fill(password=DEMO_PASSWORD)
    walk.press()
    yield "account/2fa/totp/activate/"
    walk.press()
    yield "account/2fa/totp/activate/: nothing typed"
    yield walk.go("account/2fa/webauthn/add/")
    walk.go(dates(walk, full=True)[0])
    yield "book: signed in"


def staff(walk: Walk) -> Iterator[str]:
    """The screens of the admin that are ours: the newsletter as it was sent, mail, bookings, people.

    What stands before sending is looked at in test_sending, which has an issue to send.
    """
    cms, page = f"{walk.portal.url}/cms/", walk.page
    for path in LISTS:
        page.goto(cms + path)
        yield f"cms/{path}"
    walk.press("main form button[type=submit]")
    yield "cms/dates/new/: nothing typed"
    page.goto(f"{cms}newsletter/")
    sent = page.locator("main a[href$='/progress/']").first.get_attribute("href")
    for path in (sent, sent.replace("/progress/", f"/email/{walk.language}/")):
        page.goto(walk.portal.url + path)
        yield re.sub(r"\d+", "…", path[1:])
    yield from cancelling(walk, cms)
    yield from two_languages(walk, cms)


def cancelling(walk: Walk, cms: str) -> Iterator[str]:
    """A booking of a date that somebody waits for, looked at and about to be cancelled; and the date itself."""
    page = walk.page
    page.goto(f"{cms}bookings/?state=confirmed")
    page.goto(walk.portal.url + page.locator("main a[href*='/inspect/']").first.get_attribute("href"))
    yield "cms/bookings/inspect/"
    walk.press("main a[href$='/cancel/']")
    yield "cms/bookings/…/cancel/"
    walk.press("main form [type=submit]")
    yield "cms/bookings/…/cancel/: no reason"
    page.goto(f"{cms}dates/{re.search(r'[0-9]+', dates(walk, full=False)[0])[0]}/cancel/")
    yield "cms/dates/…/cancel/"


def two_languages(walk: Walk, cms: str) -> Iterator[str]:
    """The board, why a page does not go live, the words of a page for a translator, and a file that is none."""
    page = walk.page
    for asked in ("", "?state=missing", "?q=zzz"):
        page.goto(f"{cms}languages/{asked}")
        yield f"cms/languages/{asked}"
    number = some_page(walk)
    page.goto(f"{cms}languages/{number}/publish/")
    yield "cms/languages/…/publish/"
    page.goto(f"{cms}languages/{number}/words/")
    yield "cms/languages/…/words/"
    page.locator("main [type=file]").set_input_files({"name": "dim.po", "mimeType": "text/plain", "buffer": b"dim"})
    walk.press("main form[enctype] [type=submit]")
    yield "cms/languages/…/words/: not a file of words"


def some_page(walk: Walk) -> str:
    """The number of a page that stands in both languages: the one about privacy, in the language of the walk."""
    walk.page.goto(f"{walk.portal.url}/cms/languages/?q={TITLES[walk.language]}")
    edit = walk.page.locator(f"main td:nth-of-type({1 + ['cy', 'en'].index(walk.language)}) a[href$='/edit/']").first
    return re.search(r"[0-9]+", edit.get_attribute("href"))[0]


def one_language(walk: Walk) -> Iterator[str]:
    """A page leaves one language for a reason; its readers there are told, until it comes back."""
    page, cms = walk.page, f"{walk.portal.url}/cms/"
    number = some_page(walk)
    page.goto(f"{cms}pages/{number}/unpublish/")
    page.locator("[name=languages][value=one]").check()
    page.locator("[name=reason]").fill("Wrthi’n ei hailysgrifennu.")
    walk.press("main form [type=submit]")
    staff = page.context.cookies()
    page.context.clear_cookies()
    other = "en" if walk.language == "cy" else "cy"
    page.goto(f"{walk.portal.url}/{other}/")
    page.goto(page.locator(f"footer a:has-text('{TITLES[other]}')").first.evaluate("link => link.href"))
    walk.press(".language-switch")
    yield "a page that is in the other language only"
    page.context.add_cookies(staff)
    page.goto(f"{cms}bulk/wagtailcore/page/publish/?id={number}&next=/cms/")
    walk.press("main form [type=submit]")


def called_off(walk: Walk) -> Iterator[str]:
    """A date that the staff call off cannot be booked any more."""
    cms, last = f"{walk.portal.url}/cms/", dates(walk, full=False)[-1]
    walk.page.goto(f"{cms}dates/{re.search(r'[0-9]+', last)[0]}/cancel/")
    walk.fill(why="Eira.")
    walk.press("main form [type=submit]")
    walk.page.context.clear_cookies()
    yield walk.go(last) + ": called off"


def offered(walk: Walk) -> Iterator[str]:
    """Somebody gives their place on a full date back; whoever is first in line is offered it, and takes it."""
    cms = f"{walk.portal.url}/cms/"
    for full in dates(walk, full=True):
        number = re.search(r"[0-9]+", full)[0]
        walk.page.goto(f"{cms}waiting_list/?date={number}&state=waiting")
        if walk.page.locator("main a[href*='/inspect/']").count():
            break
    walk.page.goto(f"{cms}bookings/?date={number}&state=confirmed")
    booking = walk.page.locator("main a[href*='/inspect/']").first.get_attribute("href")
    walk.page.goto(f"{cms}bookings/{re.search(r'[0-9]+', booking)[0]}/cancel/")
    walk.fill(why="Gofynnodd amdano.")
    walk.press("main form [type=submit]")
    walk.page.context.clear_cookies()
    walk.go(walk.link("offer", ""))
    yield "a place is offered"
    walk.press("form[action*=accept] button")
    yield "the place is taken"
