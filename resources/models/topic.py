"""What resources are about: an open list that staff keep."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.i18n import in_words


class Topic(models.Model):
    """A topic, named in both languages; its code stands in addresses."""

    slug = models.SlugField(_("code in addresses"), max_length=60, unique=True)
    name_cy = models.CharField(_("Welsh name"), max_length=100)
    name_en = models.CharField(_("English name"), max_length=100)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["slug"]

    def __str__(self):
        return in_words(self, "name")
