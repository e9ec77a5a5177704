"""English on a Welsh screen: what the catalogues call English, and what of it stands in a page, a letter or a file."""

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID_BY = {"title", "alt", "placeholder", "aria-label", "label", "aria-description", "summary"}
PLACEHOLDER = re.compile(r"%\(\w+\)[\d.]*[a-z]|%[\d.]*[sdifr]|\{\w*\}|%%")
TAG = re.compile(r"<[^<>]+>")
WORDS = re.compile(r"[A-Za-z]{2,}")
#: words of English that Welsh never has
ENGLISH = re.compile(
    r"\b(the|and|you|your|this|that|with|from|please|have|are|of|was|which|what|when|who)\b", re.IGNORECASE
)


def tidy(text: str) -> str:
    """Text as a reader sees it: entities resolved, spaces single."""
    return " ".join(html.unescape(text).split())


class Reader(HTMLParser):
    """Collects what a page says in Welsh or without naming a language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.said: list[str] = []

    @property
    def elsewhere(self) -> bool:
        return any(lang not in ("", "cy") for _tag, lang in self.open)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang", "")
        if tag not in VOID:
            self.open.append((tag, "" if tag == "html" and lang == "cy" else ("cy!" if lang == "cy" else lang)))
        if self._hidden() or lang not in ("", "cy"):
            return
        self.said += [given[name] for name in SAID_BY & given.keys()]
        if tag == "input" and given.get("type") in ("submit", "button"):
            self.said.append(given.get("value", ""))
        if tag == "meta" and given.get("name", given.get("property", "")).endswith("description"):
            self.said.append(given.get("content", ""))
        for name, value in given.items():
            if name.startswith("data-") and value[:1] in "{[":
                self.said += texts(value)

    def _hidden(self) -> bool:
        for _tag, lang in reversed(self.open):
            if lang:
                return lang != "cy!"
        return False

    def handle_endtag(self, tag):
        if tag in [name for name, _lang in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        inside = self.open[-1][0] if self.open else ""
        if self._hidden() or inside == "style":
            return
        if inside == "script":
            self.said += texts(data) if data.strip()[:1] in ("{", "[") else []
        else:
            self.said.append(data)


def texts(source: str) -> list[str]:
    """The texts of a JSON value, HTML in them read as HTML."""
    try:
        found = list(_strings(json.loads(source)))
    except ValueError:
        return []
    return [text for value in found for text in (read(value) if "<" in value else [value])]


def _strings(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def read(page: str) -> list[str]:
    """What a page says in Welsh or in no named language, text by text."""
    reader = Reader()
    reader.feed(page)
    return [text for text in map(tidy, reader.said) if WORDS.search(text)]


class English:
    """The English of the catalogues, less what is also Welsh."""

    def __init__(self, entries) -> None:
        entries = list(entries)
        welsh = {tidy(TAG.sub(" ", text)) for entry in entries for text in self._said(entry) if text != entry.msgid}
        self.exact: set[str] = set()
        self.patterns: dict[str, list[tuple[re.Pattern, str]]] = defaultdict(list)
        for entry in entries:
            for msgid in filter(None, (entry.msgid, entry.msgid_plural)):
                if msgid in self._said(entry):
                    continue  # the same in both, which tests/test_welsh.py wants a reason for
                for piece in map(tidy, TAG.split(msgid)):
                    self._learn(piece, whole=piece == tidy(msgid))
        self.exact -= welsh

    @staticmethod
    def _said(entry) -> list[str]:
        return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]

    def _learn(self, piece: str, whole: bool) -> None:
        literal = PLACEHOLDER.sub(" ", piece)
        words = WORDS.findall(literal)
        if not words or (not whole and len(words) < 3):
            return
        if literal == piece:
            self.exact.add(piece)
        elif len("".join(words)) >= 6:
            parts = [re.escape(part) for part in PLACEHOLDER.split(piece)]
            rarest = max(words, key=len)
            self.patterns[rarest].append((re.compile(".*?".join(parts), re.DOTALL), piece))

    def in_text(self, text: str) -> str:
        """The message that a text is, or nothing."""
        for said in (text, text.rstrip(" :.*"), text + "."):
            if said in self.exact:
                return said
        for word in set(WORDS.findall(text)):
            for pattern, msgid in self.patterns.get(word, ()):
                if pattern.fullmatch(text):
                    return msgid
        return ""
