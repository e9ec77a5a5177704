"""The page where mail that was sent on a laptop can be read. Not routed in service."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from pathlib import Path

from csp.decorators import csp
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views import debug
from django.views.defaults import page_not_found

NEWEST = 200
# Mail programs know inline styles alone. Nothing runs in the frame, and its links open in the whole window.
FRAME_POLICY = {
    "default-src": ["'none'"],
    "img-src": ["'self'", "data:"],
    "style-src": ["'unsafe-inline'"],
    "frame-ancestors": ["'self'"],
    "sandbox": ["allow-top-navigation-by-user-activation"],
}


def sent_mail(request: HttpRequest) -> HttpResponse:
    """The newest messages, newest first."""
    files = sorted(settings.MAIL_FOLDER.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    to = request.GET.get("to", "")
    mails = [{"name": file.stem, "message": _head(file)} for file in files[: len(files) if to else NEWEST]]
    mails = [mail for mail in mails if to in str(mail["message"]["To"])]
    return render(request, "portal/sent_mail.html", {"mails": mails, "total": len(files)})


def one_mail(request: HttpRequest, name: str) -> HttpResponse:
    """One message, as HTML and as text, with its attachments' names."""
    message = _read(name)
    text = _body(message, "plain")
    if request.GET.get("as") == "text":
        return HttpResponse(text, content_type="text/plain; charset=utf-8")
    attachments = [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]
    context = {"name": name, "message": message, "text": text, "attachments": attachments}
    return render(request, "portal/one_mail.html", context)


@csp(FRAME_POLICY)
def mail_frame(request: HttpRequest, name: str) -> HttpResponse:
    """The HTML of one message as a mail program shows it, for the frame on its page."""
    html = _body(_read(name), "html")
    return HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))


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
