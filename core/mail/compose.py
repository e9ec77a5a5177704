"""From words to the bytes that travel: one message in full, or a body encoded once and spliced for each reader."""

import binascii
import html
import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from core.i18n import in_language
from core.mail.render import Words, languages_for, render
from core.models import MailBatch, OutgoingMail
from core.models.mail import Fault

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters that no editor types: the seams where a reader's own words go
BOUNDARY = "=_network_portal_part"
LONGEST_LINE = 76  # of quoted-printable, with its soft break (RFC 2045, 6.7)
_SEAM = re.compile(f"{OPEN}(\\w+){CLOSE}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\x80-\x9f\u2028\u2029]+")
_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f<>()\[\]\\,;:\"@]+@[^\s\x00-\x1f\x7f<>()\[\]\\,;:\"@]+")
Piece = bytes | tuple[str, bool]  # bytes shared by everyone, or the name of a splice and whether it stands in HTML


class Unwritable(ValueError):
    """No server could ever take this message as it is; `fault` says why."""

    def __init__(self, fault: Fault):
        self.fault = fault
        super().__init__(fault.value)


@dataclass(frozen=True)
class Letter:
    """A message as SMTP takes it: the envelope's two addresses, and the bytes."""

    sender: str
    to: str
    message: bytes


def compose(row: OutgoingMail) -> Letter:
    """The whole message of a row, or Unwritable."""
    to = plain_address(row.to)
    if row.batch_id:
        body = _batch_body(row.batch_id, languages_for(row.language))
        return Letter(body.sender, to, body.spliced(row, to))
    words = render(row.template, row.language, {"cy": row.context, "en": row.context})
    message = EmailMessage(policy=SMTP)
    name, sender = _from(settings.DEFAULT_FROM_EMAIL, languages_for(row.language))
    message["From"] = Address(name, addr_spec=sender)
    message["To"] = Address(_one_line(row.to_name), addr_spec=to)
    message["Subject"] = _one_line(words.subject)
    message["Date"] = timezone.now()
    message["Message-ID"] = row.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(words.text, cte="quoted-printable")
    message.add_alternative(words.html, subtype="html", cte="quoted-printable")
    for item in row.attachments:
        _attach(message, item)
    return Letter(sender, to, message.as_bytes())


def _attach(message: EmailMessage, item: dict[str, str]) -> None:
    kind, _slash, rest = item["type"].partition("/")
    subtype, *parameters = [part.strip() for part in rest.split(";")]
    message.add_attachment(
        item["content"].encode(),
        maintype=kind,
        subtype=subtype,
        filename=_one_line(item["name"]),
        params=dict(part.split("=", 1) for part in parameters),
    )


def plain_address(text: str) -> str:
    """An address any server takes, its domain in ASCII letters; else Unwritable."""
    if not _ADDRESS.fullmatch(text):
        raise Unwritable(Fault.NO_ADDRESS)
    local, domain = text.split("@")
    try:
        domain = domain.encode("idna").decode()
    except UnicodeError as error:
        raise Unwritable(Fault.NO_DOMAIN) from error
    if not local.isascii():
        raise Unwritable(Fault.LETTERS)
    return f"{local}@{domain}"


def _from(sender: str, languages: tuple[str, ...]) -> tuple[str, str]:
    """The name a reader sees, in their language or in both, and the address."""
    name, address = parseaddr(sender)
    if not name:
        names = []
        for code in languages:
            with in_language(code):
                names.append(str(settings.SITE_NAME))
        name = " / ".join(dict.fromkeys(names))
    return _one_line(name), address


def _one_line(text: str) -> str:
    """Words for a header: on one line, and without what mail programs would decode into something else."""
    return _CONTROL.sub(" ", text).replace("=?", "= ?").strip()


