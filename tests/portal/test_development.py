"""The development mail reader: mail looks as in a mail program, and nothing in it runs."""

import re

import pytest

from core import mail
from core.mail import deliver
from portal import development

pytestmark = pytest.mark.django_db
WORDS = {"subject": "Pwnc", "text": "Helo", "html": '<p style="color: #123456">Helo</p><script>alert(1)</script>'}


@pytest.fixture
def address(client, settings, tmp_path):
    """The page of one message in the folder."""
    settings.MAIL_TRANSPORT, settings.MAIL_FOLDER = "folder", tmp_path
    deliver._lines.clear()
    mail.send("core/plain", to="a@example.org", language="cy", context=WORDS, key="one")
    deliver.deliver()
    deliver._lines.clear()
    (file,) = tmp_path.glob("*.eml")
    return f"/dev/mail/{file.stem}/"


def test_html_part_is_a_page_of_its_own_under_its_own_policy(client, address):
    page = client.get(address).content.decode()
    assert f'src="{address}frame/"' in page
    assert "srcdoc" not in page
    frame = client.get(f"{address}frame/")
    assert "color: #123456" in frame.content.decode()
    policy = {rule.split(" ")[0]: rule.split(" ")[1:] for rule in frame["Content-Security-Policy"].split("; ")}
    assert policy == {
        "default-src": ["'none'"],
        "img-src": ["'self'", "data:"],
        "style-src": ["'unsafe-inline'"],
        "frame-ancestors": ["'self'"],
        "sandbox": ["allow-top-navigation-by-user-activation"],
    }
    assert frame["X-Frame-Options"] == "SAMEORIGIN"


def test_unknown_message_is_not_found(client, address):
    assert client.get("/dev/mail/unknown/frame/", follow=True).status_code == 404


@pytest.fixture
def many(settings, tmp_path):
    """More messages than one page of the list takes."""
    settings.MAIL_FOLDER = tmp_path
    for number in range(development.MAILS_A_PAGE + 1):
        head = f"To: reader-{number}@example.org\nSubject: =?utf-8?q?T=C5=B7_{number}?=\n"
        (tmp_path / f"{number:04x}.eml").write_text(f"{head}Content-Type: text/plain\n\nHelo\n")


def names(client, query=""):
    """The messages a page of the list links to."""
    return set(re.findall(r'href="/dev/mail/([0-9a-f]+)/"', client.get(f"/dev/mail/{query}").content.decode()))


def test_every_message_is_on_some_page(client, many):
    first, second = names(client), names(client, "?page=2")
    assert (len(first), len(second), len(first | second)) == (100, 1, 101)


@pytest.mark.parametrize("asked", ["READER-100@", "Tŷ 100"])
def test_messages_are_found_by_address_and_by_subject(client, many, asked):
    assert names(client, f"?q={asked}") == {"0064"}
