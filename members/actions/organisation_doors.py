"""Two more ways into an organisation: typing its join code, and asking its main contact."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from members.actions.invitations import MembersOnly, come_in
from members.actions.main_contact import only_main_contact, tell, tell_main_contact
from members.models import JoinRequest, Organisation, Role, User


class CodeUnknown(Refused):
    """No organisation has this code; nothing else is said of it."""

    message = _("We do not know this code. Check it, or ask the main contact of the organisation.")


class AlreadyThere(Refused):
    """Nobody asks to be let in where they are."""

    message = _("You are in this organisation already.")


class RequestAnswered(Refused):
    """A request is answered once."""

    message = _("This request has been answered already.")


class AskerGone(Refused):
    """Only members are let in."""

    message = _("This person is not a member of the network any more.")


@transaction.atomic
def join_by_code(*, code: str, by: User, now: datetime) -> Organisation:
    """A member types a join code and is in; being in already changes nothing. Refuses MembersOnly, CodeUnknown."""
    if not by.is_member:
        raise MembersOnly
    typed = "".join(letter for letter in code.upper() if letter.isalnum())
    organisation = Organisation.objects.select_for_update().filter(join_code=typed).first() if typed else None
    if organisation is None:
        raise CodeUnknown
    if not organisation.roles.open().filter(user=by).exists():
        come_in(user=by, organisation=organisation, role=Role.COLLEAGUE, by=by, now=now)
    return organisation


@transaction.atomic
def ask_to_join(*, organisation: Organisation, by: User, now: datetime) -> JoinRequest:
    """A member asks the main contact to be let in. Asking twice is asking once. Refuses MembersOnly, AlreadyThere."""
    if not by.is_member:
        raise MembersOnly
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.roles.open().filter(user=by).exists():
        raise AlreadyThere
    request, created = JoinRequest.objects.get_or_create(
        organisation=organisation, user=by, answered_at=None, defaults={"asked_at": now}
    )
    if created:
        log(request, "wagtail.create", user=by)
        tell_main_contact("members/join_asked", organisation, about=by, cause=f"{request.pk}")
    return request


@transaction.atomic
def answer_request(*, organisation: Organisation, about: int, let_in: bool, by: User, now: datetime) -> None:
    """The main contact lets somebody in as a colleague, or does not; they hear of it.

    Refuses NotMainContact, RequestAnswered, AskerGone.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    only_main_contact(organisation, by)
    request = organisation.join_requests.open().filter(pk=about).select_related("user").first()
    if request is None:
        raise RequestAnswered
    if let_in:
        try:
            come_in(user=request.user, organisation=organisation, role=Role.COLLEAGUE, by=by, now=now)
        except MembersOnly as refusal:
            raise AskerGone from refusal
    else:
        request.is_let_in, request.answered_by, request.answered_at = False, by, now
        request.save(update_fields=["is_let_in", "answered_by", "answered_at"])
        log(request, "wagtail.edit", user=by, content_changed=True)
    tell("members/let_in" if let_in else "members/not_let_in", organisation, to=request.user, cause=f"{request.pk}")
