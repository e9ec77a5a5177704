"""Catalogues of translations: compiled where they changed, gathered again from the source, and checked."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import polib

BASE_DIR = Path(__file__).resolve().parent.parent
LOCALE = BASE_DIR / "locale"
OURS = LOCALE / "cy" / "LC_MESSAGES" / "django.po"
SOURCES = ("core", "members", "events", "resources", "newsletter", "portal", "templates")
# Zero, one, two, three, six and all others: the forms that Welsh has by CLDR, where Django's own file has four.
PLURAL_FORMS = "nplurals=6; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;"
#: Welsh that is the very same as the English, each with its reason
SAME_IN_BOTH = {
    "Message-ID": "the name of a header of mail",
    "staff": "a word that Welsh shares",
    "stamp": "a word that Welsh shares",
}
PLACEHOLDER = re.compile(r"%\(\w+\)[\d.]*[a-z]|%[\d.]*[sdifr]|\{\w*\}")
APOSTROPHE = re.compile(r"(?<=[\w)}])'(?=[\w%{])")
TAG = re.compile(r"<[^<>]+>")
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Plural-Forms": PLURAL_FORMS,
}


def compile_changed(folder: Path = LOCALE) -> list[Path]:
    """Write the .mo files of each catalogue in a folder that has none or older ones; those written.

    A catalogue is typed with straight apostrophes, and readers get round ones, as in the pages that editors write: in the
    Welsh, and in the English messages of a catalogue, which need a file of their own for that.
    """
    changed = []
    for source in sorted(folder.rglob("*.po")):
        welsh = source.with_suffix(".mo")
        english = source.parents[2] / "en" / "LC_MESSAGES" / welsh.name
        if all(
            target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns for target in (welsh, english)
        ):
            continue
        catalogue = polib.pofile(str(source))
        for target, entries in ((welsh, _in_welsh(catalogue)), (english, _in_english(catalogue))):
            target.parent.mkdir(parents=True, exist_ok=True)
            entries.save_as_mofile(str(target))
            changed.append(target)
    return changed


def _in_welsh(catalogue: polib.POFile) -> polib.POFile:
    for entry in catalogue:
        entry.msgstr = rounded(entry.msgstr)
        entry.msgstr_plural = {form: rounded(text) for form, text in entry.msgstr_plural.items()}
    return catalogue


def _in_english(catalogue: polib.POFile) -> polib.POFile:
    """The messages that have an apostrophe."""
    english = polib.POFile()
    english.metadata = HEADER | {"Language": "en", "Plural-Forms": "nplurals=2; plural=(n != 1);"}
    for entry in catalogue:
        one, many = rounded(entry.msgid), rounded(entry.msgid_plural)
        if entry.obsolete or (one, many) == (entry.msgid, entry.msgid_plural):
            continue
        told = {"msgstr_plural": {0: one, 1: many}} if many else {"msgstr": one}
        english.append(polib.POEntry(msgctxt=entry.msgctxt, msgid=entry.msgid, msgid_plural=entry.msgid_plural, **told))
    return english


def rounded(text: str) -> str:
    """A text with round apostrophes between its letters; those inside tags are quotes, and stay."""
    parts = re.split(f"({TAG.pattern})", text)
    return "".join(part if turn % 2 else APOSTROPHE.sub("’", part) for turn, part in enumerate(parts))


def gathered() -> polib.POFile:
    """Our catalogue as it is to be: every message now in the source, with the Welsh that it has."""
    from django.core.management import call_command
    from django.test import override_settings

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in SOURCES:
            shutil.copytree(BASE_DIR / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        catalogue = root / "locale" / "cy" / "LC_MESSAGES" / "django.po"
        catalogue.parent.mkdir(parents=True)
        if OURS.exists():
            shutil.copy(OURS, catalogue)
        else:
            _empty().save(str(catalogue))
        with chdir(root), override_settings(LOCALE_PATHS=[str(root / "locale")]):
            call_command(
                "makemessages",
                locale=["cy"],
                extensions=["py", "html", "txt"],
                add_location="file",
                no_wrap=True,
                no_obsolete=True,
                verbosity=0,
            )
        return _tidied(polib.pofile(str(catalogue), wrapwidth=0))


def _empty() -> polib.POFile:
    catalogue = polib.POFile()
    catalogue.metadata = dict(HEADER)
    return catalogue


def _tidied(catalogue: polib.POFile) -> polib.POFile:
    """The same without dates, so that nothing changes when no message does, and without guesses."""
    catalogue.metadata = dict(HEADER)
    catalogue.header = "Our own words in Welsh. Gathered by make messages; the Welsh is written here by hand."
    catalogue.metadata_is_fuzzy = False
    for entry in catalogue:
        if entry.fuzzy:  # msgmerge guessed from a similar message; a person has to say it
            entry.flags.remove("fuzzy")
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
        entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
    return catalogue


def problems() -> Iterator[str]:
    """Every reason why a Welsh reader would meet English or a broken page."""
    if not OURS.exists():
        yield f"{OURS} is missing: run make messages."
        return
    here, wanted = polib.pofile(str(OURS)), gathered()
    if here.metadata.get("Plural-Forms") != PLURAL_FORMS:
        yield f"{OURS}: the plural forms are not the six of Welsh."
    present, needed = _keys(here), _keys(wanted)
    yield from (f"not gathered, run make messages: {message[1]!r}" for message in sorted(needed - present, key=str))
    yield from (f"no longer used, run make messages: {message[1]!r}" for message in sorted(present - needed, key=str))
    yield from without_welsh(here)
    yield from unused_reasons(here)


def without_welsh(catalogue: polib.POFile) -> Iterator[str]:
    """The messages of a catalogue that lack Welsh, whose Welsh nobody has confirmed, or whose Welsh would break a page."""
    for entry in catalogue:
        problem = _problem(entry)
        if problem:
            yield f"{problem}: {entry.msgid!r}"


def _problem(entry: polib.POEntry) -> str:
    if entry.obsolete:
        return "obsolete, run make messages"
    if entry.fuzzy:
        return "fuzzy"
    if not entry.translated():
        return "no Welsh"
    if entry.msgid_plural and sorted(entry.msgstr_plural) != list(range(6)):
        return "not six plural forms"
    if any(pieces(text) not in allowed for text, allowed in _forms(entry)):
        return "other placeholders or tags than the English"
    if entry.msgid not in SAME_IN_BOTH and any(_is_english(text, entry) for text, _allowed in _forms(entry)):
        return "the Welsh is the English"
    return ""


def pieces(text: str) -> Counter[str]:
    """The placeholders and tags of a text, which its Welsh must carry unchanged."""
    return Counter(PLACEHOLDER.findall(text) + TAG.findall(text))


def _forms(entry: polib.POEntry) -> Iterator[tuple[str, list[Counter[str]]]]:
    """Each Welsh text of an entry and the pieces that it may hold; the form for one may leave the number out."""
    if not entry.msgid_plural:
        yield entry.msgstr, [pieces(entry.msgid)]
    for number, text in entry.msgstr_plural.items():
        yield text, [pieces(entry.msgid_plural)] + ([pieces(entry.msgid)] if number == 1 else [])


def _is_english(text: str, entry: polib.POEntry) -> bool:
    words = TAG.sub("", PLACEHOLDER.sub("", text))
    return text in (entry.msgid, entry.msgid_plural) and any(letter.isalpha() for letter in words)


def unused_reasons(catalogue: polib.POFile) -> Iterator[str]:
    """The reasons in SAME_IN_BOTH that no message needs any more."""
    same = {entry.msgid for entry in catalogue if any(_is_english(text, entry) for text, _allowed in _forms(entry))}
    yield from (f"no longer the same in both: {message!r}" for message in sorted(SAME_IN_BOTH.keys() - same))


def _keys(catalogue: polib.POFile) -> set[tuple]:
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue if not entry.obsolete}
