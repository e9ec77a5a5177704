"""Staff screens: who is a member, and organisations. Wagtail's own account page learns about one name."""

import django_filters
from django import forms
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.account import NameEmailSettingsPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from core.export import SafeExport
from core.vocabulary import Region, WrittenLanguage
from members.account_admin import DateRange, OwnNameForm
from members.models import Membership, MembershipKind, Organisation

# Wagtail's panel asks for a first and a last name, which our accounts have not.
NameEmailSettingsPanel.form_class = OwnNameForm


class JoiningIsTheOnlyWayIn(ModelPermissionPolicy):
    """Staff see memberships and end them. Nobody is made a member, or unmade, without their agreement."""

    def user_has_permission(self, user, action):
        """As the role says, without adding and deleting."""
        return action not in ("add", "delete") and super().user_has_permission(user, action)


register_permission_policy(Membership, JoiningIsTheOnlyWayIn(Membership))


def ticks(field: str, label, choices) -> django_filters.MultipleChoiceFilter:
    """A filter to tick several of."""
    return django_filters.MultipleChoiceFilter(
        field_name=field, label=label, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def day(field: str, label) -> Column:
    """A column with a day in words; Wagtail's own says how long ago, in English."""

    def in_words(row):
        value = getattr(row, field)
        return date_format(value, "DATE_FORMAT") if value else ""

    return Column(field, accessor=in_words, label=label, sort_key=field)


class MemberFilters(WagtailFilterSet):
    """Narrow the list of members."""

    region = ticks("user__region", _("Part of Wales"), Region.choices)
    language = ticks("user__language", _("Written language"), [c for c in WrittenLanguage.choices if c[0]])
    kind = ticks("kind", _("Kind"), MembershipKind.choices)
    standing = django_filters.ChoiceFilter(
        label=_("Membership"),
        choices=[("now", _("Member now")), ("ended", _("Ended"))],
        method="filter_standing",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    started_on = django_filters.DateFromToRangeFilter(label=_("Member since"), widget=DateRange)

    class Meta:
        model = Membership
        fields = []

    def filter_standing(self, queryset, name, value):
        """Members now, or those who have left."""
        return queryset.current() if value == "now" else queryset.filter(ended_on__lte=timezone.localdate())


class MembersIndexView(SafeExport, generic.IndexView):
    """The list, with each member's account."""

    page_title = _("Members")

    def get_base_queryset(self):
        """One query for members and accounts."""
        return Membership.objects.select_related("user")


class MemberViewSet(ModelViewSet):
    """Who is a member, from where, since when."""

    model = Membership
    name = "memberships"
    icon = "group"
    menu_label = _("Members")
    index_view_class = MembersIndexView
    filterset_class = MemberFilters
    search_fields = ["user__name", "user__email"]
    search_backend_name = None
    ordering = ["-started_on", "-pk"]
    list_per_page = 50
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["kind", "started_on", "ended_on"]
    list_display = [
        TitleColumn("name", accessor="user", label=_("Name"), sort_key="user__name", url_name="memberships:edit"),
        Column("email", accessor="user.email", label=_("Email"), sort_key="user__email"),
        Column("region", accessor="user.get_region_display", label=_("Part of Wales"), sort_key="user__region"),
        Column(
            "language", accessor="user.get_language_display", label=_("Written language"), sort_key="user__language"
        ),
        Column("kind", accessor="get_kind_display", label=_("Kind"), sort_key="kind"),
        day("started_on", _("Member since")),
        day("ended_on", _("Ended on")),
    ]
    export_headings = {
        "user.name": _("Name"),
        "user.email": _("Email"),
        "user.get_region_display": _("Part of Wales"),
        "user.get_language_display": _("Written language"),
        "get_kind_display": _("Kind"),
        "started_on": _("Member since"),
        "ended_on": _("Ended on"),
    }
    list_export = list(export_headings)
    export_filename = "aelodau-members"


class OrganisationsIndexView(SafeExport, generic.IndexView):
    """The list, with how many people each has."""

    def get_base_queryset(self):
        """People with a role today, each counted once."""
        today = timezone.localdate()
        standing = Q(roles__ended_on=None) | Q(roles__ended_on__gt=today)
        return Organisation.objects.annotate(people=Count("roles__user", filter=standing, distinct=True))


class OrganisationViewSet(ModelViewSet):
    """Organisations under their two names."""

    model = Organisation
    name = "organisations"
    icon = "home"
    index_view_class = OrganisationsIndexView
    list_filter = ["region"]
    search_fields = ["name_cy", "name_en"]
    search_backend_name = None
    ordering = ["name_cy"]
    copy_view_enabled = False
    add_to_reference_index = False
    form_fields = ["name_cy", "name_en", "slug", "region", "about_cy", "about_en"]
    list_display = [
        "name_cy",
        "name_en",
        Column("region", accessor="get_region_display", label=_("Part of Wales"), sort_key="region"),
        Column("people", label=_("People"), sort_key="people"),
    ]
    export_headings = {
        "name_cy": _("Welsh name"),
        "name_en": _("English name"),
        "get_region_display": _("Part of Wales"),
        "people": _("People"),
    }
    list_export = list(export_headings)
    export_filename = "sefydliadau-organisations"


class PeopleGroup(ViewSetGroup):
    """The part of the menu about people."""

    menu_label = _("People")
    menu_icon = "group"
    menu_order = 300
    items = (MemberViewSet, OrganisationViewSet)


@hooks.register("register_admin_viewset")
def register_people():
    """Members and organisations in the admin's menu."""
    return PeopleGroup()
