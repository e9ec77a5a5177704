"""Who changed what, on whose behalf, why and when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.booking import Booking
from events.models.date import Date
from events.models.waiting import WaitingListEntry


class Change(models.Model):
    """One thing that happened to a date, a booking or somebody in line; written once, never changed."""

    class What(models.TextChoices):
        BOOKED = "booked", _("Booked")
        CANCELLED = "cancelled", _("Booking cancelled")
        WAITING = "waiting", _("Joined the waiting list")
        OFFERED = "offered", _("Place offered")
        ACCEPTED = "accepted", _("Offer accepted")
        DECLINED = "declined", _("Offer declined")
        EXPIRED = "expired", _("Offer expired")
        LEFT = "left", _("Left the waiting list")
        CAPACITY = "capacity", _("Number of places changed")
        DATE_CHANGED = "date_changed", _("Date changed")
        DATE_CANCELLED = "date_cancelled", _("Date cancelled")

    date = models.ForeignKey(Date, verbose_name=_("date"), on_delete=models.CASCADE, related_name="changes")
    booking = models.ForeignKey(
        Booking, verbose_name=_("booking"), null=True, blank=True, on_delete=models.CASCADE, related_name="changes"
    )
    entry = models.ForeignKey(
        WaitingListEntry,
        verbose_name=_("waiting list entry"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="changes",
    )
    what = models.CharField(_("what"), max_length=20, choices=What)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    on_behalf_of = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("on behalf of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    why = models.CharField(_("why"), max_length=300, blank=True)
    details = models.JSONField(_("details"), default=dict, blank=True)
    at = models.DateTimeField(_("when"))

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-id"]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.get_what_display()}: {self.date_id}"
