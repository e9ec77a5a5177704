"""The portal app: front of house."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Home, standard pages, account area, demo network."""

    name = "portal"
    verbose_name = _("Portal")
