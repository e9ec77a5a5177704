"""Leaving the network: the membership ends, the account stays, and joining again keeps what was."""

import pytest
from django.utils import timezone

from events.models import Booking
from events.people import Booker
from members import actions
from members.models import Membership, PrinciplesWording
from tests.events import factories as rooms
from tests.factories import person
from tests.members.door import codes, heading, said, templates

pytestmark = pytest.mark.django_db
LEAVE = "/en/account/data/leave/"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_member_leaves_by_a_button(client, site, language):
    user = person(language=language)
    client.force_login(user)
    page = client.get(f"/{language}/account/data/leave/")
    heading(page)
    assert user.is_member
    after = client.post(f"/{language}/account/data/leave/", follow=True)
    assert after.request["PATH_INFO"] == f"/{language}/account/data/"
    assert said(after)
    assert not user.is_member
    assert templates(user.email) == ["members/welcome", "members/left"]
    assert client.get(f"/{language}/account/").status_code == 200


def test_pressing_twice_is_pressing_once(client, site):
    user = person()
    client.force_login(user)
    for _turn in range(2):
        client.post(LEAVE)
    assert client.get(LEAVE).url == "/en/account/data/"
    assert templates(user.email) == ["members/welcome", "members/left"]


def test_who_is_no_member_cannot_leave():
    with pytest.raises(actions.NotAMember):
        actions.leave(user=person(member=False), now=timezone.now())


def test_what_is_booked_stays_booked(client, site):
    user = person()
    rooms.book(rooms.date(), Booker.of(user), by=user)
    client.force_login(user)
    client.post(LEAVE)
    assert Booking.objects.standing().get().user == user


def test_joining_again_keeps_what_was(client, site):
    """A second membership beside the first, by agreeing to the principles once more; the answers are still there."""
    user = person()
    client.force_login(user)
    client.post(LEAVE)
    assert "/en/join/principles/" in client.get("/en/account/data/").content.decode()
    wording = PrinciplesWording.objects.current()
    client.post("/en/join/principles/", {"agree": "on", "version": wording.version}, follow=True)
    assert user.is_member
    assert Membership.objects.filter(user=user).count() == 2
    assert user.agreements.count() == 1


def test_who_has_left_is_not_asked_to_join_each_time(client, site):
    """Signing in leads to the account; whoever never finished joining is still led on."""
    for user, there in ((person(), "/en/account/"), (person(member=False), "/en/join/principles/")):
        if user.is_member:
            actions.leave(user=user, now=timezone.now())
        client.post("/en/account/login/", {"login": user.email})
        answer = client.post("/en/account/login/code/confirm/", {"code": codes(user.email)[-1]})
        assert answer.url == there
        client.logout()
