"""How long a place is held out to somebody."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

WALES = ZoneInfo("Europe/London")
USUAL = timedelta(hours=48)
LEAST = timedelta(hours=6)
NEAR = timedelta(hours=72)
OPEN, CLOSE = time(8), time(20)  # Monday to Friday, when people can be reached and can ask somebody


def offer_expiry(now: datetime, until: datetime) -> datetime | None:
    """When an offer made now ends, or None if it is too late to hold a place for anybody.

    48 hours; nearer than 72 hours to `until` (the start, or the end of booking) two thirds of what is left; 6 hours at
    least. Always Monday to Friday between 08:00 and 20:00 in Wales: moved later, or earlier where that would leave the
    next in line less than 6 hours.
    """
    now, until = now.astimezone(UTC), until.astimezone(UTC)  # local hours are not all of one length
    left = until - now
    usual = now + (USUAL if left >= NEAR else max(left * 2 / 3, LEAST))
    later, earlier = _next_office_time(usual), _last_office_time(min(usual, until - LEAST))
    if usual < later > until - LEAST and earlier >= now + LEAST:
        return earlier
    return later if later < until else None


def _next_office_time(moment: datetime) -> datetime:
    local = moment.astimezone(WALES)
    if local.time() > CLOSE:
        local = _at(local + timedelta(days=1), OPEN)
    elif local.time() < OPEN:
        local = _at(local, OPEN)
    while local.weekday() > 4:
        local = _at(local + timedelta(days=1), OPEN)
    return local.astimezone(moment.tzinfo)


def _last_office_time(moment: datetime) -> datetime:
    local = moment.astimezone(WALES)
    if local.time() < OPEN:
        local = _at(local - timedelta(days=1), CLOSE)
    elif local.time() > CLOSE:
        local = _at(local, CLOSE)
    while local.weekday() > 4:
        local = _at(local - timedelta(days=1), CLOSE)
    return local.astimezone(moment.tzinfo)


def _at(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, WALES)
