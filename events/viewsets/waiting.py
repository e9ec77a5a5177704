"""The staff screens of the waiting list: who waits for a place, in their order."""

from django.db.models import Case, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from core.viewsets import choice, in_words, when
from events.models import WaitingListEntry
from events.viewsets.people import (
    EVENT_HEADINGS,
    WHO,
    OnADateDetailsView,
    OnADateIndexView,
    OnADateViewSet,
    filters_of,
)

OFFERED = WaitingListEntry.State.OFFERED


class WaitingIndexView(OnADateIndexView):
    """Who waits, who holds an offer, and how it ended."""

    def get_base_queryset(self):
        """With the end of an offer that still stands, and of no other."""
        return super().get_base_queryset().annotate(held_until=Case(When(state=OFFERED, then="offer_expires_at")))


class WaitingDetailsView(OnADateDetailsView):
    """Somebody in line."""

    def get_offer_expires_at_display_value(self):
        """While a place is held."""
        return in_words(self.object.offer_expires_at if self.object.state == OFFERED else None)


class WaitingListViewSet(OnADateViewSet):
    """Who waits for a place, in their order."""

    model = WaitingListEntry
    name = "waiting_list"
    icon = "history"
    menu_label = _("Waiting list")
    index_view_class = WaitingIndexView
    inspect_view_class = WaitingDetailsView
    filterset_class = filters_of(WaitingListEntry)
    inspect_view_fields = [
        "date",
        "reference",
        "name",
        "email",
        "language",
        "places",
        "state",
        "joined_at",
        "offer_expires_at",
    ]
    ordering = ["date__starts_at", "date", "position", "pk"]
    list_display = [
        *WHO,
        Column("places", label=_("Places"), sort_key="places"),
        choice("state", _("State")),
        when("joined_at", _("Joined at")),
        when("held_until", _("Offer expires at")),
    ]
    export_headings = {
        "name": _("Name"),
        "email": _("Email"),
        "get_language_display": _("Written language"),
        "reference": _("Reference"),
        **EVENT_HEADINGS,
        "places": _("Places"),
        "get_state_display": _("State"),
        "joined_at": _("Joined at"),
        "held_until": _("Offer expires at"),
    }
    export_filename = "rhestr-aros-waiting-list"
