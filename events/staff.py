"""Where staff call things off: a booking for somebody, or a whole date."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.errors import Refused
from core.forms import Form
from events import actions
from events.models import Booking, Date


class WhyForm(Form):
    """A reason for the history; only staff read it."""

    why = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("For the history. Only staff see it."),
        max_length=300,
        error_messages={"required": gettext_lazy("Give a reason.")},
    )


class CallOffView(WagtailAdminTemplateMixin, SingleObjectMixin, FormView):
    """Ask once more, and why, then call it off.

    For one that says: `queryset`; `call_off`, the action, which takes the row as `context_object_name`; who may
    (`permission`); its list (`index`); and in words what it is (`page_title`) and does (`consequence`).
    """

    form_class = WhyForm
    template_name = "events/staff/call_off.html"
    header_icon = "cross"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """For roles that may."""
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        self.object = self.get_object()
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """What it is about."""
        return str(self.object)

    def get_breadcrumbs_items(self):
        """The way back."""
        back = {"url": reverse(f"{self.index}:index"), "label": capfirst(self.object._meta.verbose_name_plural)}
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
        row = {self.context_object_name: self.object}
        try:
            self.call_off(**row, now=timezone.now(), by=self.request.user, why=form.cleaned_data["why"])
        except Refused as refusal:
            messages.error(self.request, str(refusal))
        else:
            messages.success(self.request, _("Cancelled"))
        return redirect(f"{self.index}:index")


class CancelBookingView(CallOffView):
    """Cancel a booking for somebody."""

    page_title = gettext_lazy("Cancel this booking")
    consequence = gettext_lazy("The person gets an email, and the place is offered to the first in line.")
    permission, index, context_object_name = "events.change_booking", "bookings", "booking"
    queryset = Booking.objects.select_related("date__event")
    call_off = staticmethod(actions.cancel)

    def get_queryset(self):
        """Bookings that this person may see."""
        return super().get_queryset().visible_to(self.request.user)


class CancelDateView(CallOffView):
    """Call a date off."""

    page_title = gettext_lazy("Cancel this date")
    consequence = gettext_lazy("Everybody who has a place or waits for one gets an email. This cannot be undone.")
    permission, index, context_object_name = "events.change_date", "dates", "date"
    queryset = Date.objects.select_related("event")
    call_off = staticmethod(actions.cancel_date)
