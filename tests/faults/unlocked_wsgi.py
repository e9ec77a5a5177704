"""The portal with the lock of dates taken out: what the last-place test must catch."""

from events.models.date import DateQuerySet
from portal.wsgi import application

__all__ = ["application"]

DateQuerySet.locked = lambda rows, pk: rows.select_related("event").get(pk=pk)
