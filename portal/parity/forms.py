"""What staff fill in about the two languages of a page."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why a page goes live in its language alone."""

    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence for your colleagues. It stands on the board of two languages."),
        error_messages={"required": _("Say why the page is to be in one language.")},
    )

    def __init__(self, *args, language: str, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {"cy": _("Publish in Welsh only, because…"), "en": _("Publish in English only, because…")}
        self.fields["reason"].label = labels[language]


class WordsForm(forms.Form):
    """A translator's file."""

    file = forms.FileField(label=_("PO file"), help_text=_("The file you downloaded here, filled in. 1 MB at most."))
    is_machine = forms.BooleanField(
        label=_("A machine wrote these words"),
        required=False,
        help_text=_("The board then says so until somebody has checked them."),
    )
