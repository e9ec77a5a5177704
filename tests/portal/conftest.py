"""What tests of the admin as a whole may ask for."""

import pytest

from portal.models import StandardPage
from tests.factories import staff
from tests.portal import admin_world
from tests.portal.pairs import pair, publish


@pytest.fixture
def world(site, settings, tmp_path) -> admin_world.World:
    """One of each thing that an address of the admin can be about, and somebody of each role."""
    settings.MEDIA_ROOT = str(tmp_path)
    return admin_world.make(site)


@pytest.fixture
def admin(client, site):
    """Somebody who may publish everything, signed in."""
    user = staff("admin")
    client.force_login(user)
    return user


@pytest.fixture
def live(client, admin, site):
    """A pair on the site."""
    pages = pair(site)
    publish(client, pages["cy"])
    return {code: StandardPage.objects.get(pk=page.pk) for code, page in pages.items()}
