"""Joining, through the front door: from an address to a welcome."""

import re
import time
import unicodedata

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import translation

from core.mail.render import render
from core.models import OutgoingMail
from members import actions, signals
from members.models import Consent, ConsentWording, PrinciplesWording, User
from tests.factories import person
from tests.members.door import (
    answer,
    codes,
    enter,
    give_address,
    give_code,
    heading,
    path,
    resend,
    templates,
    wrong_for,
)

pytestmark = pytest.mark.django_db
EMAIL = "heulwen@example.org"


@pytest.fixture(autouse=True)
def wordings(db):
    actions.ensure_wordings()


def answer_all(client, language="en", written="en"):
    """Everything up to the principles."""
    answer(client, "name", language, name="Heulwen Onnen")
    answer(client, "here-as", language, here_as=["carer", "worker"])
    answer(client, "region", language, region="north")
    return answer(client, "language", language, language=written)


def agree(client, language="en", follow=True, **more):
    """Tick the principles."""
    version = PrinciplesWording.objects.current().version
    return client.post(f"/{language}/join/principles/", {"agree": "on", "version": version, **more}, follow=follow)


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("written", ["cy", "en", "both"])
def test_a_person_joins(client, language, written):
    heard = []
    signals.joined.connect(lambda **told: heard.append(told), weak=False, dispatch_uid="test")
    response = give_address(client, EMAIL, language)
    assert path(response) == f"/{language}/account/confirm-email/"
    assert OutgoingMail.objects.get(to=EMAIL).language == ""  # not asked yet: both
    response = give_code(client, codes(EMAIL)[0], language)
    assert path(response) == f"/{language}/join/name/"
    response = answer_all(client, language, written)
    assert path(response) == f"/{language}/join/principles/"
    consent = ConsentWording.objects.current().get()
    response = agree(client, language, **{f"consent_{consent.pk}": "on"})
    signals.joined.disconnect(dispatch_uid="test")
    assert path(response) == f"/{language}/join/welcome/"

    user = User.objects.get(email=EMAIL)
    assert (user.name, user.region, user.language, user.is_member) == ("Heulwen Onnen", "north", written, True)
    assert {row.kind for row in user.here_as.all()} == {"carer", "worker"}
    agreement = user.agreements.get()
    assert (agreement.wording, agreement.language) == (PrinciplesWording.objects.current(), language)
    given = user.consents.get()
    assert (given.purpose, given.wording, given.language, given.source) == ("newsletter", consent, language, "join")
    assert heard[0]["purposes"] == {"newsletter"}
    assert heard[0]["user"] == user
    welcome = OutgoingMail.objects.get(template="members/welcome")
    assert (welcome.to, welcome.language) == (EMAIL, written)


def test_the_code_is_six_digits(client):
    give_address(client, EMAIL)
    assert len(codes(EMAIL)[0]) == 6
    assert codes(EMAIL)[0].isdigit()


def test_a_code_may_be_typed_with_a_space(client):
    give_address(client, EMAIL)
    code = codes(EMAIL)[0]
    assert path(give_code(client, f" {code[:3]} {code[3:]}")) == "/en/join/name/"


def test_no_consent_is_given_unless_it_is_ticked(client):
    enter(client, EMAIL)
    page = answer_all(client).content.decode()
    assert "checked" not in page
    agree(client)
    assert User.objects.get().is_member
    assert not Consent.objects.exists()


def test_a_wrong_code_says_so_and_a_third_ends_the_try(client):
    give_address(client, EMAIL)
    code = codes(EMAIL)[0]
    wrong = "111111" if code != "111111" else "222222"
    response = give_code(client, wrong)
    page = response.content.decode()
    assert "There is a problem" in page
    assert "<title>Error:" in page
    give_code(client, wrong)
    give_code(client, wrong)
    assert path(give_code(client, code)) == "/en/join/"
    assert "_auth_user_id" not in client.session


def test_a_new_code_takes_the_place_of_the_old_one(client):
    give_address(client, EMAIL)
    with time_machine.travel(time.time() + 60):
        client.post("/en/account/confirm-email/", {"action": "resend"})
    first, second = codes(EMAIL)
    assert first != second
    assert path(give_code(client, second)) == "/en/join/name/"


