"""From words to the bytes that travel: one message in full, or a body encoded once and spliced for each reader."""

import binascii
import html
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, parseaddr
from functools import lru_cache

from django.conf import settings
from django.utils import timezone

from core.mail.render import Words, render
from core.models import MailBatch, OutgoingMail

OPEN, CLOSE = "\ue000", "\ue001"  # private-use characters that no editor types: the seams where a reader's own words go
_SEAM = re.compile(f"{OPEN}(\\w+){CLOSE}")
BOUNDARY = "=_network_portal_part"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def compose(row: OutgoingMail) -> bytes:
    """The whole message of a row, ready for SMTP."""
    if row.batch_id:
        return _spliced(row)
    words = render(row.template, row.language, {"cy": row.context, "en": row.context})
    message = EmailMessage(policy=SMTP)
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    message["From"] = Address(str(name or settings.SITE_NAME), addr_spec=address)
    message["To"] = Address(_one_line(row.to_name), addr_spec=row.to)
    message["Subject"] = words.subject
    message["Date"] = timezone.now()
    message["Message-ID"] = row.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(words.text)
    message.add_alternative(words.html, subtype="html")
    for item in row.attachments:
        kind, _slash, rest = item["type"].partition("/")
        subtype, *parameters = [part.strip() for part in rest.split(";")]
        message.add_attachment(
            item["content"].encode(),
            maintype=kind,
            subtype=subtype,
            filename=item["name"],
            params=dict(part.split("=", 1) for part in parameters),
        )
    return message.as_bytes()


def _one_line(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()


def _spliced(row: OutgoingMail) -> bytes:
    head, pieces = _batch_body(row.batch_id, row.language)
    own = [
        f"To: {formataddr((_one_line(row.to_name), row.to), 'utf-8')}",
        f"Date: {format_datetime(timezone.now())}",
        f"Message-ID: {row.message_id}",
    ]
    if leave := row.context.get("unsubscribe_url"):
        # RFC 8058: one POST to this address, without a question, ends the subscription.
        own += [f"List-Unsubscribe: <{leave}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"]
    out = [head, "\r\n".join(own).encode("ascii", "replace"), b"\r\n\r\n"]
    for piece in pieces:
        out.append(piece if isinstance(piece, bytes) else _splice(row, *piece))
    return b"".join(out)


def _splice(row: OutgoingMail, name: str, is_html: bool) -> bytes:
    value = str(row.context.get(name, ""))
    return _between_breaks(_quoted_printable(html.escape(value) if is_html else value))


@lru_cache(maxsize=8)
def _batch_body(batch_id: int, language: str) -> tuple[bytes, list[bytes | tuple[str, bool]]]:
    """Headers and body shared by all readers of one language, cut at the seams. A batch never changes once made."""
    batch = MailBatch.objects.get(pk=batch_id)
    seams = {name: f"{OPEN}{name}{CLOSE}" for name in batch.splices}
    contexts = {code: context | seams for code, context in batch.contexts.items()}
    words = render(batch.template, language, contexts)
    pieces: list[bytes | tuple[str, bool]] = []
    for kind, text in (("plain", words.text), ("html", words.html)):
        pieces.append(
            f"--{BOUNDARY}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode()
        )
        pieces += _cut(text, kind == "html")
        pieces.append(b"\r\n")
    pieces.append(f"--{BOUNDARY}--\r\n".encode())
    return _batch_head(batch, words), pieces


def _batch_head(batch: MailBatch, words: Words) -> bytes:
    head = EmailMessage(policy=SMTP)
    name, address = parseaddr(batch.sender or settings.NEWSLETTER_FROM_EMAIL)
    head["From"] = Address(str(name or settings.SITE_NAME), addr_spec=address)
    head["Subject"] = words.subject
    head["List-Id"] = f"<{batch.template.replace('/', '.')}.{address.rpartition('@')[2]}>"
    head["MIME-Version"] = "1.0"
    head["Content-Type"] = f'multipart/alternative; boundary="{BOUNDARY}"'
    return head.as_bytes().rstrip(b"\r\n") + b"\r\n"


def _cut(text: str, is_html: bool) -> list[bytes | tuple[str, bool]]:
    pieces: list[bytes | tuple[str, bool]] = []
    for turn, piece in enumerate(_SEAM.split(text)):
        pieces.append((piece, is_html) if turn % 2 else _quoted_printable(piece))
    return pieces


def _quoted_printable(text: str) -> bytes:
    """Quoted-printable (RFC 2045, 6.7), CRLF line ends."""
    encoded = binascii.b2a_qp(text.replace("\r\n", "\n").encode(), istext=True)
    return encoded.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _between_breaks(encoded: bytes) -> bytes:
    """A splice on lines of its own, by soft breaks that vanish when decoded, so that no line grows too long."""
    return b"=\r\n" + encoded + b"=\r\n"
