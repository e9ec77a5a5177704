"""The step of the code: what counts as a try, asking again, Back and Forward. To join, to sign in, to choose a password."""

import time
from dataclasses import dataclass

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from members import actions
from members.models import User
from tests.factories import person
from tests.members.door import codes, enter, give_address, give_code, path, resend, said, templates, wrong_for

pytestmark = pytest.mark.django_db
EMAIL = "heulwen@example.org"
LANGUAGES = ("cy", "en")


@pytest.fixture(autouse=True)
def wordings(db):
    actions.ensure_wordings()


@dataclass(frozen=True)
class Door:
    """One of the three ways that lead over a code."""

    asks: str
    takes: str
    field: str

    def ask(self, client, language="en", email=EMAIL):
        """Give the address."""
        return client.post(f"/{language}/{self.asks}/", {self.field: email}, follow=True)

    def give(self, client, code, language="en"):
        """Give a code."""
        return client.post(f"/{language}/{self.takes}/", {"code": code}, follow=True)


JOIN = Door("join", "account/confirm-email", "email")
SIGN_IN = Door("account/login", "account/login/code/confirm", "login")
PASSWORD = Door("account/password/reset", "account/password/reset/confirm", "email")
DOORS = pytest.mark.parametrize("door", [JOIN, SIGN_IN, PASSWORD], ids=["join", "sign_in", "password"])
IN_BOTH = pytest.mark.parametrize("language", LANGUAGES)


def known(door: Door) -> None:
    """Signing in and a new password need an account."""
    if door is not JOIN:
        person(EMAIL)


def later(seconds: int = 60):
    """After a while."""
    return time_machine.travel(time.time() + seconds)


@DOORS
@IN_BOTH
def test_what_is_no_code_is_no_try(client, door, language):
    known(door)
    door.ask(client, language)
    for typed, word in (
        ("", {"cy": "Rhowch y cod", "en": "Enter the code"}),
        ("abc", {"cy": "6 digid yn y cod", "en": "The code has 6 digits"}),
        ("12", {"cy": "6 digid yn y cod", "en": "The code has 6 digits"}),
        ("１２３４５６", {"cy": "6 digid yn y cod", "en": "The code has 6 digits"}),
    ):
        page = door.give(client, typed, language)
        assert path(page) == f"/{language}/{door.takes}/"
        assert word[language] in page.content.decode(), typed
    for _turn in range(2):
        assert path(door.give(client, wrong_for(EMAIL), language)) == f"/{language}/{door.takes}/"
    assert path(door.give(client, codes(EMAIL)[0], language)) not in (
        f"/{language}/{door.takes}/",
        f"/{language}/{door.asks}/",
    )


@DOORS
@IN_BOTH
def test_the_third_wrong_code_leads_back_and_says_why(client, door, language):
    """Whoever joins stays in joining; the code in the email is over, and a new one may be asked for."""
    known(door)
    door.ask(client, language)
    for _turn in range(2):
        door.give(client, wrong_for(EMAIL), language)
    page = door.give(client, wrong_for(EMAIL), language)
    assert path(page) == f"/{language}/{door.asks}/"
    assert {"cy": "cod anghywir wedi’i roi dair gwaith", "en": "a wrong one was typed three times"}[language] in said(
        page
    )
    page = door.give(client, codes(EMAIL)[0], language)
    assert path(page) == f"/{language}/{door.asks}/"
    assert {"cy": "yn gweithio bellach", "en": "no longer works"}[language] in said(page)
    assert "_auth_user_id" not in client.session
    with later():
        door.ask(client, language)
        assert path(door.give(client, codes(EMAIL)[1], language)) not in (
            f"/{language}/{door.takes}/",
            f"/{language}/{door.asks}/",
        )


@DOORS
def test_a_code_that_is_over_says_so_once(client, door):
    known(door)
    door.ask(client)
    with later(16 * 60):
        page = client.get(f"/en/{door.takes}/", follow=True)
        assert path(page) == f"/en/{door.asks}/"
        assert "no longer works" in said(page)
        assert said(client.get(f"/en/{door.takes}/", follow=True)) == ""


