"""Staff screens: members, organisations, accounts."""

import io
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import connection
from django.utils import timezone, translation
from openpyxl import load_workbook
from wagtail.models import ModelLogEntry

from core.errors import Refused
from members import actions
from members.models import Membership, Organisation, PrinciplesWording, User
from tests.factories import allow, organisation, person, staff

pytestmark = pytest.mark.django_db
MEMBERS = "/cms/memberships/"


@pytest.fixture
def officer(client):
    """Somebody who looks after members."""
    from django.contrib.auth.models import Permission

    user = staff("membership_officer")
    names = Permission.objects.filter(content_type__app_label="members").exclude(codename__startswith="delete")
    allow(user, *[f"members.{permission.codename}" for permission in names])
    client.force_login(user)
    return user


def test_members_are_listed_and_narrowed(client, officer):
    person(name="Heulwen Onnen", region="north", language="cy")
    person(name="Grace Alder", region="cardiff", language="en")
    person(name="Not A Member", member=False)
    page = client.get(MEMBERS).content.decode()
    assert "Heulwen Onnen" in page
    assert "Grace Alder" in page
    assert "Not A Member" not in page
    assert "Grace Alder" not in client.get(MEMBERS + "?region=north").content.decode()
    assert "Grace Alder" not in client.get(MEMBERS + "?language=cy").content.decode()
    assert "Grace Alder" not in client.get(MEMBERS + "?q=heulwen").content.decode()
    assert "Grace Alder" not in client.get(MEMBERS + "?standing=ended").content.decode()


