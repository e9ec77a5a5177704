"""Staff screens: members, organisations, accounts."""

import io

import pytest
from openpyxl import load_workbook

from members.models import Membership, Organisation, User
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
