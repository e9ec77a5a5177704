"""The core app: registers its system checks."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


def sample_of_plain_mail() -> dict:
    """Words for the styleguide's sight of a message that a library wrote."""
    return {
        "subject": "Pawb gyda'i gilydd",
        "text": "Pobl a gweithwyr proffesiynol, yn bartneriaid cyfartal.",
        "html": "",
    }


class CoreConfig(AppConfig):
    """Tools: mail, search, languages, base page, slots."""

    name = "core"
    verbose_name = _("Tools")

    def ready(self):
        from core import admin_dates, checks, personal, slots
        from core.kept import KEPT
        from core.models.tree import watch

        checks.register_all()
        admin_dates.use_everywhere()
        post_migrate.connect(watch, sender=self)
        slots.email_samples.register("core/plain", sample_of_plain_mail)
        personal.offer(*KEPT)
