"""The portal app: front of house."""

from django.apps import AppConfig
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    """Home, standard pages, account area, demo network."""

    name = "portal"
    verbose_name = _("Portal")

    def ready(self):
        from wagtail.signals import page_published, page_unpublished

        from core import slots
        from core.search_sync import keep_in_step, page_record
        from portal import admin_language, admin_widgets, admin_words, sitemap
        from portal.models import LanguageRecord, StandardPage
        from portal.parity import gate

        admin_language.install()
        admin_widgets.install()
        admin_words.install()
        if settings.DEVELOPMENT:
            from portal import development

            development.install()
        slots.starting_points.register("site map", sitemap.starting_point)
        slots.footer_pages.register("standard pages", StandardPage.for_footer)
        slots.easy_read.register("standard pages", StandardPage.easy_read)
        slots.alone_on_purpose.register("reasons on record", LanguageRecord.is_alone)
        # A page says what the Network is; it is longer than most things, and would always come after them.
        keep_in_step(StandardPage, "page", page_record, name=_("Page"), weight=1.25)
        page_published.connect(published, dispatch_uid="portal.parity")
        page_unpublished.connect(unpublished, dispatch_uid="portal.parity")
        slots.may_go_live.register("two languages", gate.all_ready)


def published(instance, revision, **_kwargs):
    """A page went live: see which language is older now."""
    from portal.parity import actions

    actions.note_published(page=instance, revision=revision, now=timezone.now())


def unpublished(instance, **_kwargs):
    """A page left the site."""
    from portal.parity import actions

    actions.note_unpublished(page=instance)
