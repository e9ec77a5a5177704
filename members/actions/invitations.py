"""Inviting people into an organisation by email, taking that back, and accepting it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core import mail
from core.errors import LinkUnknown, Refused
from members.actions.main_contact import only_main_contact, tell_main_contact
from members.actions.organisations import RoleTaken, take_role
from members.models import Invitation, Organisation, OrganisationRole, Role, User, clean_email
from members.models.invitation import INVITED_FOR, new_token


class InvitationWaits(Refused):
    """One address is invited in one role at a time."""

    message = _(
        "This address has an invitation in another role, which has not been answered. Take that one back first."
    )


class InvitationOver(Refused):
    """Accepted, taken back, or too old."""

    message = _("This invitation no longer works. Ask the organisation to invite you again.")


class NotInvited(Refused):
    """It was answered or taken back in the meantime."""

    message = _("This invitation is not open any more.")


class MembersOnly(Refused):
    """Whoever takes part for an organisation is a member."""

    message = _("Join the network first. It is free.")


@transaction.atomic
def invite(*, organisation: Organisation, email: str, role: str, by: User, now: datetime) -> Invitation:
    """The main contact invites an address. Asking again while the invitation stands sends nothing.

    What is said and sent is the same whether the address has an account or not. Refuses NotMainContact, RoleTaken,
    InvitationWaits.
    """
    email = clean_email(email)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    only_main_contact(organisation, by)
    if role == Role.FINANCE_CONTACT and organisation.roles.open().filter(role=role).exists():
        raise RoleTaken
    invitation = organisation.invitations.open().filter(email=email).first()
    if invitation and invitation.stands(now):
        if invitation.role != role:
            raise InvitationWaits
        return invitation
    facts = {"role": role, "invited_by": by, "invited_at": now, "expires_at": now + INVITED_FOR, "token": new_token()}
    if invitation is None:
        invitation = Invitation.objects.create(organisation=organisation, email=email, **facts)
        log(invitation, "wagtail.create", user=by)
    else:
        for name, value in facts.items():
            setattr(invitation, name, value)
        invitation.save(update_fields=list(facts))
        log(invitation, "wagtail.edit", user=by, content_changed=True)
    _send(invitation)
    return invitation


def _send(invitation: Invitation) -> None:
    """Nothing that the inviter typed goes along: an invitation carries nobody's words to a stranger."""
    known = User.objects.filter(email=invitation.email).first()
    mail.send(
        "members/invited",
        to=invitation.email,
        language=known.language if known else "",
        context={
            "organisation": invitation.organisation.names,
            "role": str(invitation.role),
            "token": invitation.token,
        },
        key=f"members/invited:{invitation.token}",
        expires_at=invitation.expires_at,
    )


@transaction.atomic
def take_back_invitation(*, organisation: Organisation, about: int, by: User, now: datetime) -> None:
    """The main contact takes an invitation back; its link no longer works. Refuses NotMainContact, NotInvited."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    only_main_contact(organisation, by)
    invitation = organisation.invitations.open().filter(pk=about).first()
    if invitation is None:
        raise NotInvited
    invitation.taken_back_at = now
    invitation.save(update_fields=["taken_back_at"])
    log(invitation, "wagtail.edit", user=by, content_changed=True)


def find_invitation(*, token: str, by: User | None, now: datetime) -> Invitation:
    """The invitation behind a link, for whoever may still accept it or has. Refuses LinkUnknown, InvitationOver."""
    invitation = Invitation.objects.select_related("organisation").filter(token=token).first()
    if invitation is None:
        raise LinkUnknown
    if not invitation.stands(now) and (by is None or invitation.accepted_by_id != by.pk):
        raise InvitationOver
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, by: User, now: datetime) -> Organisation:
    """Take the role one was invited to; the main contact hears who has joined. Pressing twice is accepting once.

    Refuses LinkUnknown, InvitationOver, MembersOnly, RoleTaken.
    """
    organisation = find_invitation(token=token, by=by, now=now).organisation
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    invitation = find_invitation(token=token, by=by, now=now)
    if invitation.accepted_at:
        return organisation
    come_in(user=by, organisation=organisation, role=invitation.role, by=by, now=now)
    invitation.accepted_by, invitation.accepted_at = by, now
    invitation.save(update_fields=["accepted_by", "accepted_at"])
    log(invitation, "wagtail.edit", user=by, content_changed=True)
    return organisation


def come_in(*, user: User, organisation: Organisation, role: str, by: User, now: datetime) -> OrganisationRole:
    """A member takes a role in an organisation, and its main contact hears of somebody new. Refuses MembersOnly, RoleTaken."""
    if not (user.is_active and user.is_member):
        raise MembersOnly
    had = list(organisation.roles.open().filter(user=user).values_list("pk", flat=True))
    held = take_role(user=user, organisation=organisation, role=role, now=now)
    if held.pk not in had:
        log(held, "wagtail.create", user=by)
    for request in organisation.join_requests.open().filter(user=user):
        request.is_let_in, request.answered_by, request.answered_at = True, by, now
        request.save(update_fields=["is_let_in", "answered_by", "answered_at"])
        log(request, "wagtail.edit", user=by, content_changed=True)
    if not had and by == user:
        tell_main_contact("members/colleague_joined", organisation, about=user, cause=f"{held.pk}", role=str(role))
    return held
