"""How often one address of the network may send the forms of booking."""

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from core.limits import within_limit

POSTS = 300  # in WINDOW, two for each booking: a whole office may sit behind one address
WINDOW = 600  # seconds


def is_too_often(request: HttpRequest) -> bool:
    """Count one more form from here, and say whether that is too many."""
    address = get_adapter(request).get_client_ip(request)
    return not within_limit(f"events:book:{address}", most=POSTS, seconds=WINDOW)
