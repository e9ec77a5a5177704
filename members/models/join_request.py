"""Somebody asks to be let into an organisation."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.models.organisation import Organisation, Role


class JoinRequestQuerySet(models.QuerySet):
    """Requests to be let in."""

    def open(self) -> "JoinRequestQuerySet":
        """Not answered yet."""
        return self.filter(answered_at=None)

    def visible_to(self, user) -> "JoinRequestQuerySet":
        """One's own, and those to the organisations whose main contact one is."""
        kept = user.organisation_roles.current().filter(role=Role.MAIN_CONTACT)
        return self.filter(Q(user=user) | Q(organisation__in=kept.values("organisation")))


class JoinRequest(models.Model):
    """A member without a code asks the main contact, who says yes or no once."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="join_requests"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="join_requests"
    )
    asked_at = models.DateTimeField(_("asked at"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("answered by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    is_let_in = models.BooleanField(_("let in"), null=True, blank=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to join an organisation")
        verbose_name_plural = _("requests to join organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "user"], condition=Q(answered_at=None), name="join_request_one_open_for_each"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, is_let_in=None) | Q(answered_at__isnull=False, is_let_in__isnull=False),
                name="join_request_is_answered_yes_or_no",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.asked_at:%Y-%m-%d}"

    @property
    def key(self) -> str:
        """Its key, as a button says it."""
        return str(self.pk)
