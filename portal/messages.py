"""Catalogues of translations: compiled where they changed, gathered again from the source, and checked."""

import shutil
import tempfile
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
    """Every reason why a Welsh reader would meet English: not gathered, no longer used, empty or fuzzy."""
    if not OURS.exists():
        yield f"{OURS.relative_to(BASE_DIR)} is missing: run make messages."
        return
    here, wanted = polib.pofile(str(OURS)), gathered()
    if here.metadata.get("Plural-Forms") != PLURAL_FORMS:
        yield f"{OURS.relative_to(BASE_DIR)}: the plural forms are not the six of Welsh."
    present, needed = _keys(here), _keys(wanted)
    yield from (f"not gathered, run make messages: {message[1]!r}" for message in sorted(needed - present, key=str))
    yield from (f"no longer used, run make messages: {message[1]!r}" for message in sorted(present - needed, key=str))
    yield from without_welsh(here)


def without_welsh(catalogue: polib.POFile) -> Iterator[str]:
    """The messages of a catalogue that lack Welsh, or whose Welsh nobody has confirmed."""
    for entry in catalogue:
        if entry.obsolete:
            continue
        if entry.fuzzy:
            yield f"fuzzy: {entry.msgid!r}"
        elif not entry.translated():
            yield f"no Welsh: {entry.msgid!r}"
        elif entry.msgid_plural and len(entry.msgstr_plural) != 6:
            yield f"not six plural forms: {entry.msgid!r}"


def _keys(catalogue: polib.POFile) -> set[tuple]:
    return {(entry.msgctxt, entry.msgid, entry.msgid_plural) for entry in catalogue if not entry.obsolete}
