"""Accounts in the staff admin. Only administrators see them: no role has a permission on accounts."""

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import IndexView, UserFilterSet, UserViewSet

from members.models import User

FIELDS = ("email", "name", "language", "region", "is_staff", "is_superuser", "groups")
WIDGETS = {"groups": forms.CheckboxSelectMultiple}


class DateRange(DateRangePickerWidget):
    """Two dates, by the browser's own picker: Wagtail's comes with a script in the page, which our policy refuses."""

    def __init__(self, attrs=None):
        inputs = [
            forms.DateInput(attrs={"type": "date", "aria-label": label}, format="%Y-%m-%d")
            for label in (_("Date from"), _("Date to"))
        ]
        super(DateRangePickerWidget, self).__init__(inputs, attrs)


class AccountFilters(UserFilterSet):
    """Narrow the list of accounts."""

    last_login = django_filters.DateFromToRangeFilter(label=_("Last login"), widget=DateRange)


class AccountForm:
    """What Wagtail's two forms have in common here: no first and last name, no password set by somebody else."""

    password_enabled = False

    def separate_username_field(self):
        """The address is the user name."""
        return False


class NewAccountForm(AccountForm, UserCreationForm):
    """Open an account for somebody, who then signs in with a code."""

    first_name = last_name = None

    class Meta:
        model = User
        fields = FIELDS
        widgets = WIDGETS


class ChangeAccountForm(AccountForm, UserEditForm):
    """Change an account."""

    first_name = last_name = None

    class Meta:
        model = User
        fields = (*FIELDS, "is_active")
        widgets = WIDGETS


class OwnNameForm(forms.ModelForm):
    """A staff member's own name and written language, on the admin's account page."""

    class Meta:
        model = User
        fields = ("name", "language")


class AccountIndexView(IndexView):
    """Every account, with written language and staff mark."""

    search_fields = ("name", "email")

    @cached_property
    def columns(self):
        """Wagtail's columns, and the written language."""
        columns = list(super().columns)
        columns.insert(3, Column("language", accessor="get_language_display", label=_("Written language"), width="12%"))
        return columns


class AccountViewSet(UserViewSet):
    """The user admin."""

    index_view_class = AccountIndexView
    filterset_class = AccountFilters
    create_template_name = "members/staff/account_create.html"
    edit_template_name = "members/staff/account_edit.html"

    def get_form_class(self, for_update=False):
        """Our forms."""
        return ChangeAccountForm if for_update else NewAccountForm
