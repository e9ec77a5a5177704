"""What the pages about one's organisations ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form


class HandOverForm(Form):
    """Who is the main contact from now on?"""

    to = forms.TypedChoiceField(
        label=_("Who is to be the main contact?"),
        help_text=_("You stay in the organisation as a colleague. We tell them by email."),
        coerce=int,
        error_messages={"required": _("Choose a colleague."), "invalid_choice": _("Choose a colleague.")},
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, colleagues: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = colleagues
