"""What the library's tests may ask for."""

import pytest

from tests.factories import person, staff


@pytest.fixture
def librarian(site):
    """Somebody of the staff, with the library laid."""
    return staff()


@pytest.fixture
def member(site):
    """A member."""
    return person(name="Mali")


@pytest.fixture
def stranger(site):
    """Somebody with an account and no membership."""
    return person(name="Siân", member=False)
