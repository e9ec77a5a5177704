"""Pictures and files."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from core.vocabulary import Language


class Image(AbstractImage):
    """A picture, with the credit its maker is owed."""

    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="pictures")
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        default_related_name = "pictures"  # Wagtail's own Image keeps the usual names


class Rendition(AbstractRendition):
    """One size of a picture."""

    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once")
        ]


class Document(AbstractDocument):
    """A file people can read, in a language of its own."""

    tags = TaggableManager(verbose_name=_("tags"), blank=True, related_name="files")
    language = models.CharField(_("language of the file"), max_length=2, choices=Language, default=Language.EN)

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        default_related_name = "files"

    def clean(self):
        """Looks at the name of a file that is there: where the form refused it, it has said why."""
        if self.file:
            super().clean()
