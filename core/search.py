"""Finding things: one folded table behind one function, on PostgreSQL (tsvector, GIN) and on SQLite (FTS5)."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.html import escape
from django.utils.safestring import mark_safe

from core.i18n import fold, nfc
from core.models import SearchEntry

MAX_QUERY = 200  # characters of a query that we read
MAX_WORDS = 12
RANKED = 1000  # hits that are put in order of rank; the rest follow by date
SNIPPET = 160  # characters of a snippet
TEXT_LIMIT = 400_000  # characters of one thing that we read; PostgreSQL takes at most 1 MB of word positions
_WORD = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True)
class Record:
    """What search should know about one thing in one language."""

    kind: str
    object_id: int
    language: str
    title: str
    url: str
    summary: str = ""
    text: str = ""
    members_only: bool = False
    live_at: Any = None
    pages: list = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Hit:
    """One found thing, with the place where the words stand."""

    entry: SearchEntry
    title: str
    snippet: str
    page: int | None = None
    file: str = ""


@dataclass
class Found:
    """A page of hits, how many there are in all, and how many each choice of a facet would give."""

    hits: list[Hit]
    total: int
    facets: dict[str, Counter]
    words: list[str]


def index(records: Iterable[Record]) -> int:
    """Put things into the table, or renew them; how many."""
    rows = [
        SearchEntry(
            **{name: getattr(record, name) for name in Record.__dataclass_fields__ if name not in ("text", "title", "summary")},
            title=nfc(record.title)[:255],
            summary=nfc(record.summary),
            text=nfc(record.text)[:TEXT_LIMIT],
            folded_title=_folded(record.title),
            folded_text=_folded(f"{record.summary} {record.text}")[:TEXT_LIMIT],
        )
        for record in records
    ]
    changed = [f.name for f in SearchEntry._meta.concrete_fields if f.name not in ("id", "kind", "object_id", "language")]
    SearchEntry.objects.bulk_create(
        rows, batch_size=500, update_conflicts=True, unique_fields=["kind", "object_id", "language"], update_fields=changed
    )
    return len(rows)


def forget(*, kind: str, object_id: int, language: str | None = None) -> None:
    """Take a thing out of the table, in one language or in all."""
    rows = SearchEntry.objects.filter(kind=kind, object_id=object_id)
    (rows.filter(language=language) if language else rows).delete()


def search(
    query: str,
    *,
    language: str,
    kinds: Iterable[str] = (),
    facets: dict[str, list[str]] | None = None,
    members: bool = False,
    start: int = 0,
    limit: int = 20,
) -> Found:
    """What the words find in a language; `members` lets members-only things be found.

    Choices inside one facet widen, choices of different facets narrow. An empty query finds everything. Counts of a
    facet leave that facet's own choices out, so that they say what ticking one more would give.
    """
    words = query_words(query)
    rows = SearchEntry.objects.filter(language=language)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    if not members:
        rows = rows.filter(members_only=False)
    with transaction.atomic():
        rows = _matching(rows, words) if words else rows.order_by("-live_at", "id")
        ids, counts = _narrow(rows, {name: chosen for name, chosen in (facets or {}).items() if chosen})
        page = ids[start : start + limit]
        entries = SearchEntry.objects.defer("folded_text", "folded_title").in_bulk(page)
    hits = [hit(entries[pk], words) for pk in page if pk in entries]
    return Found(hits=hits, total=len(ids), facets=counts, words=words)


def query_words(query: str) -> list[str]:
    """The folded words of a query; operators and marks mean nothing."""
    return _WORD.findall(fold(query[:MAX_QUERY]).replace("_", " "))[:MAX_WORDS]


def hit(entry: SearchEntry, words: list[str]) -> Hit:
    """An entry as a person sees it: the words marked, and where they stand."""
    place = _first_place(entry.text, words)
    if place is None:
        return Hit(entry=entry, title=_marked(entry.title, words), snippet=_marked(entry.summary, words))
    begin = max(0, place - SNIPPET // 2)
    if begin:
        begin = entry.text.find(" ", begin, place) + 1 or begin
    piece = " ".join(entry.text[begin : begin + SNIPPET].split())
    snippet = mark_safe(("… " if begin else "") + _marked(piece, words) + " …")
    number, title = _page_at(entry.pages, place)
    return Hit(entry=entry, title=_marked(entry.title, words), snippet=snippet, page=number, file=title)


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(fold(text).replace("_", " ")))


def _matching(rows: QuerySet, words: list[str]) -> QuerySet:
    """Rows that hold every word (the last one may be only begun), best first."""
    if connection.vendor == "postgresql":
        terms = " & ".join([*(f"'{w}'" for w in words[:-1]), f"'{words[-1]}':*"])
        match = "vector @@ to_tsquery('simple', %s)"
        rank = "ts_rank(vector, to_tsquery('simple', %s), 1)"
        return rows.extra(where=[match], params=[terms], select={"rank": rank}, select_params=[terms], order_by=["-rank", "id"])
    terms = " ".join([*(f'"{w}"' for w in words[:-1]), f'"{words[-1]}"*'])
    found = "core_searchentry.id IN (SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s)"
    rank = (
        "(SELECT bm25(core_searchindex, 8.0, 1.0) FROM core_searchindex"
        " WHERE core_searchindex MATCH %s AND core_searchindex.rowid = core_searchentry.id)"
    )
    return rows.extra(where=[found], params=[terms], select={"rank": rank}, select_params=[terms], order_by=["rank", "id"])


def _narrow(rows: QuerySet, chosen: dict[str, list[str]]) -> tuple[list[int], dict[str, Counter]]:
    """One pass over the hits: which stay under the chosen facets, and what each choice would give."""
    ids, counts = [], {}
    for pk, facets in rows.values_list("id", "facets"):
        misses = [name for name, codes in chosen.items() if not set(codes) & set(facets.get(name, ()))]
        if not misses:
            ids.append(pk)
        for name, codes in facets.items():
            if not misses or misses == [name]:
                counts.setdefault(name, Counter()).update(codes)
    return ids, counts


def _first_place(text: str, words: list[str]) -> int | None:
    """Where in the text the first of the words stands; folding keeps the number of characters of Welsh and English."""
    if not words:
        return None
    folded = fold(text)
    if len(folded) != len(text):
        folded = text.casefold()
    found = re.search(r"\b(" + "|".join(map(re.escape, words)) + ")", folded)
    return found.start() if found else None


def _marked(text: str, words: list[str]) -> str:
    """Text safe for a page, with the words inside <mark>."""
    folded = fold(text)
    if not words or len(folded) != len(text):
        return mark_safe(escape(text))
    out, at = [], 0
    for found in re.finditer(r"\b(" + "|".join(map(re.escape, words)) + r")\w*", folded):
        out += [escape(text[at : found.start()]), "<mark>", escape(text[found.start() : found.end()]), "</mark>"]
        at = found.end()
    return mark_safe("".join([*out, escape(text[at:])]))


def _page_at(pages: list, place: int) -> tuple[int | None, str]:
    """The page number and file title at a place of the text."""
    turn = bisect_right([page[0] for page in pages], place) - 1
    return (pages[turn][1], pages[turn][2]) if turn >= 0 else (None, "")
