"""The form of a date: it asks once more about one that is over before it is entered."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm


class DateForm(WagtailAdminModelForm):
    """A date as staff type it. The tick for a date in the past is there only where it is called for."""

    in_the_past = forms.BooleanField(label=_("This date is in the past. Save it all the same."), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            del self.fields["in_the_past"]

    def clean(self):
        """Refuses a start in the past that is new, unless the tick says that it is meant."""
        cleaned = super().clean()
        meant = cleaned.pop("in_the_past", False)
        starts_at = cleaned.get("starts_at")
        if starts_at is None or starts_at >= timezone.now() or "starts_at" not in self.changed_data:
            del self.fields["in_the_past"]
        elif not meant:
            self.add_error("in_the_past", _("The date has gone by. Change when it starts, or tick this."))
        return cleaned
