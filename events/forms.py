"""What booking asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import Form
from core.i18n import current_language, in_words, one_line
from core.vocabulary import WrittenLanguage
from events import words
from events.models import Date, TicketType
from events.people import Booker, PlaceRequest
from members.models import User

MOST = 5  # places in one booking
TOO_LONG = _("Write a shorter name: 150 letters at most.")
NO_ADDRESS = _("Enter an email address like name@example.org.")
HOW_MANY = _("Choose how many places you want.")


class BookingForm(Form):
    """Who books, how many places, and where to write to; people with an account are asked no more than we know already."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        error_messages={"required": _("Enter your name."), "max_length": TOO_LONG},
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Your email"),
        help_text=_("We send your booking there."),
        max_length=254,
        error_messages={
            "required": _("Enter your email."),
            "invalid": NO_ADDRESS,
            "max_length": NO_ADDRESS,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    language = forms.ChoiceField(
        label=_("In which language shall we write to you?"),
        choices=[choice for choice in WrittenLanguage.choices if choice[0]],
        error_messages={"required": _("Choose a language."), "invalid_choice": _("Choose a language.")},
        widget=forms.RadioSelect,
    )
    ticket = forms.ModelChoiceField(
        label=_("Kind of place"),
        queryset=TicketType.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Choose a kind of place."),
            "invalid_choice": _("That kind of place is for members. Sign in first, or choose another kind of place."),
        },
        widget=forms.RadioSelect,
    )
    places = forms.TypedChoiceField(
        label=_("How many places?"),
        help_text=_("Your own is one of them."),
        choices=[(number, number) for number in range(1, MOST + 1)],
        coerce=int,
        initial=1,
        error_messages={"required": HOW_MANY, "invalid_choice": HOW_MANY},
    )
    wait = forms.BooleanField(
        label=_("If there are not enough places when I book, put me on the waiting list"), required=False
    )

    def __init__(self, *args, date: Date, user: User | None = None, left: int | None = None, **kwargs):
        """`left` is how many places are left as far as we know; None where they are counted later, under the lock."""
        super().__init__(*args, **kwargs)
        self.date, self.user, self.left, self.is_full, self.waits = date, user, left, left == 0, left == 0
        self.kinds, self.mine = date.event.kinds_of_place, date.event.open_to(user)
        self.is_closed_to_reader = bool(self.kinds) and not self.mine
        if len(self.kinds) < 2:
            del self.fields["ticket"]
        else:
            self.fields["ticket"].queryset = TicketType.objects.filter(pk__in=[kind.pk for kind in self.mine])
            self.fields["ticket"].label_from_instance = _kind_and_price
        self.fields["language"].initial = current_language()
        if user:
            del self.fields["email"], self.fields["language"]
            self.fields["name"].initial = user.name
        if self.is_full and not user:
            self.fields["email"].help_text = _("We write to you there as soon as there is a place.")
        if self.is_full and (not self.is_bound or self.data.get("wait")):
            self.fields["wait"].widget = forms.HiddenInput()
            self.fields["wait"].initial = True

    def clean_name(self):
        """One line, and something to read on it."""
        name = one_line(self.cleaned_data["name"])
        if not name:
            raise forms.ValidationError(self.fields["name"].error_messages["required"])
        return name

    def clean(self):
        """No more places than there are, unless somebody is ready to wait for them."""
        cleaned = super().clean()
        kind = cleaned.get("ticket") or next(iter(self.mine), None)
        wanted = cleaned.get("places", 0) if kind is None or kind.takes_seat else 0
        self.waits = self.left is not None and wanted > self.left
        if wanted > self.date.capacity:
            words = _("This date does not have that many places. Choose this many or fewer: %(number)s")
            self.add_error("places", words % {"number": self.date.capacity})
        elif self.is_full and self.waits and not cleaned.get("wait"):
            self.add_error("wait", _("This date is full now. Tick the box to join the waiting list."))
        elif self.waits and not cleaned.get("wait"):
            words = _(
                "There are not that many places left. Choose fewer, or tick the box to wait for all of them. Left: %(number)s"
            )
            self.add_error("places", words % {"number": self.left})
        return cleaned

    def booker(self) -> Booker:
        """Who books."""
        if self.user:
            return Booker(
                name=self.cleaned_data["name"], email=self.user.email, language=self.user.language, user=self.user
            )
        return Booker(**{name: self.cleaned_data[name] for name in ("name", "email", "language")})

    def requests(self, others: list[dict[str, str]]) -> list[PlaceRequest]:
        """The places that are asked for: the booker's own, and one for each of the others."""
        return [PlaceRequest(**person, ticket_type=self.cleaned_data.get("ticket")) for person in ({}, *others)]

    def answers(self, change_url: str) -> list[dict[str, str]]:
        """What was answered, to be checked; what an account says is changed there."""
        booker, data = self.booker(), self.cleaned_data
        own = "" if self.user else change_url
        rows = [
            (_("Your name"), booker.name, change_url),
            (_("Your email"), booker.email, own),
            (_("Written language"), WrittenLanguage(booker.language).label, own),
            (_("Kind of place"), _kind_and_price(data["ticket"]) if data.get("ticket") else "", change_url),
            (_("Places"), str(data["places"]), change_url),
            (
                _("If there are not enough places"),
                _("Put me on the waiting list") if data["wait"] and not self.waits else "",
                change_url,
            ),
        ]
        return [{"label": label, "value": value, "change_url": url} for label, value, url in rows if value]


class PeopleForm(Form):
    """Who else comes, where somebody books several places: a name each."""

    def __init__(self, *args, places: int, **kwargs):
        super().__init__(*args, **kwargs)
        self.turns = range(2, places + 1)
        for turn in self.turns:
            number = {"number": turn}
            self.fields[f"name_{turn}"] = forms.CharField(
                label=_("Person %(number)s: name") % number,
                max_length=150,
                error_messages={"required": _("Enter the name of person %(number)s.") % number, "max_length": TOO_LONG},
                widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            )

    def clean(self):
        """Something to read in each name."""
        cleaned = super().clean()
        for turn in self.turns:
            name = f"name_{turn}"
            if name in cleaned and not one_line(cleaned[name]):
                self.add_error(name, self.fields[name].error_messages["required"])
        return cleaned

    def people(self) -> list[dict[str, str]]:
        """Each of the others, by name."""
        return [{"name": self.cleaned_data[f"name_{turn}"]} for turn in self.turns]

    def answers(self, change_url: str) -> list[dict[str, str]]:
        """What was answered, to be checked."""
        lines = "\n".join(person["name"] for person in self.people())
        return [{"label": _("Who else is coming?"), "value": lines, "change_url": change_url}] if lines else []


ASKED = (*BookingForm.base_fields, *(f"name_{turn}" for turn in range(2, MOST + 1)))


def _kind_and_price(kind: TicketType) -> str:
    return f"{in_words(kind, 'name')}: {words.money(kind.price_pence)}"
