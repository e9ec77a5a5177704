"""What tests of the admin as a whole may ask for."""

import pytest

from tests.portal import admin_world


@pytest.fixture
def world(site, settings, tmp_path) -> admin_world.World:
    """One of each thing that an address of the admin can be about, and somebody of each role."""
    settings.MEDIA_ROOT = str(tmp_path)
    return admin_world.make(site)
