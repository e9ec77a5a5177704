"""Writing the rows of a bulk message: as many as there are readers, in one go."""

import json
from collections.abc import Iterable
from itertools import islice

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from core.models import OutgoingMail

ROWS_AT_ONCE, COPIED_AT_ONCE = 2000, 10_000
# What differs from reader to reader, or from batch to batch. Everything else is a default of the database, or WAITING.
GIVEN = ("batch_id", "template", "to", "to_name", "language", "context", "key", "message_id")
WAITING = {
    "attachments": "'[]'",
    "state": "'queued'",
    "tries": "0",
    "uncertain": "false",
    "leased_by": "''",
    "last_error": "''",
}


def write(rows: Iterable[OutgoingMail]) -> None:
    """Write rows that wait; one whose key exists is left out. `rows` are read once, never all kept in memory."""
    if connection.vendor == "postgresql":
        _copy(rows)
    else:
        OutgoingMail.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)


def _copy(rows: Iterable[OutgoingMail]) -> None:
    """COPY knows no conflicts, so the rows pass through a table of this transaction's own."""
    names = ", ".join(f'"{name}"' for name in GIVEN)
    with connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMPORARY TABLE arriving ON COMMIT DROP AS SELECT {names} FROM core_outgoingmail WITH NO DATA"
        )
        rows = iter(rows)
        # Reading the readers and writing the rows share one connection, so they take turns.
        while some := [_values(row) for row in islice(rows, COPIED_AT_ONCE)]:
            with cursor.copy(f"COPY arriving ({names}) FROM STDIN") as copy:
                for values in some:
                    copy.write_row(values)
        cursor.execute(
            f"INSERT INTO core_outgoingmail ({names}, {', '.join(WAITING)}) "
            f"SELECT {names}, {', '.join(WAITING.values())} FROM arriving ON CONFLICT (key) DO NOTHING"
        )
        cursor.execute("DROP TABLE arriving")


def _values(row: OutgoingMail) -> list:
    context = json.dumps(row.context, cls=DjangoJSONEncoder)
    return [context if name == "context" else getattr(row, name) for name in GIVEN]
