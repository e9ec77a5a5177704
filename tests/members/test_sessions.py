"""Where somebody is signed in: what the page says, what it ends, and what ends by itself."""

import html
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.usersessions.models import UserSession
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from members import actions
from members.sessions import browser_of, device_of
from tests.core.every_form import PASSWORD, signed_in
from tests.factories import person
from tests.members.door import codes, heading, path, said

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1"
PAGE = "/en/account/sessions/"


def device(user, agent: str = FIREFOX) -> Client:
    """Somebody's browser, signed in and used once."""
    client = Client(HTTP_USER_AGENT=agent)
    client.force_login(user)  # without saying which browser it is
    forget_seen(client)
    client.get("/en/account/")
    return client


def forget_seen(client: Client) -> None:
    """As if the session had not been written down yet."""
    session = client.session
    del session["seen"]
    session.save()


def is_in(client: Client) -> bool:
    return client.get("/en/account/details/").status_code == 200


def rows(client: Client, page: str = PAGE) -> list[str]:
    found = BeautifulSoup(client.get(page).content, "html.parser").select("tbody tr")
    return [" ".join(row.get_text(" ").split()) for row in found]


@pytest.mark.parametrize(
    ("language", "title", "here", "phone"),
    [
        ("cy", "Ble rydych chi wedi mewngofnodi", "Y ddyfais hon", "iPhone"),
        ("en", "Where you are signed in", "This device", "iPhone"),
    ],
)
def test_the_page_names_each_device_and_marks_this_one(client, site, language, title, here, phone):
    user = person()
    laptop, _phone = device(user), device(user, PHONE)
    page = f"/{language}/account/sessions/"
    assert heading(laptop.get(page)) == title
    first, second = rows(laptop, page)
    assert here in first
    assert "Firefox" in first
    assert here not in second
    assert phone in second
    assert "Safari" in second
    assert html.escape(title) in laptop.get(f"/{language}/account/").content.decode()


def test_one_device_is_signed_out_and_the_others_stay(site):
    user = person()
    laptop, phone, tablet = device(user), device(user, PHONE), device(user)
    chosen = UserSession.objects.get(user_agent=PHONE)
    answer = laptop.post(PAGE, {"session": chosen.pk}, follow=True)
    assert said(answer) == "That device is signed out."
    assert (is_in(laptop), is_in(phone), is_in(tablet)) == (True, False, True)
    again = laptop.post(PAGE, {"session": chosen.pk}, follow=True)
    assert again.status_code == 200


def test_sign_out_everywhere_else(site):
    user, stranger = person(), person()
    laptop, phone, other = device(user), device(user, PHONE), device(stranger)
    answer = laptop.post(PAGE, {"session": "others"}, follow=True)
    assert said(answer) == "You are signed out everywhere else."
    assert (is_in(laptop), is_in(phone), is_in(other)) == (True, False, True)
    assert len(rows(laptop)) == 1
    assert "everywhere else" not in laptop.get(PAGE).content.decode().split("<form")[-1].split("</form>")[0]


def test_nobody_ends_somebody_elses_session_nor_their_own_by_its_number(site):
    laptop, other = device(person()), device(person(), PHONE)
    theirs, mine = UserSession.objects.get(user_agent=PHONE), UserSession.objects.get(user_agent=FIREFOX)
    for posted in (theirs.pk, mine.pk, "", "x", "²", "9" * 40, "-1"):
        assert laptop.post(PAGE, {"session": posted}).status_code == 302
    assert (is_in(laptop), is_in(other)) == (True, True)


def test_looking_ends_nothing(site):
    user = person()
    laptop, phone = device(user), device(user, PHONE)
    for query in ("", "?session=others", f"?session={UserSession.objects.get(user_agent=PHONE).pk}"):
        assert laptop.get(PAGE + query).status_code == 200
    assert is_in(phone)


def test_a_session_that_lasts_is_written_down_every_ten_minutes_at_most(site, django_assert_num_queries):
    begun = timezone.now()
    with time_machine.travel(begun, tick=False):
        client = device(person())
        with django_assert_num_queries(2):  # session, user
            client.get("/healthz")
    for minutes, seen in ((9, 0), (11, 11), (20, 11), (22, 22)):
        with time_machine.travel(begun + timedelta(minutes=minutes), tick=False):
            client.get("/en/account/")
        assert UserSession.objects.get().last_seen_at == begun + timedelta(minutes=seen)


def test_a_session_from_before_is_written_down_when_it_is_used(site):
    client = device(person())
    UserSession.objects.all().delete()
    forget_seen(client)
    assert len(rows(client)) == 1


