"""What may happen to organisations, and to the roles of people in them."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from members.actions.staff import change_row, only_who_may
from members.models import Organisation, OrganisationRole, Role, User


class OrganisationHasPeople(Refused):
    """What people have done in an organisation is kept, and so it stays."""

    message = _("People have, or had, a role in this organisation, so it cannot be deleted. You can change its names.")


class RoleTaken(Refused):
    """An organisation has one main contact and one finance contact."""

    message = _("Somebody else has this role at the moment.")


@transaction.atomic
def add_organisation(
    *, name_cy: str, name_en: str, slug: str, region: str = "", about_cy: str = "", about_en: str = ""
) -> Organisation:
    """Enter an organisation under its two names."""
    return Organisation.objects.create(
        name_cy=name_cy, name_en=name_en, slug=slug, region=region, about_cy=about_cy, about_en=about_en
    )


@transaction.atomic
def enter_organisation(*, by: User, **facts) -> Organisation:
    """Staff enter an organisation; `facts` are those of `add_organisation`. Refuses NotYours."""
    only_who_may("members.add_organisation", by)
    organisation = add_organisation(**facts)
    log(organisation, "wagtail.create", user=by)
    return organisation


@transaction.atomic
def change_organisation(*, organisation: Organisation, by: User, **facts) -> Organisation:
    """Staff change an organisation; `facts` are its columns. Refuses NotYours."""
    only_who_may("members.change_organisation", by)
    return change_row(organisation, by, facts)


@transaction.atomic
def remove_organisation(*, organisation: Organisation, by: User) -> None:
    """Staff delete an organisation entered by mistake. Refuses NotYours, OrganisationHasPeople."""
    only_who_may("members.delete_organisation", by)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.roles.exists():
        raise OrganisationHasPeople
    log(organisation, "wagtail.delete", user=by, deleted=True)
    organisation.delete()


@transaction.atomic
def take_role(*, user: User, organisation: Organisation, role: str, now: datetime) -> OrganisationRole:
    """Give a person a role in an organisation, or refuse (RoleTaken); having it already changes nothing."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    standing = organisation.roles.filter(role=role, ended_on=None)
    if role in (Role.MAIN_CONTACT, Role.FINANCE_CONTACT) and standing.exclude(user=user).exists():
        raise RoleTaken
    held, _created = standing.get_or_create(
        user=user,
        organisation=organisation,
        role=role,
        ended_on=None,
        defaults={"started_on": timezone.localdate(now)},
    )
    return held
