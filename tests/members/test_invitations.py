"""Invited into an organisation by email: sent, accepted, taken back, over."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from core.errors import Refused
from core.models import OutgoingMail
from members import actions
from members.models import Invitation, OrganisationRole, Role
from tests.factories import organisation, person, staff
from tests.members.door import answer, codes, enter, heading, path, said, templates

pytestmark = pytest.mark.django_db
HOME = "/en/account/organisations/"
THERE = "gwen@example.org"


@pytest.fixture
def place():
    """An organisation with a main contact and a colleague."""
    made = organisation("Bridge")
    for name, role in (("Mair", "main_contact"), ("Col", "colleague")):
        user = person(f"{name.lower()}@example.org", name=name)
        actions.take_role(user=user, organisation=made, role=role, now=timezone.now())
    return made


@pytest.fixture
def mair(place):
    """The main contact's browser."""
    client = Client()
    client.force_login(place.roles.get(role="main_contact").user)
    return client


def invite(client, place, email=THERE, role="colleague"):
    return client.post(f"{HOME}{place.pk}/invite/", {"email": email, "role": role}, follow=True)


def invited(place, role="colleague", email=THERE) -> Invitation:
    by = place.roles.get(role="main_contact", ended_on=None).user
    return actions.invite(organisation=place, email=email, role=role, by=by, now=timezone.now())


def link(invitation, language="en") -> str:
    return f"/{language}/organisations/invitation/{invitation.token}/"


def roles_of(user) -> list[str]:
    return list(user.organisation_roles.filter(ended_on=None).values_list("role", flat=True))


@pytest.mark.parametrize("language", ["cy", "en", "both", None])
def test_an_invitation_is_in_the_language_of_its_reader_or_in_both(place, mair, language):
    if language is not None:
        person(THERE, language=language)
    page = invite(mair, place, " GWEN@Example.org ")
    assert path(page) == f"{HOME}{place.pk}/"
    mail = OutgoingMail.objects.get(template="members/invited")
    assert (mail.to, mail.language) == (THERE, language or "")
    assert mail.context["token"] == Invitation.objects.get().token
    assert "Mair" not in str(mail.context)
    assert THERE in page.content.decode()


def test_nobody_learns_whether_an_address_has_an_account(place, mair):
    person("known@example.org")
    pages = []
    for email in ("known@example.org", "newer@example.org", "col@example.org"):
        page = invite(mair, place, email).content.decode()
        pages.append(said_without(page, email))
        mair.post(f"{HOME}{place.pk}/press/", {"do": f"take_back:{Invitation.objects.latest('pk').pk}"}, follow=True)
    assert pages[0] == pages[1] == pages[2]
    assert OutgoingMail.objects.filter(template="members/invited").count() == 3


def said_without(page: str, email: str) -> str:
    page = re.sub(r"take_back:\d+|csrfmiddlewaretoken\S+ value=\"\w+\"|nonce=\"[^\"]+\"|value=\"\w{64}\"", "", page)
    return page.replace(email, "")


def test_asked_twice_sends_one(place, mair):
    for _turn in range(2):
        assert path(invite(mair, place)) == f"{HOME}{place.pk}/"
    assert templates(THERE) == ["members/invited"]
    page = invite(mair, place, role="champion").content.decode()
    assert "another role" in page
    assert Invitation.objects.get().role == "colleague"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_who_has_an_account_signs_in_and_comes_back_to_the_button(place, language):
    gwen, client = person(THERE, name="Gwen"), Client()
    address = link(invited(place, "champion"), language)
    page = client.get(address)
    heading(page)
    assert f"/{language}/account/login/?next={address}" in page.content.decode()
    assert f"/{language}/join/?next={address}" in page.content.decode()
    assert client.post(address).url == f"/{language}/account/login/?next={address}"
    client.post(f"/{language}/account/login/?next={address}", {"login": THERE, "next": address})
    page = client.post(
        f"/{language}/account/login/code/confirm/", {"code": codes(THERE)[-1], "next": address}, follow=True
    )
    assert path(page) == address
    assert roles_of(gwen) == [], "a look changes nothing"
    page = client.post(address, follow=True)
    assert path(page) == f"/{language}/account/organisations/{place.pk}/"
    assert roles_of(gwen) == ["champion"]
    assert templates("mair@example.org")[-1] == "members/colleague_joined"
    told = OutgoingMail.objects.filter(template="members/colleague_joined").get().context
    assert (told["name"], told["role"]) == ("Gwen", "champion")
    assert client.post(address, follow=True).status_code == 200
    assert roles_of(gwen) == ["champion"], "pressing twice is accepting once"


def test_who_joins_first_comes_back_to_the_button(place, client):
    actions.ensure_wordings()
    address = link(invited(place))
    client.post(f"/en/join/?next={address}", {"email": THERE, "next": address}, follow=True)
    client.post("/en/account/confirm-email/", {"code": codes(THERE)[-1]}, follow=True)
    for step, told in (("name", "Gwen"), ("here-as", "citizen"), ("region", "mid"), ("language", "cy")):
        answer(client, step, **{step.replace("-", "_"): told})
    page = answer(client, "principles", agree="on", version="1")
    assert address in page.content.decode()
    client.post(address)
    role = OrganisationRole.objects.get(user__email=THERE)
    assert (role.organisation, role.role) == (place, "colleague")


