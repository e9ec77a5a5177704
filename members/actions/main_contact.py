"""Who decides for an organisation, and writing to them and to others about it."""

from django.utils.translation import gettext_lazy as _

from core import mail
from core.errors import Refused
from members.models import Organisation, OrganisationRole, Role, User


class NotMainContact(Refused):
    """The main contact decides who takes part for an organisation."""

    message = _("Only the main contact of the organisation can do this.")


def only_main_contact(organisation: Organisation, by: User) -> OrganisationRole:
    """The role of whoever may decide for an organisation; refuses NotMainContact."""
    held = organisation.roles.open().filter(user=by, user__is_active=True, role=Role.MAIN_CONTACT).first()
    if held is None:
        raise NotMainContact
    return held


def tell(template: str, organisation: Organisation, *, to: User, cause: str, **facts) -> None:
    """Write to one person about an organisation, in their language."""
    mail.send(
        template,
        to=to.email,
        to_name=to.name,
        language=to.language,
        context={"organisation": organisation.names, "organisation_id": organisation.pk, **facts},
        key=f"{template}:{cause}",
    )


def tell_main_contact(template: str, organisation: Organisation, *, about: User, cause: str, **facts) -> None:
    """Write to the main contact about somebody else; while there is none, nobody is written to."""
    main = organisation.roles.open().filter(role=Role.MAIN_CONTACT, user__is_active=True).select_related("user").first()
    if main and main.user != about:
        tell(template, organisation, to=main.user, cause=cause, name=about.name, **facts)
