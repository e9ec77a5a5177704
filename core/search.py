"""Finding things: one folded table behind one function, on PostgreSQL (tsvector, GIN) and on SQLite (FTS5)."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from django.db import connection
from django.db.models import BooleanField, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from core import slots
from core.i18n import nfc
from core.models import SearchEntry, SearchWord
from core.search_words import MAX_QUERY, Query, folded_words, query_words, written_words

__all__ = ["MAX_QUERY", "Found", "Hit", "Record", "count", "forget", "index", "query_words", "search"]

RANKED = 1000  # hits that are put in order of rank; the rest follow by date
SNIPPET = 160  # characters of a snippet
STOPS = tuple(".?!:;,…”)")  # after which a snippet needs no dot between two lines
IN_SUMMARY = 0.5  # how much more a thing counts whose summary holds the words: it is about them
TEXT_LIMIT = 400_000  # characters of one thing that are kept for snippets, and bytes that are found with their places
WORDS_LIMIT = 600_000  # bytes with what comes later, each new word once; PostgreSQL takes 1 MB of words and places
WORDS_OF_ONE = 20_000  # different words of one thing that a misspelt one is compared with


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
    #: where the parts of `text` begin: [first character, page number or None, title of the file, language or ""]
    pages: list = field(default_factory=list)
    facets: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Hit:
    """One found thing, with the place where the words stand."""

    entry: SearchEntry
    title: SafeString
    snippet: SafeString
    page: int | None = None
    file: str = ""
    #: the language of the snippet, where it is not the entry's own
    language: str = ""

    @property
    def words(self) -> SafeString:
        """The snippet as it is shown: with its page number, and its language where that is not the reader's."""
        words = format_html('<span lang="{}">{}</span>', self.language, self.snippet) if self.language else self.snippet
        if self.page is None:
            return words
        return format_html("{} {}", gettext("On page %(number)s:") % {"number": self.page}, words)


@dataclass
class Found:
    """A page of hits, how many there are in all, and how many each choice of a facet would give."""

    hits: list[Hit]
    total: int
    facets: dict[str, Counter]
    words: list[str]


