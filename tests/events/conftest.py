"""What tests of the events room may ask for."""

import pytest

from tests import factories as people


@pytest.fixture
def officer(client, site):
    """An event officer who is signed in."""
    from portal.roles import lay_roles

    lay_roles()
    person = people.staff("event_officer", language="en")
    client.force_login(person)
    return person
