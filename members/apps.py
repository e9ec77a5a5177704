"""The members app: people and organisations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """People: accounts, membership, organisations, consent."""

    name = "members"
    verbose_name = _("Members")

    def ready(self):
        from core import personal, slots
        from members.account_pages import SECTIONS
        from members.emails import NAMES, SAMPLES
        from members.kept import KEPT

        for name, sample in SAMPLES.items():
            slots.email_samples.register(name, sample)
        for name, called in NAMES.items():
            slots.email_names.register(name, called)
        for name, section in SECTIONS.items():
            slots.account_sections.register(name, section)
        personal.offer(*KEPT)