TWINS = [
    "heulwen@tŷ.cymru",
    "Heulwen@TŶ.cymru",
    "  heulwen@tŷ.cymru ",
    unicodedata.normalize("NFD", "heulwen@tŷ.cymru"),
]


@pytest.mark.parametrize("again", TWINS)
def test_one_address_is_one_account_however_it_is_typed(client, again):
    enter(client, TWINS[0])
    with time_machine.travel(time.time() + 60):
        response = give_address(Client(), again)
    assert path(response) == "/en/account/confirm-email/"
    assert User.objects.count() == 1
    assert templates(TWINS[0])[-1] == "members/account_found"


@pytest.mark.parametrize("proved", [True, False])
def test_who_loses_a_race_for_an_address_is_told_by_mail_or_goes_on(rf, proved):
    from allauth.core import context
    from django.contrib.messages.storage.fallback import FallbackStorage
    from django.contrib.sessions.backends.db import SessionStore

    from members.account_forms import SignupForm

    request = rf.post("/en/join/")
    request.session, request.user = SessionStore(), AnonymousUser()
    request._messages = FallbackStorage(request)
    with translation.override("en"), context.request_context(request):
        form = SignupForm(data={"email": EMAIL, "website": ""})
        assert form.is_valid()
        winner = actions.open_account(email=EMAIL, verified=proved)
        user, response = form.try_save(request)
    if not proved:
        assert (user, response) == (winner, None)
        return
    assert user is None
    assert response.url == "/en/account/confirm-email/"
    assert templates(EMAIL) == ["members/account_found"]


def test_joining_with_a_known_address_looks_like_joining_with_a_new_one(client):
    person("known@example.org", language="cy")
    pages = []
    actions.open_account(email="begun@example.org")
    for email in ("known@example.org", "fresh@example.org", "begun@example.org"):
        visitor = Client()
        page = give_address(visitor, email)
        no_code, again, step_one = give_code(visitor, "12345x"), resend(visitor), visitor.get("/en/join/")
        sooner = give_address(Client(), email)
        wrong = [give_code(visitor, wrong_for(email)) for _turn in range(3)]
        answers = (page, no_code, again, step_one, sooner, *wrong)
        pages.append([(r.status_code, getattr(r, "redirect_chain", []), strip(r, email)) for r in answers])
    assert pages[0] == pages[1] == pages[2]
    assert codes("begun@example.org")
    assert templates("known@example.org")[-1] == "members/account_found"
    assert OutgoingMail.objects.filter(to="known@example.org").last().language == "cy"


