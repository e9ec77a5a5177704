"""What somebody agrees to when they ask for the newsletter. A new wording is a new version; the old ones stay."""

from django.utils.translation import gettext_lazy as _

VERSION = "newsletter-1"
WORDINGS = {
    VERSION: _("Send me the newsletter of the Co-production Network for Wales by email. I can leave at any time."),
}


def wording(version: str = VERSION) -> str:
    """The sentence of a version, in the language in force."""
    return str(WORDINGS[version])
