"""The resource library of the demo, all but the case studies.

`pdf` holds the sections of a document for each language it exists in. SEARCH_PROBES are words that stand in one
document alone, and in no title or summary: whoever finds them has read inside the PDF.
"""

from .agreement import AGREEMENT
from .asset_mapping import ASSET_MAPPING
from .baseline import BASELINE
from .chat_checker import CHAT_CHECKER
from .conditions import CONDITIONS
from .easy_read_what_is import EASY_READ_WHAT_IS
from .easy_read_what_matters import EASY_READ_WHAT_MATTERS
from .find_the_fit import FIND_THE_FIT
from .form_story import FORM_STORY
from .half_day_plan import HALF_DAY_PLAN
from .kitchen_story import KITCHEN_STORY
from .ladder import LADDER
from .measuring import MEASURING_TOOLKIT
from .online_breakouts import ONLINE_BREAKOUTS
from .principles_plainly import PRINCIPLES_PLAINLY
from .pyramid import PYRAMID
from .round_robin import ROUND_ROBIN
from .spectrum_cards import SPECTRUM_CARDS
from .website import WEBSITE
from .what_problem import WHAT_PROBLEM
from .what_will_stick import WHAT_WILL_STICK
from .why import WHY

RESOURCES = [
    PRINCIPLES_PLAINLY,
    ROUND_ROBIN,
    CHAT_CHECKER,
    PYRAMID,
    ASSET_MAPPING,
    MEASURING_TOOLKIT,
    BASELINE,
    SPECTRUM_CARDS,
    WHAT_PROBLEM,
    CONDITIONS,
    FIND_THE_FIT,
    EASY_READ_WHAT_IS,
    EASY_READ_WHAT_MATTERS,
    WHY,
    LADDER,
    KITCHEN_STORY,
    FORM_STORY,
    WHAT_WILL_STICK,
    ONLINE_BREAKOUTS,
    AGREEMENT,
    HALF_DAY_PLAN,
    WEBSITE,
]

# `folded` is the same word without its accents, as somebody in a hurry would type it.
SEARCH_PROBES = [
    {"word": "gŵyl", "folded": "gwyl", "resource_slug_en": "measuring-what-matters-toolkit", "language": "cy"},
    {"word": "gwrychoedd", "folded": "gwrychoedd", "resource_slug_en": "asset-mapping", "language": "cy"},
    {"word": "chwilfrydig", "folded": "chwilfrydig", "resource_slug_en": "find-the-fit-worksheet", "language": "cy"},
    {"word": "ysgrifbinnau", "folded": "ysgrifbinnau", "resource_slug_en": "half-day-plan", "language": "cy"},
    {"word": "allotment", "folded": "allotment", "resource_slug_en": "asset-mapping", "language": "en"},
    {"word": "thermos", "folded": "thermos", "resource_slug_en": "create-the-conditions", "language": "en"},
    {"word": "parrot", "folded": "parrot", "resource_slug_en": "breakout-groups-online", "language": "en"},
]
