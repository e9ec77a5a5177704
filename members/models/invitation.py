"""An invitation by email to take part for an organisation."""

from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from members.models.organisation import Organisation, Role

#: how long an invitation can be accepted; the email and the pages say it in words
INVITED_FOR = timedelta(days=14)
#: what one may be invited as: the main contact's role is handed over, never sent by email
INVITED_AS = [(role.value, role.label) for role in (Role.COLLEAGUE, Role.CHAMPION, Role.FINANCE_CONTACT)]


def new_token() -> str:
    """A secret that nobody guesses."""
    return token_urlsafe(24)


class InvitationQuerySet(models.QuerySet):
    """Invitations."""

    def open(self) -> "InvitationQuerySet":
        """Neither accepted nor taken back; its days may be over."""
        return self.filter(accepted_at=None, taken_back_at=None)

    def visible_to(self, user) -> "InvitationQuerySet":
        """Those of the organisations whose main contact a person is."""
        kept = user.organisation_roles.current().filter(role=Role.MAIN_CONTACT)
        return self.filter(organisation__in=kept.values("organisation"))


class Invitation(models.Model):
    """One address is invited into one organisation, in one role. Whoever holds its secret may accept it."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("email"), max_length=254)
    role = models.CharField(_("role"), max_length=20, choices=INVITED_AS, default=Role.COLLEAGUE)
    token = models.CharField(_("secret of the link"), max_length=64, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("invited by"), on_delete=models.SET_NULL, null=True, related_name="+"
    )
    invited_at = models.DateTimeField(_("invited at"))
    expires_at = models.DateTimeField(_("works until"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("accepted by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="invitation_email_is_lower_case"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("invited_at")), name="invitation_works_for_a_while"),
            models.CheckConstraint(condition=~Q(role="main_contact"), name="invitation_to_no_main_contact"),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(taken_back_at=None), name="invitation_has_one_end"
            ),
            models.UniqueConstraint(
                fields=["organisation", "email"],
                condition=Q(accepted_at=None, taken_back_at=None),
                name="invitation_one_open_for_each_address",
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display()}"

    @property
    def key(self) -> str:
        """Its key, as a button says it."""
        return str(self.pk)

    def stands(self, now: datetime) -> bool:
        """Whether it can be accepted."""
        return self.accepted_at is None and self.taken_back_at is None and now < self.expires_at
