"""The words: a list of what is on, and a page for each event, one for each language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Page, PageManager, PageQuerySet

from core.models import BasePage
from core.models.pages import everybody_may_read
from events.models.event import Event


class EventIndexPage(BasePage):
    """What is on: every date that is still to come."""

    easy_read_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("how to book, in Easy Read"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The booking form leads there. In either language: each reader is led to the page in their own."),
    )

    parent_page_types = ["portal.HomePage"]
    subpage_types = ["events.EventPage"]
    template = "events/event_index_page.html"
    content_panels = [*BasePage.content_panels, PageChooserPanel("easy_read_page")]

    class Meta:
        verbose_name = _("events page")
        verbose_name_plural = _("events pages")

    @classmethod
    def easy_read(cls, language: str) -> Page | None:
        """How to book, in Easy Read and in a language, where everybody may read it."""
        chosen = cls.objects.exclude(easy_read_page=None).values("easy_read_page__translation_key")
        pages = Page.objects.live().public().filter(locale__language_code=language)
        return pages.filter(translation_key__in=chosen).first()

    def get_context(self, request, *args, **kwargs):
        """Adds the dates to come, a page of them at a time, and what has no date yet."""
        from events.listing import index_context

        return super().get_context(request, *args, **kwargs) | index_context(self, request)


class EventPageQuerySet(PageQuerySet):
    """Event pages, as lists ask for them."""

    def readable(self) -> "EventPageQuerySet":
        """Those that everybody may read: live, and behind no restriction."""
        return self.filter(everybody_may_read())


class EventPage(BasePage):
    """An event in the words of one language; dates and places come from the facts."""

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="pages")

    objects = PageManager.from_queryset(EventPageQuerySet)()

    parent_page_types = ["events.EventIndexPage"]
    subpage_types = []
    may_be_copied = False
    template = "events/event_page.html"
    content_panels = [*BasePage.content_panels[:1], FieldPanel("event"), *BasePage.content_panels[1:]]

    class Meta:
        verbose_name = _("event page")
        verbose_name_plural = _("event pages")

    def clean(self):
        """One page for each event and language; both are a pair."""
        super().clean()
        twins = EventPage.objects.filter(event_id=self.event_id, locale_id=self.locale_id).exclude(pk=self.pk)
        if self.event_id and self.locale_id and twins.exists():
            raise ValidationError({"event": _("This event has a page in this language already.")})
        self.join(EventPage.objects.filter(event_id=self.event_id) if self.event_id else ())

    def get_context(self, request, *args, **kwargs):
        """Adds the event's dates with what can be done about each."""
        from events.listing import event_context

        return super().get_context(request, *args, **kwargs) | event_context(self, request)
