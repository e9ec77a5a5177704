"""The four case studies of the training. A section that the training says nothing about is None.

Each figure is `before` → `after` in its `unit`, or `after` alone where only one number is given.
"""

from .ace import ACE
from .afon import AFON
from .family_by_family import FAMILY_BY_FAMILY
from .sun import SUN

CASE_STUDIES = [ACE, AFON, SUN, FAMILY_BY_FAMILY]
