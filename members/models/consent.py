"""Consent: what a person said yes to, in which words, when, where and until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.vocabulary import Language


class ConsentPurpose(models.TextChoices):
    """What we may ask leave for; each is asked and withdrawn alone."""

    NEWSLETTER = "newsletter", _("Newsletter")


class ConsentWordingQuerySet(models.QuerySet):
    """The wordings so far."""

    def current(self) -> "ConsentWordingQuerySet":
        """The wording of each purpose that is asked now."""
        newest = (
            self.model.objects.filter(purpose=models.OuterRef("purpose")).order_by("-version").values("version")[:1]
        )
        return self.filter(version=models.Subquery(newest)).order_by("purpose")


class ConsentWording(models.Model):
    """The words in which a consent is asked. They never change once people have said yes to them."""

    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    version = models.PositiveIntegerField(_("version"))
    text_cy = models.TextField(_("Welsh text"))
    text_en = models.TextField(_("English text"))

    objects = ConsentWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of a consent")
        verbose_name_plural = _("wordings of consents")
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="consent_wording_version_once")]

    def __str__(self):
        return f"{self.get_purpose_display()}: {self.version}"


class ConsentQuerySet(models.QuerySet):
    """The ledger as its readers ask for it."""

    def standing(self) -> "ConsentQuerySet":
        """Consents that were given and not taken back."""
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """One yes of one person. It is closed when withdrawn, never deleted; a later yes is a new row."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="consents"
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=ConsentPurpose)
    wording = models.ForeignKey(
        ConsentWording, verbose_name=_("wording"), on_delete=models.PROTECT, related_name="consents"
    )
    language = models.CharField(_("language read in"), max_length=2, choices=Language)
    source = models.CharField(_("where it was given"), max_length=50)
    given_at = models.DateTimeField(_("given at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "purpose"], condition=Q(withdrawn_at=None), name="consent_one_standing_for_each"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("given_at")),
                name="consent_ends_after_it_is_given",
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_purpose_display()}"
