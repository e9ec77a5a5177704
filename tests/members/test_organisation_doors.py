"""Into an organisation by its join code, or by asking its main contact."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMail
from members import actions, limits
from members.models import JoinRequest, Organisation, OrganisationRole
from tests.factories import organisation, person, staff
from tests.members.door import heading, path, said, templates

pytestmark = pytest.mark.django_db
HOME = "/en/account/organisations/"


def in_organisation(name="Bridge") -> Organisation:
    made = organisation(name)
    for who, role in (("Mair", "main_contact"), ("Col", "colleague")):
        user = person(name=who)
        actions.take_role(user=user, organisation=made, role=role, now=timezone.now())
    return made


@pytest.fixture
def place():
    """An organisation with a main contact and a colleague."""
    return in_organisation()


def main_contact(place):
    return place.roles.get(role="main_contact", ended_on=None).user


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def press(place, do: str, by=None):
    client = browser(by or main_contact(place))
    return client.post(f"{HOME}{place.pk}/press/", {"do": do}, follow=True)


def code_of(place) -> str:
    place.refresh_from_db()
    return place.join_code


def type_code(client, code: str, language="en"):
    return client.post(f"/{language}/account/organisations/join/", {"join_code": code}, follow=True)


def roles_of(user) -> list[str]:
    return list(user.organisation_roles.filter(ended_on=None).values_list("role", flat=True))


def test_the_main_contact_switches_a_code_on_renews_it_and_switches_it_off(place):
    assert code_of(place) == ""
    page = press(place, "code_on")
    first = code_of(place)
    assert re.fullmatch(r"[B-Z2-9]{8}", first)
    assert f"{first[:4]}-{first[4:]}" in page.content.decode()
    press(place, "code_on")
    assert code_of(place) == first, "pressing twice changes nothing"
    press(place, "code_anew")
    assert code_of(place) not in ("", first)
    colleague = browser(place.roles.get(role="colleague").user)
    page = colleague.get(f"{HOME}{place.pk}/").content.decode()
    assert code_of(place)[:4] not in page
    press(place, "code_off")
    assert code_of(place) == ""


@pytest.mark.parametrize("do", ["code_on", "code_anew", "code_off"])
def test_nobody_else_touches_the_code(place, do):
    col = place.roles.get(role="colleague").user
    assert "Only the main contact" in said(press(place, do, by=col))
    assert press(place, do, by=person()).status_code == 404
    assert code_of(place) == ""


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("written", ["{0}", "{0}-{1}", " {0} {1} ", "lower"])
def test_who_types_the_code_is_in(place, language, written):
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    typed = code.lower() if written == "lower" else written.format(code[:4], code[4:])
    typed = code if written == "{0}" else typed
    gwen = person(name="Gwen")
    client = browser(gwen)
    heading(client.get(f"/{language}/account/organisations/join/"))
    for _turn in range(2):
        page = type_code(client, typed, language)
        assert path(page) == f"/{language}/account/organisations/{place.pk}/"
    assert roles_of(gwen) == ["colleague"]
    told = OutgoingMail.objects.get(template="members/colleague_joined")
    assert (told.to, told.context["name"]) == (main_contact(place).email, "Gwen")


def test_a_main_contact_who_types_the_code_takes_no_second_role(place):
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    type_code(browser(main_contact(place)), code)
    assert roles_of(main_contact(place)) == ["main_contact"]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_wrong_dead_and_impossible_codes_are_answered_alike(place, language):
    old = actions.switch_code_on(organisation=place, by=main_contact(place))
    actions.switch_code_on(organisation=place, by=main_contact(place), anew=True)
    pages = set()
    for typed in (old, "BCDFGHJK", "x", "-", "tŷ", "0" * 40):
        gwen = person(name="Gwen", email=f"gwen{len(typed)}{typed[:1]}@example.org")
        page = type_code(browser(gwen), typed, language).content.decode().replace(f'value="{typed}"', "")
        summary = re.search(r'<div class="error-summary".*?</ul>', page, re.DOTALL)
        pages.add(summary[0])
        assert roles_of(gwen) == []
    assert len(pages) == 1
    assert ("We do not know this code" in pages.pop()) == (language == "en")


def test_codes_are_not_guessed_by_trying(place):
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    gwen = person()
    client = browser(gwen)
    for _turn in range(limits.CODES):
        assert type_code(client, "BCDFGHJK").status_code == 200
    assert type_code(client, "BCDFGHJK").status_code == 429
    assert type_code(client, code).status_code == 429, "nor is the right one told apart"
    assert roles_of(gwen) == []
    assert path(type_code(browser(person()), code)) == f"{HOME}{place.pk}/", "others are not held up"


def test_many_accounts_from_one_place_are_held_up_together():
    people = [person() for _turn in range(7)]
    tries = [limits.may_try_code(people[turn // 9], "192.0.2.7") for turn in range(61)]
    assert tries == [True] * limits.CODES_FROM_ONE_ADDRESS + [False]
    assert limits.may_try_code(people[-1], "192.0.2.8")


def test_who_is_no_member_yet_joins_the_network_first(place):
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    user = person(member=False, name="")
    client = browser(user)
    page = type_code(client, code)
    assert path(page) == "/en/join/name/"
    assert client.session["join_onward"] == f"{HOME}join/"
    assert roles_of(user) == []


def test_whoever_is_asked_to_go_does_not_come_back_by_what_they_know(place):
    col = place.roles.get(role="colleague").user
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    now, by = timezone.now(), main_contact(place)
    waits = actions.invite(organisation=place, email=col.email, role="champion", by=by, now=now)
    actions.remove_colleague(organisation=place, user=col, by=by, now=now)
    assert code_of(place) not in ("", code)
    with pytest.raises(actions.CodeUnknown):
        actions.join_by_code(code=code, by=col, now=now)
    with pytest.raises(actions.InvitationOver):
        actions.accept_invitation(token=waits.token, by=col, now=now)


def ask(client, place, language="en"):
    return client.post(f"/{language}/account/organisations/ask/", {"organisation": place.pk}, follow=True)


@pytest.mark.parametrize("language", ["cy", "en"])
def test_somebody_asks_and_is_let_in(place, language):
    gwen = person(name="Gwen", language=language)
    client = browser(gwen)
    assert (
        f"/{language}/account/organisations/ask/"
        in client.get(f"/{language}/account/organisations/join/").content.decode()
    )
    for _turn in range(2):
        page = ask(client, place, language)
        assert path(page) == f"/{language}/account/organisations/"
        assert {"cy": place.name_cy, "en": place.name_en}[language] in page.content.decode()
    assert roles_of(gwen) == []
    assert templates(main_contact(place).email).count("members/join_asked") == 1
    waits = JoinRequest.objects.get()
    page = browser(main_contact(place)).get(f"{HOME}{place.pk}/").content.decode()
    assert "Gwen" in page
    assert gwen.email not in page
    press(place, f"let_in:{waits.pk}")
    assert roles_of(gwen) == ["colleague"]
    assert templates(gwen.email)[-1] == "members/let_in"
    assert "members/colleague_joined" not in templates(main_contact(place).email), "who opens the door knows"
    assert "answered already" in said(press(place, f"decline:{waits.pk}"))
    assert roles_of(gwen) == ["colleague"]
    waits.refresh_from_db()
    assert (waits.is_let_in, waits.answered_by) == (True, main_contact(place))


def test_somebody_asks_and_is_not_let_in_and_may_ask_again(place):
    gwen = person()
    ask(browser(gwen), place)
    press(place, f"decline:{JoinRequest.objects.get().pk}")
    assert roles_of(gwen) == []
    assert templates(gwen.email)[-1] == "members/not_let_in"
    ask(browser(gwen), place)
    assert JoinRequest.objects.open().count() == 1


def test_only_the_main_contact_answers(place):
    ask(browser(person(name="Gwen")), place)
    waits = JoinRequest.objects.get()
    col = place.roles.get(role="colleague").user
    assert "Only the main contact" in said(press(place, f"let_in:{waits.pk}", by=col))
    other = in_organisation("Other")
    assert "answered already" in said(press(other, f"let_in:{waits.pk}"))
    assert "Gwen" not in browser(col).get(f"{HOME}{place.pk}/").content.decode()
    assert JoinRequest.objects.open().count() == 1
    for wrong in ("let_in", "let_in:", "let_in:x", "let_in:" + "9" * 30, "code_on:1"):
        assert press(place, wrong).status_code == 404, wrong


def test_nobody_asks_where_they_are_or_too_often(place):
    col = place.roles.get(role="colleague").user
    with pytest.raises(actions.AlreadyThere):
        actions.ask_to_join(organisation=place, by=col, now=timezone.now())
    assert "Choose an organisation." in ask(browser(col), place).content.decode()
    client = browser(person())
    answers = [ask(client, in_organisation()).status_code for _turn in range(limits.REQUESTS + 1)]
    assert answers == [200] * limits.REQUESTS + [429]


def test_a_request_ends_when_its_asker_comes_in_by_the_code(place):
    gwen = person()
    ask(browser(gwen), place)
    type_code(browser(gwen), actions.switch_code_on(organisation=place, by=main_contact(place)))
    assert JoinRequest.objects.get().is_let_in
    assert roles_of(gwen) == ["colleague"]


def test_who_has_left_the_network_meanwhile_is_not_let_in(place):
    gwen = person()
    waits = actions.ask_to_join(organisation=place, by=gwen, now=timezone.now())
    gwen.memberships.update(ended_on=timezone.localdate())
    assert "not a member" in said(press(place, f"let_in:{waits.pk}"))
    assert roles_of(gwen) == []
    with pytest.raises(actions.MembersOnly):
        actions.ask_to_join(organisation=place, by=gwen, now=timezone.now())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_staff_see_who_asks(place, language):
    ask(browser(person(name="Gwen")), place)
    page = browser(staff("membership_officer", language=language)).get(f"/cms/organisations/edit/{place.pk}/")
    assert {"cy": "Ceisiadau i ymuno", "en": "Requests to join"}[language] in page.content.decode()
    assert "Gwen" in page.content.decode()


def test_the_database_keeps_the_rules(place):
    gwen, now = person(), timezone.now()
    actions.ask_to_join(organisation=place, by=gwen, now=now)
    for wrong in ({}, {"answered_at": now}, {"is_let_in": True}):
        with pytest.raises(IntegrityError), transaction.atomic():
            JoinRequest.objects.create(organisation=place, user=gwen, asked_at=now, **wrong)
    other = organisation()
    code = actions.switch_code_on(organisation=place, by=main_contact(place))
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=other.pk).update(join_code=code)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_who_presses_twice_at_once_asks_once_and_is_in_once():
    place, gwen, together = in_organisation(), person(), Barrier(2)
    code = actions.switch_code_on(organisation=place, by=main_contact(place))

    def both_ways(_turn):
        together.wait(timeout=10)
        try:
            actions.join_by_code(code=code, by=gwen, now=timezone.now())
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        list(pool.map(both_ways, range(2)))
    assert OrganisationRole.objects.filter(user=gwen).count() == 1
    assert OutgoingMail.objects.filter(template="members/colleague_joined").count() == 1
