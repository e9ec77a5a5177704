"""Asking for a code and giving it: to join, to sign in, to change an address, to choose a new password.

allauth's steps, with manners: no GET changes anything, only six digits are a guess, and whoever asks for another code
too soon is told so where they are, with the code they have still good.
"""

from allauth.account import views
from allauth.account.internal.flows.email_verification_by_code import (
    EMAIL_VERIFICATION_CODE_SESSION_KEY,
    EmailVerificationProcess,
)
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.flows.password_reset_by_code import (
    PASSWORD_RESET_VERIFICATION_SESSION_KEY,
    PasswordResetVerificationProcess,
)
from allauth.account.internal.stagekit import LOGIN_SESSION_KEY, get_pending_stage
from allauth.account.stages import EmailVerificationStage, LoginByCodeStage, LoginStage, LoginStageController
from allauth.account.utils import get_login_redirect_url, get_next_redirect_url
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from core.onward import told_of
from members.account_forms import TOO_OFTEN
from members.models import clean_email


def may_send_code(request: HttpRequest, email: str) -> bool:
    """Count one more code for signing in, and say whether it is long enough after the last; allauth has this for joining."""
    return ratelimit.consume(request, action="resend_login_code", key=clean_email(email))


def just_sent(request: HttpRequest, code_page: str) -> HttpResponse:
    """Back to the page of the code that waits. True for every address, whatever the email says."""
    messages.info(
        request,
        _(
            "We have just sent you an email. Look in your inbox, and in your junk mail too, before you ask for another one."
        ),
    )
    return redirect(code_page)


