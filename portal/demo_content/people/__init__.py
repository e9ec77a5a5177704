"""Sixty made-up members: forenames from Wales and the world, surnames from trees, flowers and hills.

`language` is how a person wants to be written to ("" is not asked yet). `about` is in their own words,
so it stands in the language, or languages, they write in.
"""

from .undecided import BOTH, NOT_ASKED
from .writes_english import WRITES_ENGLISH
from .writes_welsh import WRITES_WELSH

MEMBERS = [*WRITES_WELSH, *WRITES_ENGLISH, *BOTH, *NOT_ASKED]