def test_who_is_half_way_through_joining_finishes_first(place, client):
    address = link(invited(place))
    enter(client, THERE)
    assert "First finish joining" in client.get(address).content.decode()
    page = client.post(address, follow=True)
    assert path(page) == "/en/join/name/"
    assert not OrganisationRole.objects.filter(user__email=THERE).exists()
    assert Invitation.objects.get().accepted_at is None


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_invitation_is_over_after_14_days_when_taken_back_or_when_somebody_accepted(place, mair, language):
    late, back, used = (invited(place, email=f"{name}@example.org") for name in ("late", "back", "used"))
    mair.post(f"{HOME}{place.pk}/press/", {"do": f"take_back:{back.pk}"})
    actions.accept_invitation(token=used.token, by=person(), now=timezone.now())
    client, other = Client(), person()
    client.force_login(other)
    with time_machine.travel(timezone.now() + timedelta(days=13, hours=23)):
        assert client.get(link(late, language)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        for each in (late, back, used):
            for asker in (client, Client()):
                for ask in (asker.get, asker.post):
                    page = ask(link(each, language))
                    assert page.status_code == 404
                    heading(page)
    assert roles_of(other) == []


def test_after_its_days_an_address_can_be_invited_again(place):
    first = invited(place)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        again = invited(place, "champion")
        assert (again.pk, again.token == first.token, again.role) == (first.pk, False, "champion")
    assert templates(THERE) == ["members/invited"] * 2


def test_one_address_is_not_written_to_again_and_again(place, mair):
    for _turn in range(5):
        page = invite(mair, place)
        if waits := Invitation.objects.open().first():
            mair.post(f"{HOME}{place.pk}/press/", {"do": f"take_back:{waits.pk}"})
    assert len(templates(THERE)) == 3
    assert "Too many invitations" in page.content.decode()


def test_only_the_main_contact_invites_and_takes_back(place, client):
    col = place.roles.get(role="colleague").user
    waits = invited(place)
    client.force_login(col)
    assert client.get(f"{HOME}{place.pk}/invite/").status_code == 404
    assert invite(client, place, "x@example.org").status_code == 404
    assert THERE not in client.get(f"{HOME}{place.pk}/").content.decode()
    assert "Only the main contact" in said(
        client.post(f"{HOME}{place.pk}/press/", {"do": f"take_back:{waits.pk}"}, follow=True)
    )
    with pytest.raises(actions.NotMainContact):
        actions.invite(organisation=place, email=THERE, role="colleague", by=col, now=timezone.now())
    other = organisation()
    mine = person()
    actions.take_role(user=mine, organisation=other, role="main_contact", now=timezone.now())
    with pytest.raises(actions.NotInvited):
        actions.take_back_invitation(organisation=other, about=waits.pk, by=mine, now=timezone.now())
    assert Invitation.objects.open().count() == 1


@pytest.mark.parametrize("wanted", ["main_contact", "admin", ""])
def test_nobody_is_invited_as_main_contact(place, mair, wanted):
    assert "Choose a role." in invite(mair, place, role=wanted).content.decode()
    assert not Invitation.objects.exists()
    assert mair.post(f"{HOME}{place.pk}/press/", {"do": "take_back:x"}).status_code == 404


def test_a_finance_contact_is_invited_while_there_is_none(place, mair, client):
    first, second = invited(place, "finance_contact"), invited(place, "finance_contact", "other@example.org")
    actions.accept_invitation(token=first.token, by=person(), now=timezone.now())
    client.force_login(person())
    assert str(actions.RoleTaken.message) in client.post(link(second)).content.decode()
    assert (
        str(actions.RoleTaken.message) in invite(mair, place, "third@example.org", "finance_contact").content.decode()
    )


def test_a_new_role_of_a_colleague_is_no_news_of_somebody_new(place):
    col = place.roles.get(role="colleague").user
    actions.accept_invitation(token=invited(place, "champion").token, by=col, now=timezone.now())
    assert sorted(roles_of(col)) == ["champion", "colleague"]
    assert "members/colleague_joined" not in templates("mair@example.org")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_staff_see_people_and_invitations_of_an_organisation(place, client, language):
    waits = invited(place)
    client.force_login(staff("membership_officer", language=language))
    page = client.get(f"/cms/organisations/edit/{place.pk}/").content.decode()
    for shown in ("Mair (mair@example.org)", THERE, {"cy": "Gwahoddiadau", "en": "Invitations"}[language]):
        assert shown in page
    assert waits.token not in page
    assert client.get("/cms/organisations/new/").status_code == 200


def test_the_database_keeps_the_rules(place):
    waits = invited(place)
    facts = {"organisation": place, "invited_at": timezone.now(), "expires_at": waits.expires_at}
    for wrong in (
        facts | {"email": THERE},
        facts | {"email": "Upper@example.org"},
        facts | {"email": "x@example.org", "role": Role.MAIN_CONTACT},
        facts | {"email": "x@example.org", "expires_at": facts["invited_at"]},
        facts | {"email": "x@example.org", "accepted_at": timezone.now(), "taken_back_at": timezone.now()},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.create(**wrong)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_an_invitation_is_accepted_once_however_many_press_at_once():
    place = organisation()
    actions.take_role(user=person(), organisation=place, role="main_contact", now=timezone.now())
    waits, people, together = invited(place), [person(), person()], Barrier(2)

    def accept(user):
        together.wait(timeout=10)
        try:
            actions.accept_invitation(token=waits.token, by=user, now=timezone.now())
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        refused = [answer for answer in pool.map(accept, people) if answer]
    assert len(refused) == 1
    assert OrganisationRole.objects.filter(role="colleague").count() == 1