class StartsAfresh:
    """A page before a code. Looking at it leaves a code that waits as it is; what is sent from it takes its place."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> HttpResponse | None:
        """Whoever comes back from the code may look here, and may give another address."""
        if stage.key in (LoginByCodeStage.key, EmailVerificationStage.key):
            return None
        return super()._redirect_to_pending_stage(request, stage)


class AsksForAddress(StartsAfresh):
    """The page that sends a code to an address."""

    code_page = ""
    address_field = "email"

    def address_that_waits(self) -> str:
        """The address to which a code went that may still be typed; empty when there is none."""
        raise NotImplementedError

    def too_soon(self, form) -> HttpResponse:
        """Back to the code that waits for this address; else stay, and say nothing about the address."""
        if self.address_that_waits() == clean_email(form.data[self.address_field]):
            return just_sent(self.request, self.passthrough_next_url(reverse(self.code_page)))
        if form.is_valid():
            form.add_error(self.address_field, TOO_OFTEN)
        return self.render_to_response(self.get_context_data(form=form))


class AsksToJoin(AsksForAddress):
    """Joining, step 1."""

    code_page = "account_email_verification_sent"

    def address_that_waits(self) -> str:
        process = EmailVerificationProcess.resume(self.request)
        return clean_email(process.email) if process else ""


class LoginView(AsksForAddress, views.LoginView):
    """Signing in, step 1."""

    code_page, address_field = "account_confirm_login_code", "login"

    def address_that_waits(self) -> str:
        stage = get_pending_stage(self.request)
        return clean_email(stage.state["email"]) if stage and stage.key == LoginByCodeStage.key else ""

    def get_context_data(self, **kwargs) -> dict:
        """Adds where somebody was going, as far as a stranger may know."""
        onward = told_of(self.request, get_next_redirect_url(self.request) or "")
        return super().get_context_data(onward=onward, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        """Whoever signs in instead has given up joining."""
        self.request.session.pop(EMAIL_VERIFICATION_CODE_SESSION_KEY, None)
        may_send_code(self.request, form.cleaned_data["login"])
        return super().form_valid(form)

    def form_invalid(self, form) -> HttpResponse:
        return self.too_soon(form) if form.is_too_soon else super().form_invalid(form)


class ResetPasswordView(AsksForAddress, views.PasswordResetView):
    """Choosing a new password, step 1."""

    code_page = "account_confirm_password_reset_code"

    def address_that_waits(self) -> str:
        process = PasswordResetVerificationProcess.resume(self.request)
        return clean_email(process.state["email"]) if process else ""

    def form_valid(self, form) -> HttpResponse:
        answer = super().form_valid(form)
        return self.too_soon(form) if answer.status_code == 429 else answer


class TakesCode:
    """The page of a code: three wrong ones end it, and lead back to where another can be asked for."""

    session_key = ""
    code_page = start = ""

    @method_decorator(never_cache)
    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        began = self.session_key in request.session
        if self.waits(request):
            return super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            return redirect(get_login_redirect_url(request))
        if request.method == "POST" or (began and self.session_key not in request.session):
            messages.warning(
                request, _("This code no longer works. Enter your email again, and we will send you a new one.")
            )
        return redirect(self.passthrough_next_url(reverse(self.start)))

    def waits(self, request: HttpRequest) -> bool:
        """Whether a code is waited for."""
        raise NotImplementedError

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.POST.get("action") == "resend" and not self.may_resend():
            return just_sent(request, self.passthrough_next_url(reverse(self.code_page)))
        return super().post(request, *args, **kwargs)

    def may_resend(self) -> bool:
        """Whether another code may be sent; also pressing twice is asking twice."""
        return self._process.can_resend

    def form_invalid(self, form) -> HttpResponse:
        """What is no code is no try; the third wrong code is the last."""
        if not form.has_six_digits() or self._process.record_invalid_attempt():
            return self.render_to_response(self.get_context_data(form=form))
        messages.warning(
            self.request,
            _(
                "That code no longer works, because a wrong one was typed three times. Enter your email again, and we will send you a new one."
            ),
        )
        return redirect(self.passthrough_next_url(reverse(self.start)))


class AddressCodeView(TakesCode, views.ConfirmEmailVerificationCodeView):
    """The code that shows an address is one's own: joining, or changing the address."""

    session_key, code_page = EMAIL_VERIFICATION_CODE_SESSION_KEY, "account_email_verification_sent"
    stage = None

    @property
    def start(self) -> str:
        """Where this began: joining, changing the address, or signing in with a password for the first time."""
        if self.request.user.is_authenticated:
            return "account_email"
        return "join" if self.stage is None or self.stage.login.signup else "account_login"

    def waits(self, request: HttpRequest) -> bool:
        process = EmailVerificationProcess.resume(request)
        if process and request.user.is_authenticated:
            return process.user == request.user
        return bool(process and LoginStageController.enter(request, EmailVerificationStage.key))

    def _resend_form_valid(self, form) -> HttpResponse:
        """Too soon: the code that was sent stays the right one."""
        before = dict(self._process.state)
        try:
            return super()._resend_form_valid(form)
        except ImmediateHttpResponse:
            self._process.state |= before
            return just_sent(self.request, self.passthrough_next_url(reverse(self.code_page)))


class SignInCodeView(TakesCode, views.ConfirmLoginCodeView):
    """The code that signs in."""

    session_key, code_page, start = LOGIN_SESSION_KEY, "account_confirm_login_code", "account_login"

    def waits(self, request: HttpRequest) -> bool:
        stage = LoginStageController.enter(request, LoginByCodeStage.key)
        return bool(stage and LoginCodeVerificationProcess.resume(stage))

    def may_resend(self) -> bool:
        return super().may_resend() and may_send_code(self.request, self._process.state["email"])


class PasswordCodeView(TakesCode, views.ConfirmPasswordResetCodeView):
    """The code before a new password."""

    session_key = PASSWORD_RESET_VERIFICATION_SESSION_KEY
    code_page, start = "account_confirm_password_reset_code", "account_reset_password"

    def waits(self, request: HttpRequest) -> bool:
        return bool(PasswordResetVerificationProcess.resume(request))
