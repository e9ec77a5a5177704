"""The factories make what the tests of every room stand on."""

import pytest

from tests.factories import organisation, person, staff

pytestmark = pytest.mark.django_db


def test_person_is_a_member_unless_told_otherwise():
    assert person().is_member
    assert not person(member=False).is_member


def test_staff_and_organisations_are_made():
    assert staff().is_superuser
    assert not staff("editor").is_superuser
    assert organisation().name_cy.endswith("(cy)")
