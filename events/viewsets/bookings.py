"""The staff screens of bookings: who has booked what; staff cancel on somebody's behalf."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column

from core.viewsets import choice, when
from events.models import Booking, Place
from events.viewsets.people import (
    EVENT_HEADINGS,
    WHO,
    OnADateDetailsView,
    OnADateIndexView,
    OnADateViewSet,
    filters_of,
)


class BookingsIndexView(OnADateIndexView):
    """Bookings, each with its places. They leave as a list of the people who come."""

    def get_base_queryset(self):
        """With the places, in the same query."""
        active = Q(places__state=Place.State.ACTIVE)
        return super().get_base_queryset().annotate(places_taken=Count("places", filter=active))

    def as_spreadsheet(self, queryset, spreadsheet_format):
        """A row for each place of the bookings that are listed, date by date."""
        places = Place.objects.filter(booking__in=queryset.order_by().values("pk"))
        places = places.select_related("booking", "date__event", "ticket_type")
        return super().as_spreadsheet(places.order_by("date__starts_at", "date", "booking", "pk"), spreadsheet_format)

    def get_list_more_buttons(self, instance):
        """Look, and cancel."""
        buttons = super().get_list_more_buttons(instance)
        if instance.stands and self.request.user.has_perm("events.change_booking"):
            url = reverse("staff_cancel_booking", args=[instance.pk])
            buttons.append(MenuItem(_("Cancel this booking"), url=url, icon_name="cross", priority=90))
        return buttons


class BookingDetailsView(OnADateDetailsView):
    """One booking with the people it is for."""

    template_name = "events/staff/booking.html"

    def get_fields_context(self):
        """The people before the history."""
        *columns, history = super().get_fields_context()
        names = [place.name or _("Not named yet") for place in self.object.places.all()]
        people = [(_("Places"), len(names)), (_("Who is coming"), ", ".join(names))]
        return [*columns, *({"label": label, "value": value, "component": None} for label, value in people), history]

    def get_context_data(self, **kwargs):
        """With the way to cancel it, while there is something to cancel."""
        can_cancel = self.object.stands and self.request.user.has_perm("events.change_booking")
        url = reverse("staff_cancel_booking", args=[self.object.pk]) if can_cancel else ""
        return super().get_context_data(cancel_url=url, **kwargs)


class BookingViewSet(OnADateViewSet):
    """Who has booked what."""

    model = Booking
    name = "bookings"
    icon = "group"
    menu_label = gettext_lazy("Bookings")
    index_view_class = BookingsIndexView
    inspect_view_class = BookingDetailsView
    filterset_class = filters_of(Booking)
    inspect_view_fields = ["date", "reference", "name", "email", "language", "state", "created_at", "cancelled_at"]
    ordering = ["-created_at", "-pk"]
    list_display = [
        *WHO,
        Column("places_taken", label=gettext_lazy("Places"), sort_key="places_taken"),
        choice("state", gettext_lazy("State")),
        when("created_at", gettext_lazy("Booked at")),
    ]
    export_headings = {
        "name": gettext_lazy("Name"),
        "email": gettext_lazy("Email"),
        "ticket_type": gettext_lazy("Ticket type"),
        "get_state_display": gettext_lazy("State"),
        "booking.name": gettext_lazy("Booked by"),
        "booking.email": gettext_lazy("Email of who booked"),
        "booking.get_language_display": gettext_lazy("Written language"),
        "booking.reference": gettext_lazy("Reference"),
        **EVENT_HEADINGS,
        "booking.created_at": gettext_lazy("Booked at"),
    }
    export_filename = "mynychwyr-attendees"
