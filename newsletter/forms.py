"""What asking for the newsletter asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from core.i18n import in_words
from core.vocabulary import WrittenLanguage
from members.models import ConsentWording


class SubscribeForm(Form):
    """Which address, in which language, and a yes of one's own."""

    email = forms.EmailField(
        label=_("Email"),
        help_text=_("We will send you a link to confirm that this address is yours."),
        max_length=254,
        error_messages={
            "required": _("Enter your email address."),
            "invalid": _("Enter an email address like name@example.com."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(
        label=_("Which language would you like it in?"),
        choices=[choice for choice in WrittenLanguage.choices if choice[0]],
        error_messages={"required": _("Choose a language.")},
        widget=forms.RadioSelect,
    )
    agreed = forms.BooleanField(error_messages={"required": _("Tick the box if you want the newsletter.")})
    # People do not see this one; programs that fill in every field do.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def __init__(self, *args, wording: ConsentWording, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agreed"].label = in_words(wording, "text")


class SendForm(Form):
    """The button that sends an issue, and what whoever presses it was shown."""

    readers = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, standing: dict[str, str] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.standing = standing or {}

    def clean(self):
        """Only what was shown is sent."""
        if self.cleaned_data.get("words") != self.standing["words"]:
            raise forms.ValidationError(
                _("The words have changed since you opened this page. Nothing was sent. Look at them, and press again.")
            )
        if self.cleaned_data.get("readers") != self.standing["readers"]:
            raise forms.ValidationError(
                _(
                    "The readers have changed since you opened this page. Nothing was sent. Look at them, and press again."
                )
            )
