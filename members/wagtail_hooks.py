"""Staff screens: who is a member, and organisations. Wagtail's own account page learns about one name."""

import django_filters
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.account import NameEmailSettingsPanel
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from core.export import SafeExport
from core.viewsets import Screen, choice, day, one_of, ticks
from core.vocabulary import WrittenLanguage
from members import staff
from members.account_admin import DateRange, OwnNameForm
from members.models import Membership, MembershipKind, Organisation
from members.models.user import FROM

# Wagtail's panel asks for a first and a last name, which our accounts have not.
NameEmailSettingsPanel.form_class = OwnNameForm


register_permission_policy(Membership, staff.JoiningIsTheOnlyWayIn(Membership))


class MemberFilters(WagtailFilterSet):
    """Narrow the list of members."""

    region = ticks("user__region", _("Region"), FROM)
    language = ticks("user__language", _("Written language"), [c for c in WrittenLanguage.choices if c[0]])
    kind = ticks("kind", _("Kind"), MembershipKind.choices)
    standing = one_of(_("Membership"), [("now", _("Member now")), ("ended", _("Ended"))], "filter_standing")
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
        """One query for members, accounts and how to reach each."""
        return Membership.objects.select_related("user__contact_preference")


class ReachedColumn(Column):
    """How somebody wants to be reached; nothing where nobody told us."""

    def get_value(self, instance):
        """The way, and the number or address it takes."""
        return getattr(instance.user, "contact_preference", "")


class MemberViewSet(Screen):
    """Who is a member, from where, since when."""

    model = Membership
    name = "memberships"
    icon = "group"
    menu_label = _("Members")
    index_view_class = MembersIndexView
    edit_view_class = staff.MembershipEditView
    filterset_class = MemberFilters
    search_fields = ["user__name", "user__email"]
    ordering = ["-started_on", "-pk"]
    panels = [
        FieldPanel("kind"),
        FieldPanel("started_on"),
        FieldPanel(
            "ended_on", help_text=_("A membership is never deleted. When somebody leaves, give it its last day here.")
        ),
    ]
    list_display = [
        TitleColumn("name", accessor="user", label=_("Name"), sort_key="user__name", url_name="memberships:edit"),
        Column("email", accessor="user.email", label=_("Email"), sort_key="user__email"),
        ReachedColumn("reached", label=_("How to get in touch")),
        Column("region", accessor="user.get_region_display", label=_("Region"), sort_key="user__region"),
        Column(
            "language", accessor="user.get_language_display", label=_("Written language"), sort_key="user__language"
        ),
        choice("kind", _("Kind")),
        day("started_on", _("Member since")),
        day("ended_on", _("Ended on")),
    ]
    export_headings = {
        "user.name": _("Name"),
        "user.email": _("Email"),
        "user.get_region_display": _("Region"),
        "user.get_language_display": _("Written language"),
        "get_kind_display": _("Kind"),
        "started_on": _("Member since"),
        "ended_on": _("Ended on"),
    }
    export_filename = "aelodau-members"


class OrganisationsIndexView(SafeExport, generic.IndexView):
    """The list, with how many people each has."""

    def get_base_queryset(self):
        """People with a role today, each counted once."""
        today = timezone.localdate()
        standing = Q(roles__ended_on=None) | Q(roles__ended_on__gt=today)
        return Organisation.objects.annotate(people=Count("roles__user", filter=standing, distinct=True))


class OrganisationViewSet(Screen):
    """Organisations under their two names."""

    model = Organisation
    name = "organisations"
    icon = "home"
    index_view_class = OrganisationsIndexView
    add_view_class = staff.OrganisationAddView
    edit_view_class = staff.OrganisationEditView
    delete_view_class = staff.OrganisationDeleteView
    list_filter = ["region"]
    search_fields = ["name_cy", "name_en"]
    ordering = ["name_cy"]
    edit_handler = ObjectList(
        [
            *(FieldPanel(name) for name in ("name_cy", "name_en", "slug", "region", "about_cy", "about_en")),
            FieldPanel("main_contact"),
            staff.PeoplePanel(),
        ],
        base_form_class=staff.OrganisationForm,
    )
    list_display = [
        "name_cy",
        "name_en",
        choice("region", _("Region")),
        Column("people", label=_("People"), sort_key="people"),
    ]
    export_headings = {
        "name_cy": _("Welsh name"),
        "name_en": _("English name"),
        "get_region_display": _("Region"),
        "people": _("People"),
    }
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
