"""The one look at a date while it is held: everybody behind us waits for it, so it is one statement, made ready once."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from events.models import Booking, Date, WaitingListEntry
from events.models.date import count_of

DAY = timedelta(days=1)
# What stands in the statement for the values of one request. The moment is no string, for columns of time take none.
_DATE, _USER, _KEY, _EMAIL, _SINCE = (
    -1,
    -2,
    "\ue000key",
    "\ue000email",
    datetime.fromisoformat("1000-01-01T00:00:00+00:00"),
)


class Look(NamedTuple):
    """What is known of a date and of somebody who asks for places on it."""

    left: int  # places left
    smallest_wait: int  # places of the smallest request in line; 0 if nobody waits
    is_known: bool  # this request, or another one of this address or account for this date, is written down already
    made_today: int  # bookings and waits of this address without an account, in a day


def look(date_id: int, *, key: str, email: str, user_id: int | None, now: datetime) -> Look:
    """Count the places of a date, and see whether its booker has been here before, perhaps under a former address."""
    sql, parameters = _statement(connection.vendor)
    stand_ins = {_DATE: date_id, _USER: user_id, _KEY: key, _EMAIL: email, _since(): _since(now - DAY)}
    with connection.cursor() as cursor:
        cursor.execute(sql, [stand_ins.get(value, value) for value in parameters])
        return Look(*cursor.fetchone())


@lru_cache(maxsize=2)
def _statement(vendor: str) -> tuple[str, tuple]:
    """The statement and its parameters, stand-ins among them; writing it takes Django longer than the database needs."""
    bookings, entries = Booking.objects.order_by(), WaitingListEntry.objects.order_by()
    theirs = Q(email=_EMAIL) | Q(user=_USER)
    is_known = (
        Exists(bookings.filter(key=_KEY))
        | Exists(entries.filter(key=_KEY))
        | Exists(bookings.standing().filter(theirs, date=OuterRef("pk")))
        | Exists(entries.active().filter(theirs, date=OuterRef("pk")))
    )
    guest = {"email": _EMAIL, "user": None}
    made = count_of(bookings.filter(created_at__gt=_SINCE, **guest)) + count_of(
        entries.filter(joined_at__gt=_SINCE, **guest)
    )
    rows = Date.objects.filter(pk=_DATE).with_places_left().annotate(is_known=is_known, made_today=made).order_by()
    return rows.values_list("places_left", "smallest_wait", "is_known", "made_today").query.sql_with_params()


def _since(moment: datetime = _SINCE):
    """A moment as this database takes it for a parameter."""
    return connection.ops.adapt_datetimefield_value(moment)
