"""The staff admin speaks the language of the person who is signed in."""

import pytest
from wagtail.admin.mail import send_notification
from wagtail.users.models import UserProfile

from members import actions
from tests.factories import staff

PASSWORD = "pawb-gydan-gilydd"


def language(client, address: str = "/cms/") -> str:
    """The language that a page says it is in."""
    return client.get(address).content.decode().partition('lang="')[2][:2]


def sign_in(client, user, code: str):
    """Through the account's own door, as whoever is sent there from the admin."""
    form = {"login": user.email, "password": PASSWORD}
    return client.post(f"/{code}/account/login/password/?next=/cms/", form)


@pytest.mark.parametrize(
    ("written", "door", "spoken"),
    [
        ("cy", "en", "cy"),
        ("en", "cy", "en"),
        ("both", "en", "en"),
        ("both", "cy", "cy"),
        ("", "en", "en"),
        ("", "cy", "cy"),
    ],
)
def test_the_admin_opens_in_the_written_language_or_in_that_of_the_door(client, site, written, door, spoken):
    """Signed in on the Welsh or the English site, with a browser that asks for the other language."""
    user = staff(language=written, password=PASSWORD)
    assert sign_in(client, user, door).url == "/cms/"
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en" if spoken == "cy" else "cy"
    assert language(client) == spoken
    assert language(client, "/cms/account/") == spoken


def test_without_a_known_door_the_admin_is_welsh(client, site):
    """A session that began elsewhere, and nobody asked about languages."""
    client.force_login(staff(language=""))
    assert language(client) == "cy"


def test_a_new_written_language_is_followed_at_once(client, site):
    """Changed on the site's own page, while signed in and with an admin profile."""
    user = staff(language="en")
    client.force_login(user)
    UserProfile.get_for_user(user)
    assert language(client) == "en"
    actions.describe(user=user, language="cy")
    assert language(client) == "cy"


def test_what_was_chosen_in_the_admin_counts_more(client, site):
    """Somebody who writes in Welsh may want the admin in English."""
    user = staff(language="cy")
    client.force_login(user)
    form = {"name_email-name": user.name, "name_email-language": "cy", "locale-preferred_language": "en"}
    theme = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
    client.post("/cms/account/", form | theme)
    assert language(client) == "en"
    assert UserProfile.objects.get(user=user).preferred_language == "en"


def test_mail_of_the_admin_is_in_its_readers_language(site, mailoutbox):
    """An English-speaking colleague sends; the reader writes in Welsh."""
    reader = staff(language="cy")
    UserProfile.get_for_user(reader)
    send_notification([reader], "approved", {"revision": site.home["cy"].save_revision()})
    assert "chymeradwyo" in mailoutbox[0].subject
