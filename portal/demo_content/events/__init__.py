"""The events, training and meet-ups of the demo, and how their dates are found from today."""

from datetime import date, timedelta

from .cuppa import CUPPA
from .cwrdd_caerdydd import CWRDD_CAERDYDD
from .essentials import ESSENTIALS
from .find_the_fit import FIND_THE_FIT
from .showcase import SHOWCASE
from .spot_the_principles import SPOT_THE_PRINCIPLES

EVENTS = [ESSENTIALS, CWRDD_CAERDYDD, SHOWCASE, SPOT_THE_PRINCIPLES, FIND_THE_FIT, CUPPA]


def day_of(today: date, occurrence: dict) -> date:
    """The first day, `in_days` days or more after today, that falls on its weekday (Monday is 0)."""
    earliest = today + timedelta(days=occurrence["in_days"])
    return earliest + timedelta(days=(occurrence["weekday"] - earliest.weekday()) % 7)
