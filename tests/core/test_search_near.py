"""Did you mean: near words, in the language they are asked in, of what the reader may find, at a cost that stays."""

from time import perf_counter

import pytest

from core.models import SearchWord
from core.search import Record, forget, index, search
from core.search_near import TRIED, distance, meant
from core.search_sync import rebuild
from core.search_words import written_words


def record(object_id, title="A thing", language="en", **more):
    return Record(kind="thing", object_id=object_id, language=language, title=title, url=f"/{object_id}/", **more)


@pytest.fixture
def shelf(db):
    """A few things to mean, in both languages."""
    english = [
        "Personal outcomes",
        "An outcome",
        "The five principles",
        "Each principle",
        "Asset mapping",
        "Assets",
        "In Cardiff",
    ]
    welsh = ["Cydgynhyrchu", "Pum egwyddor", "Yr egwyddorion", "Gŵyl yn y gwyliau", "Yng Nghaerdydd", "Hyfforddiant"]
    index(record(n, title) for n, title in enumerate(english))
    index(record(n, title, "cy") for n, title in enumerate(welsh))


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "outcoms", "outcomes"),
        ("en", "principal", "principle"),
        ("en", "assett", "asset"),
        ("en", "asset maping", "asset mapping"),
        ("en", "persnal outcoms", "personal outcomes"),
        ("en", "Outcoms!", "Outcomes"),
        ("en", "(outcoms) & 'persnal'", "outcomes personal"),
        ("en", "uotcomes", "outcomes"),
        ("cy", "cydgynhyrchi", "cydgynhyrchu"),
        ("cy", "gydgynhyrchi", "cydgynhyrchu"),
        ("cy", "hyfforddaint", "hyfforddiant"),
        ("cy", "egwyddirion", "egwyddorion"),
        ("cy", "gwyll", "gŵyl"),
        ("cy", "gŵyll", "gŵyl"),
        ("cy", "pum egwidor", "pum egwyddor"),
    ],
)
def test_a_misspelt_word_leads_to_the_one_that_was_meant(shelf, language, typed, said):
    assert not search(typed, language=language).total
    assert meant(typed, language=language) == said
    assert search(said, language=language).total


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "cydgynhyrchi"),  # in the other language alone
        ("cy", "outcoms"),
        ("en", "xyz"),  # too short to be near to anything
        ("en", "out"),  # is there
        ("en", "outcomes"),
        ("en", "outcomes mapping"),  # each is there, not in one thing
        ("en", "outcoms mapping"),  # right, it would find nothing
        ("en", "outlandish"),
        ("en", "12345"),
        ("en", "%"),
        ("en", ""),
        ("en", "aaaa bbbb cccc dddd"),  # nobody can tell
    ],
)
def test_nothing_is_proposed_that_would_find_nothing(shelf, language, typed):
    assert meant(typed, language=language) == ""


@pytest.mark.django_db
def test_words_of_members_are_proposed_to_members_alone():
    index([record(1, "Cyfarfod", text="canari"), record(2, "Minutes", text="whistleblower", members_only=True)])
    assert meant("whistlebower", language="en") == ""
    assert meant("whistlebower", language="en", members=True) == "whistleblower"


@pytest.mark.django_db
def test_only_things_of_the_list_are_proposed():
    index([record(1, "Outcomes")])
    assert meant("outcoms", language="en", kinds=["other"]) == ""
    assert meant("outcoms", language="en", kinds=["thing"]) == "outcomes"


@pytest.mark.django_db
def test_what_is_gone_is_not_proposed_and_a_rebuild_forgets_its_words():
    index([record(1, "Outcomes")])
    forget(kind="thing", object_id=1)
    assert meant("outcoms", language="en") == ""
    rebuild()
    assert not SearchWord.objects.filter(written="outcomes").exists()


@pytest.mark.django_db
def test_a_word_is_kept_once_with_its_accents_and_without_what_no_word_is():
    index([record(1, "Tŷ tŷ TŶ", "cy", text="gwry\u00adchoedd h2o 2027 ab x_y " + "a" * 31 + " \ufdfa")])
    index([record(1, "Tŷ", "cy", text="gwrychoedd")])
    kept = SearchWord.objects.values_list("written", "folded")
    assert sorted(kept) == [("gwrychoedd", "gwrychoedd")]
    assert list(written_words("Yr Ŵyl: gwry\u00adchoedd")) == ["ŵyl", "gwrychoedd"]


@pytest.mark.parametrize(
    ("one", "other", "away"),
    [
        ("asset", "asset", 0),
        ("assett", "asset", 1),
        ("trsut", "trust", 1),
        ("outcoms", "outcomes", 1),
        ("principal", "principle", 2),
        ("hyfforddaint", "hyfforddiant", 1),
        ("cat", "dog", 3),
        ("a", "abcdef", 3),
    ],
)
def test_how_far_two_words_are_apart(one, other, away):
    assert min(distance(one, other, 2), 3) == min(distance(other, one, 2), 3) == away  # 3: more than two


@pytest.mark.parametrize(("query", "most"), [("outcoms", 3), ("persnal outcoms", 5), ("assett mapign of", 5)])
def test_it_asks_the_same_however_much_there_is(shelf, query, most, django_assert_max_num_queries):
    """One look at the words as typed; for each that stands nowhere, one at the known words and one at those near it."""
    for number in (20, 400):
        index(record(1_000 + n, f"outcome{'abcdefghij'[n % 10]} asset{'klmnopqrst'[n % 10]}") for n in range(number))
        with django_assert_max_num_queries(most):
            meant(query, language="en")


@pytest.mark.django_db
def test_a_large_vocabulary_is_answered_soon():
    """So many words hold a library of some thousands of books; in service it is 60 to 110 ms for a word of 160,000."""
    letters = "abcdefghijklmnopqrst"
    words = ["out" + a + b + c + "s" for a in letters for b in letters for c in letters]
    SearchWord.objects.bulk_create(
        [
            SearchWord(language="en", written=f"{word}{end}", folded=f"{word}{end}")
            for word in words
            for end in ("", "ing", "ed")
        ],
        batch_size=5_000,
    )
    index([record(1, "Outcomes")])
    begun = perf_counter()
    assert meant("outcomss", language="en") == "outcomes"
    assert perf_counter() - begun < 2
    assert TRIED < 20
