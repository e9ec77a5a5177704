"""One bookable run of an event, and how many places are left on it."""

from datetime import datetime, timedelta
from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import OperationalError, connection, models
from django.db.models import Count, Exists, F, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from core.errors import TryAgain
from core.i18n import in_words, long_date
from core.vocabulary import Region
from events.models.event import Event, TicketType

LONGEST = timedelta(days=366)  # from the first session to the last
LINK_BEFORE = timedelta(days=1)
_PK = -1  # what stands in a statement for the date of one request
_OF_EVENT = ["id", "kind", "name_cy", "name_en"]  # what booking needs of an event; Django reads the rest if asked
LOCK_TIMEOUT = "'4s'"  # how long somebody waits for a hot date before we ask them to try again


class DateLanguage(models.TextChoices):
    """The language that is spoken on a date."""

    CY = "cy", _("Welsh")
    EN = "en", _("English")
    BILINGUAL = "bilingual", _("Bilingual")
    TRANSLATION = "translation", _("Bilingual, with simultaneous translation")


class DateQuerySet(models.QuerySet):
    """Dates, as lists and actions ask for them."""

    def upcoming(self, now: datetime) -> "DateQuerySet":
        """Dates that are not over yet, soonest first; cancelled ones too, so that they can be shown as such."""
        return self.filter(ends_at__gt=now).order_by("starts_at", "id")

    def public(self) -> "DateQuerySet":
        """Dates of events that have a page people can read: what is being prepared cannot be booked."""
        from events.models.pages import EventPage

        return self.filter(Exists(EventPage.objects.readable().filter(event=OuterRef("event"))))

    def going_ahead(self) -> "DateQuerySet":
        """Dates that are not cancelled."""
        return self.filter(cancelled_at=None)

    def with_places_left(self) -> "DateQuerySet":
        """Adds `seats_taken`, `places_left`, `waiting` (places people wait for) and `smallest_wait`, in the same query."""
        from events.models.booking import Place
        from events.models.waiting import WaitingListEntry

        seats = Place.objects.filter(date=OuterRef("pk")).taking_seats()
        line = WaitingListEntry.objects.filter(date=OuterRef("pk"))
        taken = _one(seats, Count("pk")) + _one(line.offered(), Sum("places"))
        return self.annotate(
            seats_taken=taken,
            waiting=_one(line.waiting(), Sum("places")),
            smallest_wait=_one(line.waiting(), Min("places")),
        ).annotate(places_left=Greatest(F("capacity") - F("seats_taken"), 0))

    def to_book(self, pk: int) -> "Date":
        """A public date with its event; where it has neither ticket types nor sessions, nobody asks for them again."""
        sql, parameters = _booking_statement(connection.vendor)
        rows = list(self.raw(sql, [pk if value == _PK else value for value in parameters]))
        if not rows:
            raise self.model.DoesNotExist
        date = rows[0]
        date.event = Event.from_db(self.db, _OF_EVENT, [getattr(date, f"event_{name}") for name in _OF_EVENT])
        if not date.has_kinds:
            date.event.kinds_of_place = []
        if not date.has_sessions:
            date.blocks = [(date.starts_at, date.ends_at)]
        return date

    def locked(self, pk: int) -> "Date":
        """The date, held for the rest of this transaction; waits 4 s at most, then TryAgain."""
        try:
            _wait_at_most(LOCK_TIMEOUT)
            rows = list(self.raw(_lock_statement(connection.vendor), [pk]))
        except OperationalError as error:
            raise TryAgain from error
        _wait_at_most("DEFAULT")  # nobody would turn a later wait of this transaction into TryAgain
        if not rows:
            raise self.model.DoesNotExist
        return rows[0]


