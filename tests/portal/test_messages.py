"""Catalogues: six plural forms, compiled when they change, gathered without guesses."""

import gettext
import os
import shutil

import polib
import pytest

from portal import messages

pytestmark = pytest.mark.once

needs_gettext = pytest.mark.skipif(not shutil.which("xgettext"), reason="needs gettext: apt install gettext")


@pytest.fixture
def catalogue(tmp_path):
    """A catalogue with one message in six forms, and its folder."""
    po = polib.POFile()
    po.metadata = dict(messages.HEADER)
    forms = dict(enumerate(["dim cŵn", "un ci", "dau gi", "tri chi", "chwe chi", "llawer o gŵn"]))
    po.append(polib.POEntry(msgid="dog", msgid_plural="dogs", msgstr_plural=forms))
    po.append(polib.POEntry(msgid="Join", msgstr="Ymunwch"))
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    po.save(str(folder / "django.po"))
    return folder / "django.po"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "dim cŵn"),
        (1, "un ci"),
        (2, "dau gi"),
        (3, "tri chi"),
        (6, "chwe chi"),
        (4, "llawer o gŵn"),
        (20, "llawer o gŵn"),
    ],
)
def test_compiled_catalogue_has_the_six_forms_of_welsh(catalogue, tmp_path, number, said):
    messages.compile_changed(tmp_path)
    welsh = gettext.translation("django", tmp_path, languages=["cy"])
    assert welsh.ngettext("dog", "dogs", number) == said
    assert welsh.gettext("Join") == "Ymunwch"


def test_catalogue_is_compiled_once_and_again_when_it_changes(catalogue, tmp_path):
    assert messages.compile_changed(tmp_path) == [catalogue.with_suffix(".mo")]
    assert messages.compile_changed(tmp_path) == []
    later = catalogue.stat().st_mtime_ns + 10**10
    os.utime(catalogue, ns=(later, later))
    assert messages.compile_changed(tmp_path) == [catalogue.with_suffix(".mo")]


def test_what_lacks_welsh_is_named_with_its_reason(catalogue):
    po = polib.pofile(str(catalogue))
    po.append(polib.POEntry(msgid="Empty"))
    po.append(polib.POEntry(msgid="Guessed", msgstr="Dyfalwyd", flags=["fuzzy"]))
    po.append(polib.POEntry(msgid="day", msgid_plural="days", msgstr_plural={0: "a", 1: "b", 2: "c", 3: "d"}))
    assert list(messages.without_welsh(po)) == [
        "no Welsh: 'Empty'",
        "fuzzy: 'Guessed'",
        "not six plural forms: 'day'",
    ]


@needs_gettext
def test_gathering_finds_our_strings_and_guesses_nothing():
    gathered = messages.gathered()
    assert gathered.find("That cannot be done.")
    assert gathered.metadata["Plural-Forms"] == messages.PLURAL_FORMS
    assert not [entry for entry in gathered if entry.fuzzy or entry.obsolete]
