"""Keeps the search table in step with pages: `keep_in_step(model, kind, make_record)` in an app's `ready()` is all.

`make_record(page)` gets a live page (specific) and gives its `Record`, or None to leave it out; `page_record(page, …)`
fills in what every page has. Row, kind, language and address are set here. Publishing, unpublishing, saving, a new address,
moving, deleting and a change of privacy are followed; a page behind any of Wagtail's view restrictions is never found.
Something else of a page changed (a file was read)? `renew(pages)`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail import signals
from wagtail.models import Page, PageViewRestriction

from core import slots
from core.i18n import in_language, nfc
from core.models import SearchEntry, SearchWord
from core.search import Record, forget, index
from core.search_blocks import words_of

BATCH = 200  # pages that are read and written at once


@dataclass(frozen=True)
class Source:
    """How the pages of one model come into the search table."""

    model: type[Page]
    kind: str
    make_record: Callable[[Any], Record | None]
    #: what a thing of this kind is called, and the tone of its tag
    name: Any = ""
    tone: str = "ink"
    #: how much more its rank counts than another's
    weight: float = 1.0

    def __call__(self, page: Page) -> Record | None:
        """The record of a page as it is stored, or None if it must not be found."""
        record = self.make_record(page) if page.live else None
        return record and replace(record, kind=self.kind, object_id=page.pk, language=page.locale.language_code)


def keep_in_step(model: type[Page], kind: str, make_record: Callable[[Any], Record | None], **shown) -> None:
    """Let the pages of a model be found, from now on and after each change; call it once, in `ready()`.

    `shown`: the name and tone of its kind, and the weight of its rank, where they are not those of Source.
    """
    source = Source(model, kind, make_record, **shown)
    slots.search_records.register(model._meta.label, source)
    name = f"search {model._meta.label}"

    def changed(instance, raw=False, **_):
        # Read anew: while a draft is being kept, the page in hand carries words that are not published.
        if not raw:
            renew(model.objects.filter(pk=instance.pk).select_related("locale"))

    def gone(instance, **_):
        forget(kind=kind, object_id=instance.pk)

    for signal in (post_save, signals.page_published, signals.page_unpublished):
        signal.connect(changed, sender=model, weak=False, dispatch_uid=name)
    post_delete.connect(gone, sender=model, weak=False, dispatch_uid=name)


def kinds() -> dict[str, Source]:
    """What is known of each kind of thing that can be found."""
    return {source.kind: source for source in slots.search_records.all().values()}


@dataclass(frozen=True)
class Passage:
    """Text that belongs to a page and stands elsewhere: a file, say. `pages`: [[first character, page number], …]."""

    title: str
    language: str
    text: str
    pages: list = field(default_factory=list)


def page_record(page: Page, *, text: str = "", passages: Iterable[Passage] = (), **more) -> Record:
    """A record with what every page has: title, summary, the words of its body, then `text`, then passages in turn."""
    body, language = getattr(page, "body", None), page.locale.language_code
    with in_language(language):  # some blocks bring words of their own
        said = words_of(body.stream_block, body) if body else []
    words, pages = nfc("\n".join([*said, text])).strip(), []
    for passage in passages:
        words += "\n"
        starts = passage.pages or [[0, None]]
        pages += [[len(words) + start, number, passage.title, passage.language] for start, number in starts]
        words += nfc(passage.text)
    fields = {"title": page.title, "summary": getattr(page, "summary", ""), "live_at": page.first_published_at}
    fields |= {"url": "", "text": words, "pages": pages, **more}
    return Record(kind="", object_id=page.pk, language=language, **fields)


@transaction.atomic
def renew(pages: Iterable[Page]) -> int:
    """Bring the entries of these pages up to date; how many can be found now."""
    closed, sites = _closed_paths(), SimpleNamespace()
    records = []
    for page in pages:
        source = slots.search_records.all().get(page._meta.label)
        record = source(page) if source and not page.path.startswith(closed) else None
        if record and (url := record.url or _address(page, sites)):
            records.append(replace(record, url=url))
        elif source:
            forget(kind=source.kind, object_id=page.pk)
    return index(records)


def renew_under(page: Page) -> None:
    """Bring a page and everything under it up to date: their addresses or their privacy changed."""
    for pages in _batches(Page.objects.descendant_of(page, inclusive=True)):
        renew(pages)


@transaction.atomic
def rebuild() -> int:
    """Make the whole table anew, and drop what is no longer there; how many entries it has."""
    labels = slots.search_records.all()
    kept = set()
    SearchWord.objects.all().delete()
    for label in labels:
        for pages in _batches(apps.get_model(label).objects.live()):
            renew(pages)
            kept.update((labels[label].kind, page.pk) for page in pages)
    rows = SearchEntry.objects.values_list("pk", "kind", "object_id")
    lost = [pk for pk, kind, object_id in rows.iterator() if (kind, object_id) not in kept]
    for start in range(0, len(lost), BATCH):
        SearchEntry.objects.filter(pk__in=lost[start : start + BATCH]).delete()
    return SearchEntry.objects.count()


def _batches(pages) -> Iterator[list[Page]]:
    """Pages in handfuls, each as what it is; ids first, so that writing disturbs no open cursor."""
    ids = list(pages.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), BATCH):
        yield list(Page.objects.filter(pk__in=ids[start : start + BATCH]).select_related("locale").specific())


def _closed_paths() -> tuple[str, ...]:
    """Where in the tree only some may look."""
    return tuple(PageViewRestriction.objects.values_list("page__path", flat=True))


def _address(page: Page, sites: SimpleNamespace) -> str:
    """The page's path on this site, or nothing if no site shows it; `sites` remembers what Wagtail looked up."""
    parts = page.get_url_parts(sites)
    return (parts[2] if parts else "") or ""


def _moved(instance, **_):
    renew_under(instance)


def _privacy_changed(instance, **_):
    if page := Page.objects.filter(pk=instance.page_id).first():
        renew_under(page)


signals.page_slug_changed.connect(_moved, dispatch_uid="search addresses")
signals.post_page_move.connect(_moved, dispatch_uid="search places")
post_save.connect(_privacy_changed, sender=PageViewRestriction, dispatch_uid="search privacy")
post_delete.connect(_privacy_changed, sender=PageViewRestriction, dispatch_uid="search privacy")
