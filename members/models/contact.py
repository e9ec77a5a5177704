"""How a person wants to be reached when it is about them: by email, by phone or by post."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class ContactWay(models.TextChoices):
    """The ways in which we can reach somebody."""

    EMAIL = "email", _("By email")
    PHONE = "phone", _("By phone")
    POST = "post", _("By post")


class ContactPreference(models.Model):
    """What somebody told us of how to reach them. A number or an address is here only while it is the way they chose."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="contact_preference"
    )
    way = models.CharField(_("how to get in touch"), max_length=10, choices=ContactWay)
    phone = models.CharField(_("phone number"), max_length=40, blank=True)
    address = models.TextField(_("postal address"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("contact preference")
        verbose_name_plural = _("contact preferences")
        constraints = [
            models.CheckConstraint(
                condition=(Q(way=ContactWay.PHONE) & ~Q(phone="")) | (~Q(way=ContactWay.PHONE) & Q(phone="")),
                name="contact_phone_where_it_is_the_way",
            ),
            models.CheckConstraint(
                condition=(Q(way=ContactWay.POST) & ~Q(address="")) | (~Q(way=ContactWay.POST) & Q(address="")),
                name="contact_address_where_it_is_the_way",
            ),
        ]

    def __str__(self):
        return ": ".join(filter(None, (str(self.get_way_display()), self.where)))

    @property
    def where(self) -> str:
        """The number or the address, where the way takes one."""
        return self.phone or self.address
