"""A person's own data: seeing and taking along everything, leaving the network, being erased."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from core import personal, slots
from core.again import ShownAgain
from core.errors import Refused
from core.i18n import current_language
from members import actions
from members.data_forms import EraseForm


class Careful(LoginRequiredMixin):
    """For whoever is signed in and has lately shown, once more, that it is them. Nothing of it is kept by a browser."""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        return reauthentication_required(super().dispatch)(request, *args, **kwargs)


class MyDataView(LoginRequiredMixin, TemplateView):
    """What somebody may do with what we keep about them."""

    template_name = "members/my_data.html"

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        was_member = not user.is_member and user.memberships.exists()
        return super().get_context_data(is_member=user.is_member, was_member=was_member, **kwargs)


class EverythingView(Careful, TemplateView):
    """Everything we keep about a person, to read."""

    template_name = "members/my_data_everything.html"

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(sections=personal.to_read(self.request.user), **kwargs)


class DownloadView(Careful, View):
    """The same as files."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """One file that holds the others."""
        response = HttpResponse(personal.as_zip(request.user), content_type="application/zip")
        response["Content-Disposition"] = 'attachment; filename="my-data.zip"'
        return response


class LeaveView(LoginRequiredMixin, TemplateView):
    """What leaving means, and the button; the account stays."""

    template_name = "members/my_data_leave.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not request.user.is_member:
            return redirect("my_data")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Once is enough: pressing twice ends where pressing once does."""
        try:
            actions.leave(user=request.user, now=timezone.now())
        except actions.NotAMember as refusal:
            messages.info(request, refusal.message)
        else:
            messages.success(request, _("You have left the network. We have sent you an email about it."))
        return redirect("my_data")


class EraseView(Careful, ShownAgain, FormView):
    """What goes and what stays, a box to tick, and the button that erases."""

    template_name = "members/my_data_erase.html"
    form_class = EraseForm

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        asked = {"user": user, "language": current_language(), "now": timezone.now()}
        coming = [row for provider in slots.coming_up.all().values() for row in provider(**asked)]
        return super().get_context_data(coming=coming, refusal=_refusal(user), **kwargs)

    def form_valid(self, form) -> HttpResponse:
        try:
            actions.erase(user=self.request.user, now=timezone.now())
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("my_data_erase")
        logout(self.request)
        return redirect("my_data_erased")


def _refusal(user) -> str:
    """Why somebody cannot be erased as things stand, or nothing."""
    try:
        actions.may_erase(user)
    except Refused as refusal:
        return str(refusal)
    return ""


class ErasedView(TemplateView):
    """It is done. Anybody may read this."""

    template_name = "members/erased.html"
