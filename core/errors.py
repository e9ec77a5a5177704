"""Every "no" that a person may read."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """The portal says no to a change; `message` is a sentence for the person who asked."""

    message = _("That cannot be done.")

    def __init__(self, message=None):
        self.message = message or self.message
        super().__init__(str(self.message))

    def __str__(self):
        return str(self.message)


class LinkUnknown(Refused):
    """Nobody has a link like this."""

    message = _("We do not know this link. Please use the whole link from our email.")


class TryAgain(Refused):
    """Too many people want the same thing in this second."""

    message = _("Lots of people are doing this at the moment. Please try again.")
