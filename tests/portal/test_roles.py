"""Groups are named for readers of both languages, also where they stood before under a code."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, Page

from core.models import Document, Image
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


@pytest.mark.parametrize(
    ("role", "changes"), [("editor", True), ("event_officer", False), ("newsletter_officer", False)]
)
def test_only_editors_change_the_librarys_files(client, site, settings, tmp_path, role, changes):
    """A file for members is in the collection of all; the other rooms may use it, and change those of their own."""
    settings.MEDIA_ROOT = str(tmp_path)
    everything = Collection.get_first_root_node()
    own = Collection.objects.filter(name=roles.ROLES[role].collection).first() or everything
    client.force_login(staff(role))
    for collection, opens in ((everything, changes), (own, True)):
        file = Document(title="Paper", language="en", collection=collection)
        file.file.save("paper.txt", ContentFile(b"paper"))
        picture = Image.objects.create(title="Picture", file=get_test_image_file(), collection=collection)
        for path in (f"/cms/documents/edit/{file.pk}/", f"/cms/images/{picture.pk}/"):
            assert (client.get(path).status_code == 200) == opens
        client.post(f"/cms/documents/edit/{file.pk}/", {"title": "Changed", "language": "en", "collection": own.pk})
        assert (Document.objects.get(pk=file.pk).title == "Changed") == opens
        assert "Picture" in client.get("/cms/images/chooser/").content.decode()
    assert client.get("/cms/documents/multiple/add/").status_code == 200


def test_a_rooms_collection_stays_its_own_under_another_name(site):
    """Laid again, nothing is doubled and nobody is shut out."""
    count, own = Collection.objects.count(), Collection.objects.get(name=roles.ROLES["event_officer"].collection)
    Collection.objects.filter(pk=own.pk).update(name="Lluniau / Photographs")
    roles.lay_roles()
    group = Group.objects.get(name=roles.ROLES["event_officer"].name)
    assert Collection.objects.count() == count
    assert group.collection_permissions.filter(collection=own, permission__codename="change_image").exists()
