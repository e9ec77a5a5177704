"""Who was erased, as keyed hashes in a file beside the database: a backup brought back is erased again by it."""

import hmac
from datetime import datetime
from pathlib import Path

from django.conf import settings

from members.models import clean_email


def digest(email: str) -> str:
    """The keyed hash of an address for this purpose; nothing else is found by it."""
    key = f"members.erasure:{settings.SUPPRESSION_KEY}".encode()
    return hmac.digest(key, clean_email(email).encode(), "sha256").hex()


def note(addresses: frozenset[str], now: datetime) -> None:
    """Add a line for each address: when, and the hash."""
    path = Path(settings.ERASURES_LOG)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as log:
        log.writelines(f"{now.isoformat()} {digest(email)}\n" for email in sorted(addresses))


def noted() -> dict[str, datetime]:
    """Each hash with when it was last erased."""
    path = Path(settings.ERASURES_LOG)
    lines = path.read_text().splitlines() if path.exists() else []
    parts = [line.split() for line in lines if line.strip()]
    return {hashed: datetime.fromisoformat(at) for at, hashed in parts}
