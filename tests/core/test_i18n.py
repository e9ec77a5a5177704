"""Dates, times, folding and Welsh order, by table."""

import re
import unicodedata
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from core import i18n

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [(10, 0, "10am"), (12, 30, "12:30pm"), (12, 0, "12pm"), (15, 30, "3:30pm"), (9, 5, "9:05am"), (0, 15, "12:15am")],
)
def test_time_of_day(hour, minute, words):
    assert i18n.clock(datetime(2027, 3, 3, hour, minute, tzinfo=LONDON)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", "Dydd Mercher 3 Mawrth 2027, 10am\N{NO-BREAK SPACE}i\N{NO-BREAK SPACE}12:30pm"),
        ("en", "Wednesday 3 March 2027, 10am\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}12:30pm"),
    ],
)
def test_when_something_is_on(language, words):
    """The hours stay on one line."""
    start, end = datetime(2027, 3, 3, 10, tzinfo=LONDON), datetime(2027, 3, 3, 12, 30, tzinfo=LONDON)
    with i18n.in_language(language):
        assert i18n.date_range(start, end) == words


def test_times_are_shown_on_the_clock_of_wales():
    """Stored in UTC, said in local time on both sides of the clock change."""
    utc = ZoneInfo("UTC")
    assert i18n.clock(datetime(2026, 10, 24, 9, tzinfo=utc)) == "10am"
    assert i18n.clock(datetime(2026, 10, 26, 9, tzinfo=utc)) == "9am"


@pytest.mark.parametrize("text", ["tŷ", "TŶ", "ty", "ty\u0302", "Tŷ"])
def test_one_word_folds_to_one_word(text):
    assert i18n.fold(text) == "ty"


def test_composed_and_decomposed_are_one():
    assert i18n.nfc("ty\u0302") == "tŷ"


@pytest.mark.parametrize(
    "names",
    [
        ["Cai", "Cymru", "Chwilog"],
        ["Lwli", "Llanelli", "Llangollen"],
        ["Ruth", "Rhys"],
        ["Bala", "Bangor", "Barri"],
        ["Afon", "Dafydd", "Ddu", "Fflint", "Gwynedd", "Ngwen", "Hafod"],
    ],
)
def test_welsh_order(names):
    muddled = [*names[1::2], *names[::2]]
    assert sorted(muddled, key=i18n.welsh_sort_key) == names


#: names in the order of a Welsh dictionary, digraphs as letters and n+g held apart
IN_ORDER = (
    "Aberaeron Abergele Aberhonddu Aberystwyth Afan Agnes Angharad Alun Amlwch Anwen Arfon "
    "Bala Bancffosfelen Bangor Banwen Barri Beddgelert Benllech Bethesda Brynbuga Bryngwran Brynmawr "
    "Caerdydd Caerffili Caernarfon Cefn-mawr Ceinewydd Conwy Cymru Chwilog "
    "Dafydd Dinbych Dolgellau Dyfed Ddu Elin Elwyn Ellis Fali Felindre Ffestiniog Fflint "
    "Glangrwyne Gwynedd Ngwen Harlech Helygain Hengoed Hermon "
    "Lwli Llanberis Llandudno Llanddewi Llanelli Llangollen Llanrwst Radur Rhyl Tywyn Theatr"
).split()


def test_sixty_names_stand_in_welsh_order():
    """Whichever way they came, and in whichever form their letters."""
    assert len(IN_ORDER) == 60
    for muddled in (sorted(IN_ORDER), IN_ORDER[::-1], [*IN_ORDER[1::3], *IN_ORDER[::3], *IN_ORDER[2::3]]):
        assert sorted(muddled, key=i18n.welsh_sort_key) == IN_ORDER
        assert sorted(map(str.upper, muddled), key=i18n.welsh_sort_key) == [name.upper() for name in IN_ORDER]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("angen", "alarch"),  # one letter, which stands before l
        ("damwain", "dangos"),  # two letters, so n comes after m
        ("llanfair", "llangwm"),
        ("pelen", "penglog"),
        ("uniol", "uniongyrchol"),
        ("hwla", "Hwngari"),
        ("arglwydd", "arholiad"),  # r and h are two letters too, here and in what follows
        ("arholiad", "arian"),
        ("parhau", "parod"),
        ("Aberhonddu", "Abersoch"),
        ("twr", "tŷ"),
        ("ŵy", "ŷd"),
    ],
)
def test_letters_that_look_like_one_are_held_apart(first, then):
    assert i18n.welsh_sort_key(first) < i18n.welsh_sort_key(then)


