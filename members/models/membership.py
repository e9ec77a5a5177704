"""A membership: since when a person belongs, and until when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.models.spans import Span


class MembershipKind(models.TextChoices):
    """How a person came to belong."""

    PERSON = "person", _("As a person")
    ORGANISATION = "organisation", _("Through an organisation")


class Membership(Span):
    """A stretch of time in which a person is a member. Joining again makes a new one."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="memberships"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=MembershipKind, default=MembershipKind.PERSON)

    class Meta(Span.Meta):
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(fields=["user"], condition=Q(ended_on=None), name="membership_one_open_for_each"),
        ]

    def __str__(self):
        return f"{self.user}: {self.started_on}"