def test_no_network_address_is_kept(client, site):
    user = person()
    client.post("/en/account/login/", {"login": user.email})
    client.post("/en/account/login/code/confirm/", {"code": codes(user.email)[-1]}, REMOTE_ADDR="192.0.2.7")
    assert client.get("/en/account/", REMOTE_ADDR="192.0.2.7").status_code == 200
    assert set(UserSession.objects.values_list("ip", flat=True)) == {actions.sessions.NO_ADDRESS}


def test_what_has_run_out_is_not_listed_and_is_forgotten(site):
    user = person()
    laptop = device(user)
    device(user, PHONE)
    Session.objects.filter(session_key=UserSession.objects.get(user_agent=PHONE).session_key).update(
        expire_date=timezone.now() - timedelta(days=1)
    )
    assert len(rows(laptop)) == 1
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    assert actions.forget_ended_sessions() == 1
    assert UserSession.objects.count() == 1


def test_signing_out_takes_the_session_off_the_list(site):
    user = person()
    laptop, phone = device(user), device(user, PHONE)
    phone.post("/en/account/logout/")
    assert len(rows(laptop)) == 1


def test_a_changed_password_signs_out_everywhere_else(site):
    client = signed_in(password=PASSWORD)
    phone = device(client.person, PHONE)
    new = {"oldpassword": PASSWORD, "password1": "afon-a-mynydd-28", "password2": "afon-a-mynydd-28"}
    assert client.post("/en/account/password/change/", new).status_code == 302
    assert (is_in(client), is_in(phone)) == (True, False)
    assert len(rows(client)) == 1


def test_a_password_chosen_anew_by_code_signs_out_everywhere_else(client, site):
    user = person(password=PASSWORD)
    thief = device(user, PHONE)
    client.post("/en/account/password/reset/", {"email": user.email})
    client.post("/en/account/password/reset/confirm/", {"code": codes(user.email)[-1]})
    new = {"password1": "afon-a-mynydd-28", "password2": "afon-a-mynydd-28"}
    answer = client.post("/en/account/password/reset/complete/", new, follow=True)
    assert "reset/complete" not in path(answer)
    assert not is_in(thief)
    assert not UserSession.objects.filter(user_agent=PHONE).exists()


@pytest.fixture
def totp_code():
    """The six digits that an app with a secret shows now."""
    return lambda secret: format_hotp_value(hotp_value(secret, int(timezone.now().timestamp()) // 30))


def test_a_new_second_step_signs_out_everywhere_else(site, totp_code, django_capture_on_commit_callbacks):
    client = signed_in()
    phone = device(client.person, PHONE)
    client.get("/en/account/2fa/totp/activate/")
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/account/2fa/totp/activate/", {"code": totp_code(client.session["mfa.totp.secret"])})
    assert Authenticator.objects.filter(user=client.person, type="totp").exists()
    assert (is_in(client), is_in(phone)) == (True, False)


def test_leaving_the_second_step_signs_out_everywhere_else(site, totp_code):
    client, secret = signed_in(), generate_totp_secret()
    TOTP.activate(client.person, secret)
    phone = device(client.person, PHONE)
    client.post("/en/account/2fa/reauthenticate/", {"code": totp_code(secret)})
    answer = client.post("/en/account/2fa/totp/deactivate/")
    assert answer.url == "/en/account/2fa/", answer.url
    assert not Authenticator.objects.filter(user=client.person).exists()
    assert (is_in(client), is_in(phone)) == (True, False)


def test_a_new_address_signs_out_everywhere_else(site):
    client = signed_in()
    phone = device(client.person, PHONE)
    client.post("/en/account/email/", {"email": "newydd@example.org", "action_add": "1"})
    client.post("/en/account/confirm-email/", {"code": codes("newydd@example.org")[-1]})
    client.person.refresh_from_db()
    assert client.person.email == "newydd@example.org"
    assert (is_in(client), is_in(phone)) == (True, False)


@pytest.mark.parametrize(
    ("agent", "browser", "runs_on"),
    [
        (FIREFOX, "Firefox", "Linux computer"),
        (PHONE, "Safari", "iPhone"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0",
            "Edge",
            "Windows computer",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15; SM-S921B) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36",
            "Samsung Internet",
            "Android phone",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.6 Safari/605.1.15",
            "Safari",
            "Mac",
        ),
        (
            "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
            "Chrome",
            "Chromebook",
        ),
        ("", "Another browser", "Another device"),
        ("<script>" * 200, "Another browser", "Another device"),
    ],
)
def test_browsers_and_devices_in_plain_words(agent, browser, runs_on):
    assert (str(browser_of(agent)), str(device_of(agent))) == (browser, runs_on)
