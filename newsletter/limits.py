"""How often one place on the internet may ask for the newsletter. The count is in the database's cache: Redis may be away."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

ASKED_AN_HOUR = 20


def too_many(request: HttpRequest) -> bool:
    """Whether this is one request too many within the hour; it counts."""
    key = f"newsletter.asked:{get_adapter(request).get_client_ip(request)}"
    cache.add(key, 0, timeout=3600)
    return cache.incr(key) > ASKED_AN_HOUR
