"""Lists as spreadsheets: local time, the reader's language, no live formula."""

from datetime import UTC, datetime

import pytest
from django.utils import translation
from django.utils.translation import gettext

from core.export import SafeExport


class Rows:
    """What a Wagtail index view does with its rows, as far as an export goes."""

    FORMAT_CSV = "csv"

    def preprocess_field_value(self, field, value, export_format):
        return str(value)

    def stream_csv(self, queryset):
        for row in queryset:
            yield f"{gettext('Sign in')},{row}\r\n".encode()


class Export(SafeExport, Rows):
    """An index view that exports."""


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_times_are_those_of_the_clocks_of_wales(kind):
    moment = datetime(2027, 7, 7, 9, 0, 0, 123456, tzinfo=UTC)
    assert Export().preprocess_field_value("starts_at", moment, kind) == "2027-07-07 10:00:00"


def test_lines_are_in_the_language_of_whoever_asked_though_written_later():
    with translation.override("cy"):
        lines = Export().stream_csv(["a", "b"])
    text = b"".join(lines).decode("utf-8-sig")
    assert text == "Mewngofnodi,a\r\nMewngofnodi,b\r\n"
    assert translation.get_language() == "en"


@pytest.mark.parametrize("start", ["=1+1", "+44", "-1", "@x", "\tx", " =1"])
def test_no_cell_is_a_formula(start):
    assert Export().preprocess_field_value("name", start, "csv").startswith("'")


def test_what_a_spreadsheet_cannot_hold_is_left_out():
    """One odd letter must not cost staff the whole list."""
    assert Export().preprocess_field_value("name", "Gw\x01en\x0b", "xlsx") == "Gwen"
