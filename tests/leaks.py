"""English on a Welsh screen: what a page, a letter or a file says, and which of it no Welsh catalogue explains."""

import gettext
import html
import importlib.util
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import polib
from django.apps import apps
from django.db import models
from django.utils.translation import trans_real

from core.formats.cy import formats
from portal import messages

SCRIPT = Path(__file__).resolve().parent.parent / "bin" / "vendor_messages.py"
OURS = ("core", "members", "events", "resources", "newsletter", "portal")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SAID_BY = {"title", "alt", "placeholder", "label", "summary", "aria-label", "aria-description", "aria-roledescription"}
#: what a script of the admin or of ours is given to say
SAID_BY_SCRIPT = re.compile(r"^data-[\w-]*(label|text|message|content-value|title|confirm|error|placeholder)[\w-]*$")
PLACEHOLDER = re.compile(r"%\(\w+\)[\d.]*[a-z]|%[\d.]*[sdifr]|\{\w*\}|%%")
TAG = re.compile(r"<[^<>]+>")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: what has no language: addresses, files, names that only a machine reads
NO_WORD = re.compile(r"https?:\S+|\S+@\S+|(?<!\w)/[\w/.%?=&-]+|[\w-]+\.[a-z]+\b|\bv?\d[\w.:]*|%\w\b")
MACHINE = re.compile(r"[a-z0-9_.:/#*-]*|\S*[a-z][A-Z]\S*|[A-Z_]+|\S*[\d._:/\[\](){}=<>]\S*|w-\S+( w-\S+)*|X-\S+")
#: names and terms that both languages write alike, and which stand in no catalogue
NAMES = set(
    "wagtail english html pdf csv xlsx docx pptx odt txt png jpeg gif webp avif svg ico heic zip json "
    "kb mb utc ics rss jpg api ctrl shift alt cmd enter esc tab".split()
)
#: longer than any message with a placeholder: patterns would be slow there, and its words tell anyway
LONG = 300
#: what a language is called in that language, as the switch and the lists of languages have it
IN_ITSELF = {"English"}


def tidy(text: str) -> str:
    """Text as a reader sees it: entities resolved, in composed letters, spaces single."""
    return " ".join(unicodedata.normalize("NFC", html.unescape(text)).replace("\u00ad", "").split())


class Reader(HTMLParser):
    """Collects what a page says in Welsh or without naming a language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.said: list[str] = []
        self.unfilled = False  # hidden until a script has put a number there

    @property
    def language(self) -> str:
        """The language that the nearest element names."""
        return next((lang for _tag, lang in reversed(self.open) if lang), "cy")

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append((tag, given.get("lang", "")))
            self.unfilled = "hidden" in given
        if (given.get("lang") or self.language) != "cy":
            return
        self.said += [given[name] for name in SAID_BY & given.keys()]
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            self.said.append(given.get("value", ""))
        if tag == "meta" and given.get("name", given.get("property", "")).endswith(("description", "title")):
            self.said.append(given.get("content", ""))
        for name, value in given.items():
            if name.startswith("data-") and value[:1] in "{[":
                self.said += texts(value)
            elif SAID_BY_SCRIPT.match(name) and not MACHINE.fullmatch(value):
                self.said += read(value) if "<" in value else [value]

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if any(name == tag for name, _lang in self.open):
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        inside = self.open[-1][0] if self.open else ""
        if self.language != "cy" or inside == "style" or (self.unfilled and data.strip() == "None"):
            return
        if inside == "script":
            self.said += texts(data) if data.strip()[:1] in ("{", "[") else []
        else:
            self.said.append(data)


class Forms(HTMLParser):
    """The forms of a page that post: where to, what they hold, and the same emptied."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict, dict]] = []
        self.here: tuple[str, dict, dict] | None = None
        self.choice = self.area = ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.here = (given.get("action", ""), {}, {}) if given.get("method", "").lower() == "post" else None
            self.found += [self.here] if self.here else []
        elif self.here and tag == "option" and self.choice and "selected" in given:
            self.here[1].setdefault(self.choice, []).append(given.get("value", ""))
        elif self.here and given.get("name"):
            self._answer(tag, given["name"], given)

    def _answer(self, tag, name, given):
        kind = given.get("type", "text") if tag == "input" else tag
        self.choice = name if tag == "select" else ""
        self.area = name if tag == "textarea" else ""
        if kind in ("checkbox", "radio") and "checked" in given:
            self.here[1].setdefault(name, []).append(given.get("value", "on"))
        elif kind not in ("checkbox", "radio", "file", "submit", "button", "select"):
            self.here[1].setdefault(name, []).append(given.get("value", ""))
            self.here[2].setdefault(name, []).append(given.get("value", "") if kind == "hidden" else "")

    def handle_data(self, data):
        if self.here and self.area:
            self.here[1][self.area][-1] += data

    def handle_endtag(self, tag):
        self.choice = "" if tag == "select" else self.choice
        self.area = "" if tag == "textarea" else self.area
        self.here = None if tag == "form" else self.here


