"""How often one place on the internet may ask for the newsletter."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from core.limits import within_limit

ASKED_AN_HOUR = 20


def too_many(request: HttpRequest) -> bool:
    """Whether this is one request too many within an hour of the first; it counts."""
    address = get_adapter(request).get_client_ip(request)
    return not within_limit(f"newsletter.asked:{address}", most=ASKED_AN_HOUR, seconds=3600)
