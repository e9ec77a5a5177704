"""The portal with the lock of dates taken out: what the last-place test must catch."""

from portal.wsgi import application

__all__ = ["application"]


def take_out_the_lock() -> None:
    """From now on a date is read and not held. Models are there only once the application is."""
    from events.models.date import DateQuerySet

    DateQuerySet.locked = lambda rows, pk: rows.get(pk=pk)


take_out_the_lock()
