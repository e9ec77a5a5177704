"""Join an organisation: by its code, or by asking its main contact."""

from allauth.account.adapter import get_adapter
from allauth.core.ratelimit import respond_429
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.i18n import current_language, sort_key
from members import actions, limits
from members.models import Organisation
from members.organisation_forms import AskForm, CodeForm
from members.organisation_views import DoesOrSaysWhyNot


class JoinOrganisationView(DoesOrSaysWhyNot):
    """Type the code of an organisation, and be in."""

    form_class, asked_about = CodeForm, "join_code"
    extra_context = {
        "title": gettext_lazy("Join an organisation"),
        "submit": gettext_lazy("Join this organisation"),
        "back_url": reverse_lazy("account_organisations"),
    }

    def get_context_data(self, **kwargs) -> dict:
        ask = {"label": _("No code? Ask the main contact to let you in"), "url": reverse("organisation_ask")}
        return super().get_context_data(aside=[ask], **kwargs)

    def does(self, form) -> HttpResponse:
        if not limits.may_try_code(self.request.user, get_adapter(self.request).get_client_ip(self.request)):
            return respond_429(self.request)
        by = self.request.user
        place = actions.join_by_code(code=form.cleaned_data["join_code"], by=by, now=timezone.now())
        messages.success(self.request, _("You have joined the organisation."))
        return redirect("organisation_own", pk=place.pk)


class AskToJoinView(DoesOrSaysWhyNot):
    """Ask the main contact to be let in."""

    form_class, asked_about = AskForm, "organisation"
    extra_context = {
        "title": gettext_lazy("Ask to join an organisation"),
        "lede": gettext_lazy("We tell the main contact your name. They let you in or not, and you get an email."),
        "submit": gettext_lazy("Ask"),
        "back_url": reverse_lazy("organisation_join"),
    }

    def get_form_kwargs(self) -> dict:
        others = Organisation.objects.exclude(pk__in=Organisation.objects.of(self.request.user))
        named = sorted(
            ((place.pk, str(place)) for place in others), key=lambda row: sort_key(row[1], current_language())
        )
        return super().get_form_kwargs() | {"organisations": named}

    def does(self, form) -> HttpResponse:
        if not limits.may_ask(self.request.user):
            return respond_429(self.request)
        place = get_object_or_404(Organisation, pk=form.cleaned_data["organisation"])
        actions.ask_to_join(organisation=place, by=self.request.user, now=timezone.now())
        messages.success(self.request, _("We have asked the main contact. You get an email when they answer."))
        return redirect("account_organisations")
