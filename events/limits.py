"""How often one address of the network may start a booking."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

STARTS = 150  # in WINDOW: a whole office may sit behind one address
WINDOW = 600  # seconds


def is_too_often(request: HttpRequest) -> bool:
    """Count one more start of a booking from here, and say whether that is too many."""
    key = f"events:book:{get_adapter(request).get_client_ip(request)}"
    if cache.add(key, 1, WINDOW):
        return False
    try:
        return cache.incr(key) > STARTS
    except ValueError:  # it ran out between the two
        return False
