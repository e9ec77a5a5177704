"""My organisations: seen, left, handed over, rested from."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from core.models import OutgoingMail
from members import actions
from members.models import Organisation, OrganisationRole, Role, User
from tests.factories import organisation, person, staff
from tests.members.door import heading, path, said, templates

pytestmark = pytest.mark.django_db
HOME = "/en/account/organisations/"


def give(user: User, place: Organisation, *roles: str) -> User:
    for role in roles:
        actions.take_role(user=user, organisation=place, role=role, now=timezone.now())
    return user


@pytest.fixture
def place():
    """An organisation with a main contact, a finance contact, a champion and two colleagues."""
    made = organisation("Bridge")
    for name, role in (
        ("Mair", "main_contact"),
        ("Ffion", "finance_contact"),
        ("Cai", "champion"),
        ("Col", "colleague"),
        ("Dai", "colleague"),
    ):
        give(person(f"{name.lower()}@example.org", name=name), made, role)
    return made


def who(name: str) -> User:
    return User.objects.get(name=name)


def open_roles(name: str) -> list[str]:
    return list(who(name).organisation_roles.filter(ended_on=None).order_by("pk").values_list("role", flat=True))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_person_finds_their_organisations_and_what_they_do_there(client, place, language):
    cai = give(who("Cai"), place, "colleague")
    give(cai, organisation("Other"), "colleague")
    client.force_login(cai)
    assert "/account/organisations/" in client.get(f"/{language}/account/").content.decode()
    page = client.get(f"/{language}/account/organisations/")
    heading(page)
    assert page.content.decode().count('class="card"') == 2
    inside = client.get(f"/{language}/account/organisations/{place.pk}/").content.decode()
    assert {"cy": place.name_cy, "en": place.name_en}[language] in inside
    assert {"cy": "Hyrwyddwr", "en": "Champion, active"}[language] in inside


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        ("Mair", {"Ffion", "Cai", "Col", "Dai"}),
        ("Ffion", {"Mair", "Cai"}),
        ("Col", {"Mair", "Ffion", "Cai"}),
    ],
)
def test_colleagues_are_named_to_the_main_contact_alone(client, place, name, sees):
    client.force_login(who(name))
    page = client.get(f"{HOME}{place.pk}/").content.decode()
    assert {other for other in ("Mair", "Ffion", "Cai", "Col", "Dai") if f"<dt>{other}</dt>" in page} == sees
    assert "@example.org" not in page.replace(who(name).email, "")


def test_others_find_neither_the_organisation_nor_its_forms(client, place):
    give(person(name="Elsewhere"), organisation(), "main_contact")
    left = give(person(name="Left"), place, "colleague")
    actions.leave_organisation(organisation=place, by=left, now=timezone.now())
    for name, ends in (
        ("Elsewhere", ("", "press/", "leave/", "hand-over/", f"people/{who('Col').pk}/")),
        ("Left", ("", "press/", "leave/", "hand-over/", f"people/{who('Col').pk}/")),
        ("Col", ("hand-over/", f"people/{who('Dai').pk}/")),
    ):
        client.force_login(who(name))
        for end in ends:
            assert client.get(f"{HOME}{place.pk}/{end}").status_code == 404, (name, end)
            if end != "leave/":
                assert client.post(f"{HOME}{place.pk}/{end}", {"do": "rest"}).status_code == 404, (name, end)
    assert open_roles("Dai") == ["colleague"]


def test_a_colleague_leaves_by_a_button_and_the_main_contact_hears_of_it(client, place):
    give(who("Col"), place, "champion")
    client.force_login(who("Col"))
    page = client.get(f"{HOME}{place.pk}/leave/")
    assert heading(page) == "Leave this organisation"
    assert open_roles("Col") == ["colleague", "champion"], "a look changes nothing"
    for _press in range(2):
        page = client.post(f"{HOME}{place.pk}/leave/", follow=True)
        assert path(page) == HOME
    assert open_roles("Col") == []
    assert OrganisationRole.objects.filter(user=who("Col")).count() == 2, "what they did is kept"
    assert templates("mair@example.org").count("members/colleague_left") == 1
    assert who("Col").is_member
    assert ModelLogEntry.objects.filter(user=who("Col"), action="wagtail.edit").count() == 2


def test_who_has_left_may_come_back_on_the_same_day(place):
    actions.leave_organisation(organisation=place, by=who("Col"), now=timezone.now())
    give(who("Col"), place, "colleague")
    assert open_roles("Col") == ["colleague"]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_main_contact_stays_and_reads_the_way_out(client, place, language):
    client.force_login(who("Mair"))
    leave = f"/{language}/account/organisations/{place.pk}/leave/"
    with translation.override(language):
        sentence = str(actions.MainContactStays.message)
    page = client.get(leave).content.decode()
    assert sentence in page
    assert f"/{language}/account/organisations/{place.pk}/hand-over/" in page
    assert sentence in said(client.post(leave, follow=True))
    assert open_roles("Mair") == ["main_contact"]


def test_a_main_contact_without_colleagues_is_not_led_to_an_empty_form(client):
    alone = organisation()
    client.force_login(give(person(), alone, "main_contact"))
    page = client.get(f"{HOME}{alone.pk}/leave/").content.decode()
    assert "hand-over" not in page
    assert "Nobody else is in the organisation here yet" in page


def test_the_main_contact_hands_over_and_stays_a_colleague(client, place):
    client.force_login(who("Mair"))
    client.post(f"{HOME}{place.pk}/hand-over/", {"to": who("Col").pk})
    assert open_roles("Mair") == ["colleague"]
    assert open_roles("Col") == ["colleague", "main_contact"]
    assert templates("col@example.org")[-1] == "members/main_contact_named"
    assert client.get(f"{HOME}{place.pk}/hand-over/").status_code == 404, "it is somebody else's now"
    client.post(f"{HOME}{place.pk}/leave/")
    assert open_roles("Mair") == []
    assert templates("col@example.org")[-1] == "members/colleague_left"


def test_nobody_outside_the_organisation_can_be_chosen(client, place):
    stranger = person()
    client.force_login(who("Mair"))
    page = client.post(f"{HOME}{place.pk}/hand-over/", {"to": stranger.pk}, follow=True).content.decode()
    assert "Choose a colleague." in page
    assert open_roles("Mair") == ["main_contact"]


def test_a_colleague_who_leaves_meanwhile_is_not_made_main_contact(place):
    actions.leave_organisation(organisation=place, by=who("Col"), now=timezone.now())
    with pytest.raises(actions.NotInOrganisation):
        actions.hand_over(organisation=place, to=who("Col"), by=who("Mair"), now=timezone.now())
    assert open_roles("Mair") == ["main_contact"]


@pytest.mark.parametrize("role", ["Ffion", "Cai", "Col"])
def test_only_the_main_contact_decides(place, role):
    asked = {"organisation": place, "by": who(role), "now": timezone.now()}
    with pytest.raises(actions.NotMainContact):
        actions.hand_over(to=who("Dai"), **asked)
    with pytest.raises(actions.NotMainContact):
        actions.remove_colleague(user=who("Dai"), **asked)
    assert open_roles("Dai") == ["colleague"]


def test_the_main_contact_ends_a_colleagues_roles_and_the_person_stays(client, place):
    client.force_login(who("Mair"))
    address = f"{HOME}{place.pk}/people/{who('Cai').pk}/"
    assert heading(client.get(address)) == "Cai"
    assert open_roles("Cai") == ["champion"]
    assert "have ended" in said(client.post(address, follow=True))
    assert open_roles("Cai") == []
    assert who("Cai").is_member
    assert templates("cai@example.org")[-1] == "members/role_ended"
    assert client.post(address).status_code == 404
    with pytest.raises(actions.NotInOrganisation):
        actions.remove_colleague(organisation=place, user=who("Cai"), by=who("Mair"), now=timezone.now())
    with pytest.raises(actions.MainContactStays):
        actions.remove_colleague(organisation=place, user=who("Mair"), by=who("Mair"), now=timezone.now())


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_champion_rests_and_comes_back(client, place, language):
    client.force_login(who("Cai"))
    address = f"/{language}/account/organisations/{place.pk}/"
    resting = {"cy": "yn gorffwys", "en": "Champion, resting"}[language]
    assert client.get(f"{address}press/").status_code == 302
    for verb, rests in (("rest", True), ("rest", True), ("wake", False)):
        page = client.post(f"{address}press/", {"do": verb}, follow=True)
        assert bool(OrganisationRole.objects.get(user=who("Cai")).rested_on) == rests
        assert (resting in page.content.decode()) == rests
    assert client.post(f"{address}press/", {"do": "anything"}).status_code == 404


def test_only_champions_rest(client, place):
    client.force_login(who("Col"))
    page = client.post(f"{HOME}{place.pk}/press/", {"do": "rest"}, follow=True)
    assert "not a champion" in said(page)
    with pytest.raises(IntegrityError), transaction.atomic():
        OrganisationRole.objects.filter(role=Role.COLLEAGUE).update(rested_on=timezone.localdate())


@pytest.mark.parametrize("language", ["cy", "en", "both", ""])
def test_letters_are_in_the_readers_language_whatever_the_writer_reads(place, language):
    User.objects.filter(name="Mair").update(language=language)
    with translation.override("en"):
        actions.leave_organisation(organisation=place, by=who("Col"), now=timezone.now())
    assert OutgoingMail.objects.get(template="members/colleague_left").language == language


WORDS = {"name_cy": "Caffi", "name_en": "Café", "slug": "caffi", "region": "", "about_cy": "", "about_en": ""}


@pytest.mark.parametrize("language", ["cy", "en"])
def test_staff_name_the_main_contact_of_a_new_organisation(client, language):
    client.force_login(staff("membership_officer", language=language))
    gwen = person("gwen@example.org", name="Gwen")
    with translation.override(language):
        no = str(actions.NoSuchMember.message)
    for wrong in ("nobody@example.org", person(member=False).email):
        page = client.post("/cms/organisations/new/", WORDS | {"main_contact": wrong})
        assert no in page.content.decode()
        assert not Organisation.objects.exists(), "nothing is half done"
    client.post("/cms/organisations/new/", WORDS | {"main_contact": "GWEN@example.org"})
    assert open_roles("Gwen") == ["main_contact"]
    assert templates(gwen.email)[-1] == "members/main_contact_named"


def test_staff_name_another_main_contact_and_both_hear_of_it(client, place):
    client.force_login(staff("membership_officer"))
    address = f"/cms/organisations/edit/{place.pk}/"
    assert 'value="mair@example.org"' in client.get(address).content.decode()
    told = WORDS | {"slug": place.slug, "name_cy": "Newydd"}
    client.post(address, told | {"main_contact": "mair@example.org"})
    assert open_roles("Mair") == ["main_contact"]
    page = client.post(address, told | {"main_contact": ""}).content.decode()
    assert str(actions.NoSuchMember.message) in page
    assert open_roles("Mair") == ["main_contact"], "an organisation keeps one"
    client.post(address, told | {"main_contact": "dai@example.org"})
    assert (open_roles("Mair"), open_roles("Dai")) == (["colleague"], ["colleague", "main_contact"])
    assert templates("mair@example.org")[-1] == "members/main_contact_replaced"
    assert templates("dai@example.org")[-1] == "members/main_contact_named"


def test_only_staff_whose_role_it_is_name_a_main_contact(place):
    for by in (who("Mair"), staff("editor")):
        with pytest.raises(actions.NotYours):
            actions.name_main_contact(organisation=place, email="dai@example.org", by=by, now=timezone.now())
