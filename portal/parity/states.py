"""How a page stands in each language: a row for each pair of pages, in few queries however many there are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from core.i18n import LANGUAGES, fold, other_language
from portal.models import LanguageRecord
from portal.parity import gate

POLICY = PagePermissionPolicy()
KEPT_BACK = _("Approved or due, but not published.")


class State(models.TextChoices):
    """How a page stands in a language, what needs somebody first."""

    MISSING = "missing", _("Missing")
    KEPT_BACK = "kept_back", _("Kept back")
    DRAFT = "draft", _("Draft")
    TO_CHECK = "to_check", _("To be checked")
    STALE = "stale", _("Out of date")
    LIVE = "live", _("Live")
    CHECKED = "checked", _("Checked")
    ALONE = "alone", _("One language on purpose")


@dataclass
class Cell:
    """A page in one language; `record` tells of this page, `reason` why its twin stands alone."""

    language: str
    page: Page | None
    state: State
    record: LanguageRecord | None = None
    reason: str = ""
    twin: Page | None = None
    may_edit: bool = False
    may_edit_twin: bool = False
    may_publish_twin: bool = False
    locale_id: int | None = None

    @property
    def why(self) -> str:
        """Why it was kept back, where it was."""
        return f"{KEPT_BACK} {gate.words_of(self.record.kept_back)}" if self.state == State.KEPT_BACK else ""


@dataclass
class Row:
    """A pair of pages."""

    kind: str
    kind_code: str
    cells: dict[str, Cell] = field(default_factory=dict)

    @property
    def page(self) -> Page:
        """The Welsh page, or where there is none the English one."""
        return next(cell.page for cell in self.cells.values() if cell.page)

    @property
    def titles(self) -> list[tuple[str, str]]:
        """Language and title of each page there is."""
        return [(code, cell.page.draft_title or cell.page.title) for code, cell in self.cells.items() if cell.page]

    def is_about(self, query: str) -> bool:
        """Whether a title holds what was searched for, accents or none."""
        return any(fold(query) in fold(title) for _code, title in self.titles)


def may_see(user) -> bool:
    """Whether somebody may edit any page, and so sees the board."""
    return user.has_perm("wagtailadmin.access_admin") and POLICY.user_has_permission(user, "change")


def rows_for(user) -> list[Row]:
    """The pairs of which somebody may edit a page, in the order of the tree."""
    mine = POLICY.instances_user_has_permission_for(user, "change")
    own = Own(
        set(mine.values_list("pk", flat=True)),
        set(POLICY.instances_user_has_permission_for(user, "publish").values_list("pk", flat=True)),
    )
    return _rows(Page.objects.filter(translation_key__in=mine.values("translation_key")), own)


class Own(NamedTuple):
    """The keys of the pages that somebody may edit, and may publish."""

    edited: set[int]
    published: set[int]


def _rows(pages: QuerySet[Page], own: Own) -> list[Row]:
    known = pages.filter(depth__gt=1, locale__language_code__in=LANGUAGES, alias_of=None)
    known = known.select_related("locale", "content_type", "language_record__checked_by").order_by("path")
    pairs: dict = {}
    for page in known:
        pairs.setdefault(page.translation_key, {})[page.locale.language_code] = page
    locales = dict(Locale.objects.values_list("language_code", "pk"))
    return [_row(pair, own, locales) for pair in pairs.values()]


def _row(pair: dict[str, Page], own: Own, locales: dict[str, int]) -> Row:
    kind = next(iter(pair.values())).content_type
    model = kind.model_class()
    row = Row(str(model._meta.verbose_name) if model else kind.name, kind.model)
    for code in LANGUAGES:
        page, twin = pair.get(code), pair.get(other_language(code))
        cell = Cell(code, page, state_of(page, twin), twin=twin, locale_id=locales.get(code))
        cell.record = _record(page)
        cell.reason = _record(twin).alone_reason if twin and cell.state == State.ALONE else ""
        cell.may_edit = page is not None and page.pk in own.edited
        cell.may_edit_twin = twin is not None and twin.pk in own.edited
        cell.may_publish_twin = twin is not None and twin.pk in own.published
        row.cells[code] = cell
    return row


def _record(page: Page | None) -> LanguageRecord:
    return getattr(page, "language_record", None) or LanguageRecord()


def state_of(page: Page | None, twin: Page | None) -> State:
    """How a page stands beside its twin, as far as a list needs to know."""
    if (page is None or not page.live) and twin is not None and twin.live and _record(twin).alone_reason:
        return State.ALONE
    if page is None:
        return State.MISSING
    record = _record(page)
    if record.kept_back:
        return State.KEPT_BACK
    if record.to_check:
        return State.TO_CHECK
    if not page.live:
        return State.DRAFT
    if record.stale_since and twin is not None and twin.live:
        return State.STALE
    read = record.checked_revision_id
    return State.CHECKED if read and read == (page.live_revision_id or page.latest_revision_id) else State.LIVE


def counts(rows: Iterable[Row]) -> dict[str, int]:
    """How many pages are in each state."""
    found = dict.fromkeys(State.values, 0)
    for row in rows:
        for cell in row.cells.values():
            found[cell.state] += 1
    return found


def chosen(rows: Iterable[Row], *, state: str = "", kind: str = "", language: str = "", query: str = "") -> list[Row]:
    """The rows that fit what was asked; a state and a language together mean that language in that state."""
    asked = [language] if language in LANGUAGES else LANGUAGES
    return [
        row
        for row in rows
        if (not kind or row.kind_code == kind)
        and (not query or row.is_about(query))
        and (state not in State.values or any(row.cells[code].state == state for code in asked))
    ]
