"""Handing bytes over: SMTP on a line that stays open, or a folder in development."""

import smtplib
import ssl
from contextlib import suppress
from time import monotonic
from urllib.parse import unquote, urlsplit
from uuid import uuid4

from django.conf import settings

IDLE = 30.0  # seconds after which an open line is not trusted any more
MESSAGES_PER_LINE = 500
LONGEST = 25.0  # seconds one message may take whatever the settings say: a task must be over before its time limit
GOODBYE = 2.0  # seconds we wait for the answer to QUIT
CLOSING = 421  # "closing transmission channel" (RFC 5321, 3.8): about the line, not about the message


class Rejected(Exception):
    """The server said no to this message for good (5xx)."""


class Later(Exception):
    """The server said not now (4xx), or the line broke before the message was handed over (`lost`)."""

    lost = False


class Lost(Later):
    """The line broke before the message was handed over."""

    lost = True


class Uncertain(Exception):
    """The line broke after the message was handed over: nobody knows whether it was taken."""


class Away(Exception):
    """No server answers, or it refuses us: nothing is wrong with the message."""


BROKEN = (OSError, smtplib.SMTPException)


class _Replies:
    """The server's words, read until one deadline: a server that drips a letter at a time cannot hold us for ever."""

    def __init__(self, line: "_Line"):
        self.line, self.kept = line, b""

    def readline(self, limit: int) -> bytes:
        while b"\n" not in self.kept and len(self.kept) < limit:
            self.line.patience()
            more = self.line.sock.recv(8192)
            if not more:
                break
            self.kept += more
        end = self.kept.find(b"\n") + 1 or len(self.kept)
        line, self.kept = self.kept[: min(end, limit)], self.kept[min(end, limit) :]
        return line

    def close(self) -> None:
        self.kept = b""


class _Line(smtplib.SMTP):
    """An SMTP line on which everything until `deadline` shares the same seconds."""

    def __init__(self, host: str, port: int, *, seconds: float, **kwargs):
        self.deadline = monotonic() + seconds
        own_name = urlsplit(settings.SITE_URL).hostname  # never a look-up of our own name, which can hang
        super().__init__(host, port, local_hostname=own_name, timeout=seconds, **kwargs)

    def patience(self) -> None:
        """Give the next step what is left of the time."""
        left = self.deadline - monotonic()
        if left <= 0:
            raise TimeoutError("timed out")
        self.sock.settimeout(left)

    def send(self, s):
        """Send bytes within the time that is left."""
        if self.sock:
            self.patience()
        super().send(s)

    def getreply(self):
        """Read an answer within the time that is left."""
        if self.file is None:
            self.file = _Replies(self)
        return super().getreply()


class _SecureLine(_Line, smtplib.SMTP_SSL):
    """The same inside TLS from the first byte."""


