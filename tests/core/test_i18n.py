"""Dates, times, folding and Welsh order, by table."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core import i18n

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(10, 0, "10am"), (12, 30, "12:30pm"), (12, 0, "12pm"), (15, 30, "3:30pm"), (9, 5, "9:05am"), (0, 15, "12:15am")],
)
def test_time_of_day(hour, minute, words):
    assert i18n.clock(datetime(2027, 3, 3, hour, minute, tzinfo=LONDON)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", "Dydd Mercher 3 Mawrth 2027, 10am i 12:30pm"),
        ("en", "Wednesday 3 March 2027, 10am to 12:30pm"),
    ],
)
def test_when_something_is_on(language, words):
    start, end = datetime(2027, 3, 3, 10, tzinfo=LONDON), datetime(2027, 3, 3, 12, 30, tzinfo=LONDON)
    with i18n.in_language(language):
        assert i18n.date_range(start, end) == words


def test_times_are_shown_on_the_clock_of_wales():
    """Stored in UTC, said in local time on both sides of the clock change."""
    utc = ZoneInfo("UTC")
    assert i18n.clock(datetime(2026, 10, 24, 9, tzinfo=utc)) == "10am"
    assert i18n.clock(datetime(2026, 10, 26, 9, tzinfo=utc)) == "9am"


@pytest.mark.parametrize("text", ["tŷ", "TŶ", "ty", "ty\u0302", "Tŷ"])
def test_one_word_folds_to_one_word(text):
    assert i18n.fold(text) == "ty"


def test_composed_and_decomposed_are_one():
    assert i18n.nfc("ty\u0302") == "tŷ"


@pytest.mark.parametrize(
    "names",
    [
        ["Cai", "Cymru", "Chwilog"],
        ["Lwli", "Llanelli", "Llangollen"],
        ["Ruth", "Rhys"],
        ["Bala", "Bangor", "Barri"],
        ["Afon", "Dafydd", "Ddu", "Fflint", "Gwynedd", "Ngwen", "Hafod"],
    ],
)
def test_welsh_order(names):
    muddled = [*names[1::2], *names[::2]]
    assert sorted(muddled, key=i18n.welsh_sort_key) == names


@pytest.mark.parametrize(("number", "words"), [(400, "1 KB"), (240_000, "240 KB"), (1_240_000, "1.2 MB")])
def test_size_of_a_file(number, words):
    assert i18n.size_in_words(number) == words
