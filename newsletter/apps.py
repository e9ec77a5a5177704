"""The newsletter app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsletterConfig(AppConfig):
    """The room for newsletter."""

    name = "newsletter"
    verbose_name = _("Newsletter")
