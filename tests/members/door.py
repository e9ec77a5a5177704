"""Ways through the front door that several tests take."""

import html
import re

from core.models import OutgoingMail


def codes(to: str) -> list[str]:
    """The codes that were queued for an address, oldest first."""
    return [mail.context["code"] for mail in OutgoingMail.objects.filter(to=to, context__has_key="code").order_by("id")]


def templates(to: str) -> list[str]:
    """The emails that were queued for an address, oldest first."""
    return list(OutgoingMail.objects.filter(to=to).order_by("id").values_list("template", flat=True))


def give_address(client, email: str, language: str = "en", **more):
    """Post the first page of joining."""
    return client.post(f"/{language}/join/", {"email": email, **more}, follow=True)


def give_code(client, code: str, language: str = "en"):
    """Post the code page of joining."""
    return client.post(f"/{language}/account/confirm-email/", {"code": code}, follow=True)


def resend(client, language: str = "en", page: str = "confirm-email"):
    """Press "Send a new code"."""
    return client.post(f"/{language}/account/{page}/", {"action": "resend"}, follow=True)


def wrong_for(email: str) -> str:
    """Six digits that are no code of this address."""
    return next(digits for digits in ("111111", "222222", "333333", "444444") if digits not in codes(email))


def said(response) -> str:
    """What the page says has just happened."""
    found = re.search(r'<div class="messages".*?</div>\s*</div>', response.content.decode(), re.DOTALL)
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", found[0]).split())) if found else ""


def enter(client, email: str, language: str = "en"):
    """From the first page of joining to the first question."""
    give_address(client, email, language)
    return give_code(client, codes(email)[-1], language)


def answer(client, step: str, locale: str = "en", /, **data):
    """Post one question of joining."""
    return client.post(f"/{locale}/join/{step}/", data, follow=True)


def heading(response) -> str:
    """What the page's only h1 says."""
    found = re.findall(r"<h1[^>]*>(.*?)</h1>", response.content.decode(), re.DOTALL)
    assert len(found) == 1, found
    return " ".join(found[0].split())


def path(response) -> str:
    """Where a followed answer ended."""
    return response.request["PATH_INFO"]
