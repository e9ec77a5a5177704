"""What this room adds to the staff admin: its screens, who may do what there, and where things are called off."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from core.viewsets import NeverDeleted, OnlyByActions
from events import staff
from events.models import Booking, Change, Date, Event, WaitingListEntry
from events.viewsets.bookings import BookingViewSet
from events.viewsets.changes import ChangeViewSet
from events.viewsets.dates import DateViewSet
from events.viewsets.events import EventViewSet
from events.viewsets.pages import AddEventPageView
from events.viewsets.waiting import WaitingListViewSet

for _model in (Booking, WaitingListEntry, Change):
    register_permission_policy(_model, OnlyByActions(_model))
for _model in (Event, Date):
    register_permission_policy(_model, NeverDeleted(_model))


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
def staff_urls():
    """Where bookings and dates are cancelled, and pages begun."""
    return [
        path("events/<int:pk>/page/<str:language>/", AddEventPageView.as_view(), name="staff_add_event_page"),
        path("bookings/<int:pk>/cancel/", staff.CancelBookingView.as_view(), name="staff_cancel_booking"),
        path("dates/<int:pk>/cancel/", staff.CancelDateView.as_view(), name="staff_cancel_date"),
    ]
