"""The views behind the staff screens of events: lists with their counts, changing a date, and calling things off."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from core.errors import Refused
from core.export import SafeExport
from core.forms import Form
from core.i18n import clock
from events import actions
from events.models import Booking, Change, Date, Event, Place, WaitingListEntry


class EventsIndexView(generic.IndexView):
    """Events, with how many dates each has."""

    def get_base_queryset(self):
        """Dates to come are counted in the same query."""
        to_come = Q(dates__ends_at__gt=timezone.now())
        return Event.objects.annotate(to_come=Count("dates", filter=to_come), last=Max("dates__starts_at"))


class EventEditView(generic.EditView):
    """An event's facts; a kind of place that somebody has stays."""

    def is_valid(self, form):
        """As the form says, and nothing goes that a place hangs on."""
        going = [child.instance.pk for child in form.formsets["ticket_types"].deleted_forms] if form.is_valid() else []
        if Place.objects.filter(ticket_type__in=going).exists():
            form.add_error(None, _("Somebody has a place of a kind that you took out. Leave that kind in."))
        line = WaitingListEntry.objects.active().filter(date__event=self.object.pk)
        if going and not line.kinds_of_place().isdisjoint(going):
            form.add_error(None, _("Somebody waits for a place of a kind that you took out. Leave that kind in."))
        return super().is_valid(form)


class DatesIndexView(SafeExport, generic.IndexView):
    """Dates with their places, who waits and what can be done."""

    def get_base_queryset(self):
        """Places and the waiting list are counted in the same query."""
        return Date.objects.select_related("event").with_places_left()

    def get_list_more_buttons(self, instance):
        """To the date's bookings and waiting list, and calling it off."""
        buttons = super().get_list_more_buttons(instance)
        for name, label, icon in (
            ("bookings", _("Bookings"), "group"),
            ("waiting_list", _("Waiting list"), "history"),
        ):
            url = f"{reverse(f'{name}:index')}?date={instance.pk}"
            buttons.append(MenuItem(label, url=url, icon_name=icon, priority=40))
        if not instance.cancelled_at and self.request.user.has_perm("events.change_date"):
            url = reverse("staff_cancel_date", args=[instance.pk])
            buttons.append(MenuItem(_("Cancel this date"), url=url, icon_name="cross", priority=90))
        return buttons


class ByAction:
    """For the forms of dates: what is typed goes through an action, and a refusal stands above the form."""

    def form_valid(self, form):
        """As the action says."""
        try:
            return super().form_valid(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def sessions(self) -> list[tuple[datetime, datetime]]:
        """The blocks of time as they were typed, the first one first."""
        formset = self.form.formsets["sessions"]
        kept = [child.cleaned_data for child in formset.forms if child not in formset.deleted_forms]
        return sorted((block["starts_at"], block["ends_at"]) for block in kept if block.get("starts_at"))


class DateAddView(ByAction, generic.CreateView):
    """Enter a date."""

    def save_instance(self):
        """Through its action."""
        date = actions.add_date(by=self.request.user, sessions=self.sessions(), **self.form.cleaned_data)
        log(date, "wagtail.create", user=self.request.user)
        return date


class DateEditView(ByAction, generic.EditView):
    """Change a date. Only what was typed anew is written, under the date's lock; those who wait are asked at once."""

    def save_instance(self):
        """Through its action."""
        user, typed = self.request.user, self.form.cleaned_data
        facts = {name: typed[name] for name in self.form.fields if name in self.form.changed_data}
        if self.form.formsets["sessions"].has_changed():
            facts["sessions"] = self.sessions()
        offers = actions.change_date(date=self.object, now=timezone.now(), by=user, **facts)
        date = Date.objects.select_related("event").with_places_left().get(pk=self.object.pk)
        log(date, "wagtail.edit", user=user, content_changed=self.form.has_changed())
        self._tell(date, len(offers))
        return date

    def _tell(self, date: Date, offers: int) -> None:
        if offers:
            messages.success(self.request, _("Places offered to people who wait: %(number)s") % {"number": offers})
        if date.seats_taken > date.capacity:
            words = _("More places are taken than the date has now. Nobody lost theirs. Taken: %(taken)s of %(all)s")
            messages.warning(self.request, words % {"taken": date.seats_taken, "all": date.capacity})


class BookingsIndexView(SafeExport, generic.IndexView):
    """Bookings, each with its places."""

    def get_base_queryset(self):
        """What this person may see, in one query."""
        active = Q(places__state=Place.State.ACTIVE)
        mine = Booking.objects.visible_to(self.request.user)
        return mine.select_related("date__event").annotate(places_taken=Count("places", filter=active))

    def get_list_more_buttons(self, instance):
        """Look, and cancel."""
        buttons = super().get_list_more_buttons(instance)
        if instance.stands and self.request.user.has_perm("events.change_booking"):
            url = reverse("staff_cancel_booking", args=[instance.pk])
            buttons.append(MenuItem(_("Cancel this booking"), url=url, icon_name="cross", priority=90))
        return buttons


class BookingInspectView(generic.InspectView):
    """One booking with the people it is for and its history."""

    def get_fields_context(self):
        """The columns, then the people, then what happened."""
        names = [place.name or _("Not named yet") for place in self.object.places.all()]
        changes = self.object.changes.order_by("at", "id")
        history = [f"{moment(change.at)}: {change.get_what_display()}" for change in changes]
        return [
            *super().get_fields_context(),
            {"label": _("Who is coming"), "value": ", ".join(names), "component": None},
            {"label": _("History"), "value": "; ".join(history), "component": None},
        ]


class WaitingIndexView(SafeExport, generic.IndexView):
    """Who waits, who holds an offer, and how it ended."""

    def get_base_queryset(self):
        """What this person may see, in one query."""
        return WaitingListEntry.objects.visible_to(self.request.user).select_related("date__event")


class ChangesIndexView(SafeExport, generic.IndexView):
    """The history: who did what, on whose behalf, why and when."""

    def get_base_queryset(self):
        """In one query."""
        return Change.objects.select_related("date__event", "booking", "entry", "by", "on_behalf_of")


class WhyForm(Form):
    """A reason for the history; only staff read it."""

    why = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("For the history. Only staff see it."),
        max_length=300,
        required=False,
    )


