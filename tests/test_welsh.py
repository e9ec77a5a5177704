"""Our own Welsh: whole, in six forms, in the Network's words, and never English in disguise."""

import importlib.util
import re
import unicodedata
from pathlib import Path

import polib
import pytest

from portal import messages

SCRIPT = Path(__file__).resolve().parent.parent / "bin" / "vendor_messages.py"
#: where our Welsh may stand on a library's screen too
BETTER_HERE = {"Search the whole site"}
#: words of English that Welsh never has
ENGLISH = re.compile(r"\b(the|and|you|your|this|that|with|from|please|have|are)\b", re.IGNORECASE)
#: what may be dropped before looking at the words: placeholders, tags, addresses
NOT_WORDS = re.compile(r"%\(\w+\)\w|<[^<>]+>|\{\w*\}|\S+@\S+")
#: what the first letters of a Welsh word may turn into
MUTATIONS = {
    "ll": "ll?", "rh": "rh?", "p": "(p|b|mh|ph)", "t": "(t|d|nh|th)", "c": "(c|g|ngh|ch)",
    "b": "[bfm]", "d": "(dd?|n)", "g": "(g|ng|)", "m": "[mf]",
}  # fmt: skip
GLOSSARY = [
    ("co-production network for wales", ["rhwydwaith cydgynhyrchu cymru"]),
    ("co-production", ["cydgynhyrchu"]),
    ("principles?", ["egwyddor"]),
    ("membership", ["aelodaeth"]),
    ("members?", ["aelod"]),
    ("join the network", ["ymuno â'r rhwydwaith", "ymunwch â'r rhwydwaith"]),
    ("sign in", ["mewngofnodi", "mewngofnodwch"]),
    ("sign out", ["allgofnodi", "allgofnodwch"]),
    ("accounts?", ["cyfrif"]),
    ("organisations?", ["sefydliad"]),
    ("champions?", ["hyrwyddwr", "hyrwyddwyr"]),
    ("main contact", ["prif gyswllt"]),
    ("directory", ["cyfeiriadur"]),
    ("training", ["hyfforddiant"]),
    ("meet-ups?", ["cyfarfod anffurfiol", "cyfarfodydd anffurfiol", "cwrdd"]),
    ("waiting list", ["rhestr aros", "rhestrau aros"]),
    ("certificates?", ["tystysgrif"]),
    ("reminders?", ["nodyn atgoffa", "nodiadau atgoffa"]),
    ("access needs", ["anghenion mynediad"]),
    ("simultaneous translation", ["cyfieithu ar y pryd"]),
    ("case stud(y|ies)", ["astudiaeth achos", "astudiaethau achos"]),
    ("toolkits?", ["pecyn cymorth", "pecynnau cymorth"]),
    ("topics?", ["pwnc", "pynciau"]),
    ("newsletters?", ["cylchlythyr"]),
    ("unsubscribe", ["dad-danysgrifi"]),
    ("emails?", ["e-bost", "e-byst"]),
    ("privacy", ["preifatrwydd"]),
    ("consents?", ["cydsyniad"]),
    ("easy read", ["hawdd ei ddeall"]),
    ("regions?", ["rhanbarth"]),
    ("lived experience", ["profiad bywyd"]),
]


@pytest.fixture(scope="module")
def vendor():
    """The checks that keep the Welsh of the libraries keep ours as well."""
    spec = importlib.util.spec_from_file_location("vendor_messages", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(messages.OURS), check_for_duplicates=True)


def said(entry):
    """Every Welsh text of an entry."""
    return [*entry.msgstr_plural.values()] if entry.msgid_plural else [entry.msgstr]


def mutated(term):
    """A pattern for a Welsh term with any first letter that a mutation may give it."""
    head = next((letters for letters in MUTATIONS if term.startswith(letters)), "")
    return (MUTATIONS[head] if head else "h?") + re.escape(term[len(head) :])


def test_catalogue_is_in_the_six_forms_of_welsh(catalogue):
    assert catalogue.metadata["Language"] == "cy"
    assert catalogue.metadata["Plural-Forms"] == messages.PLURAL_FORMS


def test_every_message_has_its_welsh_and_keeps_its_placeholders(catalogue):
    assert len(catalogue) > 600
    assert list(messages.without_welsh(catalogue)) == []


def test_welsh_is_composed_and_tidy(catalogue):
    texts = [text for entry in catalogue for text in said(entry)]
    assert [text for text in texts if text != unicodedata.normalize("NFC", text) or "  " in text or "’" in text] == []


def test_no_english_is_left(catalogue):
    copied = {
        entry.msgid
        for entry in catalogue
        if entry.msgid in said(entry) and re.search(r"\w", NOT_WORDS.sub("", entry.msgid))
    }
    assert copied == messages.SAME_IN_BOTH.keys()
    assert [text for entry in catalogue for text in said(entry) if ENGLISH.search(NOT_WORDS.sub("", text))] == []


def test_welsh_begins_and_ends_as_the_english_does(catalogue):
    """A label in lower case stays so; a sentence keeps its stop, a label its colon, a question its mark."""
    begins = [
        text
        for entry in catalogue
        for text in said(entry)
        if entry.msgid[0].isalpha()
        and text[0].isalpha()
        and entry.msgid[0].islower() != text[0].islower()
        and not entry.msgid.startswith(("Welsh ", "English ", "UK "))  # a capital for the name alone
    ]
    ends = [
        text
        for entry in catalogue
        for text in said(entry)
        if (entry.msgid.rstrip()[-1] in ".:?,!") != (text.rstrip()[-1] in ".:?,!")
    ]
    assert begins == []
    assert ends == []


@pytest.mark.parametrize(("english", "welsh"), GLOSSARY, ids=lambda value: value if isinstance(value, str) else "")
def test_the_networks_words_are_used(catalogue, english, welsh):
    asked = re.compile(rf"(?<![\w-]){english}(?![\w-])", re.IGNORECASE)
    wanted = re.compile("|".join(mutated(term) for term in welsh), re.IGNORECASE)
    wrong = [
        (entry.msgid, text)
        for entry in catalogue
        for text in said(entry)
        if asked.search(NOT_WORDS.sub("", entry.msgid)) and not wanted.search(text)
    ]
    assert wrong == []


def test_one_english_text_has_one_welsh_in_our_catalogue_and_the_libraries(vendor, catalogue):
    """Ours is read first: where it said something else, the library's screen would say it too."""
    theirs = {}
    for library in vendor.chosen("", "django"):
        theirs |= {found: entry.msgstr for found, entry in vendor.upstream(library).items()}
    theirs |= {found: entry.msgstr for found, entry in vendor.ours("django").items()}
    different = {
        entry.msgid: (entry.msgstr, theirs[vendor.key(entry)])
        for entry in catalogue
        if entry.msgid not in BETTER_HERE and theirs.get(vendor.key(entry), entry.msgstr) != entry.msgstr
    }
    assert different == {}
