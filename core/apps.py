"""The core app: registers its system checks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Tools: mail, search, languages, base page, slots."""

    name = "core"
    verbose_name = _("Tools")

    def ready(self):
        from core import checks  # noqa: F401 - registering is the import's whole purpose
