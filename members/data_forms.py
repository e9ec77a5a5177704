"""What is asked before somebody is erased."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form


class EraseForm(Form):
    """A yes that nobody gives by chance."""

    sure = forms.BooleanField(
        label=_("Yes, erase my account for good"),
        error_messages={"required": _("Tick the box if you want your account to be erased.")},
    )