def _wait_at_most(value: str) -> None:
    """How long this transaction waits for a row; SQLite has one wait for all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = {value}")


@lru_cache(maxsize=2)
def _lock_statement(vendor: str) -> str:
    """The statement that holds a date, put into SQL once: doing that takes longer than running it."""
    return Date.objects.order_by().filter(pk=0).select_for_update(no_key=True).query.sql_with_params()[0]


@lru_cache(maxsize=2)
def _booking_statement(vendor: str) -> tuple[str, tuple]:
    """The statement that finds a date to be booked and its parameters, put into SQL once for the same reason."""
    rows = Date.objects.order_by().public().filter(pk=_PK)
    rows = rows.annotate(
        has_kinds=Exists(TicketType.objects.filter(event=OuterRef("event"))),
        has_sessions=Exists(Session.objects.filter(date=OuterRef("pk"))),
        **{f"event_{name}": F(f"event__{name}") for name in _OF_EVENT if name != "id"},
    )
    return rows.query.sql_with_params()


def count_of(rows: models.QuerySet) -> Coalesce:
    """How many rows there are, as part of another query."""
    counted = rows.annotate(one=models.Value(1)).values("one").annotate(found=Count("pk")).values("found")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)


def _one(rows: models.QuerySet, aggregate: models.Aggregate) -> Coalesce:
    """An aggregate over the rows of one date, 0 where there are none."""
    found = rows.order_by().values("date").annotate(found=aggregate).values("found")
    return Coalesce(Subquery(found, output_field=models.IntegerField()), 0)


class Date(ClusterableModel):
    """One date-run of an event: when, where, in which language, and for how many."""

    event = models.ForeignKey(Event, verbose_name=_("event"), on_delete=models.PROTECT, related_name="dates")
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))
    is_online = models.BooleanField(_("online"), default=False)
    place_cy = models.CharField(_("place in Welsh"), max_length=200, blank=True)
    place_en = models.CharField(_("place in English"), max_length=200, blank=True)
    region = models.CharField(_("region"), max_length=20, choices=Region, blank=True)
    joining_link = models.URLField(
        _("joining link"), blank=True, help_text=_("Only people with a place ever get to see it.")
    )
    language = models.CharField(_("language"), max_length=12, choices=DateLanguage, default=DateLanguage.BILINGUAL)
    access_cy = models.CharField(
        _("access in Welsh"), max_length=300, blank=True, help_text=_("Such as captions, a hearing loop, no steps.")
    )
    access_en = models.CharField(
        _("access in English"), max_length=300, blank=True, help_text=_("Such as captions, a hearing loop, no steps.")
    )
    capacity = models.PositiveIntegerField(_("places in all"))
    opens_at = models.DateTimeField(_("booking opens at"), null=True, blank=True, help_text=_("At once, if empty."))
    closes_at = models.DateTimeField(
        _("booking closes at"), null=True, blank=True, help_text=_("When it starts, if empty.")
    )
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)

    objects = DateQuerySet.as_manager()

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="date_ends_after_it_starts",
                violation_error_message=_("A date ends after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(closes_at__gt=F("opens_at")),
                name="date_closes_after_it_opens",
                violation_error_message=_("Booking closes after it opens."),
            ),
            models.CheckConstraint(
                condition=Q(closes_at=None) | Q(closes_at__lte=F("ends_at")),
                name="date_closes_before_its_end",
                violation_error_message=_("Booking closes before the date is over."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(opens_at__lt=F("starts_at")),
                name="date_opens_before_it_starts",
                violation_error_message=_("Booking opens before the date starts."),
            ),
            models.CheckConstraint(condition=Q(language__in=DateLanguage.values), name="date_language_is_known"),
        ]
        indexes = [
            models.Index(fields=["ends_at", "starts_at"], name="date_when"),
            models.Index(fields=["event", "starts_at"], name="date_of_event"),
        ]

    def __str__(self):
        return f"{self.event}: {long_date(self.starts_at)}"

    def clean(self):
        """A year mistyped by a century would fill every month between."""
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at - self.starts_at > LONGEST:
            raise ValidationError(_("A date ends within a year of its start. Look at the years that you typed."))

    @property
    def place(self) -> str:
        """Where it is, in the language in force."""
        return in_words(self, "place")

    @property
    def access(self) -> str:
        """What makes it easier to take part, in the language in force."""
        return in_words(self, "access")

    @property
    def bookable_until(self) -> datetime:
        """When booking ends: at the closing time, or at the start."""
        return self.closes_at or self.starts_at

    def is_open(self, now: datetime) -> bool:
        """Whether places can be taken, as far as the clock is concerned."""
        return not self.cancelled_at and (self.opens_at is None or self.opens_at <= now) and now < self.bookable_until

    def shows_joining_link(self, now: datetime) -> bool:
        """Whether people with a place may see the joining link: from a day before until the end."""
        return bool(self.joining_link) and not self.cancelled_at and self.starts_at - LINK_BEFORE <= now < self.ends_at

    @cached_property
    def blocks(self) -> list[tuple[datetime, datetime]]:
        """The times people have to be there: each session, or the whole from start to end."""
        sessions = [(session.starts_at, session.ends_at) for session in self.sessions.all()]
        return sessions or [(self.starts_at, self.ends_at)]


class Session(models.Model):
    """One block of time of a date that has several."""

    date = ParentalKey(Date, verbose_name=_("date"), on_delete=models.CASCADE, related_name="sessions")
    starts_at = models.DateTimeField(_("starts at"))
    ends_at = models.DateTimeField(_("ends at"))

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["starts_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="session_ends_after_it_starts",
                violation_error_message=_("A session ends after it starts."),
            ),
            models.UniqueConstraint(fields=["date", "starts_at"], name="session_once"),
        ]

    def __str__(self):
        return f"{self.date_id}: {long_date(self.starts_at)}"
