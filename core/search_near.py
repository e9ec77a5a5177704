"""What somebody may have meant whose words find nothing: near words, of those that this reader can find."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Length

from core import slots
from core.i18n import nfc, sort_key
from core.models import SearchWord
from core.search import matching, readable
from core.search_words import MAX_QUERY, Query, query_words

FROM = 4  # letters; a shorter word is near to too many
TWO_FROM = 7  # letters from which two may be wrong
MOST_UNKNOWN = 3  # words of a query; with more, nobody can tell what was meant
TRIED = 12  # near words whose hits are counted


@dataclass(frozen=True)
class Near:
    """A word near to the one that was typed."""

    folded: str
    written: str
    away: int
    #: whether it ends in another letter: outcoms is rather outcomes than outcome
    other_end: bool


def meant(query: str, *, language: str, kinds: Iterable[str] = (), members: bool = False) -> str:
    """The query with each word that stands nowhere replaced by the nearest that finds something with the rest, or nothing.

    Every step asks the entries that this reader may find, so a word that only others may read is never proposed.
    """
    words, rows = query_words(query), readable(language, kinds, members)
    alone = [Query((word,), mutated=True, begun=turn == len(words) - 1) for turn, word in enumerate(words)]
    unknown = [turn for turn, number in enumerate(_numbers(rows, alone)) if not number]
    if not 0 < len(unknown) <= MOST_UNKNOWN:
        return ""
    chosen = {turn: word for turn, word in enumerate(words) if turn not in unknown}
    shown = _as_typed(query, words)
    for turn in unknown:
        near = _near(words[turn], language)
        tries = [_with(chosen, turn, one.folded, language) for one in near]
        found = [(one, number) for one, number in zip(near, _numbers(rows, tries), strict=True) if number]
        if not found:
            return ""
        best = min(found, key=lambda pair: (pair[0].away, pair[0].other_end, -pair[1]))[0]
        written = best.written.capitalize() if shown[turn][0].isupper() else best.written
        chosen[turn], shown[turn] = best.folded, written
    return " ".join(shown)


def ways_on(query: str, *, language: str, kinds: Iterable[str] = (), members: bool = False) -> dict:
    """What a page shows that found nothing: what may have been meant, with its query, and where else to begin."""
    words = meant(query, language=language, kinds=kinds, members=members)
    points = [provider() for provider in slots.starting_points.all().values()]
    return {
        "meant": {"words": words, "url": f"?{urlencode({'q': words})}"} if words else None,
        "starting_points": sorted(filter(None, points), key=lambda point: sort_key(point["label"], language)),
    }


def _with(chosen: dict[int, str], turn: int, word: str, language: str) -> Query:
    words = chosen | {turn: word}
    return Query(tuple(words[key] for key in sorted(words)), mutated=language == "cy")


def _as_typed(query: str, words: list[str]) -> list[str]:
    """The words of a query with the accents and capitals that they were typed with."""
    typed = re.findall(r"\w+", nfc(query[:MAX_QUERY]))[: len(words)]
    return typed if len(typed) == len(words) else list(words)


def _numbers(rows: QuerySet, questions: list[Query]) -> list[int]:
    """How much each question finds, in one statement."""
    if not questions:
        return []
    counted = [
        matching(rows, asked).order_by().values("language").annotate(turn=Value(turn), number=Count("pk"))
        for turn, asked in enumerate(questions)
    ]
    parts = [part.values_list("turn", "number") for part in counted]
    numbers = dict(parts[0].union(*parts[1:], all=True))
    return [numbers.get(turn, 0) for turn in range(len(questions))]


def _near(word: str, language: str) -> list[Near]:
    """The nearest words that are known in a language, whoever may read them.

    Two mistakes leave one of the three parts of a word as it was: words that hold none of them are not looked at.
    """
    if len(word) < FROM or not word.isalpha():
        return []
    most = 2 if len(word) >= TWO_FROM else 1
    kept = max(2, len(word) // 3)
    alike = Q(folded__startswith=word[:kept]) | Q(folded__endswith=word[-kept:])
    if most > 1:
        alike |= Q(folded__contains=word[kept:-kept])
    rows = SearchWord.objects.filter(alike, language=language).annotate(letters=Length("folded"))
    rows = rows.filter(letters__range=(len(word) - most, len(word) + most))
    found: dict[str, Near] = {}
    for folded, written in rows.values_list("folded", "written"):
        if len(set(word) ^ set(folded)) > 2 * most or (away := distance(word, folded, most)) > most:
            continue
        near = Near(folded, written, away, folded[-1] != word[-1])
        # Of gŵyl and gwyl, both written, the one with its accent is shown.
        if folded not in found or written != folded:
            found[folded] = near
    return sorted(found.values(), key=lambda near: (near.away, near.other_end, near.folded))[:TRIED]


def distance(one: str, other: str, most: int) -> int:
    """How many letters have to be put in, left out, changed or swapped with their neighbour; beyond `most`, more than it."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, its in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
