"""What may happen to people, and what is refused."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import OutgoingMail
from members import actions
from members.models import Consent, ConsentWording, Membership, OrganisationRole, PrinciplesWording, Role, User
from tests.factories import organisation, person

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def join(user, **more):
    """Join as the last page does."""
    actions.ensure_wordings()
    given = {"wording": PrinciplesWording.objects.current(), "language": "cy", "now": NOW} | more
    return actions.join(user=user, **given)


def test_wordings_are_made_once():
    actions.ensure_wordings()
    PrinciplesWording.objects.update(text_cy="Ein geiriau ni")
    actions.ensure_wordings()
    wording = PrinciplesWording.objects.get()
    assert wording.text_cy == "Ein geiriau ni"
    assert ConsentWording.objects.get().purpose == "newsletter"


def test_the_first_wording_has_five_principles_in_both_languages():
    from django.utils import translation

    actions.ensure_wordings()
    for language, first in (("cy", "Seiliedig ar asedau, â phobl yn ganolog"), ("en", "Asset-based, people-centred")):
        with translation.override(language):
            principles = PrinciplesWording.objects.current().in_words()
        assert len(principles) == 5
        assert (principles[0].title, principles[0].code) == (first, "strengths")
        assert all(principle.text for principle in principles)


def test_an_account_is_opened_once_for_an_address():
    person("siân@example.org".replace("â", "a"), member=False)
    with pytest.raises(actions.AccountExists):
        actions.open_account(email=" SIAN@example.org")


def test_a_member_does_not_join_twice():
    user = person()
    with pytest.raises(actions.AlreadyMember):
        join(user)
    assert OutgoingMail.objects.filter(template="members/welcome").count() == 1


@pytest.mark.parametrize("missing", ["name", "region"])
def test_nobody_joins_without_the_answers(missing):
    user = person(member=False, **{missing: ""})
    with pytest.raises(actions.AnswerMissing):
        join(user)


def test_an_older_wording_is_refused_and_nothing_is_kept():
    user = person(member=False)
    actions.ensure_wordings()
    old = PrinciplesWording.objects.current()
    PrinciplesWording.objects.create(version=2, text_cy="a", text_en="b")
    with pytest.raises(actions.WordingOutdated):
        join(user, wording=old)
    assert not user.is_member
    assert not OutgoingMail.objects.exists()


def test_who_left_may_join_again():
    user = person()
    user.memberships.update(ended_on=timezone.localdate(NOW))
    assert not user.is_member
    join(user)
    assert user.is_member
    assert user.memberships.count() == 2


def test_a_consent_is_given_once_withdrawn_and_given_anew():
    user = person()
    wording = ConsentWording.objects.get()
    first = actions.give_consent(user=user, wording=wording, language="cy", source="account", now=NOW)
    assert actions.give_consent(user=user, wording=wording, language="cy", source="account", now=NOW) == first
    assert actions.withdraw_consent(user=user, purpose="newsletter", now=NOW + timedelta(days=1)) == 1
    assert actions.withdraw_consent(user=user, purpose="newsletter", now=NOW + timedelta(days=1)) == 0
    actions.give_consent(user=user, wording=wording, language="en", source="account", now=NOW + timedelta(days=2))
    assert Consent.objects.count() == 2
    assert user.consents.standing().get().language == "en"


def test_an_organisation_has_one_main_contact():
    club = organisation()
    first = actions.take_role(user=person(), organisation=club, role=Role.MAIN_CONTACT, now=NOW)
    assert actions.take_role(user=first.user, organisation=club, role=Role.MAIN_CONTACT, now=NOW) == first
    with pytest.raises(actions.RoleTaken):
        actions.take_role(user=person(), organisation=club, role=Role.MAIN_CONTACT, now=NOW)
    for _turn in range(2):
        actions.take_role(user=person(), organisation=club, role=Role.CHAMPION, now=NOW)
    assert club.roles.current().count() == 3


def test_the_day_of_joining_is_a_day_in_wales():
    late = datetime(2027, 6, 30, 23, 30, tzinfo=ZoneInfo("UTC"))
    user = person(member=False)
    assert join(user, now=late).started_on == date(2027, 7, 1)


@pytest.mark.parametrize(
    ("started", "ended", "stands"),
    [(-1, None, True), (0, None, True), (1, None, False), (-2, -1, False), (-1, 0, False), (-1, 1, True)],
)
def test_a_membership_stands_from_its_first_day_until_its_last(started, ended, stands):
    user, today = person(member=False), date(2027, 3, 2)
    Membership.objects.create(
        user=user,
        started_on=today + timedelta(days=started),
        ended_on=None if ended is None else today + timedelta(days=ended),
    )
    assert user.memberships.current(today).exists() is stands


def broken_rows():
    """Rows that no code should write, and the database must not take."""
    today = date(2027, 3, 2)
    user, club = person(), organisation()
    yield lambda: User.objects.bulk_create([User(email="Upper@example.org")])
    yield lambda: Membership.objects.create(user=user, started_on=today)
    yield lambda: Membership.objects.create(user=user, started_on=today, ended_on=today - timedelta(days=1))
    yield lambda: user.here_as.create(kind="citizen")
    yield lambda: PrinciplesWording.objects.create(version=1, text_cy="a", text_en="b")
    yield lambda: user.agreements.create(wording=PrinciplesWording.objects.current(), agreed_at=NOW, language="cy")
    OrganisationRole.objects.create(user=user, organisation=club, role="finance_contact", started_on=today)
    yield lambda: OrganisationRole.objects.create(
        user=person(), organisation=club, role="finance_contact", started_on=today
    )
    give = {
        "user": user,
        "wording": ConsentWording.objects.get(),
        "purpose": "newsletter",
        "language": "cy",
        "source": "x",
    }
    yield lambda: Consent.objects.create(**give, given_at=NOW, withdrawn_at=NOW - timedelta(days=1))
    Consent.objects.create(**give, given_at=NOW)
    yield lambda: Consent.objects.create(**give, given_at=NOW)


def test_the_database_keeps_the_rules_too():
    for write in broken_rows():
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
