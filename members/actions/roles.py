"""What people do with their own roles in organisations, and a main contact with those of colleagues."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from members.actions.join_codes import switch_code_on
from members.actions.main_contact import only_main_contact, tell, tell_main_contact
from members.actions.staff import only_who_may
from members.models import Organisation, OrganisationRole, Role, User, clean_email


class MainContactStays(Refused):
    """An organisation that has a main contact is never left without one."""

    message = _("You are the main contact. Hand this role over to a colleague first. Then you can leave.")


class NotInOrganisation(Refused):
    """Somebody has left in the meantime."""

    message = _("This person has no role in the organisation any more.")


class NoSuchMember(Refused):
    """A main contact is a member."""

    message = _("No member has this email address. Enter the address of somebody who is a member.")


class NotChampion(Refused):
    """Only champions rest."""

    message = _("You are not a champion of this organisation.")


@transaction.atomic
def leave_organisation(*, organisation: Organisation, by: User, now: datetime) -> bool:
    """End all of one's own roles in an organisation; whether there were any. Refuses MainContactStays."""
    roles = _roles(organisation, by)
    if any(role.role == Role.MAIN_CONTACT for role in roles):
        raise MainContactStays
    _end(roles, by=by, now=now)
    if roles:
        tell_main_contact("members/colleague_left", organisation, about=by, cause=f"{roles[0].pk}")
    return bool(roles)


@transaction.atomic
def remove_colleague(*, organisation: Organisation, user: User, by: User, now: datetime) -> None:
    """The main contact ends a colleague's roles. The person, their bookings and certificates stay.

    The join code that they know becomes another one, and an invitation of their address is taken back.

    Refuses NotMainContact, MainContactStays, NotInOrganisation.
    """
    roles = _roles(organisation, user)
    only_main_contact(organisation, by)
    if user == by:
        raise MainContactStays
    if not roles:
        raise NotInOrganisation
    _end(roles, by=by, now=now)
    _shut_behind(organisation, user, by=by, now=now)
    tell("members/role_ended", organisation, to=user, cause=f"{roles[0].pk}")


@transaction.atomic
def hand_over(*, organisation: Organisation, to: User, by: User, now: datetime) -> OrganisationRole:
    """The main contact gives this role to somebody of the organisation, and stays a colleague.

    Refuses NotMainContact, NotInOrganisation.
    """
    roles = _roles(organisation, to)
    held = only_main_contact(organisation, by)
    if to == by or not roles or not to.is_active:
        raise NotInOrganisation
    return _pass_on(held, organisation, to=to, by=by, now=now)


@transaction.atomic
def name_main_contact(*, organisation: Organisation, email: str, by: User, now: datetime) -> OrganisationRole:
    """Staff name a member as main contact, also of an organisation that has none; who was it stays a colleague.

    Refuses NotYours, NoSuchMember.
    """
    only_who_may("members.change_organisation", by)
    to = User.objects.filter(email=clean_email(email), is_active=True).first()
    if to is None or not to.is_member:
        raise NoSuchMember
    _roles(organisation, to)
    held = organisation.roles.open().filter(role=Role.MAIN_CONTACT).select_related("user").first()
    if held and held.user == to:
        return held
    given = _pass_on(held, organisation, to=to, by=by, now=now)
    if held:
        tell("members/main_contact_replaced", organisation, to=held.user, cause=f"{held.pk}")
    return given


def _pass_on(
    held: OrganisationRole | None, organisation: Organisation, *, to: User, by: User, now: datetime
) -> OrganisationRole:
    fresh = {"organisation": organisation, "started_on": timezone.localdate(now)}
    if held:
        _end([held], by=by, now=now)
        if not organisation.roles.open().filter(user=held.user).exists():
            stays = OrganisationRole.objects.create(user=held.user, role=Role.COLLEAGUE, **fresh)
            log(stays, "wagtail.create", user=by)
    given = OrganisationRole.objects.create(user=to, role=Role.MAIN_CONTACT, **fresh)
    log(given, "wagtail.create", user=by)
    tell("members/main_contact_named", organisation, to=to, cause=f"{given.pk}", by_name=by.name)
    return given


@transaction.atomic
def rest(*, organisation: Organisation, by: User, now: datetime) -> OrganisationRole:
    """A champion rests for a while. Refuses NotChampion; resting already changes nothing."""
    return _rest_since(organisation, by, timezone.localdate(now))


@transaction.atomic
def wake(*, organisation: Organisation, by: User) -> OrganisationRole:
    """A champion who rested is active again. Refuses NotChampion."""
    return _rest_since(organisation, by, None)


def _rest_since(organisation: Organisation, by: User, day) -> OrganisationRole:
    champion = next((role for role in _roles(organisation, by) if role.role == Role.CHAMPION), None)
    if champion is None:
        raise NotChampion
    if bool(champion.rested_on) != bool(day):
        champion.rested_on = day
        champion.save(update_fields=["rested_on"])
        log(champion, "wagtail.edit", user=by, content_changed=True)
    return champion


def _roles(organisation: Organisation, user: User) -> list[OrganisationRole]:
    """Somebody's open roles, while nobody else changes who is in the organisation."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    return list(organisation.roles.open().filter(user=user).order_by("pk"))


def _end(roles: Iterable[OrganisationRole], *, by: User, now: datetime) -> None:
    for role in roles:
        role.ended_on = max(timezone.localdate(now), role.started_on)
        role.save(update_fields=["ended_on"])
        log(role, "wagtail.edit", user=by, content_changed=True)


def _shut_behind(organisation: Organisation, user: User, *, by: User, now: datetime) -> None:
    """Who was asked to go does not come back by a code or an invitation they know of."""
    if Organisation.objects.exclude(join_code="").filter(pk=organisation.pk).exists():
        switch_code_on(organisation=organisation, by=by, anew=True)
    for invitation in organisation.invitations.open().filter(email=user.email):
        invitation.taken_back_at = now
        invitation.save(update_fields=["taken_back_at"])
        log(invitation, "wagtail.edit", user=by, content_changed=True)
