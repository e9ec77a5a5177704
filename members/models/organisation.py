"""Organisations, and what people do in them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.i18n import in_words
from core.vocabulary import Region
from members.models.spans import Span


class Organisation(models.Model):
    """An organisation whose people take part."""

    name_cy = models.CharField(_("Welsh name"), max_length=200)
    name_en = models.CharField(_("English name"), max_length=200)
    slug = models.SlugField(_("short name for addresses"), max_length=100, unique=True)
    region = models.CharField(_("region"), max_length=20, choices=Region, blank=True)
    about_cy = models.TextField(_("about it, in Welsh"), blank=True)
    about_en = models.TextField(_("about it, in English"), blank=True)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self):
        return in_words(self, "name")


class Role(models.TextChoices):
    """What a person does in an organisation."""

    MAIN_CONTACT = "main_contact", _("Main contact")
    FINANCE_CONTACT = "finance_contact", _("Finance contact")
    CHAMPION = "champion", _("Champion")
    COLLEAGUE = "colleague", _("Colleague")


class OrganisationRole(Span):
    """A person's role in an organisation, from a day until a day. Ending it keeps the person."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="organisation_roles"
    )
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="roles"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.COLLEAGUE)

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
        ]

    def __str__(self):
        return f"{self.organisation}: {self.get_role_display()}"
