"""Two issues of the newsletter: one sent, one still a draft.

Bodies are made of the newsletter's own blocks, by name: message, you_told_us, events, resources, story, text,
call_to_action. `pages` and `page` hold English slugs, which the demo turns into pages of the issue's language;
"events" and "resources" name the two listings.
"""

from .start_where_you_are import START_WHERE_YOU_ARE
from .what_do_you_measure import WHAT_DO_YOU_MEASURE

ISSUES = [START_WHERE_YOU_ARE, WHAT_DO_YOU_MEASURE]
