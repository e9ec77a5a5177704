"""Days and times as staff type them in the admin: as the site writes them, the day first."""

import re
from datetime import datetime

from django import forms
from django.db import models
from django.forms.utils import from_current_timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

#: 20/12/2026 10am, 20/12/26 10.30am, 20.12.2026, 9:30pm, 20/12/2026 10:00
MOMENT = re.compile(
    r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4}|\d{2})[ ,]+"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap]m)?",
    re.IGNORECASE,
)


def read_moment(typed: str) -> datetime | None:
    """The day and time that somebody typed, without a zone; None where they are not written so, or do not exist."""
    found = MOMENT.fullmatch(" ".join(typed.split()))
    if not found or not (found["minute"] or found["half"]):
        return None
    year, hour = int(found["year"]), int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"].lower() == "pm" else 0)
    year += 2000 if year < 100 else 0
    try:
        return parse_datetime(f"{year}-{found['month']:0>2}-{found['day']:0>2} {hour:02}:{found['minute'] or '00'}")
    except ValueError:
        return None


class WithExample:
    """A field with its example under it."""

    example = ""

    def __init__(self, *args, help_text="", **kwargs):
        help_text = format_lazy("{} {}", help_text, self.example) if help_text else self.example
        super().__init__(*args, help_text=help_text, **kwargs)


class DateField(WithExample, forms.DateField):
    """A day."""

    example = _("For example: 20/12/2026.")
    default_error_messages = {"invalid": _("Type the day like this: 20/12/2026.")}


class DateTimeField(WithExample, forms.DateTimeField):
    """A day and a time."""

    example = _("For example: 20/12/2026 10am, or 20/12/2026 14:30.")
    default_error_messages = {
        "invalid": _("Type the day and the time like this: 20/12/2026 10am, or 20/12/2026 14:30.")
    }

    def to_python(self, value):
        """As the site writes it; else as Django reads it."""
        moment = read_moment(value) if isinstance(value, str) else None
        return from_current_timezone(moment) if moment else super().to_python(value)


def use_everywhere() -> None:
    """Every form of the admin for a row of ours or Wagtail's reads days and times so."""
    for column, field, widget in (
        (models.DateField, DateField, AdminDateInput),
        (models.DateTimeField, DateTimeField, AdminDateTimeInput),
    ):
        register_form_field_override(column, override={"form_class": field, "widget": widget})
