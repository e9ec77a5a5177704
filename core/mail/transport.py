"""Handing bytes over: SMTP on a line that stays open, or a folder in development."""

import re
import smtplib
import ssl
from time import monotonic
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from django.conf import settings

IDLE = 30.0  # seconds after which an open line is not trusted any more
MESSAGES_PER_LINE = 500


class Rejected(Exception):
    """The server said no for good (5xx)."""


class Later(Exception):
    """The server said not now (4xx), or the line broke before the message was handed over."""


class Uncertain(Exception):
    """The line broke after the message was handed over: nobody knows whether it was taken."""


class Away(Exception):
    """No server answers: nothing is wrong with the message."""


class SmtpTransport:
    """One SMTP line (RFC 5321), opened when first needed and kept for the next message."""

    def __init__(self, url: str, timeout: float):
        self.url, self.timeout = urlsplit(url), timeout
        self.line: smtplib.SMTP | None = None
        self.used_at, self.carried = 0.0, 0

    def send(self, *, sender: str, to: str, message: bytes) -> None:
        """Hand one message over, or raise Rejected, Later, Uncertain or Away with the server's words."""
        line = self._open()
        handed_over = False
        try:
            self._expect(line.mail(sender), 2)
            self._expect(line.rcpt(to), 2)
            self._expect(line.docmd("DATA"), 3)
            handed_over = True
            line.send(re.sub(rb"(?m)^\.", b"..", message) + b"\r\n.\r\n")
            self._expect(line.getreply(), 2)
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise (Uncertain if handed_over else Later)(f"{type(error).__name__}: {error}") from error
        except (Rejected, Later):
            self._reset()
            raise
        self.used_at, self.carried = monotonic(), self.carried + 1

    def close(self) -> None:
        """Let go of the line."""
        if self.line:
            self.line.close()
        self.line = None

    def _open(self) -> smtplib.SMTP:
        tired = self.carried >= MESSAGES_PER_LINE or monotonic() - self.used_at > IDLE
        if self.line and tired:
            self.close()
        if not self.line:
            try:
                self.line = self._connect()
            except (OSError, smtplib.SMTPException) as error:
                raise Away(f"{type(error).__name__}: {error}") from error
            self.used_at, self.carried = monotonic(), 0
        return self.line

    def _connect(self) -> smtplib.SMTP:
        secure = {"context": ssl.create_default_context()} if self.url.scheme == "smtps" else {}
        kind = smtplib.SMTP_SSL if secure else smtplib.SMTP
        line = kind(self.url.hostname, self.url.port or 25, timeout=self.timeout, **secure)
        line.ehlo_or_helo_if_needed()
        if self.url.scheme == "smtp+tls":
            line.starttls(context=ssl.create_default_context())
            line.ehlo()
        if self.url.username:
            line.login(unquote(self.url.username), unquote(self.url.password or ""))
        return line

    def _reset(self) -> None:
        try:
            self.line.rset()
        except (OSError, smtplib.SMTPException):
            self.close()

    @staticmethod
    def _expect(reply: tuple[int, bytes], kind: int) -> None:
        code, words = reply
        if code // 100 != kind:
            said = f"{code} {words.decode(errors='replace')}"
            raise Rejected(said) if code // 100 == 5 else Later(said)


class FolderTransport:
    """For development: each message is a file that the page /dev/mail/ shows."""

    def send(self, *, sender: str, to: str, message: bytes) -> None:
        """Write one message."""
        settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True)
        (settings.MAIL_FOLDER / f"{uuid4().hex}.eml").write_bytes(message)

    def close(self) -> None:
        """Nothing stays open."""


def make_transport() -> SmtpTransport | FolderTransport:
    """The transport that settings name."""
    if settings.MAIL_TRANSPORT == "folder":
        return FolderTransport()
    return SmtpTransport(settings.SMTP_URL, settings.SMTP_TIMEOUT)
