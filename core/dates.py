"""A date in three boxes, as people know it: day, month, year. Never a calendar to pick from."""

from datetime import date
from itertools import chain

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

from core.i18n import LANGUAGES, fold, in_language

PARTS = ("day", "month", "year")
LABELS = {"day": _("Day"), "month": _("Month"), "year": _("Year")}
AHEAD = 20  # years: "27" is 2027, "85" is 1985
REFUSALS = {
    "required": _("Enter a date, such as 27 3 2027."),
    "no_day": _("Enter the day as well."),
    "no_month": _("Enter the month as well."),
    "no_year": _("Enter the year as well."),
    "day": _("Write the day as a number from 1 to 31."),
    "month": _("Write the month as a number from 1 to 12, or by its name."),
    "year": _("Write the year with four numbers, such as 2027."),
    "no_such_day": _("That month does not have so many days. Check the day and the month."),
}
#: which box a refusal is about; the others are about the whole date
BOX = {"no_day": 0, "day": 0, "no_such_day": 0, "no_month": 1, "month": 1, "no_year": 2, "year": 2}


class DateBoxes(forms.MultiWidget):
    """Three boxes with a label each. is_birthday: browsers may fill in the reader's own."""

    template_name = "django/forms/date_boxes.html"
    use_fieldset = True

    def __init__(self, attrs: dict | None = None, *, is_birthday: bool = False):
        told = {part: {"autocomplete": f"bday-{part}" if is_birthday else "off"} for part in PARTS}
        told["day"] |= {"inputmode": "numeric"}
        told["month"] |= {"spellcheck": "false"}  # also by its name, so no keyboard of numbers alone
        told["year"] |= {"inputmode": "numeric"}
        super().__init__({part: forms.TextInput(attrs=told[part]) for part in PARTS}, attrs)

    def decompress(self, value: date | None) -> list:
        """A date as three texts."""
        return [value.day, value.month, value.year] if value else ["", "", ""]

    def get_context(self, name: str, value, attrs: dict | None) -> dict:
        """The label of each box, and which box is wrong."""
        told = dict(attrs or {})
        wrong = told.pop("wrong", ())
        context = super().get_context(name, value, told)
        for number, box in enumerate(context["widget"]["subwidgets"]):
            box["label"] = LABELS[PARTS[number]]
            if number in wrong:
                box["attrs"]["aria-invalid"] = "true"
        return context


class DateBoundField(BoundField):
    """Knows which of its boxes are wrong."""

    @property
    def wrong_boxes(self) -> list[int]:
        """The numbers of the boxes that the refusals are about."""
        codes = [error.code for error in self.form.errors.as_data().get(self.name, [])]
        return sorted({BOX[code] for code in codes if code in BOX}) or ([0, 1, 2] if codes else [])

    @property
    def first_wrong(self) -> str:
        """Where the summary of errors leads."""
        return f"{self.auto_id}_{self.wrong_boxes[0]}" if self.wrong_boxes else ""

    def build_widget_attrs(self, attrs: dict, widget=None) -> dict:
        attrs = super().build_widget_attrs(attrs, widget)
        if attrs.pop("aria-invalid", None):
            attrs["wrong"] = self.wrong_boxes
        return attrs


class DateField(forms.Field):
    """A date that somebody knows. Its value is a date; what cannot be one is refused in words, box by box."""

    widget = DateBoxes
    default_error_messages = REFUSALS

    def get_bound_field(self, form, field_name: str) -> DateBoundField:
        """One that knows its boxes."""
        return DateBoundField(form, self, field_name)

    def clean(self, value: list[str] | None) -> date | None:
        """The date, or None where nothing is written and nothing is asked."""
        typed = [(text or "").strip() for text in value or ["", "", ""]]
        if not any(typed):
            return self._refuse("required") if self.required else None
        if lacking := [f"no_{part}" for part, text in zip(PARTS, typed, strict=True) if not text]:
            self._refuse(*lacking)
        numbers = {"day": number(typed[0]), "month": month(typed[1]), "year": year(typed[2])}
        if wrong := [part for part in PARTS if numbers[part] is None]:
            self._refuse(*wrong)
        try:
            return date(**numbers)
        except ValueError:
            return self._refuse("no_such_day")

    def has_changed(self, initial, data) -> bool:
        """Whether another date is written."""
        return [str(part) for part in self.widget.decompress(initial)] != list(data or ["", "", ""])

    def _refuse(self, *codes: str) -> None:
        raise forms.ValidationError([forms.ValidationError(self.error_messages[code], code=code) for code in codes])


def number(text: str, most: int = 31) -> int | None:
    """A number from 1 on, however many noughts stand before it."""
    found = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    return found if 1 <= found <= most else None


def month(text: str) -> int | None:
    """A month by number, or by its name in either language, short or long."""
    for code in LANGUAGES:
        with in_language(code):
            for index, name in chain(MONTHS.items(), MONTHS_3.items()):
                if fold(text).removesuffix(".") == fold(str(name)):
                    return index
    return number(text, most=12)


def year(text: str) -> int | None:
    """A year of four figures, or of two: the nearest that is not more than 20 years ahead."""
    found = number(text, most=9999)
    if found is None or len(text) not in (2, 4):
        return None
    if len(text) == len("2027"):
        return found
    this = timezone.localdate().year
    return found + 2000 if found + 2000 <= this + AHEAD else found + 1900