def strip(response, email: str) -> str:
    """The page without its address and its tokens."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode().replace(email, ""))


def test_a_trap_catches_robots(client):
    give_address(client, EMAIL, website="https://example.com")
    assert not User.objects.exists()
    actions.open_account(email="begun@example.org")
    give_address(client, "begun@example.org", website="https://example.com")
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(("wrong", "message"), [("", "required"), ("heulwen", "email")])
def test_an_address_that_is_none_is_kept_in_the_box(client, wrong, message):
    response = give_address(client, wrong)
    assert path(response) == "/en/join/"
    assert message in response.content.decode()
    assert f'value="{wrong}"' in response.content.decode() or not wrong
    assert "There is a problem" in response.content.decode()


def test_joining_is_taken_up_where_it_stopped(client):
    enter(client, EMAIL)
    answer(client, "name", name="Heulwen Onnen")
    answer(client, "here-as", here_as=["unsaid"])
    client.post("/en/account/logout/")
    later = Client()
    later.post("/cy/account/login/", {"login": EMAIL})
    response = later.post("/cy/account/login/code/confirm/", {"code": codes(EMAIL)[-1]}, follow=True)
    assert path(response) == "/cy/join/region/"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_code_page_is_the_same_to_the_byte_for_who_has_an_account(client, language):
    """And true for both: it says what to do where the email brought no code."""
    person(EMAIL)
    pages = []
    for email in (EMAIL, "newidd@example.org"):
        page = give_address(Client(), email, language).content.decode().replace(email, "ADDRESS")
        pages.append(re.sub(r'(csrfmiddlewaretoken" value|nonce)="[^"]+"', "", page))
    assert pages[0] == pages[1]
    assert f'href="/{language}/account/login/"' in pages[0].split("<main")[1]


@pytest.mark.parametrize("region", ["outside", "unsaid"])
def test_a_person_need_not_be_from_a_part_of_wales(client, region):
    enter(client, EMAIL)
    answer(client, "name", name="Heulwen Onnen")
    answer(client, "here-as", here_as=["unsaid"])
    assert path(answer(client, "region", region=region)) == "/en/join/language/"
    assert User.objects.get().region == region


def test_every_question_has_a_way_back(client):
    enter(client, EMAIL)
    assert '<p class="back-link"><a href="/en/">' in client.get("/en/join/name/").content.decode()


def test_nobody_jumps_ahead_and_everybody_may_go_back(client):
    enter(client, EMAIL)
    assert path(client.get("/en/join/principles/", follow=True)) == "/en/join/name/"
    answer_all(client)
    response = client.get("/en/join/name/")
    assert 'value="Heulwen Onnen"' in response.content.decode()
    assert 'href="/en/join/region/"' in client.get("/en/join/language/").content.decode()


@pytest.mark.parametrize(
    ("step", "data"),
    [
        ("name", {"name": "   "}),
        ("here-as", {}),
        ("here-as", {"here_as": ["unsaid", "carer"]}),
        ("here-as", {"here_as": ["spy"]}),
        ("region", {"region": "mars"}),
        ("language", {"language": ""}),
        ("principles", {"version": "1"}),
    ],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_wrong_answer_is_told_at_the_top(client, step, data, language):
    enter(client, EMAIL, language)
    told = {"here-as": 1, "region": 2, "language": 3, "principles": 4}.get(step, 0)
    for done in [("name", "N"), ("here-as", ["worker"]), ("region", "mid"), ("language", "cy")][:told]:
        answer(client, done[0], language, **{done[0].replace("-", "_"): done[1]})
    response = answer(client, step, language, **data)
    assert path(response) == f"/{language}/join/{step}/"
    assert 'class="error-summary"' in response.content.decode()
    heading(response)


def test_name_is_kept_as_it_is_spelt(client):
    enter(client, EMAIL)
    answer(client, "name", name=unicodedata.normalize("NFD", "  Siân   Ŵyn\nO’Brien "))
    assert User.objects.get().name == "Siân Ŵyn O’Brien"


def test_words_that_changed_are_shown_again_and_must_be_ticked_again(client):
    enter(client, EMAIL)
    answer_all(client)
    PrinciplesWording.objects.create(version=2, text_cy="Newydd\nGeiriau", text_en="New\nWords")
    response = answer(client, "principles", agree="on", version=1)
    page = response.content.decode()
    assert not User.objects.get().is_member
    assert "We have changed these words" in page
    assert 'name="version" value="2"' in page
    assert "checked" not in page
    agree(client)
    assert User.objects.get().is_member


def test_a_consent_in_older_words_is_asked_again(client):
    enter(client, EMAIL)
    answer_all(client)
    old = ConsentWording.objects.get()
    ConsentWording.objects.create(purpose="newsletter", version=2, text_cy="Newydd", text_en="New")
    agree(client, **{f"consent_{old.pk}": "on"})
    assert not User.objects.get().is_member
    assert not Consent.objects.exists()


def test_a_member_is_asked_to_agree_to_new_words_at_the_next_sign_in(client):
    user = person(EMAIL)
    PrinciplesWording.objects.create(version=2, text_cy="Newydd\nGeiriau", text_en="New\nWords")
    client.post("/en/account/login/", {"login": EMAIL})
    response = client.post("/en/account/login/code/confirm/", {"code": codes(EMAIL)[-1]}, follow=True)
    assert path(response) == "/en/join/principles/"
    assert "consent_" not in response.content.decode()
    assert agree(client, follow=False).url == "/en/account/"
    assert user.agreements.count() == 2
    assert user.memberships.count() == 1


def test_who_has_joined_is_not_asked_again(client):
    client.force_login(person())
    for step in ("", "name/", "principles/"):
        assert client.get(f"/en/join/{step}").url == "/en/account/"


def test_pressing_the_last_button_twice_is_pressing_it_once(client):
    enter(client, EMAIL)
    answer_all(client)
    assert path(agree(client)) == path(agree(client)) == "/en/join/welcome/"
    assert User.objects.get().memberships.count() == 1
    assert templates(EMAIL).count("members/welcome") == 1


def test_strangers_are_sent_to_sign_in(client):
    assert client.get("/cy/join/region/").url == "/cy/account/login/?next=/cy/join/region/"


def test_where_one_was_going_is_offered_at_the_end(client):
    client.post("/en/join/", {"email": EMAIL, "next": "/en/search/?q=cuppa"})
    give_code(client, codes(EMAIL)[0])
    answer_all(client)
    assert 'href="/en/search/?q=cuppa"' in agree(client).content.decode()


@pytest.mark.parametrize("target", ["//evil.example", "https:evil.example", "/\\evil.example", "https://evil.example/"])
def test_nobody_is_led_off_the_site(client, target):
    client.post("/en/join/", {"email": EMAIL, "next": target})
    give_code(client, codes(EMAIL)[0])
    answer_all(client)
    assert "evil.example" not in agree(client).content.decode()


def test_fields_that_nobody_offered_are_ignored(client):
    enter(client, EMAIL)
    answer(client, "name", name="N", is_staff="1", is_superuser="1", language="cy", email="other@example.org")
    user = User.objects.get()
    assert (user.is_staff, user.is_superuser, user.language, user.email) == (False, False, "", EMAIL)


def test_each_page_costs_few_queries(client, django_assert_max_num_queries):
    enter(client, EMAIL)
    answer_all(client)
    with django_assert_max_num_queries(16):  # session, user, journey (5), wordings (2), form (2), menu (4), cache
        client.get("/en/join/principles/")


@pytest.mark.parametrize(("written", "starts"), [("cy", "cy"), ("en", "en"), ("both", "cy"), ("", "cy")])
def test_the_welcome_is_in_the_language_of_the_person(written, starts):
    with translation.override("en"):
        person(EMAIL, language=written)
    row = OutgoingMail.objects.get(template="members/welcome")
    words = render(row.template, row.language, {"cy": row.context, "en": row.context})
    assert f'<html lang="{starts}"' in words.html
    assert ("/cy/account/" in words.text) == (written != "en")
    assert ("/en/account/" in words.text) == (written != "cy")


@pytest.mark.parametrize(
    ("page", "wrong", "kept"), [("", {"email": "heulwen@"}, "heulwen@"), ("name/", {"name": "N" * 151}, "NNN")]
)
def test_a_wrong_answer_leads_back_to_its_page_where_back_and_the_other_language_find_it(client, page, wrong, kept):
    if page:
        enter(client, EMAIL)
    answer = client.post(f"/en/join/{page}", wrong)
    assert (answer.status_code, answer.url) == (302, f"/en/join/{page}")
    for language, trouble in (("en", "There is a problem"), ("en", "There is a problem"), ("cy", "Mae problem")):
        words = client.get(f"/{language}/join/{page}").content.decode()
        assert kept in words
        assert trouble in words


def test_a_right_answer_after_a_wrong_one_is_the_one_that_counts(client):
    enter(client, EMAIL)
    answer(client, "name", name="N" * 151)
    answer(client, "name", name="Heulwen")
    words = client.get("/en/join/name/").content.decode()
    assert 'value="Heulwen"' in words
    assert "There is a problem" not in words


def test_a_wrong_answer_is_forgotten_after_a_while_and_stays_on_its_own_page(client):
    enter(client, EMAIL)
    answer(client, "name", name="Heulwen")
    answer(client, "here-as")
    assert "There is a problem" not in client.get("/en/join/name/").content.decode()
    assert "There is a problem" in client.get("/en/join/here-as/").content.decode()
    with time_machine.travel(time.time() + 16 * 60):
        assert "There is a problem" not in client.get("/en/join/here-as/").content.decode()
