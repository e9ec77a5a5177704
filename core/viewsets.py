"""What staff lists are made of: columns and details in the reader's words, filters to tick, and what the screens share."""

from datetime import datetime

import django_filters
from django import forms
from django.utils import timezone
from django.utils.dateformat import format as date_format
from django.utils.formats import date_format as local_date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.coreutils import multigetattr
from wagtail.permission_policies import ModelPermissionPolicy

from core.errors import Refused
from core.i18n import clock

NOTHING = "–"


def ticks(field: str, label, choices) -> django_filters.MultipleChoiceFilter:
    """A filter to tick several of."""
    return django_filters.MultipleChoiceFilter(
        field_name=field, label=label, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def one_of(label, choices, method: str) -> django_filters.ChoiceFilter:
    """A filter to choose one of, or all; `method` is the filter set's own."""
    return django_filters.ChoiceFilter(
        label=label, choices=choices, method=method, widget=forms.RadioSelect, empty_label=_("All")
    )


def moment(value: datetime | None) -> str:
    """A day and time as short as a column of a list needs it; nothing for no value."""
    return f"{date_format(timezone.localtime(value), 'j M Y')}, {clock(value)}" if value else ""


def choice(field: str, label) -> Column:
    """A column with one of a field's choices in words."""
    return Column(field, accessor=f"get_{field}_display", label=label, sort_key=field)


def day(field: str, label) -> Column:
    """A column with a day in words; Wagtail's own says how long ago, in English."""

    def in_words(row):
        value = getattr(row, field)
        return local_date_format(value, "DATE_FORMAT") if value else ""

    return Column(field, accessor=in_words, label=label, sort_key=field)


def when(path: str, label, sort_key: str = "") -> Column:
    """A column with a day and time in words; `path` may lead through rows (`date.starts_at`)."""
    return Column(
        path,
        accessor=lambda row: moment(multigetattr(row, path)),
        label=label,
        sort_key=sort_key or path.replace(".", "__"),
    )


def in_words(value):
    """A value as a person reads it: no bare moment, no None, no gap."""
    if isinstance(value, datetime):
        return moment(value)
    return NOTHING if value is None or value == "" else value


class DetailsView(generic.InspectView):
    """One row, each of its values in words."""

    def get_field_display_value(self, field_name, field):
        """As a person reads it."""
        return in_words(super().get_field_display_value(field_name, field))


class NeverDeleted(ModelPermissionPolicy):
    """What people have put into it stays: an account, a membership, a date that was booked."""

    def user_has_permission(self, user, action):
        """As the role says, without deleting."""
        return action != "delete" and super().user_has_permission(user, action)


class OnlyByActions(ModelPermissionPolicy):
    """Staff look at these rows; they change through actions alone, never as a form of columns."""

    def user_has_permission(self, user, action):
        """To look at, as the role says."""
        return action == "view" and super().user_has_permission(user, action)


class ByAction:
    """For a staff form that an action carries out; what the action refuses is said above the form."""

    def form_valid(self, form):
        """As the action says."""
        try:
            return super().form_valid(form)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)

    def typed(self, *names: str) -> dict:
        """What was typed anew, by field; always what `names` name."""
        form = self.form
        return {name: value for name, value in form.cleaned_data.items() if name in (*form.changed_data, *names)}


class Screen(ModelViewSet):
    """What staff screens share. Their lists leave as a spreadsheet where `export_headings` says so."""

    search_backend_name = None  # lists ask the columns
    list_per_page = 50
    copy_view_enabled = False
    add_to_reference_index = False
    inspect_view_class = DetailsView
    export_headings = {}

    @property
    def list_export(self) -> list[str]:
        """What has a heading leaves."""
        return list(self.export_headings)
