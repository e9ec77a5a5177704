"""Accounts in the staff admin. Only administrators see them: no role has a permission on accounts."""

import django_filters
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column
from wagtail.permissions import register_permission_policy
from wagtail.users.forms import UserCreationForm, UserEditForm, UserForm
from wagtail.users.views.bulk_actions.user_bulk_action import UserBulkAction
from wagtail.users.views.users import IndexView, UserFilterSet, UserViewSet

from core.viewsets import NeverDeleted
from members import actions, staff
from members.models import User, clean_email

register_permission_policy(User, NeverDeleted(User))
# Wagtail deletes, closes and promotes ticked accounts without asking anybody; ours change one by one, through actions.
UserBulkAction.models = []

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
    error_messages = {**UserForm.error_messages, "duplicate_username": actions.AccountExists.message}

    def clean_email(self):
        """One form of each address."""
        return clean_email(self.cleaned_data["email"])

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
        help_texts = {
            "is_active": _("An account is never deleted here. Take the tick away, and nobody can sign in to it.")
        }


class OwnNameForm(forms.ModelForm):
    """A staff member's own name and written language, on the admin's account page."""

    class Meta:
        model = User
        fields = ("name", "language")

    def save(self, commit=True):
        """Wagtail's page asks the form to save; the action does."""
        return actions.describe(user=self.instance, **self.cleaned_data)


class AccountIndexView(IndexView):
    """Every account, with written language and staff mark."""

    search_fields = ("name", "email")

    @cached_property
    def columns(self):
        """Wagtail's columns, and the written language."""
        columns = [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]
        columns.insert(2, Column("language", accessor="get_language_display", label=_("Written language"), width="12%"))
        return columns

    def get_delete_url(self, instance):
        """There is no way to delete one here."""
        return


class AccountViewSet(UserViewSet):
    """The user admin."""

    index_view_class = AccountIndexView
    add_view_class = staff.AccountAddView
    edit_view_class = staff.AccountEditView
    filterset_class = AccountFilters
    create_template_name = "members/staff/account_create.html"
    edit_template_name = "members/staff/account_edit.html"

    def get_form_class(self, for_update=False):
        """Our forms."""
        return ChangeAccountForm if for_update else NewAccountForm
