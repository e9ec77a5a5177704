"""What the screens of bookings and of the waiting list share: somebody on a date, in a state, with a history."""

import django_filters
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from core.export import SafeExport
from core.viewsets import DetailsView, Screen, moment, ticks, when
from events.models import Booking, Date, Event, WaitingListEntry

#: who, and for which date: the first columns of both lists
WHO = [
    "name",
    Column("email", label=gettext_lazy("Email"), sort_key="email"),
    Column("event", accessor="date.event", label=gettext_lazy("Event"), sort_key="date__event__name_cy"),
    when("date.starts_at", gettext_lazy("Date")),
]
#: the event, which has a name in each language and so a column for each
EVENT_HEADINGS = {
    "date.event.name_cy": gettext_lazy("Event (Welsh)"),
    "date.event.name_en": gettext_lazy("Event (English)"),
    "date.starts_at": gettext_lazy("Starts at"),
}


def filters_of(rows: type[Booking | WaitingListEntry]) -> type[WagtailFilterSet]:
    """Narrow a list to an event, a date or a state."""

    class Filters(WagtailFilterSet):
        date__event = django_filters.ModelChoiceFilter(label=gettext_lazy("Event"), queryset=Event.objects.all())
        date = django_filters.ModelChoiceFilter(
            label=gettext_lazy("Date"), queryset=Date.objects.select_related("event")
        )
        state = ticks("state", gettext_lazy("State"), rows.State.choices)

        class Meta:
            model = rows
            fields = []

    return Filters


class OnADateIndexView(SafeExport, generic.IndexView):
    """A list of people, each with their date."""

    def get_base_queryset(self):
        """What this person may see, in one query."""
        return self.model.objects.visible_to(self.request.user).select_related("date__event")


class OnADateDetailsView(DetailsView):
    """One of them, with what happened."""

    def get_fields_context(self):
        """The columns, then the history."""
        changes = self.object.changes.order_by("at", "id")
        history = [f"{moment(change.at)}: {change.get_what_display()}" for change in changes]
        return [
            *super().get_fields_context(),
            {"label": _("History"), "value": "; ".join(history), "component": None},
        ]


class OnADateViewSet(Screen):
    """What is looked at and never typed into."""

    inspect_view_enabled = True
    inspect_view_class = OnADateDetailsView
    exclude_form_fields = []
    search_fields = ["reference", "name", "email"]
