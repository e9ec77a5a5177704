"""Which periodic job ran last: two beats do no harm."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class PeriodicRun(models.Model):
    """When a job of the timetable was last taken up."""

    name = models.CharField(_("job"), max_length=100, primary_key=True)
    taken_at = models.DateTimeField(_("taken up at"))

    class Meta:
        verbose_name = _("job of the timetable")
        verbose_name_plural = _("jobs of the timetable")

    def __str__(self):
        return f"{self.name}: {self.taken_at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def take(cls, name: str, every: timedelta) -> bool:
        """Take the job's slot, or learn that somebody has it: true at most once in `every`, by the database's clock."""
        _row, created = cls.objects.get_or_create(name=name, defaults={"taken_at": Now()})
        return created or bool(cls.objects.filter(name=name, taken_at__lte=Now() - every).update(taken_at=Now()))

    @classmethod
    def silent_since(cls, name: str) -> datetime | None:
        """When the job last ran, or None if it never did."""
        return cls.objects.filter(name=name).values_list("taken_at", flat=True).first()
