"""Leaving the network: a membership ends, and the account stays."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import mail
from core.errors import Refused
from members.models import Membership, User


class NotAMember(Refused):
    """Only a member can leave."""

    message = _("You are not a member at the moment.")


@transaction.atomic
def leave(*, user: User, now: datetime) -> Membership:
    """A person's membership ends today, and a mail says so. Refuses NotAMember.

    Account, bookings, newsletter and roles in organisations stay; joining again makes a new membership beside this one.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    today = timezone.localdate(now)
    membership = user.memberships.current(today).order_by("-started_on", "-id").first()
    if membership is None:
        raise NotAMember
    user.memberships.current(today).update(ended_on=today)
    membership.ended_on = today
    mail.send(
        "members/left",
        to=user.email,
        to_name=user.name,
        language=user.language,
        context={"name": user.name},
        key=f"members/left:{membership.pk}:{now.timestamp():.6f}",
    )
    return membership
