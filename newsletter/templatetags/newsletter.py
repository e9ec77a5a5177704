"""What the newsletter's templates need: rich text for mail programs and as plain text, whole addresses."""

import re
from html.parser import HTMLParser

from django import template
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from core.urls import absolute

register = template.Library()

_LOCAL = re.compile(r'(href|src)="(/[^"]*)"')


@register.filter
def whole(path: str) -> str:
    """An address that works outside this site."""
    return absolute(str(path)) if str(path).startswith("/") else str(path)


@register.filter
def for_mail(text: RichText | str) -> SafeString:
    """Rich text whose links work in a mail program."""
    html = expand_db_html(_source(text))
    return mark_safe(_LOCAL.sub(lambda m: f'{m[1]}="{absolute(m[2])}"', html))


@register.filter
def as_text(text: RichText | str) -> SafeString:
    """Rich text as plain text: paragraphs, list marks, and each link's address after its words."""
    reader = _Text()
    reader.feed(expand_db_html(_source(text)))
    reader.close()
    return mark_safe(re.sub(r"\n{3,}", "\n\n", "".join(reader.out)).strip())


def _source(text: RichText | str) -> str:
    return text.source if isinstance(text, RichText) else str(text or "")


class _Text(HTMLParser):
    """Writes down what an HTML fragment says."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lists: list[int | None] = []
        self.href = ""

    def handle_starttag(self, tag, attrs):
        if tag in ("p", "h2", "h3", "h4"):
            self.out.append("\n\n")
        elif tag in ("ul", "ol"):
            self.lists.append(0 if tag == "ol" else None)
            self.out.append("\n")
        elif tag == "li":
            self._item()
        elif tag == "br":
            self.out.append("\n")
        elif tag == "a":
            self.href = dict(attrs).get("href") or ""

    def _item(self):
        mark = "-"
        if self.lists and self.lists[-1] is not None:
            self.lists[-1] += 1
            mark = f"{self.lists[-1]}."
        self.out.append(f"\n{mark} ")

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.out.append("\n\n")
        elif tag == "a" and self.href:
            self.out.append(f" ({whole(self.href)})")
            self.href = ""

    def handle_data(self, data):
        self.out.append(re.sub(r"\s+", " ", data))
