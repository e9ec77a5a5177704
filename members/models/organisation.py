"""Organisations, and what people do in them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.i18n import in_words
from core.vocabulary import Region
from members.models.spans import Span, SpanQuerySet

#: what join codes are made of: no vowels, so no words, and nothing that looks like something else
CODE_LETTERS, CODE_LENGTH = "BCDFGHJKMNPQRTVWXZ2346789", 8


class OrganisationQuerySet(models.QuerySet):
    """Organisations."""

    def of(self, user) -> "OrganisationQuerySet":
        """Those in which a person has a role today."""
        return self.filter(pk__in=OrganisationRole.objects.current().filter(user=user).values("organisation"))


class Organisation(models.Model):
    """An organisation whose people take part."""

    name_cy = models.CharField(_("Welsh name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    slug = models.SlugField(_("short name for addresses"), max_length=100, unique=True)
    region = models.CharField(_("region"), max_length=20, choices=Region, blank=True)
    about_cy = models.TextField(_("about it, in Welsh"), blank=True)
    about_en = models.TextField(_("about it, in English"), blank=True)
    join_code = models.CharField(_("join code"), max_length=CODE_LENGTH, blank=True, default="", editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [
            models.UniqueConstraint(
                fields=["join_code"], condition=~Q(join_code=""), name="organisation_join_code_is_its_own"
            )
        ]

    def __str__(self):
        return in_words(self, "name")

    @property
    def code_in_words(self) -> str:
        """The join code as it is read out: in two halves."""
        half = CODE_LENGTH // 2
        return f"{self.join_code[:half]}-{self.join_code[half:]}" if self.join_code else ""

    @property
    def names(self) -> dict[str, str]:
        """Both names, as a mail carries them."""
        return {"cy": self.name_cy, "en": self.name_en}


class Role(models.TextChoices):
    """What a person does in an organisation."""

    MAIN_CONTACT = "main_contact", _("Main contact")
    FINANCE_CONTACT = "finance_contact", _("Finance contact")
    CHAMPION = "champion", _("Champion")
    COLLEAGUE = "colleague", _("Colleague")


class RoleQuerySet(SpanQuerySet):
    """Roles of people in organisations."""

    def open(self) -> "RoleQuerySet":
        """Without a last day."""
        return self.filter(ended_on=None)

    def visible_to(self, user) -> "RoleQuerySet":
        """Today's roles that a person may see in their own organisations.

        The main contact sees everybody's. Others see their own, and who does something for the organisation; colleagues
        are shown to no other colleague, for nobody is listed without having chosen it.
        """
        mine = OrganisationRole.objects.current().filter(user=user)
        kept = mine.filter(role=Role.MAIN_CONTACT)
        return self.current().filter(
            ~Q(role=Role.COLLEAGUE) | Q(user=user) | Q(organisation__in=kept.values("organisation")),
            organisation__in=mine.values("organisation"),
            user__is_active=True,
        )


class OrganisationRole(Span):
    """A person's role in an organisation, from a day until a day. Ending it keeps the person."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="organisation_roles"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="roles"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.COLLEAGUE)
    rested_on = models.DateField(_("resting since"), null=True, blank=True)

    objects = RoleQuerySet.as_manager()

    class Meta(Span.Meta):
        verbose_name = _("role in an organisation")
        verbose_name_plural = _("roles in organisations")
        constraints = [
            *Span.Meta.constraints,
            models.UniqueConstraint(
                fields=["user", "organisation", "role"], condition=Q(ended_on=None), name="role_one_open_of_each_kind"
            ),
            models.UniqueConstraint(
                fields=["organisation", "role"],
                condition=Q(ended_on=None, role__in=["main_contact", "finance_contact"]),
                name="role_one_main_and_one_finance_contact",
            ),
            models.CheckConstraint(
                condition=Q(rested_on=None) | Q(role="champion"), name="role_of_a_champion_alone_rests"
            ),
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display()}"

    @property
    def words(self) -> str:
        """What the person does, and whether they rest from it."""
        if self.role == Role.CHAMPION:
            return gettext("Champion, resting") if self.rested_on else gettext("Champion, active")
        return self.get_role_display()
