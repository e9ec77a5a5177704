"""Staff screens: events, their dates, bookings, the waiting list, and the history of it all."""

import django_filters
from django import forms
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from events import staff
from events.models import Booking, Change, Date, Event, WaitingListEntry
from events.staff import moment


class OnlyByActions(ModelPermissionPolicy):
    """Staff look at these rows; they change through actions alone, never as a form of columns."""

    def user_has_permission(self, user, action):
        """To look at, as the role says."""
        return action == "view" and super().user_has_permission(user, action)


class NeverDeleted(ModelPermissionPolicy):
    """What people have booked stays: a date is cancelled, and an event rests."""

    def user_has_permission(self, user, action):
        """As the role says, without deleting."""
        return action != "delete" and super().user_has_permission(user, action)


for _model in (Booking, WaitingListEntry, Change):
    register_permission_policy(_model, OnlyByActions(_model))
for _model in (Event, Date):
    register_permission_policy(_model, NeverDeleted(_model))


def ticks(field: str, label, choices) -> django_filters.MultipleChoiceFilter:
    """A filter to tick several of."""
    return django_filters.MultipleChoiceFilter(
        field_name=field, label=label, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def when(name: str, label, **more) -> Column:
    """A column with a day and time in words."""
    return Column(
        name, accessor=lambda row: moment(staff_value(row, name)), label=label, sort_key=more.get("sort_key", name)
    )


def staff_value(row, name: str):
    """A value along a path of attributes."""
    for part in name.split("."):
        row = getattr(row, part)
    return row


class Screen(ModelViewSet):
    """What these screens share."""

    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False
    add_to_reference_index = False


class Register(Screen):
    """What is looked at and never typed into."""

    inspect_view_enabled = True
    exclude_form_fields = []


class EventViewSet(Screen):
    """The facts of events, with their kinds of place."""

    model = Event
    name = "events"
    icon = "date"
    menu_label = _("Events")
    index_view_class = staff.EventsIndexView
    edit_view_class = staff.EventEditView
    list_filter = ["kind"]
    search_fields = ["name_cy", "name_en"]
    ordering = ["-pk"]
    list_display = [
        "name_cy",
        "name_en",
        Column("kind", accessor="get_kind_display", label=_("Kind"), sort_key="kind"),
        Column("to_come", label=_("Dates to come"), sort_key="to_come"),
    ]
    panels = [
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("name_cy"), FieldPanel("name_en")]),
        InlinePanel(
            "ticket_types",
            [
                FieldRowPanel([FieldPanel("name_cy"), FieldPanel("name_en")]),
                FieldPanel("price_pence"),
                FieldRowPanel([FieldPanel("members_only"), FieldPanel("takes_seat")]),
            ],
            heading=_("Ticket types"),
            label=_("Ticket type"),
            help_text=_("Without any, a place is free for everybody."),
        ),
    ]


class DateFilters(WagtailFilterSet):
    """Narrow the list of dates."""

    coming = django_filters.ChoiceFilter(
        label=_("When"),
        choices=[("to_come", _("To come")), ("over", _("Over"))],
        method="filter_coming",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    class Meta:
        model = Date
        fields = ["event", "region", "language", "is_online"]

    def filter_coming(self, queryset, name, value):
        """Dates to come, or those that are over."""
        now = timezone.now()
        return queryset.filter(ends_at__gt=now) if value == "to_come" else queryset.filter(ends_at__lte=now)


class DateViewSet(Screen):
    """Dates: when, where, how many places, and how many are left."""

    model = Date
    name = "dates"
    icon = "calendar-alt"
    menu_label = _("Dates")
    index_view_class = staff.DatesIndexView
    add_view_class = staff.DateAddView
    edit_view_class = staff.DateEditView
    filterset_class = DateFilters
    search_fields = ["event__name_cy", "event__name_en", "place_cy", "place_en"]
    ordering = ["-starts_at"]
    list_display = [
        "event",
        when("starts_at", _("Starts at")),
        Column("place", label=_("Place")),
        Column("capacity", label=_("Places in all"), sort_key="capacity"),
        Column("places_left", label=_("Places left"), sort_key="places_left"),
        Column("waiting", label=_("Waiting"), sort_key="waiting"),
        when("cancelled_at", _("Cancelled at")),
    ]
    export_headings = {
        "event.name_cy": _("Name in Welsh"),
        "event.name_en": _("Name in English"),
        "starts_at": _("Starts at"),
        "ends_at": _("Ends at"),
        "place": _("Place"),
        "capacity": _("Places in all"),
        "seats_taken": _("Places taken"),
        "places_left": _("Places left"),
        "waiting": _("Waiting"),
        "cancelled_at": _("Cancelled at"),
    }
    list_export = list(export_headings)
    export_filename = "dyddiadau-dates"
    panels = [
        FieldPanel("event"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
        FieldPanel("capacity"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place_cy"), FieldPanel("place_en")]),
                FieldRowPanel([FieldPanel("region"), FieldPanel("language")]),
                FieldRowPanel([FieldPanel("is_online"), FieldPanel("joining_link")]),
                FieldRowPanel([FieldPanel("access_cy"), FieldPanel("access_en")]),
            ],
            heading=_("Place and language"),
        ),
        FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
        InlinePanel(
            "sessions",
            [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])],
            heading=_("Sessions"),
            label=_("Session"),
            help_text=_("Only for a date of several blocks."),
        ),
    ]