def index(records: Iterable[Record]) -> int:
    """Put things into the table, or renew them; how many."""
    records = list(records)
    kept = [name for name in Record.__dataclass_fields__ if name not in ("text", "title", "summary")]
    rows = [
        SearchEntry(
            **{name: getattr(record, name) for name in kept},
            title=nfc(record.title)[:255],
            summary=nfc(record.summary),
            text=nfc(record.text)[:TEXT_LIMIT],
            folded_title=" ".join(folded_words(record.title)),
            folded_text=_bounded(f"{record.summary} {record.text}"),
        )
        for record in records
    ]
    changed = [
        f.name for f in SearchEntry._meta.concrete_fields if f.name not in ("id", "kind", "object_id", "language")
    ]
    SearchEntry.objects.bulk_create(
        rows,
        batch_size=500,
        update_conflicts=True,
        unique_fields=["kind", "object_id", "language"],
        update_fields=changed,
    )
    for language in {record.language for record in records}:
        texts = [f"{r.title} {r.summary} {r.text}" for r in records if r.language == language]
        SearchWord.objects.keep((word for text in texts for word in _some_words(text)), language=language)
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

    Choices inside one facet widen, choices of different facets narrow. An empty query finds everything, newest first.
    Counts of a facet leave that facet's own choices out, so that they say what ticking one more would give. Words in
    the title come before words in the text, words as they were typed before their other forms.
    """
    rows, asked, chosen = readable(language, kinds, members), _asked(query, language), _chosen(facets)
    ids, counts, titles = _narrow(matching(rows, asked), chosen)
    if not ids and not counts and asked.words and not asked.mutated:
        # In English a mutation is more often a namesake: bath, path. It is tried when nothing else is found.
        asked = replace(asked, mutated=True)
        ids, counts, titles = _narrow(matching(rows, asked), chosen)
    page = _in_order(ids, titles, asked)[start : start + limit]
    entries = rows.defer("folded_text", "folded_title").in_bulk(page)
    return Found([hit(entries[pk], asked) for pk in page if pk in entries], len(ids), counts, list(asked.words))


def count(
    query: str,
    *,
    language: str,
    kinds: Iterable[str] = (),
    facets: dict[str, list[str]] | None = None,
    members: bool = False,
) -> int:
    """How many things the words find in a language: what a reader of the other one is told."""
    rows, chosen = matching(readable(language, kinds, members), _asked(query, language)), _chosen(facets)
    return len(_narrow(rows, chosen)[0]) if chosen else rows.order_by().count()


def hit(entry: SearchEntry, asked: Query) -> Hit:
    """An entry as a person sees it: the words marked, and where they stand."""
    title, summary = asked.marked(entry.title), asked.marked(entry.summary)
    unseen = asked.missing_from(f"{entry.title} {entry.summary}")
    place = unseen.first_place(entry.text) if unseen.words else None
    if place is None:
        return Hit(entry, title, summary)
    begin, end = max(0, place - SNIPPET // 2), place + SNIPPET // 2
    if begin:
        begin = entry.text.find(" ", begin, place) + 1 or begin
    if end < len(entry.text):
        end = max(entry.text.rfind(" ", place, end), begin + 1) if " " in entry.text[place:end] else end
    piece = asked.marked(_in_one_line(entry.text[begin:end]))
    number, file, language = _part_at(entry.pages, place)
    more = "… " if begin else "", " …" if end < len(entry.text) else ""
    snippet = format_html("{}{}{}", more[0], piece, more[1])
    return Hit(entry, title, snippet, number, file, language if language != entry.language else "")


def _in_one_line(text: str) -> str:
    """Lines one after another; where one ends without a stop, a dot keeps a heading from running into what follows."""
    lines = [words for line in text.splitlines() if (words := " ".join(line.split()))]
    return "".join(line + _between(line) for line in lines[:-1]) + "".join(lines[-1:])


def _between(line: str) -> str:
    return " " if line.endswith(STOPS) else " · "


def readable(language: str, kinds: Iterable[str], members: bool) -> QuerySet:
    """What a reader may find in a language, of some kinds or of all."""
    rows = SearchEntry.objects.filter(language=language)
    if kinds:
        rows = rows.filter(kind__in=kinds)
    return rows if members else rows.filter(members_only=False)


def _asked(query: str, language: str) -> Query:
    return Query(tuple(query_words(query)), mutated=language == "cy")


def _chosen(facets: dict[str, list[str]] | None) -> dict[str, set[str]]:
    return {name: set(codes) for name, codes in (facets or {}).items() if codes}


def _bounded(text: str) -> str:
    """The folded words of a text within what the index can hold: all at first, later only those that are new."""
    size, kept, seen = 0, [], set()
    for word in folded_words(text):
        if size > TEXT_LIMIT and word in seen:
            continue
        size += len(word.encode()) + 1
        if size > WORDS_LIMIT:
            break
        seen.add(word)
        kept.append(word)
    return " ".join(kept)


def _some_words(text: str) -> Iterable[str]:
    """The different words of a text, up to what a book holds; more is not writing."""
    return islice(dict.fromkeys(written_words(text)), WORDS_OF_ONE)


def _terms(asked: Query) -> str:
    """The query in the database's own words; they hold letters and digits only, so nothing in them can be an operator."""
    if connection.vendor == "postgresql":
        groups = [" | ".join(f"'{form}'{':*' * begins}" for form in forms) for forms, begins in asked.groups]
        return " & ".join(f"({group})" for group in groups)
    groups = [" OR ".join(f'"{form}"{" *" * begins}' for form in forms) for forms, begins in asked.groups]
    return " AND ".join(f"({group})" for group in groups)


def matching(rows: QuerySet, asked: Query) -> QuerySet:
    """Rows that hold every word, in one of its forms; newest first."""
    rows = rows.order_by("-live_at", "-id")
    if not asked.words:
        return rows
    if connection.vendor == "postgresql":
        found = "core_searchentry.vector @@ to_tsquery('simple', %s)"
    else:
        found = "core_searchentry.id IN (SELECT rowid FROM core_searchindex WHERE core_searchindex MATCH %s)"
    return rows.filter(RawSQL(found, [_terms(asked)], output_field=BooleanField()))


