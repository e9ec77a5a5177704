"""What one person books, and each place in it."""

from secrets import choice

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from core.vocabulary import WrittenLanguage
from events.models.date import Date
from events.models.event import TicketType
from members.models import User

_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # no 0, 1, I or O: references are read out on the telephone


def new_reference() -> str:
    """A reference of 60 bits that people can read out."""
    return "".join(choice(_LETTERS) for _turn in range(12))


class PersonalQuerySet(models.QuerySet):
    """Rows that belong to a person, with an account or by an address of theirs."""

    def of(self, user: User) -> "PersonalQuerySet":
        """A person's own: made with their account, or without one under an address they have confirmed."""
        if not user.is_authenticated:
            return self.none()
        confirmed = EmailAddress.objects.filter(user=user, verified=True).values(address=Lower("email"))
        return self.filter(Q(user=user) | Q(user=None, email__in=confirmed))

    def visible_to(self, user: User) -> "PersonalQuerySet":
        """All for staff who look after them, their own for everybody else."""
        name = f"{self.model._meta.app_label}.view_{self.model._meta.model_name}"
        return self if user.is_authenticated and user.has_perm(name) else self.of(user)


class BookingQuerySet(PersonalQuerySet):
    """Bookings, as their readers ask for them."""

    def standing(self) -> "BookingQuerySet":
        """Bookings that were not cancelled."""
        return self.exclude(state=Booking.State.CANCELLED)


class Booking(models.Model):
    """What one person booked on a date: one place or several."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed", _("Booked")
        CANCELLED = "cancelled", _("Cancelled")

    date = models.ForeignKey(Date, verbose_name=_("date"), on_delete=models.PROTECT, related_name="bookings")
    reference = models.CharField(_("reference"), max_length=20, unique=True, default=new_reference, editable=False)
    key = models.CharField(_("key of the request"), max_length=200, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="bookings",
    )
    name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("email"), max_length=254)
    language = models.CharField(_("written language"), max_length=4, choices=WrittenLanguage, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.CONFIRMED)
    sequence = models.PositiveIntegerField(_("version of the calendar entry"), default=0, editable=False)
    created_at = models.DateTimeField(_("booked at"))
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["date", "email"], condition=~Q(state="cancelled"), name="one_booking_per_date_and_email"
            ),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="booking_email_is_lower_case"),
            models.CheckConstraint(
                condition=Q(state="cancelled", cancelled_at__isnull=False)
                | (~Q(state="cancelled") & Q(cancelled_at=None)),
                name="booking_cancelled_has_a_moment",
            ),
            models.CheckConstraint(condition=Q(state__in=["confirmed", "cancelled"]), name="booking_state_is_known"),
        ]
        indexes = [models.Index(fields=["email", "created_at"], name="booking_email")]

    def __str__(self):
        return f"{self.reference}: {self.name}"

    @property
    def stands(self) -> bool:
        """Whether the booking was not cancelled."""
        return self.state == self.State.CONFIRMED


class PlaceQuerySet(models.QuerySet):
    """Places, as counting asks for them."""

    def active(self) -> "PlaceQuerySet":
        """Places that were not given back."""
        return self.filter(state=Place.State.ACTIVE)

    def taking_seats(self) -> "PlaceQuerySet":
        """Places that count against the capacity."""
        return self.active().filter(takes_seat=True)


class Place(models.Model):
    """One seat of a booking, for one person who comes."""

    class State(models.TextChoices):
        ACTIVE = "active", _("Coming")
        CANCELLED = "cancelled", _("Cancelled")

    booking = models.ForeignKey(Booking, verbose_name=_("booking"), on_delete=models.CASCADE, related_name="places")
    # The date once more, and what the ticket type said when it was taken: seats are counted without a join.
    date = models.ForeignKey(Date, verbose_name=_("date"), on_delete=models.PROTECT, related_name="places")
    ticket_type = models.ForeignKey(
        TicketType,
        verbose_name=_("ticket type"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
    )
    takes_seat = models.BooleanField(_("takes a seat"), default=True)
    price_pence = models.PositiveIntegerField(_("price in pence"), default=0)
    name = models.CharField(_("name"), max_length=150, blank=True)
    email = models.EmailField(_("email"), max_length=254, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ACTIVE)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=["active", "cancelled"]), name="place_state_is_known"),
            models.CheckConstraint(condition=Q(email=Lower("email")), name="place_email_is_lower_case"),
        ]
        indexes = [models.Index(fields=["date"], condition=Q(state="active", takes_seat=True), name="place_seats")]

    def __str__(self):
        return self.name
