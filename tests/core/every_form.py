"""Every form of the site, and whoever stands before it."""

import time

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from members import actions
from tests.factories import organisation, person
from tests.members.door import codes

ANSWERS = {"name": "Gŵen Tŷ", "email": "gwen@example.org", "language": "cy", "places": 2}
PASSWORD = "mynydd-ac-afon-27"


def signed_in(**fields) -> Client:
    """Somebody who has just proved who they are."""
    client, user = Client(), person(**fields)
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session.save()
    client.person = user
    return client


def joining(upto: str) -> Client:
    """Somebody on their way to being a member, who still has to answer from one step on."""
    told = {"name": "", "region": "", "language": "", "here_as": ()}
    for step, answer in (("name", "Mair"), ("here_as", ("citizen",)), ("region", "mid"), ("language", "cy")):
        if step == upto:
            break
        told[step] = answer
    return signed_in(member=False, **told)


def waiting_for_code(to: str, path: str, /, **told) -> Client:
    """Somebody who has asked for a code."""
    client = Client()
    client.post(path, told)
    assert codes(to)
    return client


def with_app(client: Client) -> Client:
    """The same person with a second step."""
    TOTP.activate(client.person, generate_totp_secret())
    return client


def second_step() -> Client:
    """Somebody who gave the password and owes the second step."""
    user, client = person(password=PASSWORD), Client()
    TOTP.activate(user, generate_totp_secret())
    client.post("/en/account/login/password/", {"login": user.email, "password": PASSWORD})
    return client


def choosing_password() -> Client:
    """Somebody whose code before a new password was right."""
    user = person(password=PASSWORD)
    client = waiting_for_code(user.email, "/en/account/password/reset/", email=user.email)
    client.post(address("account_confirm_password_reset_code"), {"code": codes(user.email)[-1]})
    return client


def booking(on) -> Client:
    """A guest who books two places, after the first step."""
    client = Client()
    client.post(address("event_book", pk=on.pk), ANSWERS | {"ticket": on.event.kinds_of_place[0].pk})
    return client


def address(name: str, code: str = "en", **kwargs) -> str:
    with translation.override(code):
        return reverse(name, kwargs=kwargs)


def every_form(on) -> dict[tuple[str, ...], tuple[Client, dict]]:
    """Each page with a form: who stands before it, and the arguments of its address."""
    known = person(password=PASSWORD)
    doors = {(name,): (Client(), {}) for name in ("join", "account_login", "sign_in_with_password")}
    doors |= {(name,): (Client(), {}) for name in ("account_reset_password", "newsletter_subscribe")}
    doors |= {
        (f"join_{step}",): (joining(step), {}) for step in ("name", "here_as", "region", "language", "principles")
    }
    doors["account_email_verification_sent",] = (
        waiting_for_code("new@example.org", "/en/join/", email="new@example.org"),
        {},
    )
    doors["account_confirm_login_code",] = (waiting_for_code(known.email, "/en/account/login/", login=known.email), {})
    other = person(password=PASSWORD)
    doors["account_confirm_password_reset_code",] = (
        waiting_for_code(other.email, "/en/account/password/reset/", email=other.email),
        {},
    )
    doors["account_complete_password_reset",] = (choosing_password(), {})
    doors["mfa_authenticate",] = (second_step(), {})
    doors["account_reauthenticate",] = (signed_in(password=PASSWORD), {})
    doors["account_change_password",] = (signed_in(password=PASSWORD), {})
    doors["mfa_reauthenticate",] = (with_app(signed_in()), {})
    for name in (
        "account_email",
        "account_set_password",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "contact_preference",
        "my_data_erase",
    ):
        doors[name,] = (signed_in(), {})
    for question in ("name", "here_as", "region", "language"):
        doors["account_details_change", question] = (signed_in(), {"question": question})
    for name in ("organisation_join", "organisation_ask"):
        doors[name,] = (signed_in(), {})
    for name in ("organisation_hand_over", "organisation_invite"):
        doors[name,] = main_contact()
    doors["event_book",] = (Client(), {"pk": on.pk})
    doors["event_book_people",] = (booking(on), {"pk": on.pk})
    return doors


def main_contact() -> tuple[Client, dict]:
    """Somebody who decides for an organisation with one colleague, and the address of its pages."""
    client, place = signed_in(), organisation(name_cy="Sefydliad Cydgynhyrchu", name_en="Co-production")
    for user, role in ((client.person, "main_contact"), (person(), "colleague")):
        actions.take_role(user=user, organisation=place, role=role, now=timezone.now())
    return client, {"pk": place.pk}


def opened(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.headers.get('Location')}"
    return BeautifulSoup(answer.content, "html.parser")


def controls(page: BeautifulSoup) -> list:
    """What a person can fill in, in the page's form."""
    form = page.select_one("form#form")
    assert form is not None, page.title
    found = form.select("input:not([type=hidden]), select, textarea")
    return [control for control in found if not control.find_parent(attrs={"aria-hidden": "true"})]
