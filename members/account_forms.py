"""allauth's forms with our manners: no placeholders, one form of Unicode, plain labels and hints."""

from allauth.account import forms
from allauth.account.internal.flows.manage_email import sync_user_email_address
from allauth.core import context, ratelimit
from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.base import forms as second_forms
from allauth.mfa.totp import forms as app_forms
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from allauth.mfa.webauthn import forms as key_forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from core.i18n import nfc
from members.models import User

NO_ADDRESS = _("Enter an email address like name@example.org.")
NO_CODE = _("Enter the code.")
NOT_SIX_DIGITS = _("The code has 6 digits. Enter all of them.")
TOO_OFTEN = _(
    "Codes were asked for too often in a short time. Look in your inbox and in your junk mail, or wait a while and ask again."
)


class Plain:
    """Takes placeholders away and brings a typed address to one form."""

    addresses = ("email", "login")

    def __init__(self, *args, **kwargs):
        if data := kwargs.get("data"):
            typed = {name: nfc(data[name]).strip() for name in self.addresses if name in data}
            kwargs["data"] = data.copy()
            for name, value in typed.items():
                kwargs["data"][name] = value
        super().__init__(*args, label_suffix="", **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.addresses:
                field.error_messages |= {"required": NO_ADDRESS, "invalid": NO_ADDRESS}


class SignupForm(Plain, forms.SignupForm):
    """The first step of joining: an address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _("We send a 6-digit code to this address. You also sign in with it.")
        trap = self.fields["website"]
        trap.widget.attrs.pop("style", None)
        trap.widget.attrs["autocomplete"] = "off"
        trap.label = _("Leave this empty")

    def try_save(self, request):
        """Open the account, or go on with one that was begun. Whoever loses a race for an address is answered like the others."""
        try:
            with transaction.atomic():
                return self._begun() or super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return self._begun() or super().try_save(request)

    def _begun(self) -> tuple[User, None] | None:
        """The account that somebody opened with this address and nobody ever came in to: joining goes on with it."""
        user = User.objects.filter(email=self.cleaned_data["email"], is_active=True).first()
        return (user, None) if user and not user.is_proved and not self.cleaned_data["website"] else None


class LoginForm(Plain, forms.LoginForm):
    """Sign in with a code: only the address is asked."""

    is_too_soon = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.hint()

    def hint(self):
        """Say what happens next."""
        self.fields["login"].help_text = _("We send a 6-digit code to this address.")

    def _clean_without_password(self, email, phone):
        """Say in our own words that codes were asked for too often."""
        if ratelimit.consume(context.request, action="request_login_code", key=email.lower(), dry_run=True):
            return super()._clean_without_password(email, phone)
        self.is_too_soon = True
        self.add_error("login", TOO_OFTEN)
        return self.cleaned_data

    def login(self, request, redirect_url=None):
        """Go on to the code, which proves the address; accounts that staff opened have no proof of it yet."""
        if self.user:
            sync_user_email_address(self.user)
        return super().login(request, redirect_url=redirect_url)


class PasswordLoginForm(LoginForm):
    """Sign in with a password, for those who set one."""

    def _setup_password_field(self):
        """Keep the field that allauth drops where nobody needs a password to join."""

    def hint(self):
        """Nothing happens next."""


class ResetPasswordForm(Plain, forms.ResetPasswordForm):
    """Ask for a code to choose a new password with."""


class ResetPasswordFromKeyForm(Plain, forms.ResetPasswordKeyForm):
    """Choose a new password after a code."""


class ChangeEmailForm(Plain, forms.ChangeEmailForm):
    """Give another address while the first waits for its code."""


class AddEmailForm(Plain, forms.AddEmailForm):
    """Change the address of the account."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("New email")
        self.fields["email"].help_text = _(
            "We send a 6-digit code to this address. Until you type it, nothing changes."
        )


class ChangePasswordForm(Plain, forms.ChangePasswordForm):
    """Change the password."""


class SetPasswordForm(Plain, forms.SetPasswordForm):
    """Set a first password."""


class ReauthenticateForm(Plain, forms.ReauthenticateForm):
    """Give the password again before something delicate."""


class Code(Plain):
    """A code: digits, pasted or typed, spaces welcome."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.error_messages |= {"required": NO_CODE}
        code.widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code", "autocapitalize": "off"}


class SixDigits(Code):
    """A code from an email."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("6-digit code")

    def has_six_digits(self) -> bool:
        """Whether this is a guess at all; nothing else is counted as one."""
        typed = normalize_user_code(self.data.get(self.add_prefix("code"), ""))
        return len(typed) == 6 and typed.isascii() and typed.isdecimal()

    def clean_code(self):
        """Six digits, before they are compared."""
        if not self.has_six_digits():
            raise ValidationError(NOT_SIX_DIGITS, code="digits")
        return super().clean_code()


class ConfirmLoginCodeForm(SixDigits, forms.ConfirmLoginCodeForm):
    """The code that signs in."""


class ConfirmEmailVerificationCodeForm(SixDigits, forms.ConfirmEmailVerificationCodeForm):
    """The code that shows that an address is somebody's own."""


class ConfirmPasswordResetCodeForm(SixDigits, forms.ConfirmPasswordResetCodeForm):
    """The code before a new password."""


class AuthenticateForm(Code, second_forms.AuthenticateForm):
    """The second step of signing in: a code from an app, or a recovery code."""


class SecondReauthenticateForm(Code, second_forms.ReauthenticateForm):
    """The same code, again before something delicate."""


class ActivateTotpForm(Code, app_forms.ActivateTOTPForm):
    """Show that the authenticator app works. A wrong code, a reload or the other language leaves the scanned picture as it is."""

    def __init__(self, *args, **kwargs):
        session = context.request.session
        scanned = session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if scanned and not self.is_bound:
            self.secret = session[SECRET_SESSION_KEY] = scanned


class AddKeyForm(Plain, key_forms.AddWebAuthnForm):
    """Add a passkey; it signs in by itself unless its owner wants it as a second step only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name, alone = self.fields["name"], self.fields["passwordless"]
        name.label = _("Name of the key")
        name.widget.attrs["autocomplete"] = "off"
        name.help_text = _("So that you know it again, such as “My phone”.")
        alone.label = _("Sign in with this key alone")
        alone.help_text = _(
            "Your phone or computer asks for your face, finger or PIN, and you do not need a code. Without the tick, we ask for the key after the code or password."
        )
        alone.initial = True
