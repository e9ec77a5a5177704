"""What the mail choices ask: a yes or no to one thing, and how to get in touch."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from members.models import ConsentWording, ContactWay

YES, NO = "yes", "no"
FEWEST_DIGITS = 6


class ConsentAnswerForm(Form):
    """A button's answer, and the words that stood beside it."""

    wording = forms.ModelChoiceField(ConsentWording.objects, widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=[(YES, YES), (NO, NO)], widget=forms.HiddenInput)


class ContactForm(Form):
    """How to get in touch: the way, and what it takes."""

    way = forms.ChoiceField(
        label=_("How shall we get in touch with you?"),
        help_text=_("This is for when it is about you alone, such as a question about your booking."),
        choices=ContactWay,
        error_messages={"required": _("Choose one of the answers.")},
        widget=forms.RadioSelect,
    )
    phone = forms.CharField(
        label=_("Phone number"),
        help_text=_("Only if we are to phone you. We delete it when you choose another way."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    address = forms.CharField(
        label=_("Postal address"),
        help_text=_("Only if we are to write to you by post. We delete it when you choose another way."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"autocomplete": "street-address", "rows": 4}),
    )

    def clean(self):
        """The way that was chosen needs its number or its address."""
        told = self.cleaned_data
        digits = sum(letter.isdecimal() for letter in told.get("phone", ""))
        if told.get("way") == ContactWay.PHONE and "phone" in told and digits < FEWEST_DIGITS:
            self.add_error("phone", _("Enter the number that we can phone you on, with its area code."))
        if told.get("way") == ContactWay.POST and "address" in told and not told["address"].strip():
            self.add_error("address", _("Enter the address that we can write to, with its postcode."))
        return told
