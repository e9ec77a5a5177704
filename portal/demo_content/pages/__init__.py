"""The standing pages of the demo, in the order of the menu and then the footer."""

from .about import ABOUT
from .accessibility import ACCESSIBILITY
from .complexity import COMPLEXITY
from .contact import CONTACT
from .easy_read import EASY_READ
from .home import HOME
from .join import JOIN
from .measuring import MEASURING
from .privacy import PRIVACY
from .techniques import TECHNIQUES

PAGES = [ABOUT, COMPLEXITY, TECHNIQUES, MEASURING, JOIN, ACCESSIBILITY, PRIVACY, CONTACT, *EASY_READ]

__all__ = ["ABOUT", "EASY_READ", "HOME", "PAGES"]