def test_each_letter_of_the_alphabet_has_its_place():
    """Twenty-nine, with the few of other languages between them."""
    letters = "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y".split()
    assert sorted([*letters[1::2], *letters[::2]], key=i18n.welsh_sort_key) == letters


@pytest.mark.parametrize(
    ("language", "names"),
    [("cy", ["Cymru", "Chwilog", "Lwli", "Llanelli"]), ("en", ["Chwilog", "Cymru", "Llanelli", "Lwli"])],
)
def test_each_language_sorts_as_its_readers_expect(language, names):
    assert sorted(names, key=lambda name: i18n.sort_key(name, language)) == names


@pytest.mark.parametrize(
    ("letter", "bare"), list(zip("ŵŷâêîôûïöŴŶÂÊÎÔÛÏÖáèẁẃỳýẅÿ", "wyaeiouiowyaeiouioaewwyywy", strict=True))
)
def test_letters_fold_to_bare_ones_in_either_form(letter, bare):
    for form in ("NFC", "NFD"):
        assert i18n.fold(unicodedata.normalize(form, letter)) == bare
        assert i18n.nfc(unicodedata.normalize(form, letter)) == letter


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("cy", "Dydd Sadwrn 31 Hydref 2026, 10am – Dydd Sul 1 Tachwedd 2026, 4pm"),
        ("en", "Saturday 31 October 2026, 10am to Sunday 1 November 2026, 4pm"),
    ],
)
def test_what_lasts_more_than_a_day(language, words):
    """Over the end of a month."""
    start, end = datetime(2026, 10, 31, 10, tzinfo=LONDON), datetime(2026, 11, 1, 16, tzinfo=LONDON)
    with i18n.in_language(language):
        assert i18n.date_range(start, end) == words


@pytest.mark.parametrize("month", range(1, 13))
def test_months_and_days_have_welsh_names(month):
    """No name is the English one, and nothing is abbreviated or ordinal."""
    moment = datetime(2027, month, month, 12, tzinfo=LONDON)
    with i18n.in_language("cy"):
        welsh = i18n.long_date(moment)
    with i18n.in_language("en"):
        other = i18n.long_date(moment)
    assert re.fullmatch(rf"Dydd \w+ {month} \w+ 2027", welsh)
    assert not {word for word in welsh.split() if word.isalpha()} & set(other.split())


@pytest.mark.parametrize(("number", "words"), [(400, "1 KB"), (240_000, "240 KB"), (1_240_000, "1.2 MB")])
def test_size_of_a_file(number, words):
    assert i18n.size_in_words(number) == words.replace(" ", "\N{NO-BREAK SPACE}")


SAME_WORD = [
    ("tŷ", "ty"), ("Tŷ", "TŶ"), ("dŵr", "dwr"), ("gŵyl", "gwyl"), ("Ŵyrion", "wyrion"), ("Llŷn", "llyn"),
    ("Siân", "SIAN"), ("tân", "tan"), ("môr", "mor"), ("Môn", "mon"), ("ffôn", "FFÔN"), ("siôp", "siop"),
    ("gwên", "gwen"), ("sêr", "ser"), ("tîm", "tim"), ("cwîr", "cwir"), ("sgïo", "sgio"), ("copïo", "copio"),
    ("düwch", "duwch"), ("glöyn", "gloyn"), ("amgueddfëydd", "amgueddfeydd"), ("casáu", "casau"), ("caniatáu", "caniatau"),
    ("nifer", "NIFER"), ("pibáu", "pibau"), ("mẁg", "mwg"), ("pìn", "pin"), ("nòd", "nod"), ("ẁ", "w"),
    ("crëyr", "creyr"), ("ïod", "iod"), ("Gŵydd", "gwydd"), ("cân", "Can"), ("bûm", "bum"), ("hŷn", "hyn"),
    ("ŷd", "Yd"), ("âr", "ar"), ("êl", "el"), ("ôl", "ol"), ("Ŵ", "w"),
]  # fmt: skip


@pytest.mark.parametrize("pair", SAME_WORD, ids="=".join)
def test_what_is_written_is_found_by_what_is_typed(pair):
    """Forty pairs, each in composed and in decomposed form."""
    assert len(SAME_WORD) == 40
    written, typed = pair
    for form in ("NFC", "NFD"):
        assert i18n.fold(unicodedata.normalize(form, written)) == i18n.fold(typed)


@pytest.mark.parametrize(("one", "other"), [("tŷ", "tŵ"), ("llan", "lan"), ("ci", "chi"), ("môr", "mur")])
def test_other_words_stay_other_words(one, other):
    assert i18n.fold(one) != i18n.fold(other)
