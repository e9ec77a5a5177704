"""The staff screens of dates: when, where, how many places, and how many are left."""

from datetime import datetime

from django.db.models import Case, F, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.log_actions import log

from core.export import SafeExport
from core.fact_pages import in_words
from core.viewsets import ByAction, Screen, one_of, when
from events import actions
from events.models import Date
from events.viewsets.date_form import DateForm
from events.viewsets.pages import PAGES


class DateFilters(WagtailFilterSet):
    """Narrow the list of dates."""

    coming = one_of(
        gettext_lazy("When"), [("to_come", gettext_lazy("To come")), ("over", gettext_lazy("Over"))], "filter_coming"
    )

    class Meta:
        model = Date
        fields = ["event", "region", "language", "is_online"]

    def filter_coming(self, queryset, name, value):
        """Dates to come, or those that are over."""
        now = timezone.now()
        return queryset.filter(ends_at__gt=now) if value == "to_come" else queryset.filter(ends_at__lte=now)


class DatesIndexView(SafeExport, generic.IndexView):
    """Dates with their places, who waits and what can be done."""

    def get_base_queryset(self):
        """Places and the waiting list are counted in the same query; the pages come in one more."""
        return Date.objects.select_related("event").with_places_left().prefetch_related("event__pages__locale")

    def order_queryset(self, queryset):
        """As asked; else what is to come, soonest first, and then what is over, last first."""
        if self.ordering:
            return super().order_queryset(queryset)
        to_come = When(ends_at__gt=timezone.now(), then=Value(0))
        soonest = When(ends_at__gt=timezone.now(), then=F("starts_at"))
        return queryset.order_by(Case(to_come, default=Value(1)), Case(soonest), "-starts_at", "pk")

    def get_list_more_buttons(self, instance):
        """To the date's bookings and waiting list, and calling it off."""
        buttons = super().get_list_more_buttons(instance)
        for name, label, icon in (
            ("bookings", _("Bookings"), "group"),
            ("waiting_list", _("Waiting list"), "history"),
        ):
            url = f"{reverse(f'{name}:index')}?date={instance.pk}"
            buttons.append(MenuItem(label, url=url, icon_name=icon, priority=40))
        if not instance.cancelled_at and self.request.user.has_perm("events.change_date"):
            url = reverse("staff_cancel_date", args=[instance.pk])
            buttons.append(MenuItem(_("Cancel this date"), url=url, icon_name="cross", priority=90))
        return buttons


class DateByAction(ByAction):
    """For the forms of dates, which have sessions in them."""

    def sessions(self) -> list[tuple[datetime, datetime]]:
        """The blocks of time as they were typed, the first one first."""
        formset = self.form.formsets["sessions"]
        kept = [child.cleaned_data for child in formset.forms if child not in formset.deleted_forms]
        return sorted((block["starts_at"], block["ends_at"]) for block in kept if block.get("starts_at"))


class DateAddView(DateByAction, generic.CreateView):
    """Enter a date."""

    def save_instance(self):
        """Through its action."""
        date = actions.add_date(by=self.request.user, sessions=self.sessions(), **self.form.cleaned_data)
        log(date, "wagtail.create", user=self.request.user)
        self._say_what_is_missing(date.event)
        return date

    def _say_what_is_missing(self, event):
        pages = event.all_pages()
        if not any(page.live for page in pages):
            words = _("Nobody can book yet: the event has no page on the site.")
            messages.warning(self.request, words, buttons=PAGES.buttons(event, pages, self.request.user))


class DateEditView(DateByAction, generic.EditView):
    """Change a date. Only what was typed anew is written, under the date's lock; those who wait are asked at once."""

    def save_instance(self):
        """Through its action."""
        user, facts = self.request.user, self.typed()
        if self.form.formsets["sessions"].has_changed():
            facts["sessions"] = self.sessions()
        offers = actions.change_date(date=self.object, now=timezone.now(), by=user, **facts)
        date = Date.objects.select_related("event").with_places_left().get(pk=self.object.pk)
        log(date, "wagtail.edit", user=user, content_changed=self.form.has_changed())
        self._tell(date, len(offers))
        return date

    def _tell(self, date: Date, offers: int) -> None:
        if offers:
            messages.success(self.request, _("Places offered to people who wait: %(number)s") % {"number": offers})
        if date.seats_taken > date.capacity:
            words = _("More places are taken than the date has now. Nobody lost theirs. Taken: %(taken)s of %(all)s")
            messages.warning(self.request, words % {"taken": date.seats_taken, "all": date.capacity})


class DateViewSet(Screen):
    """Dates: when, where, how many places, and how many are left."""

    model = Date
    name = "dates"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Dates")
    index_view_class = DatesIndexView
    add_view_class = DateAddView
    edit_view_class = DateEditView
    filterset_class = DateFilters
    search_fields = ["event__name_cy", "event__name_en", "place_cy", "place_en"]
    ordering = None  # the list's own
    list_display = [
        "event",
        when("starts_at", gettext_lazy("Starts at")),
        Column("place", label=gettext_lazy("Place")),
        Column("pages", accessor=lambda row: in_words(row.event.all_pages()), label=gettext_lazy("Pages")),
        Column("capacity", label=gettext_lazy("Places in all"), sort_key="capacity"),
        Column("places_left", label=gettext_lazy("Places left"), sort_key="places_left"),
        Column("waiting", label=gettext_lazy("Waiting"), sort_key="waiting"),
        when("cancelled_at", gettext_lazy("Cancelled at")),
    ]
    export_headings = {
        "event.name_cy": gettext_lazy("Event (Welsh)"),
        "event.name_en": gettext_lazy("Event (English)"),
        "starts_at": gettext_lazy("Starts at"),
        "ends_at": gettext_lazy("Ends at"),
        "place": gettext_lazy("Place"),
        "capacity": gettext_lazy("Places in all"),
        "seats_taken": gettext_lazy("Places taken"),
        "places_left": gettext_lazy("Places left"),
        "waiting": gettext_lazy("Waiting"),
        "cancelled_at": gettext_lazy("Cancelled at"),
    }
    export_filename = "dyddiadau-dates"
    edit_handler = ObjectList(
        [
            FieldPanel("event"),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldPanel("in_the_past"),
            FieldPanel("capacity"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("place_cy"), FieldPanel("place_en")]),
                    FieldRowPanel([FieldPanel("region"), FieldPanel("language")]),
                    FieldRowPanel([FieldPanel("is_online"), FieldPanel("joining_link")]),
                    FieldRowPanel([FieldPanel("access_cy"), FieldPanel("access_en")]),
                ],
                heading=gettext_lazy("Place and language"),
            ),
            FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at")]),
            InlinePanel(
                "sessions",
                [FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])],
                heading=gettext_lazy("Sessions"),
                label=gettext_lazy("Session"),
                help_text=gettext_lazy("Only for a date of several blocks."),
            ),
        ],
        base_form_class=DateForm,
    )
