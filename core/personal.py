"""What the portal keeps about a person, as each room says, and how it is handed over: to read, and as files."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model, QuerySet
from django.db.models.functions import Lower
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from core import slots
from core.export import BYTE_ORDER_MARK, harmless
from core.i18n import clock, long_date

#: what stands in the place of a name that was erased
NOBODY = "–"


@dataclass(frozen=True)
class Kept:
    """One kind of row that is kept about people. Every column is handed over, also one that is new, save what is named.

    `without`: columns that hold a secret or say nothing about the person. `words`: column → its value in words.
    """

    model: type[Model]
    rows: Callable[[Any], QuerySet]
    title: Any
    without: tuple[str, ...] = ()
    words: dict[str, Callable[[Any], str]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The kind in the files: "events.Booking"."""
        return self.model._meta.label

    def columns(self) -> list[Field]:
        """What is handed over of each row, in the order of the table."""
        return [
            column
            for column in self.model._meta.concrete_fields
            if not column.primary_key and column.name not in self.without
        ]

    def of(self, user) -> QuerySet:
        """The rows about one person, with what they point to."""
        pointers = [column.name for column in self.columns() if column.is_relation]
        return self.rows(user).select_related(*pointers) if pointers else self.rows(user)


def offer(*kinds: Kept) -> None:
    """Say what a room keeps about people; for an app's `ready()`."""
    for kind in kinds:
        slots.personal_data.register(kind.name, kind)


def addresses_of(user) -> QuerySet:
    """The addresses that a person has shown to be theirs, in small letters."""
    return EmailAddress.objects.filter(user=user, verified=True).values_list(Lower("email"), flat=True)


def to_read(user) -> list[dict]:
    """Everything kept about a person, in the language in force: for each kind its title, anchor and rows of answers."""
    sections = []
    for kind in slots.personal_data.all().values():
        rows = [list(_answers(kind, row)) for row in kind.of(user)]
        anchor = kind.name.replace(".", "-").lower()
        sections.append({"title": kind.title, "anchor": anchor, "rows": [row for row in rows if row]})
    return [section for section in sections if section["rows"]]


def _answers(kind: Kept, row: Model) -> Iterator[dict[str, str]]:
    """Each column that holds something: its label and its value in words."""
    for column in kind.columns():
        if (value := _in_words(kind, column, row)) != "":
            yield {"label": capfirst(str(column.verbose_name)), "value": value}


def _in_words(kind: Kept, column: Field, row: Model) -> str:
    value = getattr(row, column.name)
    if value in (None, "", [], {}):
        return ""
    if column.name in kind.words:
        return str(kind.words[column.name](value))
    if column.choices:
        return str(getattr(row, f"get_{column.name}_display")())
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, datetime):
        return f"{long_date(value)}, {clock(value)}"
    return date_format(value) if isinstance(value, date) else str(value)


def _as_fact(column: Field, row: Model) -> Any:
    """The value as a machine reads it; what it points to by its name."""
    if column.is_relation:
        there = getattr(row, column.name)
        return None if there is None else str(there)
    return column.value_from_object(row)


def as_zip(user) -> bytes:
    """Everything kept about a person as files: one of JSON, and a CSV for each kind of row."""
    facts, packed = {}, io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for kind in slots.personal_data.all().values():
            columns = kind.columns()
            rows = [[_as_fact(column, row) for column in columns] for row in kind.of(user)]
            facts[kind.name] = [dict(zip([c.name for c in columns], row, strict=True)) for row in rows]
            archive.writestr(f"{kind.name.lower()}.csv", _as_csv(columns, rows))
        archive.writestr("everything.json", json.dumps(facts, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
    return packed.getvalue()


def _as_csv(columns: list[Field], rows: list[list]) -> bytes:
    """A sheet with headings in the language in force, that opens as it should in a spreadsheet."""
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow([capfirst(str(column.verbose_name)) for column in columns])
    writer.writerows([[_cell(value) for value in row] for row in rows])
    return BYTE_ORDER_MARK + sheet.getvalue().encode()


def _cell(value: Any) -> Any:
    """A value as it goes into its cell: a time as the clocks of Wales show it, lists as JSON, nothing that is a formula."""
    if isinstance(value, datetime):
        return localtime(value).replace(tzinfo=None, microsecond=0).isoformat(" ")
    if isinstance(value, list | dict):
        value = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
    return harmless(value)
