"""The pages about a person's own account, as the account's first page lists them."""

from django.urls import reverse
from django.utils.translation import gettext as _


def details(user) -> dict:
    """Name, region, languages, email."""
    return {"title": _("Name, region, language and email"), "url": reverse("account_details")}


def organisations(user) -> dict:
    """Where one takes part for others too."""
    return {"title": _("My organisations"), "url": reverse("account_organisations")}


def password(user) -> dict:
    """A password, for those who want one."""
    title = _("Change your password") if user.has_usable_password() else _("Set a password")
    return {"title": title, "url": reverse("account_change_password")}


def second_factor(user) -> dict:
    """Passkeys and the like."""
    return {"title": _("Passkeys and two-step sign-in"), "url": reverse("mfa_index")}


def mail(user) -> dict:
    """What one gets from us, and how."""
    return {"title": _("My mail choices"), "url": reverse("mail_choices")}


def sessions(user) -> dict:
    """On which devices one is signed in."""
    return {"title": _("Where you are signed in"), "url": reverse("usersessions_list")}


def data(user) -> dict:
    """What we keep about them."""
    return {"title": _("My data"), "url": reverse("my_data")}


SECTIONS = {
    "members/details": details,
    "members/organisations": organisations,
    "members/mail": mail,
    "members/password": password,
    "members/second_factor": second_factor,
    "members/sessions": sessions,
    "members/data": data,
}
