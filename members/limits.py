"""How often a person may invite, and how often one address may be invited."""

from core.limits import within_limit
from members.models import User, clean_email

DAY = 86_400  # seconds
INVITATIONS, TO_ONE_ADDRESS = 30, 3  # a day


def may_invite(by: User, email: str) -> bool:
    """Count one more invitation, and say whether it may be sent; the same no for either reason."""
    by_person = within_limit(f"members.invites:{by.pk}", most=INVITATIONS, seconds=DAY)
    return within_limit(f"members.invited:{clean_email(email)}", most=TO_ONE_ADDRESS, seconds=DAY) and by_person