def _narrow(rows: QuerySet, chosen: dict[str, set[str]]) -> tuple[list[int], dict[str, Counter], dict[int, str]]:
    """One pass over the hits: which stay under the chosen facets, what each choice would give, and their titles."""
    ids, titles, alike, kept = [], {}, Counter(), {}
    for pk, raw, title in rows.annotate(raw=Cast("facets", TextField())).values_list("id", "raw", "folded_title"):
        alike[raw] += 1  # many things have the same facets: each set of them is read once
        if raw not in kept:
            kept[raw] = not _misses(json.loads(raw), chosen)
        if kept[raw]:
            ids.append(pk)
            titles[pk] = title
    return ids, _counts(alike, chosen), titles


def _misses(facets: dict[str, list[str]], chosen: dict[str, set[str]]) -> list[str]:
    return [name for name, codes in chosen.items() if codes.isdisjoint(facets.get(name, ()))]


def _counts(alike: Counter, chosen: dict[str, set[str]]) -> dict[str, Counter]:
    """What each choice would give: a facet's own choices leave its counts alone."""
    counts: dict[str, Counter] = {}
    for raw, number in alike.items():
        facets = json.loads(raw)
        misses = _misses(facets, chosen)
        for name, codes in facets.items():
            if not misses or misses == [name]:
                counter = counts.setdefault(name, Counter())
                for code in codes:
                    counter[code] += number
    return counts


def _in_order(ids: list[int], titles: dict[int, str], asked: Query) -> list[int]:
    """Words in the title first, then words as typed, then the database's rank; beyond RANKED hits, by date."""
    if not asked.words or len(ids) < 2:
        return ids
    in_title = {pk: asked.held_by(titles[pk]) for pk in ids}
    ids = sorted(ids, key=lambda pk: -in_title[pk])
    first = ids[:RANKED]
    typed = _ranks(first, replace(asked, mutated=False))
    others = [pk for pk in first if pk not in typed] if asked.mutated else []
    ranks = _ranks(others, asked) if others else {}
    first.sort(key=lambda pk: (-in_title[pk], pk not in typed, typed.get(pk, ranks.get(pk, 0))))
    return [*first, *ids[RANKED:]]


def _ranks(ids: list[int], asked: Query) -> dict[int, float]:
    """How well each of a few things fits that the query finds: the smaller the better, and never above nothing."""
    weights = {source.kind: source.weight for source in slots.search_records.all().values()}
    return {
        pk: rank * weights.get(kind, 1.0) * (1 + IN_SUMMARY * asked.held_by(summary) / len(asked.words))
        for pk, rank, kind, summary in _ranked(ids, asked)
    }


def _ranked(ids: list[int], asked: Query) -> list[tuple[int, float, str, str]]:
    if connection.vendor == "postgresql":
        statement = (
            "SELECT id, -ts_rank(vector, query, 1), kind, summary FROM core_searchentry, to_tsquery('simple', %s) query"
            " WHERE id = ANY(%s) AND vector @@ query"
        )
        return _rows_of(statement, [_terms(asked), ids])
    # The plus keeps SQLite from asking the whole question anew for each row.
    statement = (
        "SELECT entry.id, bm25(core_searchindex, 8.0, 1.0), entry.kind, entry.summary FROM core_searchindex"
        " CROSS JOIN core_searchentry entry ON entry.id = core_searchindex.rowid"
        f" WHERE core_searchindex MATCH %s AND +core_searchindex.rowid IN ({','.join(['%s'] * len(ids))})"
    )
    return _rows_of(statement, [_terms(asked), *ids])


def _rows_of(statement: str, values: list) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def _part_at(pages: list, place: int) -> tuple[int | None, str, str]:
    """The page number, file title and language at a place of the text."""
    turn = bisect_right([page[0] for page in pages], place) - 1
    return tuple([*pages[turn][1:4], "", ""][:3]) if turn >= 0 else (None, "", "")
