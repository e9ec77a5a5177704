"""Lists that leave as spreadsheets: no cell is taken for a formula, and ŵ opens as ŵ."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone, translation
from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import ExcelDateFormatter

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff".encode()  # tells Excel that the file is UTF-8


def harmless(value):
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


class SafeExport:
    """For a Wagtail index view that exports: put it before the view's own class."""

    def preprocess_field_value(self, field, value, export_format):
        """The value as it goes into its cell: a time as the clocks of Wales show it, to the second."""
        if isinstance(value, datetime) and timezone.is_aware(value):
            value = timezone.localtime(value).replace(tzinfo=None, microsecond=0)
        cell = super().preprocess_field_value(field, value, export_format)
        cell = ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell
        return harmless(cell) if export_format == self.FORMAT_CSV else cell

    def write_xlsx(self, queryset, output) -> None:
        """The workbook, whose only sheet has a name in the language of whoever asked."""
        workbook = Workbook(write_only=True, iso_dates=True)
        sheet = workbook.create_sheet(title=gettext("List"))
        sheet.append(self.get_heading(queryset, field) for field in self.list_export)
        date_format = ExcelDateFormatter().get()
        for item in queryset:
            sheet.append(self.generate_xlsx_row(sheet, self.to_row_dict(item), date_format=date_format))
        workbook.save(output)

    def stream_csv(self, queryset) -> Iterator[bytes]:
        """The lines of the file, in the language of whoever asked: they are written after the request is over."""
        return self._lines(super().stream_csv(queryset), translation.get_language())

    def _lines(self, lines: Iterator[bytes], language: str) -> Iterator[bytes]:
        before = BYTE_ORDER_MARK
        while True:
            with translation.override(language):
                line = next(lines, None)
            if line is None:
                return
            yield before + line
            before = b""