def forms(page: str) -> list[tuple[str, dict, dict]]:
    """Where each form of a page posts to, what it holds, and the same emptied."""
    parser = Forms()
    parser.feed(page)
    return parser.found


def said_in(answer) -> tuple[str, ...]:
    """What an answer of the web says, whichever way it came."""
    kind = answer.get("Content-Type", "")
    if answer.streaming or not kind.startswith(("text/html", "application/json")):
        return ()
    page = answer.content.decode()
    return texts(page) if kind.startswith("application/json") else read(page)


@cache
def texts(source: str) -> tuple[str, ...]:
    """The texts of a JSON value, HTML in them read as HTML; a word for machines is none."""
    try:
        found = list(strings(json.loads(source)))
    except ValueError:
        return ()
    found = [text for text in found if not MACHINE.fullmatch(text)]
    return tuple(said for text in found for said in (read(text) if "<" in text else [text]))


def strings(value) -> Iterator[str]:
    """Each text inside a value of JSON."""
    if isinstance(value, str) and value[:1] in "{[":
        yield from texts(value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        named = value.items() if isinstance(value, dict) else (("", inner) for inner in value)
        for name, inner in named:
            if not name.startswith("@"):  # kinds of things, as search engines call them
                yield from strings(inner)


@cache
def read(page: str) -> tuple[str, ...]:
    """What a page says in Welsh or in no named language, text by text."""
    reader = Reader()
    reader.feed(page)
    return tuple(dict.fromkeys(text for text in map(tidy, reader.said) if WORD.search(text)))


@cache
def vendor():
    """The script that keeps the Welsh of the libraries."""
    spec = importlib.util.spec_from_file_location("vendor_messages", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def entries() -> tuple[polib.POEntry, ...]:
    """Every message that a person can meet, with the Welsh that is shown for it."""
    found = list(polib.pofile(str(messages.OURS)))
    for catalogue in vendor().CATALOGUES:
        welsh = vendor().upstream(catalogue) | vendor().ours(catalogue.domain)
        found += [welsh.get(vendor().key(entry), entry) for entry in catalogue.met()]
    return tuple(found)


def said_for(entry: polib.POEntry) -> list[str]:
    """Every Welsh text of an entry."""
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


def words(text: str) -> set[str]:
    """The words of a text that are long enough to belong to one language; what is all capitals is an abbreviation."""
    found = (word for word in WORD.findall(text) if len(word) > 2 and not word.isupper())
    return {word.lower().replace("’", "'") for word in found}


def of_formats() -> Iterator[str]:
    """The names of months and the like in our own formats."""
    yield from (value for value in vars(formats).values() if isinstance(value, str))


class English:
    """Tells English from Welsh: by the English of the catalogues, and by words that no Welsh text has."""

    def __init__(self) -> None:
        welsh = {tidy(TAG.sub(" ", text)) for entry in entries() for text in said_for(entry) if text != entry.msgid}
        self.vocabulary = NAMES | set().union(*map(words, (*welsh, *of_formats())))
        self.exact: set[str] = set()
        self.patterns: dict[str, list[tuple[re.Pattern, str]]] = defaultdict(list)
        for entry in entries():
            for msgid in filter(None, (entry.msgid, entry.msgid_plural)):
                if msgid in said_for(entry):  # the same in both, which tests/test_welsh.py wants a reason for
                    self.vocabulary |= words(msgid)
                    continue
                for piece in map(tidy, TAG.split(msgid)):
                    self._learn(piece, whole=piece == tidy(msgid))
        self.exact -= welsh | IN_ITSELF

    def _learn(self, piece: str, whole: bool) -> None:
        literal = WORD.findall(PLACEHOLDER.sub(" ", piece))
        if not literal or (not whole and len(literal) < 3):
            return
        if not PLACEHOLDER.search(piece):
            self.exact.add(piece)
        elif len("".join(literal)) >= 6:
            parts = [re.escape(part) for part in PLACEHOLDER.split(piece)]
            self.patterns[max(literal, key=len)].append((re.compile(".*?".join(parts), re.DOTALL), piece))

    def message_in(self, text: str) -> str:
        """The message of a catalogue that a text is, or nothing."""
        for said in (text, text.rstrip(" :.*…"), text + "."):
            if said in self.exact:
                return said
        for word in set(WORD.findall(text)) if len(text) < LONG else ():
            for pattern, msgid in self.patterns.get(word, ()):
                if pattern.fullmatch(text):
                    return msgid
        return ""

    def unknown_in(self, text: str) -> set[str]:
        """The words of a text that stand in no Welsh text."""
        return words(NO_WORD.sub(" ", text)) - self.vocabulary


@cache
def english() -> English:
    """The one that knows what all catalogues say."""
    return English()


class Written:
    """What people wrote into the database, which is theirs to translate."""

    def __init__(self, in_welsh: bool = False) -> None:
        """All of it; or what may stand on a Welsh page unmarked, which is not what they wrote in English."""
        self.whole: set[str] = set()
        self.words: set[str] = set()
        for model in apps.get_models():
            if not in_welsh or model._meta.app_label in (*OURS, "wagtailcore"):
                self._take(model, in_welsh)

    def _take(self, model, in_welsh: bool) -> None:
        rows, names = model._default_manager.all(), {field.name for field in model._meta.get_fields()}
        if in_welsh:
            rows = rows.exclude(locale__language_code="en") if "locale" in names else rows
            rows = rows.exclude(language="en") if model._meta.model_name in ("document", "searchentry") else rows
            rows = rows.none() if model._meta.model_name in ("revision", "outgoingmail", "principleswording") else rows
        fields = [
            field
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField | models.JSONField)
            and not field.choices
            and not (in_welsh and field.name.endswith("_en"))
        ]
        for row in rows.values_list(*[field.name for field in fields]) if fields else ():
            for value in filter(None, row):
                for text in _pieces(value):
                    self.whole.add(text)
                    self.words |= words(text) if model._meta.app_label in (*OURS, "wagtailcore") else set()


def _pieces(value) -> Iterator[str]:
    """The texts of a stored value: itself, or the texts of its HTML or JSON."""
    if not isinstance(value, str):
        value = (
            json.dumps(value, default=str)
            if isinstance(value, dict | list)
            else json.dumps(list(value.get_prep_value()))
        )
    yield from read(value) if "<" in value else [tidy(value)]
    if value[:1] in "{[":
        yield from texts(value)


def leaks(said: Iterable[str], written: Written | None = None) -> set[str]:
    """Which of the texts are English, or have words that nobody can explain."""
    found = set()
    for text in set(said):
        if written and text in written.whole:
            continue
        message = english().message_in(text)
        if message:
            found.add(message)
        elif unknown := english().unknown_in(text) - (written.words if written else set()):
            found.add(f"{' '.join(sorted(unknown))}: {text[:120]}")
    return found


class Missing(gettext.NullTranslations):
    """Asked where Welsh had no answer: remembers the question."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def gettext(self, message):
        self.asked.add(message)
        return super().gettext(message)

    def ngettext(self, one, many, number):
        self.asked.add(one)
        return super().ngettext(one, many, number)

    def pgettext(self, context, message):
        self.asked.add(message)
        return super().pgettext(context, message)

    def npgettext(self, context, one, many, number):
        self.asked.add(one)
        return super().npgettext(context, one, many, number)


@contextmanager
def unanswered() -> Iterator[set[str]]:
    """What gettext is asked in Welsh meanwhile and does not know."""
    welsh = trans_real.translation("cy")
    before, welsh._fallback = welsh._fallback, (missing := Missing())
    try:
        yield missing.asked
    finally:
        welsh._fallback = before
