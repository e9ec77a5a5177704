"""How long an offer is held, by table; all times are of the clock in Wales."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.expiry import WALES, offer_expiry


def at(text):
    """2027-03-02 10:00 in Wales, a Tuesday."""
    return datetime.fromisoformat(text).replace(tzinfo=WALES)


@pytest.mark.parametrize(
    ("now", "until", "ends"),
    [
        # 48 hours, in office hours
        ("2027-03-01 10:00", "2027-04-01 10:00", "2027-03-03 10:00"),
        ("2027-03-01 20:00", "2027-04-01 10:00", "2027-03-03 20:00"),
        # at night: next morning
        ("2027-03-01 22:30", "2027-04-01 10:00", "2027-03-04 08:00"),
        ("2027-03-02 03:00", "2027-04-01 10:00", "2027-03-04 08:00"),
        # at the weekend: Monday morning
        ("2027-03-04 15:00", "2027-04-01 10:00", "2027-03-08 08:00"),
        ("2027-03-05 21:00", "2027-04-01 10:00", "2027-03-08 08:00"),
        # the clocks go forward on 28 March 2027, and back on 31 October 2027
        ("2027-03-27 10:00", "2027-05-01 10:00", "2027-03-29 11:00"),
        ("2027-10-30 10:00", "2027-12-01 10:00", "2027-11-01 09:00"),
        # nearer than 72 hours: two thirds of what is left
        ("2027-03-01 10:00", "2027-03-03 10:00", "2027-03-02 18:00"),
        ("2027-03-02 08:00", "2027-03-02 20:00", "2027-03-02 16:00"),
        # 6 hours at least
        ("2027-03-02 09:00", "2027-03-02 16:30", "2027-03-02 15:00"),
        # Monday morning would be too late for the next in line: Friday evening
        ("2027-03-05 12:00", "2027-03-08 09:00", "2027-03-05 20:00"),
        # nothing better than the last minute
        ("2027-03-05 18:00", "2027-03-08 09:00", "2027-03-08 08:00"),
        # too late to hold it for anybody
        ("2027-03-02 09:00", "2027-03-02 15:00", None),
        ("2027-03-06 22:00", "2027-03-07 10:00", None),
        ("2027-03-02 09:00", "2027-03-02 08:00", None),
    ],
)
def test_offers_end_when_people_can_be_reached(now, until, ends):
    found = offer_expiry(at(now), at(until))
    assert found == (at(ends) if ends else None), found and found.astimezone(WALES)


@given(
    since=st.integers(min_value=0, max_value=60 * 24 * 365 * 3), minutes=st.integers(min_value=-60, max_value=43_200)
)
def test_every_offer_keeps_the_rules(since, minutes):
    now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=since)
    until = now + timedelta(minutes=minutes)
    ends = offer_expiry(now, until)
    if ends is None:
        assert until - now < timedelta(days=4)
        return
    local = ends.astimezone(WALES)
    assert now + timedelta(hours=6) <= ends < until
    assert local.weekday() < 5
    assert time(8) <= local.time() <= time(20)
