"""Logs without secrets: the address in somebody's mail lets whoever reads it act in their name."""

import logging
import re

from gunicorn.glogging import Logger

# Pages' addresses are small letters; our tokens are longer than this and never without a capital.
SECRET = re.compile(r"(?=[^/?#\s]*[A-Z])[^/?#\s]{16,}")
SHORTENED = "…"


def without_secrets(text: str) -> str:
    """The same words with each part of an address that may be a secret shortened, and without what follows a "?"."""
    return SECRET.sub(SHORTENED, text.partition("?")[0])


class WithoutSecrets(logging.Filter):
    """Shortens the address that Django names when it answers with an error."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, its address shortened."""
        if hasattr(record, "request"):
            record.args = tuple(without_secrets(arg) if isinstance(arg, str) else arg for arg in record.args)
        return True


class AccessLog(Logger):
    """Gunicorn's log of requests: no secret, no query, and no page somebody came from."""

    def atoms(self, resp, req, environ, request_time):
        """What a line of the log may be made of."""
        path = without_secrets(environ["RAW_URI"])
        return super().atoms(resp, req, environ, request_time) | {
            "r": f"{environ['REQUEST_METHOD']} {path} {environ['SERVER_PROTOCOL']}",
            "U": path,
            "q": "",
            "f": "-",
        }
