"""The join code of an organisation: switched on, renewed, switched off by its main contact."""

from secrets import choice

from django.db import transaction
from wagtail.log_actions import log

from members.actions.main_contact import only_main_contact
from members.models import Organisation, User
from members.models.organisation import CODE_LENGTH, CODE_LETTERS


@transaction.atomic
def switch_code_on(*, organisation: Organisation, by: User, anew: bool = False) -> str:
    """The main contact gives the organisation a join code, or (`anew`) another one; the old one is dead at once.

    Refuses NotMainContact.
    """
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    only_main_contact(organisation, by)
    if organisation.join_code and not anew:
        return organisation.join_code
    return _give_code(organisation, by, "".join(choice(CODE_LETTERS) for _place in range(CODE_LENGTH)))


@transaction.atomic
def switch_code_off(*, organisation: Organisation, by: User) -> None:
    """The main contact ends the join code. Refuses NotMainContact."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    only_main_contact(organisation, by)
    if organisation.join_code:
        _give_code(organisation, by, "")


def _give_code(organisation: Organisation, by: User, code: str) -> str:
    organisation.join_code = code
    organisation.save(update_fields=["join_code"])
    log(organisation, "wagtail.edit", user=by, content_changed=True)
    return code
