"""How often something may be done. The counts are in the database: they hold while Redis is away, for all processes."""

from django.utils.crypto import salted_hmac

from core.models import RateCount


def within_limit(key: str, *, most: int, seconds: int) -> bool:
    """Count one more, and say whether it is still allowed: at most `most` in a window of `seconds` from the first.

    Refused tries count too, but never move the window's end. `key` may name an address or a person: only its keyed
    hash is kept. Call it outside a transaction that may be rolled back, or the count goes with it.
    """
    digest = salted_hmac("core.limits", key, algorithm="sha256").hexdigest()
    return RateCount.one_more(digest, seconds=seconds) <= most


def forget_old_counts() -> int:
    """Drop the counts whose windows are over; how many."""
    return RateCount.drop_old()
