"""Groups are named for readers of both languages, also where they stood before under a code."""

from importlib import import_module

from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import Collection, Page

from portal import roles
from tests.factories import staff

naming = import_module("portal.migrations.0002_names_in_both_languages")


def test_each_role_has_a_name_in_both_languages(client, site):
    """The list of groups shows no code and nothing in English alone."""
    client.force_login(staff())
    page = client.get("/cms/groups/").content.decode()
    assert all(role.name in page for role in roles.ROLES.values())
    assert all(" / " in name for name in Group.objects.values_list("name", flat=True))


def test_a_group_that_stood_under_its_code_keeps_its_people(site):
    """The portal was set up before groups had names: renamed, laid again, and still one group."""
    officer = staff("event_officer")
    name = roles.ROLES["event_officer"].name
    Group.objects.filter(name=name).update(name="event_officer")
    Group.objects.create(name="Editors")
    naming.name_in_both_languages(apps, None)
    roles.lay_roles()
    assert officer.groups.get().name == name
    assert officer.groups.get().permissions.filter(codename="change_booking").exists()
    assert not Group.objects.filter(name__in=["Editors", *roles.ROLES]).exists()
    assert {naming.GROUPS[code] for code in roles.ROLES} == {role.name for role in roles.ROLES.values()}


def test_wagtails_own_editors_stay_while_somebody_is_one(site):
    """Nobody loses what they may do."""
    staff().groups.add(Group.objects.create(name="Editors"))
    naming.name_in_both_languages(apps, None)
    assert Group.objects.filter(name="Editors").exists()


def test_the_first_of_all_pages_and_collections_are_named_in_both_languages(site):
    """Where Wagtail says Root."""
    assert Page.get_first_root_node().title == "Pob tudalen / All pages"
    assert Collection.get_first_root_node().name == "Pob casgliad / All collections"