@pytest.mark.parametrize("door", [JOIN, SIGN_IN], ids=["join", "sign_in"])
@IN_BOTH
def test_a_new_code_asked_for_too_soon_leaves_the_first_one_good(client, door, language):
    known(door)
    door.ask(client, language)
    door.give(client, "12", language)
    for _turn in range(2):
        page = resend(client, language, door.takes.removeprefix("account/"))
        assert path(page) == f"/{language}/{door.takes}/"
        assert {"cy": "newydd anfon e-bost atoch", "en": "just sent you an email"}[language] in said(page)
    assert len(codes(EMAIL)) == 1
    assert path(door.give(client, codes(EMAIL)[0], language)) not in (
        f"/{language}/{door.takes}/",
        f"/{language}/{door.asks}/",
    )


@pytest.mark.parametrize("door", [JOIN, SIGN_IN], ids=["join", "sign_in"])
def test_two_new_codes_may_be_asked_for_and_a_third_is_calmly_refused(client, door):
    known(door)
    door.ask(client)
    for minutes in (1, 2, 3):
        with later(minutes * 60):
            page = resend(client, page=door.takes.removeprefix("account/"))
            assert ("just sent you" in said(page)) == (minutes == 3)
    assert len(set(codes(EMAIL))) == 3
    assert path(door.give(client, codes(EMAIL)[2])) not in (f"/en/{door.takes}/", f"/en/{door.asks}/")


@DOORS
@IN_BOTH
def test_an_address_given_again_too_soon_leads_back_to_the_code_that_waits(client, door, language):
    """Somebody else, who has no code here, stays on the first page and learns nothing."""
    known(door)
    for _turn in range(1 if door is JOIN else 3):
        door.ask(client, language)
    page = door.ask(client, language, EMAIL.upper())
    assert (page.status_code, path(page)) == (200, f"/{language}/{door.takes}/")
    assert {"cy": "newydd anfon e-bost atoch", "en": "just sent you an email"}[language] in said(page)
    other = door.ask(Client(), language)
    assert (other.status_code, path(other)) == (200, f"/{language}/{door.asks}/")
    assert {"cy": "am god yn rhy aml", "en": "asked for too often"}[language] in other.content.decode()
    assert EMAIL in other.content.decode()
    assert path(door.give(client, codes(EMAIL)[-1], language)) not in (
        f"/{language}/{door.takes}/",
        f"/{language}/{door.asks}/",
    )


@DOORS
@IN_BOTH
def test_back_and_forward_leave_the_code_good(client, door, language):
    known(door)
    door.ask(client, language)
    assert path(client.get(f"/{language}/{door.asks}/", follow=True)) == f"/{language}/{door.asks}/"
    assert EMAIL in client.get(f"/{language}/{door.takes}/").content.decode()
    assert path(door.give(client, codes(EMAIL)[0], language)) not in (
        f"/{language}/{door.takes}/",
        f"/{language}/{door.asks}/",
    )


def test_who_comes_back_from_the_code_finds_their_address(client):
    give_address(client, EMAIL)
    assert f'value="{EMAIL}"' in client.get("/en/join/").content.decode()
    assert EMAIL not in Client().get("/en/join/").content.decode()


@DOORS
def test_another_address_starts_afresh(client, door):
    other = "aled@example.org"
    known(door)
    door.ask(client, email=other)
    client.get(f"/en/{door.asks}/")
    page = door.ask(client)
    assert EMAIL in page.content.decode()
    assert other not in page.content.decode()
    assert path(door.give(client, codes(EMAIL)[0])) not in (f"/en/{door.takes}/", f"/en/{door.asks}/")


