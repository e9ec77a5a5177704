"""A number of a case study: what it counts, before and after."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from resources.models.resource import Resource


class Figure(Orderable):
    """One number, or the same number before and after, with what it counts in both languages."""

    resource = ParentalKey(Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="figures")
    label_cy = models.CharField(_("what it counts, in Welsh"), max_length=200)
    label_en = models.CharField(_("what it counts, in English"), max_length=200)
    before = models.CharField(
        _("before"), max_length=20, blank=True, help_text=_("Leave empty if only one number is known.")
    )
    after = models.CharField(_("after"), max_length=20, help_text=_("Such as 86, 31,000+ or 7:1"))
    unit_cy = models.CharField(_("unit, in Welsh"), max_length=30, blank=True, help_text=_("Such as % or £"))
    unit_en = models.CharField(_("unit, in English"), max_length=30, blank=True)
    source = models.CharField(_("where the number comes from"), max_length=300, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")

    def __str__(self):
        return f"{self.before} → {self.after}" if self.before else self.after

    def with_unit(self, number: str, language: str) -> str:
        """A number of ours with its unit: 86%, £2.3m, 3 days."""
        unit = self.unit_cy if language == "cy" else self.unit_en
        if not unit or not number:
            return number
        if unit in "£$€":
            return f"{unit}{number}"
        return f"{number}{unit}" if unit == "%" else f"{number} {unit}"
