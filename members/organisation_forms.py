"""What the pages about one's organisations ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from members.account_forms import NO_ADDRESS
from members.models.invitation import INVITED_AS


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


class InviteForm(Form):
    """Whom do you invite, and as what?"""

    email = forms.EmailField(
        label=_("Their email"),
        max_length=254,
        error_messages={"required": NO_ADDRESS, "invalid": NO_ADDRESS},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Their role"),
        choices=INVITED_AS,
        error_messages={"required": _("Choose a role."), "invalid_choice": _("Choose a role.")},
        widget=forms.RadioSelect,
    )


class CodeForm(Form):
    """The code of an organisation."""

    join_code = forms.CharField(
        label=_("Join code"),
        help_text=_("You get it from the main contact of the organisation. It has 8 letters and numbers."),
        max_length=40,
        error_messages={"required": _("Enter the join code.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class AskForm(Form):
    """Which organisation?"""

    organisation = forms.TypedChoiceField(
        label=_("Which organisation do you want to join?"),
        coerce=int,
        error_messages={
            "required": _("Choose an organisation."),
            "invalid_choice": _("Choose an organisation."),
        },
    )

    def __init__(self, *args, organisations: list[tuple[int, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [("", _("Choose an organisation")), *organisations]
