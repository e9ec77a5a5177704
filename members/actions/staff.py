"""What staff may change, and how each change of theirs is kept."""

from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from members.models import User

Row = TypeVar("Row", bound=Model)


class NotYours(Refused):
    """Only some staff may do that."""

    message = _("Your role does not let you change this.")


def only_who_may(permission: str, by: User) -> None:
    """Refuse (NotYours) whoever lacks a permission."""
    if not by.has_perm(permission):
        raise NotYours


def only_administrators(by: User) -> None:
    """Refuse (NotYours) everybody but administrators."""
    if not (by.is_active and by.is_superuser):
        raise NotYours


def change_row(row: Row, by: User, facts: dict) -> Row:
    """Write `facts` (columns) to a row held for it, with a line in the site's history."""
    row = type(row).objects.select_for_update().get(pk=row.pk)
    for name, value in facts.items():
        setattr(row, name, value)
    if facts:
        row.save(update_fields=list(facts))
    log(row, "wagtail.edit", user=by, content_changed=bool(facts))
    return row
