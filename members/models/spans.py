"""What has a first day and perhaps a last: memberships, roles."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class SpanQuerySet(models.QuerySet):
    """Rows that begin on a day and may end on one."""

    def current(self, today: date | None = None) -> "SpanQuerySet":
        """What stands today, or on another day. What ends on a day no longer stands on it."""
        day = today or timezone.localdate()
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), started_on__lte=day)


class Span(models.Model):
    """Something that begins on a day and may end on one."""

    started_on = models.DateField(_("started on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    objects = SpanQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("started_on")), name="%(class)s_ends_after_it_starts"
            )
        ]
