"""The language of the staff admin: the one chosen on its account page, else the person's own written language."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import LocalePreferencesForm
from wagtail.admin.views.account import LocaleSettingsPanel
from wagtail.users.models import UserProfile

from core.i18n import LANGUAGES, current_language
from members.models import User

SIGNED_IN_FROM = "signed_in_from"  # the language of the site in which somebody signed in, kept in their session


def own_language(user: User, otherwise: str) -> str:
    """The one language a person writes in; `otherwise` where they write in both or were not asked."""
    return user.language if user.language in LANGUAGES else otherwise


def preferred_language(self: UserProfile) -> str:
    """In place of Wagtail's: what was chosen in the admin, the person's own, or the language in force."""
    return self.preferred_language or own_language(self.user, otherwise=current_language())


class AdminLanguageForm(LocalePreferencesForm):
    """Wagtail's question about the admin's language, whose first answer says what happens without one."""

    preferred_language = forms.ChoiceField(
        label=_("Language of the admin"),
        choices=[("", _("Follow my written language")), *settings.LANGUAGES],
        required=False,
    )


def install() -> None:
    """Let the admin and the mail that Wagtail sends follow each person."""
    LocaleSettingsPanel.form_class = AdminLanguageForm
    UserProfile.get_preferred_language = preferred_language


def follow_the_person(get_response: Callable) -> Callable:
    """Show the admin in the language of whoever is signed in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(reverse("wagtailadmin_home")) and request.user.is_authenticated:
            signed_in_from = request.session.get(SIGNED_IN_FROM, "cy")
            translation.activate(own_language(request.user, otherwise=signed_in_from))
            request.LANGUAGE_CODE = translation.get_language()
        response = get_response(request)
        here = get_language_from_path(request.path_info)
        if here and request.user.is_staff and SIGNED_IN_FROM not in request.session:
            request.session[SIGNED_IN_FROM] = here
        return response

    return middleware
