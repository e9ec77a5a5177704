"""Pages that belong to no single room: the home page and standard pages."""

from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page

from core.models import BasePage


class HomePage(BasePage):
    """The first page of a language."""

    hero_title = models.CharField(_("large title"), max_length=200, blank=True)
    about_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about co-production"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    parent_page_types = ["wagtailcore.Page"]
    template = "portal/home_page.html"
    content_panels = [
        *BasePage.content_panels[:1],
        FieldPanel("hero_title"),
        FieldPanel("about_page"),
        *BasePage.content_panels[1:],
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        """Adds what is coming up and what changed for people, from whichever rooms offer it."""
        from portal.home import home_context

        return super().get_context(request, *args, **kwargs) | home_context(self)


class StandardPage(BasePage):
    """A page of text, with pages under it if need be."""

    show_in_footer = models.BooleanField(_("show at the foot of every page"), default=False)
    easy_read_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("the same in Easy Read"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("In either language: each reader is led to the page in their own."),
    )
    template = "portal/standard_page.html"
    content_panels = [*BasePage.content_panels, PageChooserPanel("easy_read_page")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("show_in_footer")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    @classmethod
    def for_footer(cls, home):
        """The pages of a language that stand at the foot of every page, restricted ones and drafts included."""
        return cls.objects.descendant_of(home).filter(show_in_footer=True)

    @classmethod
    def easy_read(cls, key: UUID, language: str) -> Page | None:
        """What the page of a translation key says, in Easy Read and in a language, where everybody may read it."""
        chosen = cls.objects.filter(translation_key=key).exclude(easy_read_page=None)
        pages = Page.objects.live().public().filter(locale__language_code=language)
        return pages.filter(translation_key__in=chosen.values("easy_read_page__translation_key")).first()

    def get_context(self, request, *args, **kwargs):
        """Adds the pages under this one."""
        children = self.get_children().live().public()
        return super().get_context(request, *args, **kwargs) | {"children": children}


class LanguageRecord(models.Model):
    """What is known of a page in its language that its own words do not tell. Changed by portal.parity.actions alone."""

    class Origin(models.TextChoices):
        """Where words came from that nobody has checked yet."""

        MACHINE = "machine", _("Machine draft")
        FILE = "file", _("From a translator’s file")

    page = models.OneToOneField("wagtailcore.Page", on_delete=models.CASCADE, related_name="language_record")
    to_check = models.CharField(max_length=7, choices=Origin, blank=True)
    checked_revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField(null=True)
    #: since when the other language says something else, and what it said before
    stale_since = models.DateTimeField(null=True)
    stale_from = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    #: why it did not go live when it was approved or due: the code of a refusal of portal.parity.gate
    kept_back = models.CharField(max_length=20, blank=True)
    #: why the page stands in its language alone
    alone_reason = models.CharField(max_length=300, blank=True)
    alone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    alone_at = models.DateTimeField(null=True)

    def __str__(self):
        return str(self.page)

    @classmethod
    def of(cls, page) -> "LanguageRecord":
        """The record of a page, or an empty one that is not kept yet."""
        return cls.objects.filter(page_id=page.pk).first() or cls(page_id=page.pk)

    @classmethod
    def is_alone(cls, page) -> bool:
        """Whether a page stands in its language alone for a reason on record."""
        return bool(cls.of(page).alone_reason)
