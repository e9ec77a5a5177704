"""What a reader can narrow the dates by, in the list and in the month alike: kind, region, way, language, places left."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from core.vocabulary import Region
from events.models import DateLanguage, EventKind
from events.models.date import DateQuerySet
from events.words import SPOKEN

FORM = "filters"


@dataclass(frozen=True)
class Option:
    """One tick: its value in the address, its words, and the dates it stands for."""

    value: str
    label: str
    rows: Q


def facets(now: datetime) -> dict[str, tuple[str, list[Option]]]:
    """Name in the address → what it is called, and its ticks."""
    online, in_person = Q(is_online=True), Q(is_online=False) | ~Q(region__in=("", Region.ALL))
    not_closed = Q(closes_at=None, starts_at__gt=now) | Q(closes_at__gt=now)
    free = Q(cancelled_at=None, places_left__gt=0) & not_closed
    return {
        "kind": (_("Kind"), [Option(kind.value, kind.label, Q(event__kind=kind.value)) for kind in EventKind]),
        "way": (_("Where"), [Option("online", _("Online"), online), Option("in-person", _("In person"), in_person)]),
        "region": (_("Region"), [Option(part.value, part.label, Q(region=part.value)) for part in Region]),
        "spoken": (_("Language"), [Option(code.value, SPOKEN[code], Q(language=code.value)) for code in DateLanguage]),
        "places": (_("Places"), [Option("left", _("With places left"), free)]),
    }


@dataclass(frozen=True)
class Filters:
    """What was ticked, read from an address; what nobody offered is passed over."""

    known: dict[str, tuple[str, list[Option]]]
    ticked: dict[str, list[Option]]

    @classmethod
    def asked(cls, query: QueryDict, now: datetime) -> "Filters":
        """The ticks of an address."""
        known = facets(now)
        ticked = {name: [o for o in options if o.value in query.getlist(name)] for name, (_, options) in known.items()}
        return cls(known, ticked)

    @property
    def active(self) -> int:
        """How many are ticked."""
        return sum(len(options) for options in self.ticked.values())

    def narrow(self, dates: DateQuerySet, leave_out: str = "") -> DateQuerySet:
        """The dates that fit: ticks of one kind widen, ticks of different kinds narrow."""
        return dates.filter(self._rows(leave_out))

    def _rows(self, leave_out: str = "") -> Q:
        rows = Q()
        for name, options in self.ticked.items():
            if options and name != leave_out:
                rows &= _any(options)
        return rows

    def counted(self, dates: DateQuerySet) -> tuple[int, list[dict]]:
        """How many dates fit, and the ticks for components/facet_list.html with how many each would give; one query."""
        wanted = {
            f"{name}_{turn}": Count("pk", filter=self._rows(leave_out=name) & option.rows)
            for name, (_label, options) in self.known.items()
            for turn, option in enumerate(options)
        }
        counts = dates.order_by().aggregate(total=Count("pk", filter=self._rows() or None), **wanted)
        groups = [
            {"name": name, "label": label, "options": self._options(name, options, counts)}
            for name, (label, options) in self.known.items()
        ]
        return counts["total"], [group for group in groups if group["options"]]

    def _options(self, name: str, options: list[Option], counts: dict[str, int]) -> list[dict]:
        rows = [
            {
                "value": option.value,
                "label": option.label,
                "count": counts[f"{name}_{turn}"],
                "selected": option in self.ticked[name],
            }
            for turn, option in enumerate(options)
        ]
        return [row for row in rows if row["count"] or row["selected"]]

    def query(self, **more: str) -> str:
        """The ticks as an address's query, with what is added."""
        sent = QueryDict(mutable=True)
        for name, value in more.items():
            sent[name] = value
        for name, options in self.ticked.items():
            if options:
                sent.setlist(name, [option.value for option in options])
        return f"?{sent.urlencode()}" if sent else ""


def _any(options: list[Option]) -> Q:
    rows = Q()
    for option in options:
        rows |= option.rows
    return rows
