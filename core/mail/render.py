"""From a row to words: subject, text and HTML in the reader's language, or in both with Welsh first."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import mark_safe

from core.i18n import in_language

_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*\n")  # tags that draw nothing leave lines behind
RULE = "\n\n" + "─" * 30 + "\n\n"


@dataclass(frozen=True)
class Words:
    """What a message says."""

    subject: str
    text: str
    html: str


def languages_for(written: str) -> tuple[str, ...]:
    """The languages a reader gets: theirs, or both while we do not know."""
    return (written,) if written in ("cy", "en") else ("cy", "en")


def render(template: str, language: str, contexts: dict[str, dict[str, Any]]) -> Words:
    """The words of a message for a written language ("cy", "en", "both" or ""); `contexts` by language."""
    languages = languages_for(language)
    parts = [_part(template, code, contexts[code]) for code in languages]
    subject = " / ".join(dict.fromkeys(part["subject"] for part in parts))
    with in_language(languages[0]):
        html = get_template("email/message.html").render(
            {"parts": parts, "subject": subject, "language": languages[0], "site_url": settings.SITE_URL}
        )
    return Words(subject=subject, text=RULE.join(part["text"] for part in parts) + "\n", html=html)


def _part(template: str, code: str, context: dict[str, Any]) -> dict[str, Any]:
    with in_language(code):
        data = {"language": code, "site_url": settings.SITE_URL} | context
        subject = " ".join(_plain(f"email/{template}.subject.txt", data).split())
        return {
            "language": code,
            "subject": subject,
            "text": _EMPTY_LINES.sub("\n\n", _plain(f"email/{template}.txt", data)).strip(),
            "html": mark_safe(get_template(f"email/{template}.html").render(data | {"subject": subject})),
        }


def _plain(name: str, data: dict[str, Any]) -> str:
    return get_template(name).template.render(Context(data, autoescape=False))
