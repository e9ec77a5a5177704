"""A form with one field of each kind, as the styleguide shows it: untouched and filled in wrongly."""

from django import forms
from django.utils.functional import lazy
from django.utils.safestring import SafeString, mark_safe

from core.dates import DateField
from core.forms import Form
from core.i18n import current_language


def _say(cy: str, en: str) -> str:
    return cy if current_language() == "cy" else en


def _say_html(cy: str, en: str) -> SafeString:
    return mark_safe(_say(cy, en))


say = lazy(_say, str)
say_html = lazy(_say_html, SafeString)
_CHOICES = [("cy", "Cymraeg"), ("en", "English")]


class SampleForm(Form):
    """Text, long text, choices, ticks and a file."""

    email = forms.EmailField(
        label=say("E-bost", "Email"),
        help_text=say("Byddwn ni'n anfon cod i'r cyfeiriad hwn.", "We will send a code to this address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    name = forms.CharField(label=say("Enw", "Name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    about = forms.CharField(label=say("Amdanoch chi", "About you"), required=False, widget=forms.Textarea)
    written = forms.ChoiceField(
        label=say("Iaith ysgrifenedig", "Written language"), choices=_CHOICES, widget=forms.RadioSelect
    )
    spoken = forms.MultipleChoiceField(
        label=say("Ieithoedd", "Languages"), choices=_CHOICES, required=False, widget=forms.CheckboxSelectMultiple
    )
    region = forms.ChoiceField(
        label=say("Rhanbarth", "Region"), choices=[("", "–"), ("mid", "Powys"), ("north", "Môn")]
    )
    began = DateField(
        label=say("Pryd dechreuodd y gwaith?", "When did the work begin?"),
        help_text=say("Er enghraifft: 27 3 2027.", "For example: 27 3 2027."),
    )
    agree = forms.BooleanField(label=say("Rwy'n cytuno â'r pum egwyddor", "I agree to the five principles"))
    file = forms.FileField(label=say("Ffeil", "File"), required=False)


def untouched() -> SampleForm:
    """The form before anybody typed."""
    return SampleForm(prefix="sample")


def wrong(prefix: str = "wrong") -> SampleForm:
    """The form as it comes back with errors."""
    typed = {"email": "angharad", "name": "Angharad Ŵyn", "began_day": "27", "began_month": "13", "began_year": "2027"}
    return SampleForm({f"{prefix}-{name}": text for name, text in typed.items()}, prefix=prefix)
