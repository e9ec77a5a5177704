"""Every page in every state, both languages, wide and narrow: nothing shuts anybody out, moves, leaks or weighs too much."""

import pytest

from portal.demo import SIGN_INS
from tests.e2e import html_checker, walks
from tests.e2e.looking import OURS, WIDE, Look

pytestmark = pytest.mark.e2e

PATIENCE = 90_000  # milliseconds
#: Both languages stand on these, Welsh first, and nothing stands before their main part that one could want to skip.
STILL = {"skips": False}
STYLEGUIDE = {"weighs": False}  # for developers alone: everything there is, on one page


class Way:
    """One language's walks, each in a window of its own, and what was seen on all of them."""

    def __init__(self, portal, browser, language: str, folder):
        self.portal, self.browser, self.language, self.folder = portal, browser, language, folder
        self.looks: list[Look] = []

    def go(self, walk, *, role: str = "", language: str = "", see=Look.at, **how) -> None:
        """Walk one way, signed in where a role is named, and look at each state."""
        context = self.browser.new_context(viewport=WIDE)
        context.set_default_timeout(PATIENCE)
        page, folder = context.new_page(), self.folder / walk.__name__
        folder.mkdir()
        look = Look(page, self.portal.url, language or self.language, folder)
        steps = walks.Walk(self.portal, page, self.language)
        if role:
            _role, email, password = next(entry for entry in SIGN_INS if entry[0] == role)
            steps.sign_in(email, password)
        for state in walk(steps):
            see(look, state, **how)
        self.looks.append(look)
        context.close()

    def troubles(self) -> dict[str, list[str]]:
        """What is wrong with each state; where the checker of HTML is missing, another test says so."""
        found = {state: wrong for look in self.looks for state, wrong in look.troubles.items() if wrong}
        files = {file: state for look in self.looks for file, state in look.files.items()}
        errors = [] if html_checker.missing() else html_checker.errors_in(files)
        return found | ({"HTML": errors} if errors else {})


@pytest.fixture(params=["cy", "en"])
def way(portal, browser, tmp_path, request):
    """The walks of one language."""
    return Way(portal, browser, request.param, tmp_path)


def test_what_everybody_reads(way):
    """Each page of the site map, what its lists can be asked, dead ends, the door, bad days, the styleguide, mail."""
    way.go(walks.pages)
    way.go(walks.outside, language="cy", **STILL)
    way.go(walks.styleguide, **STYLEGUIDE)
    way.go(walks.mails, see=Look.at_mail)
    assert len(way.looks[0].troubles) > 60, "too few pages were found"
    assert way.troubles() == {}


def test_the_ways_in(way):
    """Joining with a new account behind it, signing in, the newsletter: each form empty, wrong and filled in."""
    for walk in (walks.joining, walks.signing_in, walks.newsletter):
        way.go(walk)
    assert way.troubles() == {}


def test_places_members_and_staff(way):
    """Booking and waiting as a guest and by an offer, a member's account, the staff's screens that are ours."""
    way.go(walks.booking)
    way.go(walks.member, role="member")
    way.go(walks.staff, role="admin", see=Look.at_part, selector=OURS)
    way.go(walks.offered, role="admin")
    way.go(walks.one_language, role="admin")
    way.go(walks.called_off, role="admin")
    assert way.troubles() == {}