class CallOffView(WagtailAdminTemplateMixin, FormView):
    """Ask once more, with room for a reason, then call it off."""

    form_class = WhyForm
    template_name = "events/staff/call_off.html"
    header_icon = "cross"
    permission = ""
    index = ""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For roles that may."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        self.row = self.find(kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def find(self, pk: int) -> Any:
        """What is to be called off."""
        raise NotImplementedError

    def call_off(self, why: str) -> None:
        """Do it, or refuse."""
        raise NotImplementedError

    def get_page_subtitle(self):
        """What it is about."""
        return str(self.row)

    def get_breadcrumbs_items(self):
        """The way back."""
        back = {"url": reverse(f"{self.index}:index"), "label": self.row._meta.verbose_name_plural}
        return [*super().get_breadcrumbs_items(), back, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """What will happen, and the way back."""
        more = {
            "consequence": self.consequence,
            "back_url": reverse(f"{self.index}:index"),
            "send_label": self.page_title,
        }
        return super().get_context_data(**more, **kwargs)

    def form_valid(self, form):
        """Call it off and go back to the list."""
        try:
            self.call_off(form.cleaned_data["why"])
        except Refused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("Cancelled"))
        return redirect(f"{self.index}:index")


class CancelBookingView(CallOffView):
    """Cancel a booking for somebody."""

    page_title = gettext_lazy("Cancel this booking")
    consequence = gettext_lazy("The person gets an email, and the place is offered to the first in line.")
    permission, index = "events.change_booking", "bookings"

    def find(self, pk: int) -> Booking:
        """A booking that this person may see."""
        rows = Booking.objects.visible_to(self.request.user).select_related("date__event")
        return get_object_or_404(rows, pk=pk)

    def call_off(self, why: str) -> None:
        """Give its places back."""
        actions.cancel(booking=self.row, now=timezone.now(), by=self.request.user, why=why)


class CancelDateView(CallOffView):
    """Call a date off."""

    page_title = gettext_lazy("Cancel this date")
    consequence = gettext_lazy("Everybody who has a place or waits for one gets an email. This cannot be undone.")
    permission, index = "events.change_date", "dates"

    def find(self, pk: int) -> Date:
        """Any date."""
        return get_object_or_404(Date.objects.select_related("event"), pk=pk)

    def call_off(self, why: str) -> None:
        """End its bookings and its waiting list."""
        actions.cancel_date(date=self.row, now=timezone.now(), by=self.request.user, why=why)


def moment(value) -> str:
    """A day and time as short as a column of a list needs it."""
    return f"{date_format(timezone.localtime(value), 'j M Y')}, {clock(value)}" if value else ""
