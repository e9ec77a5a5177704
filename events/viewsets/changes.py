"""The staff screens of the history: who did what, on whose behalf, why and when."""

import django_filters
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from core.viewsets import DetailsView, Screen, choice, in_words, ticks, when
from events.models import Change, Date, Session

What = Change.What
BY_PEOPLE = (What.BOOKED, What.CANCELLED, What.WAITING, What.ACCEPTED, What.DECLINED, What.LEFT)


def details(change: Change) -> str:
    """What a change was in words: from how many places to how many, or which facts of a date."""
    known = change.details
    if {"before", "after"} <= known.keys():
        return _("From %(before)s to %(after)s") % known
    facts = {field.name: field.verbose_name for field in Date._meta.fields}
    facts["sessions"] = Session._meta.verbose_name_plural
    return ", ".join(str(facts.get(name, name)) for name in known.get("changed", ()))


def who(change: Change) -> str:
    """Whoever did it; what needs a person and names none was done by who holds the link of the booking."""
    if change.by:
        return str(change.by)
    is_theirs = change.what in BY_PEOPLE and not change.why and not change.on_behalf_of_id
    return _("The person themselves") if is_theirs else ""


class ChangeFilters(WagtailFilterSet):
    """Narrow the history."""

    date = django_filters.ModelChoiceFilter(label=gettext_lazy("Date"), queryset=Date.objects.select_related("event"))
    what = ticks("what", gettext_lazy("What"), Change.What.choices)

    class Meta:
        model = Change
        fields = []


class ChangesIndexView(generic.IndexView):
    """The history, the last thing first."""

    page_title = gettext_lazy("History")

    def get_base_queryset(self):
        """In one query."""
        return Change.objects.select_related("date__event", "booking", "entry", "by", "on_behalf_of")


class ChangeDetailsView(DetailsView):
    """One thing that happened."""

    def get_page_subtitle(self):
        """What, and to which date."""
        return f"{self.object.get_what_display()} · {self.object.date}"

    def get_details_display_value(self):
        """In words."""
        return in_words(details(self.object))

    def get_by_display_value(self):
        """In words."""
        return in_words(who(self.object))


class ChangeViewSet(Screen):
    """The history of dates and bookings."""

    model = Change
    name = "changes"
    icon = "list-ul"
    menu_label = gettext_lazy("History")
    index_view_class = ChangesIndexView
    inspect_view_enabled = True
    inspect_view_class = ChangeDetailsView
    inspect_view_fields = ["at", "what", "details", "date", "booking", "entry", "by", "on_behalf_of", "why"]
    exclude_form_fields = []
    filterset_class = ChangeFilters
    search_fields = ["booking__reference", "booking__name", "entry__reference", "entry__name", "why"]
    ordering = ["-at", "-pk"]
    list_display = [
        when("at", gettext_lazy("When")),
        choice("what", gettext_lazy("What")),
        Column("details", accessor=details, label=gettext_lazy("Details")),
        Column("date", label=gettext_lazy("Date"), sort_key="date__starts_at"),
        Column("of", accessor=lambda row: row.booking or row.entry or "", label=gettext_lazy("Of")),
        Column("by", accessor=who, label=gettext_lazy("Who")),
        Column("on_behalf_of", accessor=lambda row: row.on_behalf_of or "", label=gettext_lazy("On behalf of")),
        Column("why", label=gettext_lazy("Why")),
    ]
