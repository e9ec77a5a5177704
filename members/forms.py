"""What joining asks, one question on a page."""

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from core.i18n import in_words, one_line
from core.vocabulary import WrittenLanguage
from members.models import ConsentWording, HereAsKind, PrinciplesWording
from members.models.user import FROM


class NameForm(Form):
    """What do people call you?"""

    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("The name that people call you by. It can be one word or several."),
        max_length=150,
        error_messages={"required": _("Enter your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )

    def clean_name(self):
        """On one line, and something that can be seen."""
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name


class HereAsForm(Form):
    """What brings you here? Several answers are welcome, and so is none."""

    here_as = forms.MultipleChoiceField(
        label=_("I am here as…"),
        help_text=_("Choose all that fit. Only you see this. We count the answers, without names."),
        choices=HereAsKind,
        error_messages={"required": _("Choose at least one answer, or say that you would rather not say.")},
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_here_as(self):
        """Not saying and saying do not go together."""
        chosen = self.cleaned_data["here_as"]
        if HereAsKind.UNSAID in chosen and len(chosen) > 1:
            raise forms.ValidationError(_("Choose either “I would rather not say” or the answers that fit."))
        return chosen


class RegionForm(Form):
    """Which part of Wales?"""

    region = forms.ChoiceField(
        label=_("Which part of Wales do you live in?"),
        help_text=_("So that we can tell you what is on near you."),
        choices=FROM,
        error_messages={"required": _("Choose one of the answers.")},
        widget=forms.RadioSelect,
    )


class LanguageForm(Form):
    """In which language shall we write?"""

    language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        help_text=_("This is about emails, certificates and letters. You can read this website in either language."),
        choices=[choice for choice in WrittenLanguage.choices if choice[0]],
        error_messages={"required": _("Choose a language.")},
        widget=forms.RadioSelect,
    )


class PrinciplesForm(Form):
    """Agreement to the principles as shown, and each consent by itself."""

    agree = forms.BooleanField(
        label=_("I agree to the five principles"),
        error_messages={
            "required": _("Tick the box if you agree to the five principles. Only then can you be a member.")
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, wording: PrinciplesWording, ask_consent: bool = True, **kwargs):
        super().__init__(*args, initial={"version": wording.version}, **kwargs)
        self.shown = wording
        for asked in ConsentWording.objects.current() if ask_consent else ():
            self.fields[f"consent_{asked.pk}"] = forms.BooleanField(label=in_words(asked, "text"), required=False)

    def clean_version(self):
        """The wording that the person has read, which may be an older one by now."""
        return PrinciplesWording.objects.filter(version=self.cleaned_data["version"]).first()

    def consents(self) -> list[ConsentWording]:
        """The consents that were ticked, in the words that were read."""
        ticked = [name.removeprefix("consent_") for name in self.data if name.startswith("consent_")]
        return list(ConsentWording.objects.filter(pk__in=[key for key in ticked if key.isascii() and key.isdecimal()]))

    def ask_again(self) -> None:
        """Show the present words, with nothing ticked for them."""
        self.data = MultiValueDict({"version": [str(self.shown.version)]})
