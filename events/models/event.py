"""What is offered, and on which terms a place is taken."""

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.i18n import in_words
from members.models import User


class EventKind(models.TextChoices):
    """The three kinds of thing people come to."""

    EVENT = "event", _("Event")
    TRAINING = "training", _("Training")
    MEETUP = "meetup", _("Meet-up")


class Event(ClusterableModel):
    """The facts of an event: one row for both languages. Its pages say it at length."""

    kind = models.CharField(_("kind"), max_length=10, choices=EventKind, default=EventKind.EVENT)
    name_cy = models.CharField(_("name in Welsh"), max_length=200, help_text=_("As mails, calendars and lists say it."))
    name_en = models.CharField(
        _("name in English"), max_length=200, help_text=_("As mails, calendars and lists say it.")
    )
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="event_kind_is_known"),
            models.CheckConstraint(condition=~Q(name_cy="") & ~Q(name_en=""), name="event_has_both_names"),
        ]

    def __str__(self):
        return in_words(self, "name")

    @property
    def name(self) -> str:
        """The name in the language in force."""
        return in_words(self, "name")

    def all_pages(self) -> list:
        """Its pages in both languages; lists prefetch them."""
        return list(self.pages.all())

    @cached_property
    def kinds_of_place(self) -> list["TicketType"]:
        """Its ticket types, asked for once."""
        return list(TicketType.objects.filter(event_id=self.pk))

    def open_to(self, user: User | None) -> list["TicketType"]:
        """The ticket types that a person may choose: members' types are for members."""
        kinds = self.kinds_of_place
        if not any(kind.members_only for kind in kinds) or (user is not None and user.is_member):
            return kinds
        return [kind for kind in kinds if not kind.members_only]


class TicketType(models.Model):
    """One way of taking a place: for whom, at what price, and whether it takes a seat."""

    event = ParentalKey(Event, verbose_name=_("event"), on_delete=models.CASCADE, related_name="ticket_types")
    name_cy = models.CharField(_("name in Welsh"), max_length=100)
    name_en = models.CharField(_("name in English"), max_length=100)
    price_pence = models.PositiveIntegerField(_("price in pence"), default=0, help_text=_("0 is free; £60 is 6000."))
    members_only = models.BooleanField(_("for members only"), default=False)
    takes_seat = models.BooleanField(
        _("takes a seat"), default=True, help_text=_("Untick it for supporters: their places are not counted.")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, editable=False)

    sort_order_field = "sort_order"

    class Meta:
        verbose_name = _("ticket type")
        verbose_name_plural = _("ticket types")
        ordering = ["sort_order", "id"]
        constraints = [models.CheckConstraint(condition=Q(price_pence__gte=0), name="ticket_price_is_not_negative")]

    def __str__(self):
        return in_words(self, "name")
