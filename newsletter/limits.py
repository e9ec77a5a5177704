"""How often one place on the internet may ask for the newsletter. The count is in the database's cache: Redis may be away."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

ASKED_AN_HOUR = 20


def too_many(request: HttpRequest) -> bool:
    """Whether this is one request too many within the hour of the clock; it counts."""
    address = get_adapter(request).get_client_ip(request)
    key = f"newsletter.asked:{address}:{timezone.now():%Y%m%d%H}"
    asked = cache.get(key, 0) + 1
    cache.set(key, asked, timeout=3600)
    return asked > ASKED_AN_HOUR