def test_the_list_costs_the_same_for_many_members(client, officer, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    person()
    client.get(MEMBERS)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(MEMBERS)
    for _turn in range(5):
        person()
    with django_assert_num_queries(len(few)):
        client.get(MEMBERS)


def test_members_leave_as_spreadsheets_without_formulas(client, officer):
    person(name='=HYPERLINK("http://evil.example","ŵ")', region="mid")
    csv = b"".join(client.get(MEMBERS + "?export=csv").streaming_content).decode()
    assert csv.startswith("\ufeff")
    assert "'=HYPERLINK" in csv
    assert "ŵ" in csv
    sheet = load_workbook(io.BytesIO(b"".join(client.get(MEMBERS + "?export=xlsx").streaming_content))).active
    assert sheet["A2"].data_type == "s"
    assert sheet["C2"].value == "Mid Wales"


def test_staff_end_a_membership_but_make_none(client, officer):
    membership = person().memberships.get()
    page = f"{MEMBERS}edit/{membership.pk}/"
    data = {"kind": "person", "started_on": membership.started_on, "ended_on": membership.started_on}
    assert client.post(page, data).status_code == 302
    assert Membership.objects.get().ended_on == membership.started_on
    assert client.get(f"{MEMBERS}new/").status_code == 302
    assert client.post(f"{MEMBERS}delete/{membership.pk}/").status_code == 302
    assert Membership.objects.exists()


def test_organisations_are_kept_in_both_languages(client, officer):
    words = {"name_cy": "Caffi", "name_en": "Café", "slug": "caffi", "region": "north", "about_cy": "", "about_en": ""}
    client.post("/cms/organisations/new/", words)
    assert Organisation.objects.get().name_cy == "Caffi"
    assert "Caffi" in client.get("/cms/organisations/").content.decode()
    client.post("/cms/organisations/new/", words | {"slug": "other", "name_cy": ""})
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("url", [MEMBERS, "/cms/organisations/", "/cms/users/"])
def test_who_has_no_leave_sees_no_people(client, url):
    organisation()
    client.force_login(staff("editor"))
    assert client.get(url).status_code == 302


def test_accounts_are_for_administrators_alone(client, officer):
    other = person()
    assert client.get("/cms/users/").status_code == 302
    assert client.post(f"/cms/users/edit/{other.pk}/", {"is_superuser": "on"}).status_code == 302
    client.post(f"/cms/bulk/members/user/assign_role/?id={officer.pk}", {"role": officer.groups.get().pk})
    client.post(f"/cms/bulk/members/user/delete/?id={other.pk}")
    assert User.objects.filter(pk=other.pk, is_superuser=False).exists()


def test_an_administrator_keeps_accounts(client):
    client.force_login(staff())
    user = person(name="Heulwen Onnen", language="cy")
    assert "Heulwen Onnen" in client.get("/cms/users/").content.decode()
    assert "Heulwen Onnen" in client.get("/cms/users/?q=onnen").content.decode()
    assert client.get("/cms/users/new/").status_code == 200
    client.post("/cms/users/new/", {"email": " NEW@example.org", "name": "New", "language": "both", "is_staff": "on"})
    new = User.objects.get(email="new@example.org")
    assert (new.language, new.is_staff, new.has_usable_password()) == ("both", True, False)
    assert client.get(f"/cms/users/edit/{user.pk}/").status_code == 200
    data = {"email": user.email, "name": "Heulwen Derwen", "language": "en", "region": "west", "is_active": "on"}
    client.post(f"/cms/users/edit/{user.pk}/", data)
    user.refresh_from_db()
    assert (user.name, user.language, user.region, user.is_active) == ("Heulwen Derwen", "en", "west", True)


def test_staff_change_their_own_name_in_the_admin(client):
    user = staff(name="Grace")
    client.force_login(user)
    page = client.get("/cms/account/")
    assert 'name="name_email-name"' in page.content.decode()
    assert "first_name" not in page.content.decode()


def test_a_second_membership_without_an_end_is_refused_on_the_form(client, officer):
    user = person()
    first = user.memberships.get()
    Membership.objects.filter(pk=first.pk).update(started_on="2026-01-01", ended_on="2026-02-01")
    actions.join(user=user, wording=PrinciplesWording.objects.current(), language="en", now=timezone.now())
    data = {"kind": "organisation", "started_on": "2026-01-01", "ended_on": ""}
    page = client.post(f"{MEMBERS}edit/{first.pk}/", data)
    assert str(actions.MembershipOpen.message) in page.content.decode()
    assert 'value="organisation" selected' in page.content.decode()
    first.refresh_from_db()
    assert (first.kind, str(first.ended_on)) == ("person", "2026-02-01")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_an_organisation_with_people_stays_and_one_without_goes(client, language):
    client.force_login(staff(language=language))
    empty, lived_in = organisation(), organisation()
    actions.take_role(user=person(), organisation=lived_in, role="colleague", now=timezone.now())
    for row in (empty, lived_in):
        page = client.post(f"/cms/organisations/delete/{row.pk}/", follow=True).content.decode()
    with translation.override(language):
        assert str(actions.OrganisationHasPeople.message) in page
    assert list(Organisation.objects.all()) == [lived_in]
    assert lived_in.roles.exists()


def test_what_staff_type_is_logged_with_their_name(client, officer):
    membership = person().memberships.get()
    data = {"kind": "organisation", "started_on": membership.started_on, "ended_on": ""}
    client.post(f"{MEMBERS}edit/{membership.pk}/", data)
    entry = ModelLogEntry.objects.get(action="wagtail.edit")
    assert (entry.user, entry.object_id) == (officer, str(membership.pk))


def test_actions_on_people_ask_for_the_role(client):
    stranger, user = person(), person()
    membership, place = user.memberships.get(), organisation()
    words = {"name_cy": "C", "name_en": "C", "slug": "c"}
    for refused in (
        lambda: actions.change_membership(membership=membership, by=stranger, ended_on=membership.started_on),
        lambda: actions.enter_organisation(by=stranger, **words),
        lambda: actions.change_organisation(organisation=place, by=stranger, name_cy="C"),
        lambda: actions.remove_organisation(organisation=place, by=stranger),
        lambda: actions.enter_account(by=stranger, email="new@example.org"),
        lambda: actions.change_account(user=stranger, by=stranger, is_superuser=True),
    ):
        with pytest.raises(actions.NotYours):
            refused()
    assert not User.objects.filter(is_superuser=True).exists()


def account(user, **changes) -> dict:
    """The form of an account as it stands, with changes."""
    told = {"email": user.email, "name": user.name, "language": user.language, "region": user.region}
    return told | {"is_active": "on"} | changes


def test_no_account_is_deleted_by_any_way_of_the_admin(client):
    client.force_login(staff())
    user = person()
    for path in (f"/cms/users/delete/{user.pk}/", f"/cms/bulk/members/user/delete/?id={user.pk}"):
        assert client.get(path).status_code in (302, 404)
        assert client.post(path).status_code in (302, 404)
    assert User.objects.filter(pk=user.pk).exists()
    assert user.memberships.exists()
    page = client.get(f"/cms/users/edit/{user.pk}/").content.decode()
    assert "/cms/users/delete/" not in page + client.get("/cms/users/").content.decode()
    assert "never deleted" in page


@pytest.mark.parametrize("action", ["assign_role", "set_active_state", "delete"])
def test_accounts_change_one_by_one(client, action):
    client.force_login(staff())
    assert client.get(f"/cms/bulk/members/user/{action}/?id={person().pk}", follow=True).status_code == 404


def test_a_new_address_of_an_account_is_unproved_and_signs_in(client):
    client.force_login(staff())
    user = person("old@example.org", name="Siân")
    client.post(f"/cms/users/edit/{user.pk}/", account(user, email=" NEW@Example.org "))
    address = EmailAddress.objects.get(user=user)
    assert (address.email, address.primary, address.verified) == ("new@example.org", True, False)
    user.refresh_from_db()
    assert user.email == "new@example.org"


@pytest.mark.parametrize("twin", ["TAKEN@tŷ.cymru", unicodedata.normalize("NFD", "taken@tŷ.cymru")])
def test_one_address_is_one_account_for_administrators_too(client, twin):
    client.force_login(staff())
    person("taken@tŷ.cymru")
    user = person()
    before = User.objects.count()
    for path in ("/cms/users/new/", f"/cms/users/edit/{user.pk}/"):
        page = client.post(path, account(user, email=twin, name="Kept as typed")).content.decode()
        assert str(actions.AccountExists.message) in page
        assert "Kept as typed" in page
    user.refresh_from_db()
    assert (User.objects.count(), user.name == "Kept as typed") == (before, False)


def test_the_last_administrator_stays(client):
    administrator = staff()
    with pytest.raises(actions.LastAdministrator):
        actions.change_account(user=administrator, by=administrator, is_active=False)
    actions.change_account(user=administrator, by=staff(), is_active=False)
    assert not User.objects.get(pk=administrator.pk).is_active


def test_an_administrator_gives_a_role(client):
    client.force_login(staff())
    user, group = person(), Group.objects.create(name="editors")
    client.post(f"/cms/users/edit/{user.pk}/", account(user, groups=[group.pk]))
    assert list(user.groups.all()) == [group]
    client.post(f"/cms/users/edit/{user.pk}/", account(user))
    assert not user.groups.exists()


def test_staff_give_their_own_name_through_the_same_action(client):
    user = staff(name="Grace", language="en")
    client.force_login(user)
    looks = {"theme-theme": "system", "theme-contrast": "system", "theme-density": "default"}
    client.post("/cms/account/", looks | {"name_email-name": "Gras", "name_email-language": "cy"})
    user.refresh_from_db()
    assert (user.name, user.language) == ("Gras", "cy")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_administrators_never_take_each_others_rights_at_once():
    first, second, together = staff(), staff(), Barrier(2)

    def demote(user, by):
        together.wait(timeout=10)
        try:
            actions.change_account(user=user, by=by, is_superuser=False)
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor() as pool:
        said = list(pool.map(demote, [second, first], [first, second]))
    assert User.objects.filter(is_superuser=True).count() == 1
    assert sum(isinstance(answer, Refused) for answer in said) == 1


@pytest.mark.parametrize("name", ["Gw\x01en", "\u202eGwen", "Gwen\x0b"])
def test_a_name_has_no_letters_that_cannot_be_seen(client, site, name):
    person_here = person(name="Before")
    client.force_login(person_here)
    client.post("/en/account/details/name/", {"name": name})
    person_here.refresh_from_db()
    assert person_here.name.replace(" ", "") == "Gwen"
