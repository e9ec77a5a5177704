"""The closed lists of the library, and a column that holds several codes of one list."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _


class ResourceKind(models.TextChoices):
    """What a resource is."""

    TOOLKIT = "toolkit", _("Toolkit")
    METHOD = "method", _("Method")
    RESEARCH = "research", _("Research")
    CASE_STUDY = "case_study", _("Case study")
    STORY = "story", _("Story")
    EASY_READ = "easy_read", _("Easy Read")
    VIDEO = "video", _("Video")
    AUDIO = "audio", _("Audio")
    DOCUMENT = "document", _("Document")
    LINK = "link", _("Link")


class Licence(models.TextChoices):
    """What others may do with a resource; the names of licences are the same in both languages."""

    CC0 = "cc0", "CC0"
    CC_BY = "cc-by", "CC BY"
    CC_BY_SA = "cc-by-sa", "CC BY-SA"
    CC_BY_NC = "cc-by-nc", "CC BY-NC"
    CC_BY_NC_SA = "cc-by-nc-sa", "CC BY-NC-SA"
    CC_BY_ND = "cc-by-nd", "CC BY-ND"
    CC_BY_NC_ND = "cc-by-nc-nd", "CC BY-NC-ND"
    OGL = "ogl", "OGL 3.0"
    RESERVED = "reserved", _("All rights reserved")


class CodesField(models.JSONField):
    """Several codes of one closed list, kept in the list's order; staff tick them."""

    def __init__(self, *args, vocabulary: type[models.TextChoices] | None = None, **kwargs):
        self.vocabulary = vocabulary
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def clean(self, value, model_instance):
        """Refuse a code that is not on the list; put the others in its order, each once."""
        value = super().clean(value or [], model_instance)
        if not isinstance(value, list) or any(code not in self.vocabulary.values for code in value):
            raise ValidationError(_("Choose from the list."), code="invalid_choice")
        return [code for code in self.vocabulary.values if code in value]

    def formfield(self, **kwargs):
        """Ticks, one for each code."""
        return forms.MultipleChoiceField(
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            choices=self.vocabulary.choices,
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
        )
