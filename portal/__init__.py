"""Front of house: settings, addresses, home and standard pages, what needs more than one room."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
