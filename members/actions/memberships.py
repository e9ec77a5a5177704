"""What may happen to memberships: joining, and what staff correct."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import mail
from core.errors import Refused
from members import signals
from members.actions.consents import give_consent
from members.actions.principles import agree
from members.actions.staff import change_row, only_who_may
from members.models import ConsentWording, Membership, PrinciplesWording, User


class MembershipOpen(Refused):
    """A person has one membership without an end at a time."""

    message = _("This person has another membership that has not ended. Give that one its last day first.")


class AlreadyMember(Refused):
    """Nobody joins twice."""

    message = _("You are a member already.")


class AnswerMissing(Refused):
    """Joining needs a name, a region and a language."""

    message = _("Some of your answers are missing. Please go back and fill them in.")


@transaction.atomic
def join(
    *,
    user: User,
    wording: PrinciplesWording,
    language: str,
    now: datetime,
    consents: Iterable[ConsentWording] = (),
    source: str = "join",
) -> Membership:
    """Make a person a member, who agrees to the principles and to what they ticked, and welcome them.

    Refuses with AlreadyMember, AnswerMissing, WordingOutdated. `language` is the one in which they read the words.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    today = timezone.localdate(now)
    if user.memberships.current(today).exists():
        raise AlreadyMember
    if not (user.name and user.region):
        raise AnswerMissing
    membership = Membership.objects.create(user=user, started_on=today)
    agree(user=user, wording=wording, language=language, now=now)
    given = [give_consent(user=user, wording=asked, language=language, source=source, now=now) for asked in consents]
    _welcome(membership)
    signals.joined.send(
        sender=User,
        user=user,
        membership=membership,
        purposes=frozenset(consent.purpose for consent in given),
        language=language,
        now=now,
    )
    return membership


def _welcome(membership: Membership) -> None:
    user = membership.user
    mail.send(
        "members/welcome",
        to=user.email,
        to_name=user.name,
        language=user.language,
        context={"name": user.name},
        key=f"members/welcome:{membership.pk}",
    )


@transaction.atomic
def change_membership(*, membership: Membership, by: User, **facts) -> Membership:
    """Staff correct a membership or end it; `facts` are its columns. Refuses NotYours, MembershipOpen."""
    only_who_may("members.change_membership", by)
    others = Membership.objects.filter(user=membership.user_id, ended_on=None).exclude(pk=membership.pk)
    if "ended_on" in facts and facts["ended_on"] is None and others.select_for_update().exists():
        raise MembershipOpen
    return change_row(membership, by, facts)
