"""How every form of ours is drawn, and the text field that brings words to one form."""

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

from core.i18n import nfc


class Renderer(TemplatesSetting):
    """Draws forms from templates/django/forms: label, hint, error, control."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"


class Form(forms.Form):
    """A form with our manners: one form of Unicode in, no colon after labels."""

    required_error = _("Fill this in.")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def _clean_fields(self):
        super()._clean_fields()
        for name, value in self.cleaned_data.items():
            if isinstance(value, str):
                self.cleaned_data[name] = nfc(value)
