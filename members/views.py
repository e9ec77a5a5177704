"""Joining, signing in with a password, and a person's own details."""

from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView, SignupView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from core.again import ShownAgain
from core.errors import Refused
from core.i18n import current_language
from members import actions, journey
from members.account_forms import PasswordLoginForm
from members.code_views import AsksToJoin, StartsAfresh
from members.forms import HereAsForm, LanguageForm, NameForm, PrinciplesForm, RegionForm
from members.models import PrinciplesWording

QUESTIONS = {"name": NameForm, "here_as": HereAsForm, "region": RegionForm, "language": LanguageForm}
ONWARD = "join_onward"  # where somebody was going when they were asked to join


class JoinView(AsksToJoin, ShownAgain, SignupView):
    """The first step: an address. What was asked for before joining is remembered for the end."""

    template_name = "members/join_email.html"
    extra_context = {"step": 1, "total": journey.TOTAL}

    def get_initial(self) -> dict:
        """Whoever comes back from the code finds the address they gave."""
        waits = self.address_that_waits()
        return super().get_initial() | ({"email": waits} if waits else {})

    def get_success_url(self) -> str | None:
        return journey.next_url(self.request.user) if self.request.user.is_authenticated else None

    def form_valid(self, form) -> HttpResponse:
        self.request.session[ONWARD] = get_next_redirect_url(self.request)
        answer = super().form_valid(form)
        return self.too_soon(form) if answer.status_code == 429 else answer


class PasswordLoginView(StartsAfresh, LoginView):
    """Signing in with a password, for those who set one."""

    template_name = "members/sign_in_with_password.html"

    def get_form_class(self):
        return PasswordLoginForm


class AddKeyView(AddWebAuthnView):
    """Add a passkey, and see it in the list; allauth's way on leads to recovery codes, behind another door."""

    success_url = reverse_lazy("mfa_list_webauthn")

    def get_success_url(self) -> str:
        return str(self.success_url)


class StepView(LoginRequiredMixin, ShownAgain, FormView):
    """One question of joining. Everybody lands on the first one they have not answered."""

    template_name = "members/join_step.html"
    step = ""

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated and not journey.may_see(request.user, self.step):
            return redirect(journey.next_url(request.user))
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return QUESTIONS[self.step]

    def get_initial(self) -> dict:
        return answers(self.request.user, self.step)

    def get_context_data(self, **kwargs) -> dict:
        before, _after = journey.neighbours(self.request.user, self.step)
        place = {"step": journey.BEFORE + journey.STEPS.index(self.step) + 1, "total": journey.TOTAL}
        start = None if self.request.user.is_member else f"/{current_language()}/"
        return super().get_context_data(back_url=journey.url(before) if before else start, **place, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        actions.describe(user=self.request.user, **form.cleaned_data)
        return redirect(journey.url(journey.neighbours(self.request.user, self.step)[1]))


def answers(user, step: str) -> dict:
    """What a person has told us so far in answer to one question."""
    return {step: [row.kind for row in user.here_as.all()] if step == "here_as" else getattr(user, step)}


class PrinciplesView(StepView):
    """The last step: agreeing to the principles, and what else one would like. Members agree again to new words."""

    template_name = "members/join_principles.html"
    step = "principles"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Pressing the button twice leads to the same welcome as pressing it once."""
        user = request.user
        if request.method == "POST" and user.is_authenticated and user.is_member and journey.agreement_stands(user):
            return redirect("join_welcome")
        return super().dispatch(request, *args, **kwargs)

    def get_form_class(self):
        return PrinciplesForm

    def get_initial(self) -> dict:
        return {}

    def get_form_kwargs(self) -> dict:
        again = self.request.user.is_member
        kwargs = super().get_form_kwargs() | {"wording": PrinciplesWording.objects.current(), "ask_consent": not again}
        del kwargs["initial"]
        return kwargs

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(again=self.request.user.is_member, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        agreed = {"wording": form.cleaned_data["version"], "language": current_language(), "now": timezone.now()}
        try:
            if self.request.user.is_member:
                actions.agree(user=self.request.user, **agreed)
                return redirect("account_home")
            actions.join(user=self.request.user, consents=form.consents(), **agreed)
        except actions.AlreadyMember:
            return redirect("join_welcome")
        except Refused as refusal:
            form.ask_again()
            form.add_error(None, refusal.message)
            return self.render_to_response(self.get_context_data(form=form))
        return redirect("join_welcome")


class WelcomeView(LoginRequiredMixin, TemplateView):
    """You are a member: what you can do now."""

    template_name = "members/join_welcome.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.user.is_authenticated and not request.user.is_member:
            return redirect(journey.next_url(request.user))
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(onward_url=self.request.session.get(ONWARD), **kwargs)


class DetailsView(LoginRequiredMixin, TemplateView):
    """What we know about you, with a way to change each answer."""

    template_name = "members/details.html"

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        here_as = "\n".join(str(row.get_kind_display()) for row in user.here_as.all())
        said = [
            (_("Name"), user.name, "name"),
            (_("Here as"), here_as, "here_as"),
            (_("Region"), user.get_region_display(), "region"),
            (_("Written language"), user.get_language_display(), "language"),
        ]
        rows = [
            {
                "label": label,
                "value": value,
                "change_url": reverse("account_details_change", kwargs={"question": question}),
            }
            for label, value, question in said
        ]
        rows.append({"label": _("Email"), "value": user.email, "change_url": reverse("account_email")})
        return super().get_context_data(rows=rows, **kwargs)


class ChangeDetailView(LoginRequiredMixin, ShownAgain, FormView):
    """Change one answer."""

    template_name = "members/join_step.html"
    success_url = reverse_lazy("account_details")
    extra_context = {"back_url": success_url, "changing": True}

    def get_form_class(self):
        if self.kwargs["question"] not in QUESTIONS:
            raise Http404
        return QUESTIONS[self.kwargs["question"]]

    def get_initial(self) -> dict:
        return answers(self.request.user, self.kwargs["question"])

    def form_valid(self, form) -> HttpResponse:
        actions.describe(user=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return super().form_valid(form)