class SmtpTransport:
    """One SMTP line (RFC 5321), opened when first needed and kept for the next message."""

    def __init__(self, url: str, timeout: float):
        self.url, self.timeout = urlsplit(url), timeout
        self.line: _Line | None = None
        self.used_at, self.carried, self.said = 0.0, 0, ""

    def send(self, *, sender: str, to: str, message: bytes) -> None:
        """Hand one message over within `timeout` seconds, or raise Rejected, Later, Lost, Uncertain or Away."""
        line = self._begin(sender, monotonic() + self.timeout)
        try:
            self._expect(line.rcpt(to), 2)
            self._expect(line.docmd("DATA"), 3)
            line.send(stuffed(message))
        except BROKEN as error:
            self.close()
            raise Lost(_words(error)) from error
        except Lost:
            self.close()
            raise
        except (Rejected, Later):
            self._reset()
            raise
        self._finish(line)

    def _finish(self, line: _Line) -> None:
        """Everything is handed over; only the server's 250 says that it was taken."""
        try:
            reply = line.getreply()
        except BROKEN as error:
            self.close()
            raise Uncertain(_words(error)) from error
        if reply[0] == CLOSING:
            self.close()
        self._expect(reply, 2)
        self.used_at, self.carried = monotonic(), self.carried + 1

    def _begin(self, sender: str, until: float) -> _Line:
        """A line on which the server has taken the sender; one that went stale meanwhile is opened again."""
        kept = self._kept()
        if kept and self._greet(kept, sender, min(until, monotonic() + self.timeout / 3)) // 100 == 2:
            kept.deadline = until
            return kept
        self.close()
        line = self._open(until)
        if self._greet(line, sender, until) // 100 != 2:
            self.close()
            raise Away(self.said)
        return line

    def _greet(self, line: _Line, sender: str, until: float) -> int:
        """Name the sender; the server's code, or 421 where the line is dead."""
        line.deadline = until
        try:
            code, words = line.mail(sender)
        except BROKEN as error:
            self.said = _words(error)
            return CLOSING
        self.said = f"{code} {words.decode(errors='replace')}"
        return code

    def _kept(self) -> _Line | None:
        tired = self.carried >= MESSAGES_PER_LINE or monotonic() - self.used_at > IDLE
        if self.line and tired:
            self._goodbye()
        return self.line

    def _open(self, until: float) -> _Line:
        try:
            self.line = self._connect(max(0.1, until - monotonic()))
        except BROKEN as error:
            raise Away(_words(error)) from error
        self.used_at, self.carried = monotonic(), 0
        return self.line

    def _connect(self, seconds: float) -> _Line:
        secure = {"context": ssl.create_default_context()} if self.url.scheme == "smtps" else {}
        kind = _SecureLine if secure else _Line
        line = kind(self.url.hostname, self.url.port or 25, seconds=seconds, **secure)
        try:
            line.ehlo_or_helo_if_needed()
            if self.url.scheme == "smtp+tls":
                line.starttls(context=ssl.create_default_context())
                line.ehlo()
            if self.url.username:
                line.login(unquote(self.url.username), unquote(self.url.password or ""))
        except BROKEN:
            line.close()
            raise
        return line

    def _reset(self) -> None:
        """Make the line ready for the next message."""
        try:
            self.line.rset()
        except BROKEN:
            self.close()

    def _goodbye(self) -> None:
        self.line.deadline = monotonic() + GOODBYE
        with suppress(*BROKEN):
            self.line.docmd("QUIT")
        self.close()

    def close(self) -> None:
        """Let go of the line."""
        if self.line:
            self.line.close()
        self.line = None

    @staticmethod
    def _expect(reply: tuple[int, bytes], kind: int) -> None:
        code, words = reply
        if code // 100 == kind:
            return
        said = f"{code} {words.decode(errors='replace')}"
        if code == CLOSING:
            raise Lost(said)
        raise Rejected(said) if code // 100 == 5 else Later(said)


def stuffed(message: bytes) -> bytes:
    """The bytes of a message as DATA carries them: dots at the start of a line doubled, and the end marked."""
    if message.startswith(b"."):
        message = b"." + message
    end = b".\r\n" if message.endswith(b"\r\n") else b"\r\n.\r\n"
    return message.replace(b"\r\n.", b"\r\n..") + end


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


class FolderTransport:
    """For development: each message is a file that the page /dev/mail/ shows."""

    def send(self, *, sender: str, to: str, message: bytes) -> None:
        """Write one message; the file appears whole or not at all."""
        settings.MAIL_FOLDER.mkdir(parents=True, exist_ok=True)
        file = settings.MAIL_FOLDER / f"{uuid4().hex}.part"
        file.write_bytes(message)
        file.rename(file.with_suffix(".eml"))

    def close(self) -> None:
        """Nothing stays open."""


def make_transport() -> SmtpTransport | FolderTransport:
    """The transport that settings name; no message may hold a worker for longer than half of a lease, or than LONGEST."""
    if settings.MAIL_TRANSPORT == "folder":
        return FolderTransport()
    return SmtpTransport(settings.SMTP_URL, min(settings.SMTP_TIMEOUT, settings.MAIL_LEASE / 2, LONGEST))
