"""A person's own details, and changing them."""

import pytest

from members.models import User
from tests.factories import person
from tests.members.door import heading

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_person_sees_and_changes_what_they_told_us(client, language):
    client.force_login(person(name="Siân", language="en"))
    page = client.get(f"/{language}/account/details/")
    heading(page)
    assert "Siân" in page.content.decode()
    client.post(f"/{language}/account/details/language/", {"language": "both"})
    client.post(f"/{language}/account/details/here_as/", {"here_as": ["student"]})
    user = User.objects.get()
    assert user.language == "both"
    assert [row.kind for row in user.here_as.all()] == ["student"]


def test_reading_the_site_in_another_language_changes_nothing_about_a_person(client):
    client.force_login(person(language="cy"))
    client.get("/en/account/details/")
    assert User.objects.get().language == "cy"


def test_there_is_nothing_else_to_change(client):
    client.force_login(person())
    assert client.get("/en/account/details/is_staff/").status_code == 404


def test_a_stranger_sees_no_details(client):
    assert client.get("/cy/account/details/").url == "/cy/account/login/?next=/cy/account/details/"
