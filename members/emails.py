"""A sample of what each email of this room is given, for the styleguide and the tests."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

WORDS = {
    "cy": {"subject": "Eich cyfrif", "text": "Neges am eich cyfrif."},
    "en": {"subject": "Your account", "text": "A message about your account."},
}

ORGANISATION = {"organisation": {"cy": "Caffi’r Bont", "en": "Bridge Café"}, "organisation_id": 1}

SAMPLES: dict[str, Callable[[], dict]] = {
    "members/welcome": lambda: {"name": "Heulwen Onnen"},
    "members/left": lambda: {"name": "Heulwen Onnen"},
    "members/erased": dict,
    "members/join_requested": lambda: {"code": "042917"},
    "members/sign_in_requested": lambda: {"code": "042917"},
    "members/email_change_requested": lambda: {"code": "042917"},
    "members/password_reset_requested": lambda: {"code": "042917"},
    "members/account_found": dict,
    "members/account_not_found": dict,
    "members/account_changed": lambda: {
        "change": "email_changed",
        "at": "2027-03-02T10:30:00+00:00",
        "from_email": "heulwen@example.org",
        "to_email": "onnen@example.org",
    },
    "members/account_notice": lambda: {"words": WORDS},
    "members/colleague_left": lambda: ORGANISATION | {"name": "Heulwen Onnen"},
    "members/role_ended": lambda: ORGANISATION,
    "members/main_contact_replaced": lambda: ORGANISATION,
    "members/join_asked": lambda: ORGANISATION | {"name": "Heulwen Onnen"},
    "members/let_in": lambda: ORGANISATION,
    "members/not_let_in": lambda: ORGANISATION,
    "members/invited": lambda: ORGANISATION | {"role": "champion", "token": "example"},
    "members/colleague_joined": lambda: ORGANISATION | {"name": "Heulwen Onnen", "role": "colleague"},
    "members/main_contact_named": lambda: ORGANISATION | {"by_name": "Heulwen Onnen"},
}

#: what staff call each of them
NAMES = {
    "members/welcome": _("Welcome to a new member"),
    "members/left": _("A member has left"),
    "members/erased": _("An account was erased"),
    "members/join_requested": _("Code for joining"),
    "members/sign_in_requested": _("Code for signing in"),
    "members/email_change_requested": _("Code for a new email address"),
    "members/password_reset_requested": _("Code for a new password"),
    "members/account_found": _("Asked to join, has an account already"),
    "members/account_not_found": _("Asked to sign in, has no account"),
    "members/account_changed": _("A change to the account"),
    "members/account_notice": _("A notice about the account"),
    "members/colleague_left": _("A colleague has left an organisation"),
    "members/invited": _("Invited to an organisation"),
    "members/colleague_joined": _("A colleague has joined an organisation"),
    "members/join_asked": _("Somebody asks to join an organisation"),
    "members/let_in": _("Let into an organisation"),
    "members/not_let_in": _("Not let into an organisation"),
    "members/main_contact_replaced": _("No longer the main contact"),
    "members/role_ended": _("Roles in an organisation have ended"),
    "members/main_contact_named": _("A new main contact"),
}
