"""What booking asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from core.i18n import current_language, in_words
from core.vocabulary import WrittenLanguage
from events import words
from events.models import Date, TicketType
from events.people import Booker, PlaceRequest, clean_name
from members.models import User

MOST = 5  # places in one booking


class BookingForm(Form):
    """Who comes, and where to write to; people with an account are asked no more than we know already."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        error_messages={"required": _("Enter your name.")},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Your email"),
        help_text=_("We send your booking there."),
        max_length=254,
        error_messages={
            "required": _("Enter your email."),
            "invalid": _("Enter an email address like name@example.org."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        choices=[choice for choice in WrittenLanguage.choices if choice[0]],
        error_messages={"required": _("Choose a language.")},
        widget=forms.RadioSelect,
    )
    ticket = forms.ModelChoiceField(
        label=_("Kind of place"),
        queryset=TicketType.objects.none(),
        empty_label=None,
        error_messages={"required": _("Choose a kind of place.")},
        widget=forms.RadioSelect,
    )
    places = forms.TypedChoiceField(
        label=_("How many places?"),
        help_text=_("Your own is one of them."),
        choices=[(number, number) for number in range(1, MOST + 1)],
        coerce=int,
        initial=1,
    )
    others = forms.CharField(
        label=_("Who else is coming?"),
        help_text=_("One name on each line."),
        required=False,
        max_length=150 * MOST,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
    )
    wait = forms.BooleanField(label=_("If it is full by then, put me on the waiting list"), required=False)

    def __init__(self, *args, date: Date, user: User | None = None, is_full: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.date, self.user, self.is_full = date, user, is_full
        self.kinds, mine = date.event.kinds_of_place, date.event.open_to(user)
        self.is_closed_to_reader = bool(self.kinds) and not mine
        if len(self.kinds) < 2:
            del self.fields["ticket"]
        else:
            self.fields["ticket"].queryset = TicketType.objects.filter(pk__in=[kind.pk for kind in mine])
            self.fields["ticket"].label_from_instance = _kind_and_price
        self.fields["language"].initial = current_language()
        if user:
            del self.fields["email"], self.fields["language"]
            self.fields["name"].initial = user.name
        if self.is_full:
            self.fields["wait"].widget = forms.HiddenInput()
            self.fields["wait"].initial = True

    def clean_name(self):
        """One line, and something to read on it."""
        name = clean_name(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean_others(self):
        """A name on each line; empty lines do not count."""
        return [name for name in map(clean_name, self.cleaned_data["others"].splitlines()) if name]

    def clean(self):
        """As many places as there are people, at least."""
        cleaned = super().clean()
        others = cleaned.get("others") or []
        if any(len(name) > 150 for name in others):
            self.add_error("others", _("Write each name on a line of its own."))
        if len(others) >= cleaned.get("places", MOST):
            self.add_error(
                "others", _("There are more names here than places. Choose more places, or take a name out.")
            )
        return cleaned

    def booker(self) -> Booker:
        """Who books."""
        if self.user:
            return Booker(
                name=self.cleaned_data["name"], email=self.user.email, language=self.user.language, user=self.user
            )
        return Booker(**{name: self.cleaned_data[name] for name in ("name", "email", "language")})

    def requests(self) -> list[PlaceRequest]:
        """The places that are asked for; the first is the booker's own."""
        names = ["", *self.cleaned_data["others"]]
        names += [""] * (self.cleaned_data["places"] - len(names))
        return [PlaceRequest(name=name, ticket_type=self.cleaned_data.get("ticket")) for name in names]

    def answers(self, change_url: str) -> list[dict[str, str]]:
        """What was answered, to be checked."""
        booker, data = self.booker(), self.cleaned_data
        rows = [
            (_("Your name"), booker.name),
            (_("Your email"), booker.email),
            (_("Written language"), WrittenLanguage(booker.language).label),
            (_("Kind of place"), _kind_and_price(data["ticket"]) if data.get("ticket") else ""),
            (_("Places"), str(data["places"])),
            (_("Who else is coming?"), "\n".join(data["others"])),
            (_("If it is full by then"), _("Put me on the waiting list") if data["wait"] and not self.is_full else ""),
        ]
        mine = {"change_url": ""} if self.user else {"change_url": change_url}
        own = {1, 2} if self.user else set()
        return [
            {"label": label, "value": value, **(mine if turn in own else {"change_url": change_url})}
            for turn, (label, value) in enumerate(rows)
            if value
        ]


def _kind_and_price(kind: TicketType) -> str:
    return f"{in_words(kind, 'name')}: {words.money(kind.price_pence)}"
