"""The Welsh we lend to Django, allauth and Wagtail is whole and safe to show."""

import gettext
import importlib.util
import io
from pathlib import Path

import polib
import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "bin" / "vendor_messages.py"
COMPLETE = ("allauth", "django", "taggit", "wagtail")


@pytest.fixture(scope="module")
def vendor():
    spec = importlib.util.spec_from_file_location("vendor_messages", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def welsh(vendor):
    """The file as gettext reads it once compiled."""
    po = polib.pofile(str(vendor.vendor_path("django")), check_for_duplicates=True)
    return gettext.GNUTranslations(io.BytesIO(po.to_binary()))


def entry(msgid, **rest):
    return polib.POEntry(msgid=msgid, **rest)


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_every_entry_is_translated_and_keeps_its_placeholders(vendor, domain):
    assert vendor.problems(domain) == []


@pytest.mark.parametrize("library", COMPLETE)
def test_people_meet_no_english_from_the_library(vendor, library):
    assert [e.msgid for c in vendor.chosen(library) for e in vendor.left(c)] == []


def test_every_message_of_the_account_pages_is_ours(vendor):
    catalogue = next(c for c in vendor.CATALOGUES if c.folder == "allauth")
    places = ("account/", "mfa/", "usersessions/", "templates/account", "templates/mfa", "templates/usersessions")
    met = [e for e in catalogue.entries("de") if any(place.startswith(places) for place, _ in e.occurrences)]
    assert len(met) > 250
    assert {vendor.key(e) for e in met} <= vendor.ours("django").keys()


def test_merging_again_changes_nothing(vendor, tmp_path, monkeypatch):
    before = vendor.vendor_path("django").read_text(encoding="utf-8")
    (tmp_path / "django.po").write_text(before, encoding="utf-8")
    monkeypatch.setattr(vendor, "VENDOR", tmp_path)
    assert vendor.merge([], "django")["dropped"] == 0
    assert (tmp_path / "django.po").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("number", "years", "days"),
    [
        (0, "0 mlynedd", "0 diwrnod"),
        (1, "1 flwyddyn", "1 diwrnod"),
        (2, "2 flynedd", "2 ddiwrnod"),
        (3, "3 blynedd", "3 diwrnod"),
        (6, "6 blynedd", "6 diwrnod"),
        (20, "20 mlynedd", "20 diwrnod"),
    ],
)
def test_numbers_mutate_what_they_count(welsh, number, years, days):
    assert welsh.ngettext("%(num)d year", "%(num)d years", number) % {"num": number} == years
    assert welsh.ngettext("%(num)d day", "%(num)d days", number) % {"num": number} == days


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Enter a valid date.", "Rhowch ddyddiad dilys."),
        ("Enter a valid email address.", "Rhowch gyfeiriad e-bost dilys."),
        ("July", "Gorffennaf"),
        ("Sign In", "Mewngofnodi"),
    ],
)
def test_wrong_welsh_of_a_library_is_corrected(welsh, english, expected):
    assert welsh.gettext(english) == expected


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (entry("Hello %(name)s", msgstr="Helo %(enw)s"), "changes placeholders or tags"),
        (entry("Key {number}", msgstr="Allwedd"), "changes placeholders or tags"),
        (entry("<b>Yes</b>", msgstr="<i>Ie</i>"), "changes placeholders or tags"),
        (entry("Yes", msgstr=" "), "is empty"),
        (entry("Yes", msgstr="Ie\n"), "begins or ends with another line break"),
        (entry("Yes", msgstr="Ie", flags=["fuzzy"]), "is fuzzy or obsolete"),
        (entry("Yes", msgstr="Ie", obsolete=True), "is fuzzy or obsolete"),
        (entry("Left as it was", msgstr="Left as it was"), "is left in English"),
        (entry("%d day", msgid_plural="%d days", msgstr_plural={0: "%d", 1: "%d"}), "does not have 6 plural forms"),
        (
            entry("a day", msgid_plural="%d days", msgstr_plural=dict.fromkeys(range(6), "diwrnod")),
            "plural form 0 changes placeholders or tags",
        ),
    ],
)
def test_check_refuses_a_translation_that_would_break_a_page(vendor, bad, reason):
    assert reason in list(vendor.entry_problems(bad))


def test_check_names_what_a_library_lost_and_what_it_gained(vendor, tmp_path, monkeypatch):
    """A message of ours that no library has, and one of theirs that we lack."""
    po = polib.pofile(str(vendor.vendor_path("djangojs")))
    lost = po[0].msgid
    po.remove(po[0])
    po.append(polib.POEntry(msgid="Nobody says this", msgstr="Nid oes neb yn dweud hyn"))
    po.save(str(tmp_path / "djangojs.po"))
    monkeypatch.setattr(vendor, "VENDOR", tmp_path)
    found = vendor.problems("djangojs")
    assert f"{lost!r} has no Welsh" in found
    assert "'Nobody says this' is no message of any library now" in found
