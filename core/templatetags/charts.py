"""Numbers as lengths."""

import re

from django import template

register = template.Library()

_NUMBER = re.compile(r"^[£$€]?\s*(\d[\d,]*(?:\.\d+)?)(.*)$")


@register.simple_tag
def bars(before: str, after: str) -> dict | None:
    """The lengths of two bars, the longer one 100; None where the two are no numbers of one kind."""
    read = [_NUMBER.match(text.strip()) for text in (before, after)]
    if not all(read) or read[0][2].strip() != read[1][2].strip() or ":" in before + after:
        return None
    first, second = (float(found[1].replace(",", "")) for found in read)
    longest = max(first, second)
    return {"before": _length(first, longest), "after": _length(second, longest)} if longest else None


def _length(number: float, longest: float) -> str:
    return f"{number / longest * 100:.4g}"  # a point in either language: it is for a drawing, not for a reader
