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
    written = [catalogue.with_suffix(".mo"), tmp_path / "en" / "LC_MESSAGES" / "django.mo"]
    assert messages.compile_changed(tmp_path) == written
    assert messages.compile_changed(tmp_path) == []
    later = catalogue.stat().st_mtime_ns + 10**10
    os.utime(catalogue, ns=(later, later))
    assert messages.compile_changed(tmp_path) == written


def test_readers_of_both_languages_get_round_apostrophes(catalogue, tmp_path):
    """Between letters and beside what is filled in; a quote in a tag is no apostrophe."""
    po = polib.pofile(str(catalogue))
    po.append(polib.POEntry(msgid="It's <a href='%(url)s'>here</a>.", msgstr="Mae'n <a href='%(url)s'>yma</a>."))
    many = {form: f"%(n)s o gŵn a'u {form}" for form in range(6)}
    po.append(polib.POEntry(msgctxt="of dogs", msgid="a dog's", msgid_plural="%(n)s dog's", msgstr_plural=many))
    po.save(str(catalogue))
    messages.compile_changed(tmp_path)
    welsh, english = (gettext.translation("django", tmp_path, languages=[code]) for code in ("cy", "en"))
    said = "It's <a href='%(url)s'>here</a>."
    assert welsh.gettext(said) == "Mae’n <a href='%(url)s'>yma</a>."
    assert english.gettext(said) == "It’s <a href='%(url)s'>here</a>."
    assert welsh.npgettext("of dogs", "a dog's", "%(n)s dog's", 6) == "%(n)s o gŵn a’u 4"
    assert english.npgettext("of dogs", "a dog's", "%(n)s dog's", 2) == "%(n)s dog’s"


SIX = dict(enumerate(["%(n)d ci"] * 6))


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"msgid": "Empty"}, "no Welsh"),
        ({"msgid": "Guessed", "msgstr": "Dyfalwyd", "flags": ["fuzzy"]}, "fuzzy"),
        ({"msgid": "Gone", "msgstr": "Wedi mynd", "obsolete": True}, "obsolete, run make messages"),
        (
            {"msgid": "day", "msgid_plural": "days", "msgstr_plural": dict(enumerate("abcd"))},
            "not six plural forms",
        ),
        (
            {"msgid": "Hello %(name)s", "msgstr": "Helo %(enw)s"},
            "other placeholders or tags than the English",
        ),
        ({"msgid": "<b>Yes</b>", "msgstr": "Ie"}, "other placeholders or tags than the English"),
        (
            {"msgid": "%(n)d dog", "msgid_plural": "%(n)d dogs", "msgstr_plural": SIX | {5: "cŵn"}},
            "other placeholders or tags than the English",
        ),
        ({"msgid": "Left as it was", "msgstr": "Left as it was"}, "the Welsh is the English"),
        (
            {"msgid": "%(n)d dog", "msgid_plural": "%(n)d dogs", "msgstr_plural": SIX | {5: "%(n)d dogs"}},
            "the Welsh is the English",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_planted_fault_is_named(catalogue, entry, reason):
    """One fault put into a sound catalogue is found, and nothing else is."""
    po = polib.pofile(str(catalogue))
    assert list(messages.without_welsh(po)) == []
    po.append(polib.POEntry(**entry))
    assert list(messages.without_welsh(po)) == [f"{reason}: {entry['msgid']!r}"]


@pytest.mark.parametrize(
    "entry",
    [
        {"msgid": "staff", "msgstr": "staff"},
        {"msgid": "%(what)s: %(number)d", "msgstr": "%(what)s: %(number)d"},
        {"msgid": "a dog", "msgid_plural": "%(n)d dogs", "msgstr_plural": SIX | {1: "ci"}},
    ],
    ids=["shared", "without words", "one without its number"],
)
def test_sound_welsh_is_left_alone(entry):
    po = polib.POFile()
    po.append(polib.POEntry(**entry))
    assert list(messages.without_welsh(po)) == []


def test_a_reason_that_no_message_needs_is_named():
    """A list of exceptions must not outlive them."""
    found = list(messages.unused_reasons(polib.POFile()))
    assert len(found) == len(messages.SAME_IN_BOTH)
    assert "no longer the same in both: 'staff'" in found


@needs_gettext
def test_what_is_stale_or_missing_is_named(tmp_path, monkeypatch):
    """Against the real source: a message that is gone, one that was not gathered, and a header of four forms."""
    po = polib.pofile(str(messages.OURS))
    po.remove(po.find("That cannot be done."))
    po.append(polib.POEntry(msgid="Nobody says this", msgstr="Nid oes neb yn dweud hyn"))
    po.metadata["Plural-Forms"] = "nplurals=4; plural=0;"
    planted = tmp_path / "django.po"
    po.save(str(planted))
    monkeypatch.setattr(messages, "OURS", planted)
    found = list(messages.problems())
    assert "not gathered, run make messages: 'That cannot be done.'" in found
    assert "no longer used, run make messages: 'Nobody says this'" in found
    assert f"{planted}: the plural forms are not the six of Welsh." in found


@needs_gettext
def test_gathering_finds_our_strings_and_guesses_nothing():
    gathered = messages.gathered()
    assert gathered.find("That cannot be done.")
    assert gathered.metadata["Plural-Forms"] == messages.PLURAL_FORMS
    assert not [entry for entry in gathered if entry.fuzzy or entry.obsolete]
