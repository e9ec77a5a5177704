"""The words of a query: folded, with the forms Welsh gives their first letters, and where they stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from core.i18n import fold, nfc

MAX_QUERY = 200  # characters of a query that we read
MAX_WORDS = 12
MUTATES_FROM = 3  # letters; shorter words have too many namesakes (tŷ, dy)
BEGINS_FROM = 3  # letters from which the last word may be only begun
SPELT = (3, 30)  # letters of a word that somebody may have meant
VOWELS = "aeiouwy"
H_BEFORE = 3  # letters that stand behind an h put before a vowel (ei henw); with fewer, haf would be af
_WORD = re.compile(r"\w+")
#: what each first letter may become: soft, nasal, aspirate
MUTATIONS = {
    "c": ("g", "ngh", "ch"),
    "p": ("b", "mh", "ph"),
    "t": ("d", "nh", "th"),
    "g": ("", "ng"),
    "b": ("f", "m"),
    "d": ("dd", "n"),
    "ll": ("l",),
    "m": ("f",),
    "rh": ("r",),
}
#: letters with which a word never begins as what their first letter alone would make of it
_DIGRAPHS = ("ch", "dd", "ff", "ng", "ll", "ph", "rh", "th", "mh", "nh")
_MARKS = "[\u0300-\u036f\u00ad]*"
#: a word, or one that goes on in the next line after a soft hyphen: gwry-choedd, co-production
_MAYBE_BROKEN = re.compile("\\w+(?:\u00ad\\w+)*")


@dataclass(frozen=True)
class Query:
    """What was asked: each word with the forms that count as the same word, and what may be only begun."""

    words: tuple[str, ...] = ()
    mutated: bool = False
    #: whether the beginning of the last word is enough
    begun: bool = True

    @cached_property
    def groups(self) -> list[tuple[tuple[str, ...], bool]]:
        """For each word the forms that find it, as it was typed first, and whether their beginning is enough."""
        last = len(self.words) - 1 if self.begun else None
        return [
            ((word, *sorted(mutated_forms(word) if self.mutated else ())), turn == last and len(word) >= BEGINS_FROM)
            for turn, word in enumerate(self.words)
        ]

    @cached_property
    def _each(self) -> list[re.Pattern]:
        return [_pattern((group,)) for group in self.groups]

    def _places(self, text: str) -> Iterator[re.Match]:
        return _pattern(tuple(self.groups)).finditer(text) if self.words else iter(())

    def first_place(self, text: str) -> int | None:
        """Where the first of its words stands in a text, accents and case apart."""
        found = next(self._places(text), None)
        return found.start() if found else None

    def missing_from(self, text: str) -> "Query":
        """The part of the query that a text does not hold."""
        left = [word for word, pattern in zip(self.words, self._each, strict=True) if not pattern.search(text)]
        return Query(tuple(left), self.mutated)

    def held_by(self, text: str) -> int:
        """How many of its words a text holds."""
        return sum(bool(pattern.search(text)) for pattern in self._each)

    def marked(self, text: str) -> SafeString:
        """Text safe for a page, with the words inside <mark>; words side by side share one."""
        spans: list[list[int]] = []
        for found in self._places(text):
            if spans and not text[spans[-1][1] : found.start()].strip(" "):
                spans[-1][1] = found.end()
            else:
                spans.append([found.start(), found.end()])
        out, at = [], 0
        for start, end in spans:
            out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
        return mark_safe("".join([*out, escape(text[at:])]))


def query_words(query: str) -> list[str]:
    """The folded words of a query; operators and marks mean nothing."""
    return _WORD.findall(fold(query[:MAX_QUERY]).replace("_", " "))[:MAX_WORDS]


def folded_words(text: str) -> Iterator[str]:
    """The words of a text as the index holds them; one broken at a line's end as a whole and in parts."""
    for found in _MAYBE_BROKEN.findall(fold(text).replace("_", " ")):
        if "\u00ad" in found:
            yield found.replace("\u00ad", "")
        yield from found.split("\u00ad")


def written_words(text: str) -> Iterator[str]:
    """The words of a text as people spell them, in small letters; those of letters alone, and of a word's length."""
    for found in _MAYBE_BROKEN.findall(nfc(text).lower()):
        word = found.replace("\u00ad", "")
        if word.isalpha() and SPELT[0] <= len(word) <= SPELT[1]:
            yield word


def mutated_forms(word: str) -> set[str]:
    """The other forms of a Welsh word's family: gaerdydd → caerdydd, nghaerdydd, chaerdydd."""
    if len(word) < MUTATES_FROM or not word.isalpha():
        return set()
    radicals = {word, *_radicals(word)}
    forms = radicals | {form for radical in radicals for form in _mutations(radical)}
    return {form for form in forms if len(form) >= 2} - {word}


def _first_letter(word: str) -> str:
    return word[:2] if word[:2] in _DIGRAPHS else word[:1]


def _mutations(radical: str) -> set[str]:
    first = _first_letter(radical)
    found = {change + radical[len(first) :] for change in MUTATIONS.get(first, ())}
    # Her, our and their put an h before a vowel: egwyddorion, ein hegwyddorion.
    return found | ({"h" + radical} if radical[0] in VOWELS and len(radical) >= H_BEFORE else set())


def _radicals(word: str) -> set[str]:
    """The words that may stand behind a mutated one."""
    first = "ngh" if word.startswith("ngh") else _first_letter(word)
    found = {
        radical + word[len(first) :] for radical, changes in MUTATIONS.items() for change in changes if change == first
    }
    # A soft g falls away altogether: gardd, yr ardd; gwaith, y waith.
    if word[0] in VOWELS + "lr" and first not in ("ll", "rh"):
        found.add("g" + word)
    # An h before a vowel may belong to the word (hanes) or not (hegwyddorion): both are tried.
    if word[0] == "h" and word[1] in VOWELS and len(word) > H_BEFORE:
        found.add(word[1:])
    return found


@cache
def _letters() -> dict[str, str]:
    """For each plain letter every character that folds to it."""
    found: dict[str, str] = {}
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = fold(chr(code))
        if len(bare) == 1:
            found[bare] = found.get(bare, "") + chr(code)
    return found


def _spelt(word: str) -> str:
    letters = _letters()
    return "".join(f"[{letters[c]}]{_MARKS}" if c in letters else re.escape(c) for c in word)


@lru_cache(maxsize=256)
def _pattern(groups: tuple[tuple[tuple[str, ...], bool], ...]) -> re.Pattern:
    """A pattern that finds the words in text as it was written."""
    parts = []
    for forms, begins in groups:
        spelt = "|".join(_spelt(form) for form in sorted(forms, key=len, reverse=True))
        parts.append(rf"(?:{spelt})" + (r"\w*" if begins else r"(?!\w)"))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")", re.IGNORECASE)
