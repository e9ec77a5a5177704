"""The one seam to allauth: our mail, our language, our addresses."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """allauth the way the portal works."""