@IN_BOTH
def test_an_account_that_nobody_came_in_to_may_be_joined_again(client, language):
    """With a new code, from the same browser or another; the old one is over."""
    give_address(client, EMAIL, language)
    with later():
        give_address(client, EMAIL, language)
    visitor = Client()
    with later(120):
        give_address(visitor, EMAIL, language)
        assert templates(EMAIL) == ["members/join_requested"] * 3
        assert path(give_code(visitor, codes(EMAIL)[2], language)) == f"/{language}/join/name/"
        assert path(give_code(client, codes(EMAIL)[0], language)) == f"/{language}/account/confirm-email/"
    with later(180):
        give_address(Client(), EMAIL, language)
    assert templates(EMAIL)[-1] == "members/account_found"
    assert User.objects.get().emailaddress_set.get().verified


@pytest.mark.parametrize(
    "proved", [{"is_active": False}, {"last_login": "2026-01-02T10:00:00Z"}, {}], ids=["closed", "was in", "verified"]
)
def test_an_account_that_is_somebodys_is_not_joined_again(client, proved):
    user = actions.open_account(email=EMAIL, verified=not proved)
    User.objects.filter(pk=user.pk).update(**(proved or {"name": "Heulwen"}))
    assert path(give_address(client, EMAIL)) == "/en/account/confirm-email/"
    assert templates(EMAIL) == ["members/account_found"]


def test_joining_an_account_again_is_limited_like_signing_in(client):
    """Three guesses at each of twenty codes a day."""
    began = time.time()
    for turn in range(25):
        with time_machine.travel(began + turn * 120):
            give_address(Client(), EMAIL)
    assert len(codes(EMAIL)) == 20


@IN_BOTH
def test_back_after_the_right_code_leads_to_where_joining_stands(client, language):
    enter(client, EMAIL, language)
    assert path(client.get(f"/{language}/account/confirm-email/", follow=True)) == f"/{language}/join/name/"
    assert path(give_code(client, codes(EMAIL)[0], language)) == f"/{language}/join/name/"


def test_who_has_an_account_may_sign_in_from_the_code_of_joining(client):
    """The page says so, and its link leads there."""
    person(EMAIL)
    give_address(client, EMAIL)
    assert path(client.get("/en/account/login/", follow=True)) == "/en/account/login/"
    SIGN_IN.ask(client)
    assert path(client.get("/en/account/confirm-email/", follow=True)) == "/en/join/"
    assert EMAIL not in client.get("/en/join/").content.decode()
    assert path(SIGN_IN.give(client, codes(EMAIL)[-1])) == "/en/account/"


@pytest.mark.parametrize(("owes_second_step", "leads_to"), [(False, "/en/account/"), (True, "/en/join/")])
def test_whoever_comes_in_otherwise_meets_no_code_of_somebody_elses(client, owes_second_step, leads_to):
    give_address(client, EMAIL)
    user = person("aled@example.org", password="cwtsh-a-thri-phaned")
    if owes_second_step:
        TOTP.activate(user, generate_totp_secret())
    client.post("/en/account/login/password/", {"login": user.email, "password": "cwtsh-a-thri-phaned"})
    assert path(client.get("/en/account/confirm-email/", follow=True)) == leads_to


@IN_BOTH
def test_three_wrong_codes_for_a_new_address_lead_back_to_changing_it(client, language):
    client.force_login(person(EMAIL))
    client.post(f"/{language}/account/email/", {"action_add": "1", "email": "new@example.org"})
    for _turn in range(3):
        page = give_code(client, wrong_for("new@example.org"), language)
    assert path(page) == f"/{language}/account/email/"
    assert {"cy": "dair gwaith", "en": "three times"}[language] in said(page)
    assert EmailAddress.objects.get().email == EMAIL


@IN_BOTH
def test_the_page_of_too_many_tries_is_true_and_leads_on(client, language):
    for turn in range(21):
        page = client.post(f"/{language}/join/", {"email": f"p{turn}@example.org"})
    words = page.content.decode()
    assert page.status_code == 429
    assert {"cy": "bum munud", "en": "five minutes"}[language] not in words
    main = words.split("<main")[1].split("</main")[0]
    assert f'href="/{language}/join/"' in main
    assert f'href="/{language}/"' in main
