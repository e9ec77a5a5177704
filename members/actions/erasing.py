"""Erasing: a person goes, totals stay, and one keyed hash keeps an import or a backup from bringing the address back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from core import mail
from core.actions import forget_mail
from core.errors import Refused
from core.personal import NOBODY, addresses_of
from members import erasures, signals
from members.actions.accounts import LastAdministrator
from members.models import Invitation, Membership, OrganisationRole, Role, User

LAST_MAIL = "members/erased"
LAST_MAIL_WITHIN = timedelta(days=3)


class StillStaff(Refused):
    """Whoever works for the site hands that over first."""

    message = _("You are one of our staff. Ask an administrator to take your staff rights away first.")


class StillMainContact(Refused):
    """An organisation with people in it keeps somebody to turn to."""

    message = _(
        "You are the main contact of an organisation that has other people here. Hand that over to one of them first,"
        " under “My organisations”."
    )


def may_erase(user: User) -> None:
    """Refuse LastAdministrator, StillStaff or StillMainContact to whoever cannot be erased as things stand."""
    if user.is_superuser and not User.objects.filter(is_superuser=True, is_active=True).exclude(pk=user.pk).exists():
        raise LastAdministrator
    if user.is_staff or user.is_superuser or user.groups.exists():
        raise StillStaff
    led = user.organisation_roles.current().filter(role=Role.MAIN_CONTACT).values("organisation")
    if OrganisationRole.objects.current().filter(organisation__in=led).exclude(user=user).exists():
        raise StillMainContact


@transaction.atomic
def erase(*, user: User, now: datetime, tell: bool = True) -> None:
    """Erase a person: places to come go to others, what is past stays without a name, all else of theirs is deleted.

    Refuses LastAdministrator, StillStaff, StillMainContact, and what rooms refuse with (TryAgain). `tell`: a last mail.
    """
    # Not locked against those who merely point to the account: somebody may hold a date and wait for nothing of ours.
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    may_erase(user)
    addresses = frozenset({*addresses_of(user), user.email})
    signals.erasing.send(sender=User, user=user, addresses=addresses, now=now)
    forget_mail(addresses=addresses)
    _forget_in_histories(user)
    Invitation.objects.filter(email__in=addresses).delete()
    if tell:
        mail.send(
            LAST_MAIL,
            to=user.email,
            language=user.language,
            context={},
            key=f"{LAST_MAIL}:{uuid4().hex}",
            expires_at=now + LAST_MAIL_WITHIN,
        )
    user.delete()
    transaction.on_commit(lambda: erasures.note(addresses, now))


def _forget_in_histories(user: User) -> None:
    """Lines about the account say what was done and when, and no name any more."""
    memberships = [str(pk) for pk in user.memberships.values_list("pk", flat=True)]
    for model, keys in ((User, [str(user.pk)]), (Membership, memberships)):
        kind = ContentType.objects.get_for_model(model)
        ModelLogEntry.objects.filter(content_type=kind, object_id__in=keys).update(label=NOBODY)


def erased_before() -> Iterator[User]:
    """Accounts of people who were erased after they had opened them: a backup brought them back."""
    noted = erasures.noted()
    if not noted:
        return
    for user in User.objects.order_by("pk").prefetch_related("emailaddress_set"):
        addresses = {user.email} | {row.email for row in user.emailaddress_set.all() if row.verified}
        if any(noted.get(erasures.digest(email), user.date_joined) > user.date_joined for email in addresses):
            yield user
