"""Lists that leave as spreadsheets: no cell is taken for a formula, and ŵ opens as ŵ."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")
BYTE_ORDER_MARK = "\ufeff".encode()  # tells Excel that the file is UTF-8


def harmless(value):
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA) else value


class SafeExport:
    """For a Wagtail index view that exports: put it before the view's own class."""

    def preprocess_field_value(self, field, value, export_format):
        """The value as it goes into its cell."""
        cell = super().preprocess_field_value(field, value, export_format)
        return harmless(cell) if export_format == self.FORMAT_CSV else cell

    def stream_csv(self, queryset):
        """The lines of the file."""
        lines = super().stream_csv(queryset)
        yield BYTE_ORDER_MARK + next(lines)
        yield from lines
