"""The words of the library: its first page, resources and case studies, one page for each language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from core.blocks import RICH_TEXT
from core.models import BasePage
from resources.models.codes import ResourceKind
from resources.models.resource import Resource


class ResourceIndexPage(BasePage):
    """The library: search, filters and the list."""

    template = "resources/resource_index_page.html"
    subpage_types = ["resources.ResourcePage", "resources.CaseStudyPage"]

    class Meta:
        verbose_name = _("resource library")
        verbose_name_plural = _("resource libraries")

    def get_context(self, request, *args, **kwargs):
        """Adds what the search and the ticked filters find."""
        from resources.library import library_context

        return super().get_context(request, *args, **kwargs) | library_context(request)


class LibraryPage(BasePage):
    """What resource and case study pages share: their facts, and that members-only ones open to members alone."""

    resource = models.ForeignKey(
        Resource,
        verbose_name=_("facts"),
        on_delete=models.PROTECT,
        related_name="%(class)s_set",
        help_text=_("Type, principles, topics, files: shared by the Welsh and the English page."),
    )
    parent_page_types = ["resources.ResourceIndexPage"]
    subpage_types = []
    may_be_copied = False
    content_panels = [
        *BasePage.content_panels[:2],
        FieldPanel("resource"),
        *BasePage.content_panels[2:],
    ]

    class Meta:
        abstract = True

    def clean(self):
        """Refuse a second page of the same facts in one language; the two of both languages are a pair."""
        super().clean()
        if self.resource_id and self.locale_id:
            known = self.resource.all_pages()
            if any(page.locale_id == self.locale_id and page.pk != self.pk for page in known):
                raise ValidationError({"resource": _("These facts have a page in this language already.")})
            self.join(known)

    @property
    def is_for_everybody(self) -> bool:
        """Not where its facts are for members."""
        return not self.resource.members_only

    @classmethod
    def for_everybody(cls) -> models.Q:
        """The same of many pages."""
        return models.Q(resource__members_only=False)

    def serve(self, request, *args, **kwargs):
        """Show it to those it is for; others are shown the way in, and nothing of the page."""
        from resources.views import way_in

        return super().serve(request, *args, **kwargs) if self.resource.is_open_to(request.user) else way_in(request)

    def get_context(self, request, *args, **kwargs):
        """Adds the facts in words."""
        from resources.library import resource_context

        return super().get_context(request, *args, **kwargs) | resource_context(self)


class ResourcePage(LibraryPage):
    """A resource in the words of one language."""

    template = "resources/resource_page.html"

    class Meta:
        verbose_name = _("resource page")
        verbose_name_plural = _("resource pages")


def _section(label: str) -> RichTextField:
    return RichTextField(label, blank=True, features=[feature for feature in RICH_TEXT if feature != "h3"])


class CaseStudyPage(LibraryPage):
    """A case study in the words of one language; its figures are facts."""

    situation = _section(_("What was the situation?"))
    shared_power = _section(_("Who shared power, and how?"))
    what_changed = _section(_("What changed?"))
    cost = _section(_("What did it cost?"))
    differently = _section(_("What would we do differently?"))
    written_with = _section(_("Who wrote this together?"))

    same_in_both = ("written_with",)  # people's names
    template = "resources/case_study_page.html"
    SECTIONS = ["situation", "shared_power", "what_changed", "cost", "differently", "written_with"]
    content_panels = [
        *LibraryPage.content_panels[:3],
        MultiFieldPanel([FieldPanel(name) for name in SECTIONS], heading=_("The story")),
        *LibraryPage.content_panels[3:],
    ]

    class Meta:
        verbose_name = _("case study page")
        verbose_name_plural = _("case study pages")

    def clean(self):
        """Refuse facts of another type: what the library counts as a case study reads like one."""
        super().clean()
        if self.resource_id and self.resource.kind != ResourceKind.CASE_STUDY:
            raise ValidationError({"resource": _("The type of these facts is not “Case study”.")})

    def sections(self) -> list[dict]:
        """The parts that say something, each with its question."""
        named = [(name, self._meta.get_field(name).verbose_name, getattr(self, name)) for name in self.SECTIONS]
        return [{"name": name, "question": question, "text": text} for name, question, text in named if text]
