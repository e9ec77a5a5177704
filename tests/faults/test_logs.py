"""What stands in a log may be read by more people than a letter: no secret of a link is ever in one."""

import urllib.error
import urllib.request

import pytest

from tests.faults.stack import wait_for

CANARY = "Qz7-kanari_SecretOfALinkInAMail-1"
PATHS = [
    "/cy/newsletter/unsubscribe/{}/",
    "/cy/newsletter/unsubscribe/{}",
    "/cy/newsletter/unsubscribe/{}/and/more/",
    "/en/newsletter/confirm/{}:1a2B3c:{}/",
    "/en/booking/{}/",
    "/cy/waiting/{}/",
    "/cy/offer/{}/accept/",
    "/en/account/password/reset/key/1-{}/",
    "/en/search/?q={}",
]


@pytest.fixture
def lines(stack):
    """The log of the web process after somebody used each link, from a page with a secret in its own address."""
    stack.start("web")
    log = stack.folder / "web.log"
    for path in PATHS:
        asked = urllib.request.Request(stack.url + path.format(CANARY, CANARY))
        asked.add_header("Referer", f"{stack.url}/cy/offer/{CANARY}/")
        try:
            urllib.request.urlopen(asked, timeout=30).read()
        except urllib.error.HTTPError as error:
            error.read()
    wait_for(lambda: "GET /en/search/" in log.read_text(), 20, "the last line is missing")  # written after its answer
    stack.kill("web")
    return log.read_text()


def test_no_secret_of_a_link_is_in_the_log_and_each_request_is(lines):
    assert "kanari" not in lines
    assert "Not Found" in lines
    for part in (
        "GET /cy/newsletter/unsubscribe/…/ ",
        "GET /en/newsletter/confirm/…/ ",
        "GET /cy/offer/…/accept/ ",
        "GET /en/search/ ",
    ):
        assert part in lines
