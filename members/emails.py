"""A sample of what each email of this room is given, for the styleguide and the tests."""

from collections.abc import Callable

WORDS = {
    "cy": {"subject": "Eich cyfrif", "text": "Neges am eich cyfrif."},
    "en": {"subject": "Your account", "text": "A message about your account."},
}

SAMPLES: dict[str, Callable[[], dict]] = {
    "members/welcome": lambda: {"name": "Heulwen Onnen"},
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
}
