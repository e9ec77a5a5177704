"""The staff screens of events: their facts and kinds of place."""

from django.db.models import Count, Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from core.fact_pages import PagesPanel, in_words
from core.viewsets import ByAction, Screen, choice
from events import actions
from events.models import Event
from events.viewsets.pages import PAGES


class EventsIndexView(generic.IndexView):
    """Events, with how many dates each has."""

    def get_base_queryset(self):
        """Dates to come are counted in the same query; the pages come in one more."""
        to_come = Q(dates__ends_at__gt=timezone.now())
        rows = Event.objects.annotate(to_come=Count("dates", filter=to_come), last=Max("dates__starts_at"))
        return rows.prefetch_related("pages__locale")


class EventAddView(ByAction, generic.CreateView):
    """Enter an event; its pages come next."""

    def save_instance(self):
        """Through its action."""
        return actions.keep_event(event=self.form.save(commit=False), by=self.request.user)

    def get_success_message(self, instance):
        """What is still to do."""
        return _("“%(event)s” is saved. Nobody sees it yet: make its pages, in Welsh and in English.") % {
            "event": instance
        }

    def get_success_buttons(self):
        """The way there."""
        return PAGES.buttons(self.object, [], self.request.user) + super().get_success_buttons()


class EventEditView(ByAction, generic.EditView):
    """An event's facts; a kind of place that somebody has or waits for stays."""

    def save_instance(self):
        """Through its action."""
        return actions.keep_event(event=self.form.save(commit=False), by=self.request.user)


class EventViewSet(Screen):
    """The facts of events, with their kinds of place."""

    model = Event
    name = "events"
    icon = "date"
    menu_label = gettext_lazy("Events")
    index_view_class = EventsIndexView
    add_view_class = EventAddView
    edit_view_class = EventEditView
    list_filter = ["kind"]
    search_fields = ["name_cy", "name_en"]
    ordering = ["-pk"]
    list_display = [
        "name_cy",
        "name_en",
        choice("kind", gettext_lazy("Kind")),
        Column("to_come", label=gettext_lazy("Dates to come"), sort_key="to_come"),
        Column("pages", accessor=lambda row: in_words(row.all_pages()), label=gettext_lazy("Pages")),
    ]
    panels = [
        PagesPanel(PAGES, "all_pages", heading=gettext_lazy("Pages")),
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("name_cy"), FieldPanel("name_en")]),
        InlinePanel(
            "ticket_types",
            [
                FieldRowPanel([FieldPanel("name_cy"), FieldPanel("name_en")]),
                FieldPanel("price_pence"),
                FieldRowPanel([FieldPanel("members_only"), FieldPanel("takes_seat")]),
            ],
            heading=gettext_lazy("Ticket types"),
            label=gettext_lazy("Ticket type"),
            help_text=gettext_lazy("Without any, a place is free for everybody."),
        ),
    ]
