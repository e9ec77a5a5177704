"""Two issues of the newsletter: one sent, one still a draft.

Blocks of a body: ("message", {"text": html, "by": name}), ("heading", words), ("text", html),
("you_told_us", {"told": words, "did": html}), ("events", [slugs]), ("resources", [slugs]),
("story", {"title": words, "text": html, "case_study": slug}), ("button", {"text": words, "page": slug}).
Every slug is the English one; `page` names a standing page, or "events" or "resources" for the two listings.
"""

from .start_where_you_are import START_WHERE_YOU_ARE
from .what_do_you_measure import WHAT_DO_YOU_MEASURE

ISSUES = [START_WHERE_YOU_ARE, WHAT_DO_YOU_MEASURE]
