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
TAG = re.compile(r"<[^<>]+>")
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Plural-Forms": PLURAL_FORMS,
}


def compile_changed(folder: Path = LOCALE) -> list[Path]:
    """Write the .mo file of each catalogue in a folder that has none or an older one; those written."""
    changed = []
    for source in sorted(folder.rglob("*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            polib.pofile(str(source)).save_as_mofile(str(target))
            changed.append(target)
    return changed


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
