"""Addresses that want the newsletter, and addresses that must not get it."""

import hmac
from collections import Counter
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.vocabulary import Language, WrittenLanguage
from members.models import ConsentWording, clean_email


def new_token() -> str:
    """A secret of 192 bits for the links in somebody's mail."""
    return token_urlsafe(24)


class SubscriptionQuerySet(models.QuerySet):
    """Subscriptions, as the room asks for them."""

    def confirmed(self) -> "SubscriptionQuerySet":
        """Those that get the next issue."""
        return self.filter(state=Subscription.State.CONFIRMED)

    def of(self, email: str) -> "SubscriptionQuerySet":
        """The subscription of an address, in whatever form it was typed."""
        return self.filter(email=clean_email(email))

    def of_person(self, user) -> "SubscriptionQuerySet":
        """The subscriptions of an account: made with it, or with its address."""
        return self.filter(Q(user=user) | Q(email=user.email))

    def by_language(self) -> dict[str, int]:
        """How many there are of each written language; readers not asked yet count as both, for they get both."""
        counts = Counter()
        for language, number in self.order_by().values_list("language").annotate(n=Count("id")):
            counts[language or WrittenLanguage.BOTH] += number
        return {code: counts[code] for code in (WrittenLanguage.CY, WrittenLanguage.EN, WrittenLanguage.BOTH)}


class Subscription(models.Model):
    """An address's wish to get the newsletter, and the proof of it."""

    class State(models.TextChoices):
        PENDING = "pending", _("Waiting to be confirmed")
        CONFIRMED = "confirmed", _("Gets the newsletter")
        LEFT = "left", _("Left")

    class Source(models.TextChoices):
        WEBSITE = "website", _("Sign-up page")
        MEMBERSHIP = "membership", _("Ticked while joining")
        ACCOUNT = "account", _("In the account")
        STAFF = "staff", _("Asked staff")

    email = models.EmailField(_("email"), max_length=254, unique=True)
    language = models.CharField(_("written language"), max_length=4, choices=WrittenLanguage, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PENDING)
    token = models.CharField(_("secret of the links"), max_length=64, unique=True, default=new_token, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="subscriptions",
    )
    source = models.CharField(_("where it comes from"), max_length=12, choices=Source, default=Source.WEBSITE)
    # The proof of consent: which sentence, in which language, read and agreed to when.
    wording = models.ForeignKey(
        ConsentWording, verbose_name=_("what was agreed to"), on_delete=models.PROTECT, related_name="subscriptions"
    )
    wording_language = models.CharField(_("language of the wording"), max_length=2, choices=Language)
    asked_at = models.DateTimeField(_("asked at"), db_default=Now())
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["email"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="confirmed") | Q(confirmed_at__isnull=False), name="subscription_confirmed_has_proof"
            ),
            models.CheckConstraint(
                condition=~Q(state="left") | Q(left_at__isnull=False), name="subscription_left_has_date"
            ),
        ]
        indexes = [models.Index(fields=["state", "language"], name="subscription_audience")]

    def __str__(self):
        return self.email

    @property
    def is_confirmed(self) -> bool:
        """Whether the next issue goes here."""
        return self.state == self.State.CONFIRMED


class SuppressionQuerySet(models.QuerySet):
    """Suppressed addresses, which only their keyed hash can find."""

    def of(self, email: str) -> "SuppressionQuerySet":
        """The suppression of an address, if there is one."""
        return self.filter(digest=digest(email))


class Suppression(models.Model):
    """An address that must not get the newsletter, kept as a keyed hash so that it outlives the account."""

    class Reason(models.TextChoices):
        LEFT = "left", _("Left the newsletter")
        ERASED = "erased", _("Asked to be forgotten")
        BOUNCED = "bounced", _("The address does not exist")
        COMPLAINED = "complained", _("Marked the newsletter as spam")

    digest = models.CharField(_("keyed hash of the address"), max_length=64, unique=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
    created_at = models.DateTimeField(_("since"), db_default=Now())

    objects = SuppressionQuerySet.as_manager()

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")

    def __str__(self):
        return f"{self.digest[:12]}… ({self.get_reason_display()})"


def digest(email: str) -> str:
    """The keyed hash of an address. Its key is never changed: every address would be forgotten with it."""
    key = f"newsletter.suppression:{settings.SUPPRESSION_KEY}".encode()
    return hmac.digest(key, clean_email(email).encode(), "sha256").hex()
