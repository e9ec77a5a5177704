"""How every form of ours is drawn, and the text field that brings words to one form."""

from django import forms
from django.forms.boundfield import BoundField
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
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, str):
                self.cleaned_data[name] = nfc(value)
                try:
                    self.fields[name].run_validators(self.cleaned_data[name])  # some letters grow
                except forms.ValidationError as error:
                    self.add_error(name, error)


def holds_secret(field: BoundField) -> bool:
    """A password or a code: asked each time, kept nowhere."""
    widget = field.field.widget
    return getattr(widget, "input_type", "") == "password" or widget.attrs.get("autocomplete") == "one-time-code"


def names_to_keep(form: forms.BaseForm) -> list[str]:
    """The names under which a form's visible answers are sent, without secrets and files."""
    fields = [f for f in form.visible_fields() if not holds_secret(f) and not f.field.widget.needs_multipart_form]
    boxes = {f: getattr(f.field.widget, "widgets_names", [""]) for f in fields}
    return [f"{f.html_name}{ending}" for f in fields for ending in boxes[f]]
