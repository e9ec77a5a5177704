"""What a person gets from us and how: one page, and the question of how to get in touch."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from core import slots
from core.again import ShownAgain
from core.errors import Refused
from core.i18n import current_language, in_words
from members import actions
from members.mail_forms import YES, ConsentAnswerForm, ContactForm
from members.models import ConsentPurpose, ConsentWording, ContactPreference, ContactWay, User

ACCOUNT = "account"
SOURCES = {"join": gettext_lazy("While joining"), ACCOUNT: gettext_lazy("In your account")}


class MailChoicesView(LoginRequiredMixin, TemplateView):
    """Each thing we ask leave for, how to reach the person, and what they said before."""

    template_name = "members/mail_choices.html"

    def get_context_data(self, **kwargs) -> dict:
        user = self.request.user
        shown = {"choices": choices(user), "rows": reached_by(user), "history": history(user)}
        return super().get_context_data(**shown, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A yes, or its taking back."""
        form = ConsentAnswerForm(request.POST)
        if form.is_valid():
            told = {"wording": form.cleaned_data["wording"], "says_yes": form.cleaned_data["answer"] == YES}
            told |= {"language": current_language(), "source": ACCOUNT, "now": timezone.now()}
            try:
                actions.answer_consent(user=request.user, **told)
                messages.success(request, _("Saved. You can change this at any time."))
            except Refused as refusal:
                messages.error(request, refusal.message)
        return redirect("mail_choices")


def choices(user: User) -> list[dict]:
    """Each purpose: the words of now, whether the person said yes, and what the room that it is about says of it."""
    standing, told = set(user.consents.standing().values_list("purpose", flat=True)), slots.consents.all()
    rows = []
    for wording in ConsentWording.objects.current():
        row = {"title": ConsentPurpose(wording.purpose).label, "wording": wording, "text": in_words(wording, "text")}
        row |= {"is_on": wording.purpose in standing, "yes_label": _("Yes, I agree"), "no_label": _("Take this back")}
        rows.append(row | (told[wording.purpose](user) if wording.purpose in told else {}))
    return rows


def reached_by(user: User) -> list[dict]:
    """Address, language and way, each with a link to change it."""
    preference = ContactPreference.objects.filter(user=user).first() or ContactPreference(way=ContactWay.EMAIL)
    language = reverse("account_details_change", kwargs={"question": "language"})
    way = "\n".join(filter(None, (str(preference.get_way_display()), preference.where)))
    return [
        {"label": _("Email"), "value": user.email, "change_url": reverse("account_email")},
        {"label": _("Written language"), "value": user.get_language_display(), "change_url": language},
        {"label": _("How to get in touch"), "value": way, "change_url": reverse("contact_preference")},
    ]


def history(user: User) -> list[dict]:
    """Every yes, the latest first, in the words in which it was read."""
    return [
        {
            "title": consent.get_purpose_display(),
            "text": in_words(consent.wording, "text", consent.language),
            "language": consent.language,
            "source": SOURCES.get(consent.source, _("In another way")),
            "given_at": consent.given_at,
            "withdrawn_at": consent.withdrawn_at,
        }
        for consent in user.consents.select_related("wording").order_by("-given_at", "-pk")
    ]


class ContactView(LoginRequiredMixin, ShownAgain, FormView):
    """How shall we get in touch?"""

    form_class, template_name = ContactForm, "members/contact_preference.html"
    success_url = reverse_lazy("mail_choices")

    def get_initial(self) -> dict:
        kept = ContactPreference.objects.filter(user=self.request.user).values("way", "phone", "address").first()
        return kept or {"way": ContactWay.EMAIL}

    def form_valid(self, form: ContactForm) -> HttpResponse:
        actions.prefer_contact(user=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Saved."))
        return super().form_valid(form)