class BookingFilters(WagtailFilterSet):
    """Narrow the list of bookings to an event, a date or a state."""

    date__event = django_filters.ModelChoiceFilter(label=_("Event"), queryset=Event.objects.all())
    date = django_filters.ModelChoiceFilter(label=_("Date"), queryset=Date.objects.select_related("event"))
    state = ticks("state", _("State"), Booking.State.choices)

    class Meta:
        model = Booking
        fields = ["date__event", "date", "state"]


class BookingViewSet(Register):
    """Who has booked what; staff cancel on somebody's behalf."""

    model = Booking
    name = "bookings"
    icon = "group"
    menu_label = _("Bookings")
    index_view_class = staff.BookingsIndexView
    filterset_class = BookingFilters
    inspect_view_class = staff.BookingInspectView
    inspect_view_fields = ["date", "reference", "name", "email", "language", "state", "created_at", "cancelled_at"]
    search_fields = ["reference", "name", "email"]
    ordering = ["-created_at", "-pk"]
    list_display = [
        "name",
        Column("email", label=_("Email"), sort_key="email"),
        Column("event", accessor="date.event", label=_("Event"), sort_key="date__event__name_cy"),
        when("date.starts_at", _("Date"), sort_key="date__starts_at"),
        Column("places_taken", label=_("Places"), sort_key="places_taken"),
        Column("state", accessor="get_state_display", label=_("State"), sort_key="state"),
        when("created_at", _("Booked at")),
        Column("reference", label=_("Reference"), sort_key="reference"),
    ]
    export_headings = {
        "reference": _("Reference"),
        "name": _("Name"),
        "email": _("Email"),
        "get_language_display": _("Written language"),
        "date.event.name_cy": _("Name in Welsh"),
        "date.event.name_en": _("Name in English"),
        "date.starts_at": _("Starts at"),
        "places_taken": _("Places"),
        "get_state_display": _("State"),
        "created_at": _("Booked at"),
    }
    list_export = list(export_headings)
    export_filename = "archebion-bookings"


class WaitingFilters(WagtailFilterSet):
    """Narrow the waiting lists to an event, a date or a state."""

    date__event = django_filters.ModelChoiceFilter(label=_("Event"), queryset=Event.objects.all())
    date = django_filters.ModelChoiceFilter(label=_("Date"), queryset=Date.objects.select_related("event"))
    state = ticks("state", _("State"), WaitingListEntry.State.choices)

    class Meta:
        model = WaitingListEntry
        fields = ["date__event", "date", "state"]


class WaitingListViewSet(Register):
    """Who waits for a place, in their order."""

    model = WaitingListEntry
    name = "waiting_list"
    icon = "history"
    menu_label = _("Waiting list")
    index_view_class = staff.WaitingIndexView
    filterset_class = WaitingFilters
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
    search_fields = ["reference", "name", "email"]
    ordering = ["date__starts_at", "date", "position", "pk"]
    list_display = [
        "name",
        Column("email", label=_("Email"), sort_key="email"),
        Column("event", accessor="date.event", label=_("Event"), sort_key="date__event__name_cy"),
        when("date.starts_at", _("Date"), sort_key="date__starts_at"),
        Column("places", label=_("Places"), sort_key="places"),
        Column("state", accessor="get_state_display", label=_("State"), sort_key="state"),
        when("joined_at", _("Joined at")),
        when("offer_expires_at", _("Offer expires at")),
    ]
    export_headings = {
        "reference": _("Reference"),
        "name": _("Name"),
        "email": _("Email"),
        "get_language_display": _("Written language"),
        "date.event.name_cy": _("Name in Welsh"),
        "date.event.name_en": _("Name in English"),
        "date.starts_at": _("Starts at"),
        "places": _("Places"),
        "get_state_display": _("State"),
        "joined_at": _("Joined at"),
        "offer_expires_at": _("Offer expires at"),
    }
    list_export = list(export_headings)
    export_filename = "rhestr-aros-waiting-list"


class ChangeFilters(WagtailFilterSet):
    """Narrow the history."""

    date = django_filters.ModelChoiceFilter(label=_("Date"), queryset=Date.objects.select_related("event"))
    what = ticks("what", _("What"), Change.What.choices)

    class Meta:
        model = Change
        fields = ["date", "what"]


class ChangeViewSet(Register):
    """The history of dates and bookings."""

    model = Change
    name = "changes"
    icon = "list-ul"
    menu_label = _("History")
    index_view_class = staff.ChangesIndexView
    filterset_class = ChangeFilters
    search_fields = ["booking__reference", "booking__name", "entry__reference", "entry__name", "why"]
    ordering = ["-at", "-pk"]
    list_display = [
        when("at", _("When")),
        Column("what", accessor="get_what_display", label=_("What"), sort_key="what"),
        Column("date", label=_("Date"), sort_key="date__starts_at"),
        Column("of", accessor=lambda row: row.booking or row.entry or "", label=_("Of")),
        Column("by", label=_("Who")),
        Column("on_behalf_of", label=_("On behalf of")),
        Column("why", label=_("Why")),
    ]


class EventsGroup(ViewSetGroup):
    """The part of the menu about events."""

    menu_label = _("Events")
    menu_icon = "date"
    menu_order = 220
    items = (EventViewSet, DateViewSet, BookingViewSet, WaitingListViewSet, ChangeViewSet)


@hooks.register("register_admin_viewset")
def register_events():
    """Events in the admin's menu."""
    return EventsGroup()


@hooks.register("register_admin_urls")
def calling_off_urls():
    """Where bookings and dates are cancelled."""
    return [
        path("bookings/<int:pk>/cancel/", staff.CancelBookingView.as_view(), name="staff_cancel_booking"),
        path("dates/<int:pk>/cancel/", staff.CancelDateView.as_view(), name="staff_cancel_date"),
    ]
