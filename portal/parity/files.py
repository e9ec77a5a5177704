"""A page's words as a PO file for a translator, and such a file back into the draft of the other language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import polib
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.errors import Refused
from core.i18n import nfc
from portal.parity.gate import newest
from portal.parity.units import Texts, Unit, beside

MOST_BYTES = 1_000_000
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')
PIECES = re.compile(r"</?\w+|[^<>\s]+")


class NotAFile(Refused):
    """What was uploaded is no PO file."""

    message = _("This is not a PO file, or it was damaged on its way. Download it again and fill in that one.")


class TooLarge(Refused):
    """A page's words never take so much room."""

    message = _("This file is larger than 1 MB. The words of one page are much smaller.")


class AnotherPage(Refused):
    """The file holds the words of another page."""

    message = _("This file holds the words of another page.")


class AnotherLanguage(Refused):
    """The file is for the other direction."""

    message = _("This file is for a translation into the other language.")


class Outcome(models.TextChoices):
    """What became of one text of a file."""

    TAKEN = "taken", _("Taken into the draft")
    TIDIED = "tidied", _("Taken; markup that the page may not hold was left out")
    SAME = "same", _("As it was")
    EMPTY = "empty", _("Not translated in the file")
    UNSURE = "unsure", _("Marked as unsure in the file, and not taken")
    CHANGED = "changed", _("Not taken: the text to translate has changed since the file was made")
    UNKNOWN = "unknown", _("Not taken: the page no longer has this text")
    NO_PLACE = "no_place", _("Not taken: the page in the other language is built differently here")
    REFUSED = "refused", _("Not taken")
    ABSENT = "absent", _("Not in the file")


#: what is not in the draft, and what the report therefore shows in full
LOST = (Outcome.UNSURE, Outcome.CHANGED, Outcome.UNKNOWN, Outcome.NO_PLACE, Outcome.REFUSED)


@dataclass(frozen=True)
class Line:
    """What became of one text; `words` are the translator's, `why` a refusal's."""

    label: str
    outcome: Outcome
    words: str = ""
    why: str = ""


def to_file(*, source: Page, target: Page | None, language: str) -> bytes:
    """The newest words of a page, each with its place and with the other language's where there is one."""
    mine = Texts.of(newest(source))
    theirs = beside(mine, Texts.of(newest(target))) if target else {}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {
        "Project-Id-Version": nfc(source.title),
        "Language": language,
        "X-Source-Language": source.locale.language_code,
        "X-Page": str(source.translation_key),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    for unit in mine.units:
        if unit.words:
            catalogue.append(_entry(unit, theirs.get(unit.place)))
    return str(catalogue).encode()


def _entry(unit: Unit, twin: Unit | None) -> polib.POEntry:
    said = twin.text if twin and twin.words != unit.words else ""
    how = gettext("HTML: keep the marks in angle brackets.") if unit.is_rich else ""
    comment = "\n".join(filter(None, [unit.label, how]))
    return polib.POEntry(msgctxt=unit.place, msgid=unit.text, msgstr=said, comment=comment)


def read_file(content: bytes, *, source: Page, language: str) -> polib.POFile:
    """An uploaded file of this page into this language. Refuses with TooLarge, NotAFile, AnotherPage, AnotherLanguage."""
    if len(content) > MOST_BYTES:
        raise TooLarge
    try:
        # polib takes a text that names a file for that file; no file's name begins with this line.
        catalogue = polib.pofile("#\n" + content.decode("utf-8-sig").replace("\r\n", "\n").replace("\0", ""))
    except (UnicodeDecodeError, OSError, ValueError) as error:
        raise NotAFile from error
    if catalogue.metadata.get("X-Page") != str(source.translation_key):
        raise AnotherPage if catalogue.metadata.get("X-Page") else NotAFile
    if catalogue.metadata.get("Language") != language:
        raise AnotherLanguage
    return catalogue


def fill(*, source: Page, target: Page, catalogue: polib.POFile) -> tuple[dict, list[Line]]:
    """What the target's draft holds with the words of a file, and what became of each of them."""
    mine, theirs = Texts.of(newest(source)), Texts.of(newest(target))
    lines = list(_lines(mine, beside(mine, theirs), catalogue))
    return theirs.whole(), lines


def _lines(mine: Texts, twins: dict[str, Unit], catalogue: polib.POFile) -> Iterator[Line]:
    units, named = {unit.place: unit for unit in mine.units if unit.words}, set()
    for entry in catalogue:
        named.add(entry.msgctxt)
        unit = units.get(entry.msgctxt)
        label = unit.label if unit else entry.comment.partition("\n")[0] or entry.msgid[:80]
        outcome, why = _put(unit, twins.get(entry.msgctxt), entry)
        yield Line(label, outcome, entry.msgstr if outcome in LOST else "", why)
    for place, unit in units.items():
        if place not in named:
            yield Line(unit.label, Outcome.ABSENT)


def _put(unit: Unit | None, twin: Unit | None, entry: polib.POEntry) -> tuple[Outcome, str]:
    """Put one text into its place, if it may go there."""
    if not entry.msgstr.strip():
        return Outcome.EMPTY, ""
    if unit is None or entry.obsolete:
        return Outcome.UNKNOWN, ""
    if _even(entry.msgid) != _even(unit.text):
        return Outcome.CHANGED, ""
    if twin is None:
        return Outcome.NO_PLACE, ""
    if entry.fuzzy:
        return Outcome.UNSURE, ""
    if _even(entry.msgstr) == _even(twin.text):
        return Outcome.SAME, ""
    try:
        text = twin.clean(entry.msgstr)
    except ValidationError as refusal:
        return Outcome.REFUSED, " ".join(refusal.messages)
    twin.holder[twin.key] = text
    return (Outcome.TIDIED if twin.is_rich and _bare(text) != _bare(entry.msgstr) else Outcome.TAKEN), ""


def _even(text: str) -> str:
    """A text whose lines end as every program's do."""
    return nfc(text).replace("\r\n", "\n").strip()


def _bare(html: str) -> list[str]:
    """The elements and words of a text, without the keys that Wagtail gives its paragraphs."""
    return PIECES.findall(BLOCK_KEY.sub("", html))
