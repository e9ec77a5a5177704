"""How often a person may invite, be invited, try a code and ask to be let in."""

from core.limits import within_limit
from members.models import User, clean_email

DAY = 86_400  # seconds
HOUR = 3_600
INVITATIONS, TO_ONE_ADDRESS, REQUESTS = 30, 3, 5  # a day
CODES, CODES_FROM_ONE_ADDRESS = 10, 60  # an hour: a whole office may sit behind one address


def may_invite(by: User, email: str) -> bool:
    """Count one more invitation, and say whether it may be sent; the same no for either reason."""
    by_person = within_limit(f"members.invites:{by.pk}", most=INVITATIONS, seconds=DAY)
    return within_limit(f"members.invited:{clean_email(email)}", most=TO_ONE_ADDRESS, seconds=DAY) and by_person


def may_try_code(by: User, address: str) -> bool:
    """Count one more try at a join code, right or wrong, and say whether it is allowed."""
    by_person = within_limit(f"members.code:{by.pk}", most=CODES, seconds=HOUR)
    return within_limit(f"members.code.from:{address}", most=CODES_FROM_ONE_ADDRESS, seconds=HOUR) and by_person


def may_ask(by: User) -> bool:
    """Count one more request to be let in, and say whether it is allowed."""
    return within_limit(f"members.asks:{by.pk}", most=REQUESTS, seconds=DAY)
