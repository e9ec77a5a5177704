"""The development mail reader: mail looks as in a mail program, and nothing in it runs."""

import pytest

from core import mail
from core.mail import deliver

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