@dataclass(frozen=True)
class Body:
    """What all readers of one language share: the sender, the headers, and a body cut at the seams."""

    sender: str
    head: bytes
    pieces: tuple[Piece, ...]

    def spliced(self, row: OutgoingMail, to: str) -> bytes:
        """The message of one reader."""
        own = [_to_header(row.to_name, to), f"Date: {format_datetime(timezone.now())}", f"Message-ID: {row.message_id}"]
        if leave := row.context.get("unsubscribe_url"):
            # RFC 8058: one POST to this address, without a question, ends the subscription.
            own += [f"List-Unsubscribe: <{leave}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
        out = [self.head, "\r\n".join(own).encode("ascii"), b"\r\n\r\n"]
        out += [piece if isinstance(piece, bytes) else _splice(row, *piece) for piece in self.pieces]
        return b"".join(out)


def _to_header(name: str, to: str) -> str:
    if not name:
        return f"To: {to}"
    holder = EmailMessage(policy=SMTP)
    holder["To"] = Address(_one_line(name), addr_spec=to)
    return holder.as_bytes().decode("ascii").rstrip("\r\n")


def _splice(row: OutgoingMail, name: str, is_html: bool) -> bytes:
    """A reader's own words on lines of their own, by a soft break that vanishes when decoded."""
    value = str(row.context.get(name, ""))
    return soft_end(quoted_printable(html.escape(value) if is_html else value))


def batch_body(batch: MailBatch, languages: tuple[str, ...]) -> Body:
    """Headers and body shared by all readers of one language, cut at the seams."""
    seams = {name: f"{OPEN}{name}{CLOSE}" for name in batch.splices}
    contexts = {code: context | seams for code, context in batch.contexts.items()}
    words = render(batch.template, "both" if len(languages) > 1 else languages[0], contexts)
    pieces: list[Piece] = []
    for kind, text in (("plain", words.text), ("html", words.html)):
        pieces.append(
            f"--{BOUNDARY}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode()
        )
        pieces += _cut(text, kind == "html")
        pieces.append(b"\r\n")
    pieces.append(f"--{BOUNDARY}--\r\n".encode())
    name, sender = _from(batch.sender or settings.NEWSLETTER_FROM_EMAIL, languages)
    return Body(sender, _batch_head(batch, words, name, sender), _joined(pieces))


@lru_cache(maxsize=8)
def _batch_body(batch_id: int, languages: tuple[str, ...]) -> Body:
    """The same, remembered by each process: a batch never changes once made."""
    return batch_body(MailBatch.objects.get(pk=batch_id), languages)


def _batch_head(batch: MailBatch, words: Words, name: str, sender: str) -> bytes:
    head = EmailMessage(policy=SMTP)
    head["From"] = Address(name, addr_spec=sender)
    head["Subject"] = _one_line(words.subject)
    head["List-Id"] = f"<{batch.template.replace('/', '.')}.{sender.rpartition('@')[2]}>"
    head["MIME-Version"] = "1.0"
    lines = head.as_bytes().partition(b"\r\n\r\n")[0]
    return lines + f'\r\nContent-Type: multipart/alternative; boundary="{BOUNDARY}"\r\n'.encode()


def _cut(text: str, is_html: bool) -> list[Piece]:
    parts = _SEAM.split(text)
    pieces: list[Piece] = []
    for turn, part in enumerate(parts):
        if turn % 2:
            pieces.append((part, is_html))
        else:
            encoded = quoted_printable(part)
            pieces.append(soft_end(encoded) if turn < len(parts) - 1 else encoded)
    return pieces


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbours that are the same for everyone become one."""
    out: list[Piece] = []
    for piece in pieces:
        if out and isinstance(piece, bytes) and isinstance(out[-1], bytes):
            out[-1] += piece
        else:
            out.append(piece)
    return tuple(out)


def quoted_printable(text: str) -> bytes:
    """Quoted-printable (RFC 2045, 6.7), CRLF line ends and nothing else that could pass for one."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return binascii.b2a_qp(lines.encode(), istext=True).replace(b"\n", b"\r\n")


def soft_end(encoded: bytes) -> bytes:
    """Close a piece with a soft break, so that the next begins on a line of its own, and no line grows too long."""
    last = encoded[encoded.rfind(b"\n") + 1 :]
    if len(last) >= LONGEST_LINE:
        cut = len(encoded) - 3
        while b"=" in encoded[cut - 2 : cut]:  # never inside an =C5
            cut -= 1
        encoded = encoded[:cut] + b"=\r\n" + encoded[cut:]
    return encoded + b"=\r\n"
