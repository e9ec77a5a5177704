"""The page all our pages come from."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction

from core import navigation
from core.blocks import BodyBlock, body_blocks

LONG_FROM = 4  # headings from which a page lists them at the top


def everybody_may_read() -> Q:
    """Live pages behind no restriction, as part of a list's own query. Wagtail's `public()` asks the database first."""
    path = ExpressionWrapper(OuterRef("path"), output_field=models.CharField())
    closed = PageViewRestriction.objects.alias(inner=path).filter(inner__startswith=F("page__path"))
    return Q(live=True) & ~Q(Exists(closed))


class BasePage(Page):
    """A page with a lede, a picture for lists, and a body of blocks."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("One or two sentences, shown under the title and in lists."),
    )
    listing_image = models.ForeignKey(
        "core.Image",
        verbose_name=_("picture for lists"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(BodyBlock(body_blocks()), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]
    promote_panels = [*Page.promote_panels, FieldPanel("listing_image")]

    class Meta:
        abstract = True

    @property
    def contents(self) -> list[dict]:
        """The headings of a page that is long enough to need a list of them, each with its anchor."""
        titles = [block.value for block in self.body if block.block_type == "heading"]
        if len(titles) < LONG_FROM:
            return []
        return [{"title": title, "anchor": slugify(title) or "-"} for title in titles]

    @property
    def trail(self) -> list[Page]:
        """The pages above this one, below the home page, from the top; whoever came by an address has read them."""
        above, page = [], self
        while page.depth > 3:
            page = page.get_parent()
            above.insert(0, page)
        return above

    def join(self, others) -> None:
        """A new page of facts that have a page in the other language already is that page's pair."""
        twin = next((page for page in others if page.locale_id != self.locale_id and type(page) is type(self)), None)
        if twin is not None and self._state.adding:
            self.translation_key = twin.translation_key

    #: whether it can stand twice in a language; not where its facts have one page in each
    may_be_copied = True

    @property
    def is_for_everybody(self) -> bool:
        """Whether its room lets everybody read it; restrictions of Wagtail's are asked elsewhere."""
        return True

    @classmethod
    def for_everybody(cls) -> Q:
        """The same of many pages, as part of a query."""
        return Q()

    def _get_site_root_paths(self, cache_object=None, **kwargs):
        """Where the sites begin, as the page being shown knows already: Wagtail looks into its cache for each address."""
        known = navigation.current()
        return known.roots if known else super()._get_site_root_paths(cache_object, **kwargs)

    def get_view_restrictions(self):
        """Who may read it; not asked again where we know that everybody may."""
        known = navigation.current()
        if known and known.is_open(self):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()
