"""Telling us how to get in touch."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from members.models import ContactPreference, ContactWay, User


class WhereMissing(Refused):
    """Nobody can be phoned without a number, or written to without an address."""

    message = _("A number to phone or an address to write to is missing.")


@transaction.atomic
def prefer_contact(*, user: User, way: str, phone: str = "", address: str = "") -> ContactPreference:
    """Keep how somebody wants to be reached, and of number and address only what that takes. Refuses WhereMissing."""
    told = {"phone": phone if way == ContactWay.PHONE else "", "address": address if way == ContactWay.POST else ""}
    if way != ContactWay.EMAIL and not any(told.values()):
        raise WhereMissing
    preference, _created = ContactPreference.objects.update_or_create(user=user, defaults={"way": way, **told})
    return preference
