"""Days and times as staff type them."""

from datetime import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from core.admin_dates import DateField, DateTimeField, read_moment


@pytest.mark.parametrize(
    ("typed", "hour", "minute"),
    [
        ("20/12/2026 10am", 10, 0),
        ("20/12/2026 10.30am", 10, 30),
        ("20/12/2026 9:30pm", 21, 30),
        ("20/12/2026 10:00", 10, 0),
        ("20/12/26 14:05", 14, 5),
        (" 20.12.2026,  9:30 PM ", 21, 30),
        ("20-12-2026 12am", 0, 0),
        ("20/12/2026 12.15pm", 12, 15),
        ("2026-12-20 10:00", 10, 0),
    ],
)
def test_times_are_read_as_the_site_writes_them(typed, hour, minute):
    found = timezone.localtime(DateTimeField().clean(typed))
    assert (found.year, found.month, found.day, found.hour, found.minute) == (2026, 12, 20, hour, minute)


@pytest.mark.parametrize(
    "typed",
    ["20/12/2026 10", "20/12/2026", "20/12/2026 13pm", "20/12/2026 0am", "31/02/2027 10am", "12/20/2026 10am", "10am"],
)
def test_what_could_mean_anything_is_not_guessed(typed):
    assert read_moment(typed) is None


def test_summer_time_is_the_clock_on_the_wall():
    assert DateTimeField().clean("20/07/2027 10am") == datetime.fromisoformat("2027-07-20T09:00:00+00:00")


@pytest.mark.parametrize(
    ("language", "told", "shown"), [("en", "Type the day", "For example: "), ("cy", "Teipiwch", "Er enghraifft: ")]
)
@pytest.mark.parametrize("field", [DateTimeField(help_text="At once."), DateField()])
def test_example_stands_under_the_field_and_in_the_error(field, language, told, shown):
    with translation.override(language):
        with pytest.raises(ValidationError) as refusal:
            field.clean("fory")
        assert refusal.value.messages[0].startswith(told)
        assert "20/12/2026" in refusal.value.messages[0]
        assert f"{shown}20/12/2026" in str(field.help_text)
