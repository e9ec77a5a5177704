"""Who waits for a place, and to whom one is held out."""

from datetime import datetime
from itertools import chain

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.vocabulary import WrittenLanguage
from events.models.booking import Booking, PersonalQuerySet, new_reference
from events.models.date import Date


class WaitingListQuerySet(PersonalQuerySet):
    """The line, as its readers ask for it."""

    def waiting(self) -> "WaitingListQuerySet":
        """Those who wait and hold no offer, first in line first."""
        return self.filter(state=WaitingListEntry.State.WAITING).order_by("position", "id")

    def offered(self) -> "WaitingListQuerySet":
        """Those to whom a place is held out: their seats are taken."""
        return self.filter(state=WaitingListEntry.State.OFFERED)

    def active(self) -> "WaitingListQuerySet":
        """Those who wait or hold an offer."""
        return self.filter(state__in=WaitingListEntry.ACTIVE)

    def kinds_of_place(self) -> set[int]:
        """The ids of the ticket types that they ask for."""
        people = chain.from_iterable(self.order_by().values_list("attendees", flat=True))
        return {person["ticket_type"] for person in people if person["ticket_type"]}

    def expired(self, now: datetime) -> "WaitingListQuerySet":
        """Offers whose time is over."""
        return self.offered().filter(offer_expires_at__lte=now)


class WaitingListEntry(models.Model):
    """Somebody in line for a date: waiting → offered → accepted, declined, expired or left."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        OFFERED = "offered", _("Place offered")
        ACCEPTED = "accepted", _("Accepted")
        DECLINED = "declined", _("Declined")
        EXPIRED = "expired", _("Offer expired")
        LEFT = "left", _("Left the list")

    ACTIVE = ("waiting", "offered")

    date = models.ForeignKey(Date, verbose_name=_("date"), on_delete=models.PROTECT, related_name="waiting_list")
    reference = models.CharField(_("reference"), max_length=20, unique=True, default=new_reference, editable=False)
    key = models.CharField(_("key of the request"), max_length=200, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="waiting_list_entries",
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("email"), max_length=254)
    language = models.CharField(_("written language"), max_length=4, choices=WrittenLanguage, blank=True)
    places = models.PositiveSmallIntegerField(_("places"), default=1)
    # Whom the places are for: [{"name", "email", "ticket_type", "takes_seat", "price_pence"}, …], one for each place.
    # The terms are those of the day they joined: whatever becomes of the ticket type, no more seats are taken than held.
    attendees = models.JSONField(_("people"), default=list, blank=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    position = models.PositiveIntegerField(_("order in line"), editable=False)
    joined_at = models.DateTimeField(_("joined at"))
    offered_at = models.DateTimeField(_("offered at"), null=True, blank=True)
    offer_expires_at = models.DateTimeField(_("offer expires at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    booking = models.OneToOneField(
        Booking,
        verbose_name=_("booking"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="waiting_list_entry",
    )

    objects = WaitingListQuerySet.as_manager()

    class Meta:
        verbose_name = _("waiting list entry")
        verbose_name_plural = _("waiting list")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["date", "email"],
                condition=Q(state__in=["waiting", "offered"]),
                name="one_wait_per_date_and_email",
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="waiting_email_is_lower_case"),
            models.CheckConstraint(condition=Q(places__gte=1), name="waiting_for_one_place_or_more"),
            models.CheckConstraint(
                condition=Q(state="offered", offered_at__isnull=False, offer_expires_at__isnull=False)
                | ~Q(state="offered"),
                name="offer_has_its_moments",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "offered", "accepted", "declined", "expired", "left"]),
                name="waiting_state_is_known",
            ),
        ]
        indexes = [
            models.Index(fields=["date", "position"], condition=Q(state="waiting"), name="waiting_line"),
            models.Index(fields=["offer_expires_at"], condition=Q(state="offered"), name="waiting_offers"),
            models.Index(fields=["email", "joined_at"], name="waiting_email"),
        ]

    def __str__(self):
        return f"{self.reference}: {self.name}"

    @property
    def place_in_line(self) -> int:
        """1 for the first in line; only those who wait have one."""
        return (
            self.date.waiting_list.waiting()
            .filter(Q(position__lt=self.position) | Q(position=self.position, pk__lt=self.pk))
            .count()
            + 1
        )
