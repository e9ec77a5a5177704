"""The one seam to allauth: our mail, our language, our addresses."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core import mail
from core.i18n import current_language, in_language
from members import journey
from members.models import User, clean_email

#: allauth's name for an email with a code, or about an account → ours
MAILS = {
    "account/email/email_confirmation_signup": "members/join_requested",
    "account/email/email_confirmation": "members/email_change_requested",
    "account/email/login_code": "members/sign_in_requested",
    "account/email/password_reset_code": "members/password_reset_requested",
    "account/email/account_already_exists": "members/account_found",
    "account/email/unknown_account": "members/account_not_found",
}
#: allauth's name for a security notice → what happened, as email/members/account_changed tells it
CHANGES = {
    "account/email/password_set": "password_set",
    "account/email/password_changed": "password_changed",
    "account/email/password_reset": "password_changed",
    "account/email/email_changed": "email_changed",
    "account/email/email_confirm": "email_confirmed",
    "account/email/email_deleted": "email_removed",
    "mfa/email/totp_activated": "app_added",
    "mfa/email/totp_deactivated": "app_removed",
    "mfa/email/webauthn_added": "passkey_added",
    "mfa/email/webauthn_removed": "passkey_removed",
    "mfa/email/recovery_codes_generated": "recovery_codes_made",
}
FACTS = ("code", "from_email", "to_email", "deleted_email")
WRONG_CODE = _("This code is not right. Check the newest email from us, or ask for a new code.")
TOO_MANY = _("There have been too many tries. Wait five minutes and try again.")


class AccountAdapter(DefaultAccountAdapter):
    """allauth the way the portal works."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": WRONG_CODE,
        "too_many_login_attempts": TOO_MANY,
    }

    def clean_email(self, email):
        """One form of each address."""
        return clean_email(email)

    def format_email_subject(self, subject):
        """The subject as it is; the sender's name says who writes."""
        return subject

    def send_mail(self, template_prefix, email, context):
        """Queue the message in the language that its reader told us; whoever has not been asked yet gets both."""
        email = clean_email(email)
        person = context.get("user") or User.objects.filter(email=email).first()
        template, data = self._message(template_prefix, email, context)
        mail.send(
            template,
            to=email,
            to_name=person.name if person else "",
            language=person.language if person else "",
            context=data | {"email": email},
            key=f"{template}:{uuid4().hex}",
            expires_at=timezone.now() + timedelta(seconds=settings.ACCOUNT_LOGIN_TIMEOUT) if "code" in data else None,
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """A notice about an account is in its owner's language, also when it goes to an address that was theirs."""
        super().send_notification_mail(template_prefix, user, (context or {}) | {"user": user}, email)

    def _message(self, prefix: str, email: str, context: dict) -> tuple[str, dict[str, Any]]:
        facts = {name: str(context[name]) for name in FACTS if name in context}
        if prefix in MAILS:
            return MAILS[prefix], facts
        if prefix in CHANGES:
            return "members/account_changed", facts | {"change": CHANGES[prefix], "at": timezone.now().isoformat()}
        return "members/account_notice", {
            "words": {code: self._words(prefix, email, context, code) for code in ("cy", "en")}
        }

    def _words(self, prefix: str, email: str, context: dict, language: str) -> dict[str, str]:
        """Allauth's own text of a message that has no template of ours."""
        with in_language(language):
            message = self.render_mail(prefix, email, {"request": self.request, "email": email} | context)
        return {"subject": message.subject, "text": message.body}

    def get_signup_redirect_url(self, request):
        """On to the next step of joining."""
        return journey.next_url(request.user)

    def get_login_redirect_url(self, request):
        """Back to where joining stopped, or to the account."""
        return journey.after_sign_in(request.user)

    def get_logout_redirect_url(self, request):
        """Home, in the language one was reading in."""
        return f"/{current_language()}/"


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor, in plain words."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Check it and type it again.")
    }
