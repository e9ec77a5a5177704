"""The page where mail that was sent on a laptop can be read. Not routed in service."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from pathlib import Path

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import debug
from django.views.defaults import page_not_found

from core.mail import frame

MAILS_A_PAGE = 100


def sent_mail(request: HttpRequest) -> HttpResponse:
    """Every message, newest first, a page at a time; `q` finds words in address and subject."""
    files = sorted(settings.MAIL_FOLDER.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    asked = request.GET.get("q", "").strip()
    if asked:
        files = [file for file in files if _holds(_head(file), asked.casefold())]
    page = Paginator(files, MAILS_A_PAGE).get_page(request.GET.get("page"))
    mails = [{"name": file.stem, "message": _head(file)} for file in page]
    return render(request, "portal/sent_mail.html", {"mails": mails, "page": page, "asked": asked})


def one_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One message, as HTML and as text, with its attachments' names."""
    message = _read(name)
    text = _body(message, "plain")
    if request.GET.get("as") == "text":
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    attachments = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    context = {"name": name, "message": message, "text": text, "attachments": attachments}
    return render(request, "portal/one_mail.html", context)


def mail_frame(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of one message, for the frame on its page."""
    return frame.mail_frame(request, _body(_read(name), "html"))


def _holds(head: EmailMessage, words: str) -> bool:
    return any(words in str(head[name]).casefold() for name in ("To", "Subject"))


def _head(file: Path) -> EmailMessage:
    with file.open("rb") as source:
        return BytesHeaderParser(policy=policy.default).parse(source)


def _read(name: str) -> EmailMessage:
    file = settings.MAIL_FOLDER / f"{name}.eml"
    if not file.is_file():
        raise Http404
    return message_from_bytes(file.read_bytes(), policy=policy.default)


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return part.get_content() if part else ""


def install() -> None:
    """Show a laptop the page that people will see where nothing stands; what breaks is still told in full."""
    debug.technical_404_response = page_not_found
