"""Search: words in any form, counts that add up, nothing private, and nothing a query could break."""

import unicodedata
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from django.db import connection
from django.utils import timezone, translation
from wagtail.blocks import StreamValue

from core.blocks import PictureBlock
from core.models import Image, SearchEntry
from core.search import RANKED, Record, count, forget, index, search
from core.search_blocks import words_of
from core.search_words import Query, mutated_forms, query_words
from portal.models import StandardPage


def record(object_id, title="A thing", language="en", **more):
    return Record(kind="thing", object_id=object_id, language=language, title=title, url=f"/{object_id}/", **more)


def found(query, language="en", **more):
    return [hit.entry.object_id for hit in search(query, language=language, **more).hits]


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["tŷ", "ty", "TŶ", "Tŷ!", "ty\u0302", "  tŷ  ", "(tŷ)"])
def test_accents_case_and_forms_of_unicode_make_no_difference(query):
    index([record(1, text="Croeso i'r tŷ hwn", language="cy"), record(2, text="Rhywbeth arall", language="cy")])
    assert found(query, "cy") == [1]


@pytest.mark.django_db
def test_text_in_decomposed_form_is_found_too():
    index([record(1, title="Gŵyl", text=unicodedata.normalize("NFD", "yr ŵyl fach"), language="cy")])
    assert found("ŵyl", "cy") == found("wyl", "cy") == [1]
    assert SearchEntry.objects.get().text == unicodedata.normalize("NFC", "yr ŵyl fach")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["caerdydd", "gaerdydd", "nghaerdydd", "chaerdydd", "Gaerdydd"])
@pytest.mark.parametrize("written", ["Caerdydd", "i Gaerdydd", "yng Nghaerdydd", "a Chaerdydd"])
def test_each_form_of_a_mutated_word_finds_the_others(typed, written):
    index([record(1, text=f"Mae pawb yn mynd {written}.", language="cy")])
    assert found(typed, "cy") == [1]


@pytest.mark.parametrize(
    ("word", "radical"),
    [
        ("bobl", "pobl"),
        ("mhobl", "pobl"),
        ("phobl", "pobl"),
        ("ardd", "gardd"),
        ("ngardd", "gardd"),
        ("fam", "mam"),
        ("ddinas", "dinas"),
        ("ninas", "dinas"),
        ("lyfr", "llyfr"),
        ("rieni", "rhieni"),
        ("dad", "tad"),
        ("nhad", "tad"),
        ("thad", "tad"),
        ("fangor", "bangor"),
        ("mangor", "bangor"),
        ("waith", "gwaith"),
        ("hegwyddorion", "egwyddorion"),
        ("hiaith", "iaith"),
        ("henw", "enw"),
        ("hadnoddau", "adnoddau"),
        ("hwythnos", "wythnos"),
        ("hysgol", "ysgol"),
        ("hoed", "oed"),
        ("hugain", "ugain"),
    ],
)
def test_the_word_behind_a_mutation_is_tried(word, radical):
    assert radical in mutated_forms(word)
    assert word in mutated_forms(radical)


@pytest.mark.parametrize(
    ("word", "never"),
    [
        ("haf", "af"),
        ("hi", "i"),
        ("hedd", "gedd"),
        ("hardd", "gardd"),
        ("hwyl", "gwyl"),
        ("rhai", "hai"),
        ("chwe", "we"),
    ],
)
def test_a_word_that_begins_with_h_keeps_it(word, never):
    """The h is taken away from enough letters alone, and nothing else is undone behind it."""
    assert never not in mutated_forms(word)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "first"),
    [("hegwyddorion", 2), ("egwyddorion", 1), ("hanes", 4), ("heb", 3)],
)
def test_an_h_before_a_vowel_is_undone_and_kept(typed, first):
    index(
        [
            record(1, text="pum egwyddorion", language="cy"),
            record(2, text="ein hegwyddorion ni", language="cy"),
            record(3, text="dim byd hebddon ni, heb neb", language="cy"),
            record(4, text="hanes y lle", language="cy"),
        ]
    )
    assert found(typed, "cy")[0] == first
    assert sorted(found("hegwyddorion", "cy")) == sorted(found("egwyddorion", "cy")) == [1, 2]


@pytest.mark.django_db
def test_words_as_typed_come_before_their_other_forms():
    index([record(1, text="pobl yma", language="cy"), record(2, text="bobl yma", language="cy")])
    assert found("bobl", "cy") == [2, 1]
    assert found("pobl", "cy") == [1, 2]


@pytest.mark.django_db
def test_english_tries_mutations_only_when_nothing_else_is_found():
    index([record(1, text="a path in the wood"), record(2, text="Caerdydd is Cardiff")])
    assert found("gaerdydd") == [2]
    index([record(3, text="a bath in the house")])
    assert found("bath") == [3]


@pytest.mark.django_db
def test_title_comes_before_text():
    index(
        [
            record(1, title="Other", text="outcomes " * 30),
            record(2, title="Personal outcomes and much else besides", text="words " * 3000),
            record(3, title="Personal", text="outcomes"),
        ]
    )
    assert found("personal outcomes") == [2, 3]
    assert found("outcomes")[0] == 2


@pytest.mark.django_db
def test_what_is_about_the_words_comes_before_what_only_holds_them():
    """A long text that says in its summary what it is about, and a short one that names it by the way."""
    long, short = "many other words " * 40 + "outcomes", "outcomes and some other words " + "more " * 80
    index([record(1, "One", text=short), record(2, "Two", summary="About outcomes.", text=long)])
    assert found("outcomes") == [2, 1]


def test_a_page_of_the_site_counts_a_little_more(db):
    """Of two that say the same; not more than a title does."""
    index([record(1, text="all outcomes"), replace(record(2, text="all outcomes"), kind="page")])
    index([record(3, title="Outcomes")])
    assert found("outcomes") == [3, 2, 1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("Pwy all ymuno\nUnrhyw un", "Pwy all <mark>ymuno</mark> · Unrhyw un"),
        ("Ymuno.\n \n Unrhyw   un", "<mark>Ymuno</mark>. Unrhyw un"),
        ("Ymuno?\nYmuno\n", "<mark>Ymuno</mark>? <mark>Ymuno</mark>"),
        ("Sut i ymuno\nYmuno heddiw", "Sut i <mark>ymuno</mark> · <mark>Ymuno</mark> heddiw"),
    ],
)
def test_a_heading_does_not_run_into_what_follows(text, snippet):
    index([record(1, text=text, language="cy")])
    assert search("ymuno", language="cy").hits[0].snippet == snippet


@pytest.mark.django_db
def test_every_word_must_be_there_and_the_last_may_be_begun():
    index([record(1, text="measuring what matters"), record(2, text="what a measure")])
    assert found("what measuring") == [1]
    assert sorted(found("what meas")) == [1, 2]
    assert found("meas what") == []
    assert found("wh") == []  # two letters would find half the library


@pytest.mark.django_db
def test_words_broken_at_the_end_of_a_line_are_found_whole_and_in_parts():
    index([record(1, text="the co\u00adproduction of hedge\u00adrows")])
    assert found("hedgerows") == found("co-production") == found("production") == [1]
    assert "<mark>hedge\u00adrows</mark>" in search("hedgerows", language="en").hits[0].snippet


@pytest.mark.django_db
def test_languages_and_members_only_things_stay_apart():
    index(
        [record(1, text="parrot"), record(1, text="parrot", language="cy"), record(2, text="parrot", members_only=True)]
    )
    assert found("parrot") == [1]
    assert sorted(found("parrot", members=True)) == [1, 2]
    assert search("parrot", language="en").total == count("parrot", language="en") == 1
    assert count("parrot", language="en", members=True) == 2


@pytest.mark.django_db
def test_an_entry_is_renewed_and_forgotten():
    index([record(1, text="first")])
    index([record(1, text="second")])
    assert found("first") == []
    assert found("second") == [1]
    forget(kind="thing", object_id=1)
    assert found("second") == []
    assert not SearchEntry.objects.exists()


@pytest.mark.django_db
def test_counts_say_what_one_more_tick_would_give():
    index(
        [
            record(1, text="word", facets={"type": ["toolkit"], "principle": ["trust", "matters"]}),
            record(2, text="word", facets={"type": ["method"], "principle": ["trust"]}),
            record(3, text="word", facets={"type": ["method"], "principle": ["networks"]}),
            record(4, text="other", facets={"type": ["method"], "principle": ["trust"]}),
        ]
    )
    everything = search("word", language="en")
    assert everything.total == 3
    assert everything.facets == {
        "type": {"toolkit": 1, "method": 2},
        "principle": {"trust": 2, "matters": 1, "networks": 1},
    }
    methods = search("word", language="en", facets={"type": ["method"]})
    assert methods.total == count("word", language="en", facets={"type": ["method"]}) == 2
    assert methods.facets["type"] == {"toolkit": 1, "method": 2}
    assert methods.facets["principle"] == {"trust": 1, "networks": 1}
    both = search("word", language="en", facets={"type": ["method"], "principle": ["trust"]})
    assert both.total == 1
    assert both.facets == {"type": {"toolkit": 1, "method": 1}, "principle": {"trust": 1, "networks": 1}}


@pytest.mark.django_db
def test_an_empty_query_lists_everything_newest_first():
    now = timezone.now()
    index([record(n, live_at=now - timedelta(days=n)) for n in (2, 1, 3)])
    assert found("") == [1, 2, 3]
    assert found("", start=1, limit=1) == [2]


@pytest.mark.django_db
def test_the_snippet_shows_the_words_their_page_and_their_language():
    words = "Dechrau. " + "llenwi " * 60 + "Y gwrychoedd <b>yn</b> yr ŵyl. " + "mwy " * 60
    index(
        [
            record(
                1,
                language="en",
                summary="About hedges",
                text=words,
                pages=[[0, 1, "Ffeil", "cy"], [300, 7, "Ffeil", "cy"]],
            )
        ]
    )
    hit = search("gwrychoedd", language="en").hits[0]
    assert "<mark>gwrychoedd</mark> &lt;b&gt;yn&lt;/b&gt; yr ŵyl" in hit.snippet
    assert (hit.page, hit.file, hit.language) == (7, "Ffeil", "cy")
    assert hit.words.startswith('On page 7: <span lang="cy">')
    assert search("hedges", language="en").hits[0].snippet == "About <mark>hedges</mark>"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    ["x" * 900_000, "ab " * 400_000, " ".join(f"{n}a" for n in range(200_000)), "你好世界" * 150_000, "ŵ " * 500_000],
    ids=["one word", "many words", "all different", "chinese", "accents"],
)
def test_long_texts_fit_the_index_and_their_end_is_found(text):
    index([record(1, text=f"{text[:1_000_000]} byd")])
    assert SearchEntry.objects.count() == 1


@pytest.mark.django_db
def test_words_late_in_a_long_text_are_found():
    index([record(1, text="one two three " * 60_000 + "parrot")])
    assert found("parrot") == [1]


NASTY = [
    "a" * 10_000,
    "word " * 2_000,
    "' OR 1=1 --",
    "a & b | !c",
    "a:* <-> b",
    '"unbalanced',
    "NEAR(a b)",
    "folded_title:x",
    "* * *",
    "%_%",
    "\x00",
    "a\x00b",
    "\\",
    "(((((",
    ")",
    "-",
    "^a",
    "AND",
    "NOT",
    "OR OR",
    "{a}",
    "a" * 200 + "*",
    "(a+)+$",
    "你好",
    "🦜 parrot",
    "\u202eevil",
    "\u200b",
    "ß ﬁ İ ı",
    "ก็",
    "é" * 300,
    "_",
    "1e5",
    "-1.5",
    "a@b.c",
    "\ud7ff\ue000",
    "\u0302",
    "\u00ad",
    "'':*",
]


@pytest.mark.django_db
@pytest.mark.parametrize("query", NASTY, ids=range(len(NASTY)))
@pytest.mark.parametrize("language", ["cy", "en"])
def test_nothing_in_a_query_breaks_it_or_takes_long(query, language):
    index([record(n, text=f"parrot word {n} " * 200, language=language) for n in range(50)])
    begun = perf_counter()
    result = search(query, language=language)
    assert perf_counter() - begun < 0.5
    assert result.total >= len(result.hits)


@pytest.mark.django_db
def test_marks_in_the_texts_are_escaped():
    index([record(1, title="<script>x</script> parrot", summary="<img src=x>", text="<b>parrot</b>")])
    hit = search("parrot", language="en").hits[0]
    assert "<script>" not in hit.title
    assert "&lt;script&gt;" in hit.title
    assert "<img" not in hit.snippet


@pytest.mark.django_db
def test_more_hits_than_are_ranked_are_all_there(django_assert_max_num_queries):
    index(record(n, text="word") for n in range(RANKED + 50))
    index([record(9_999, title="word in the title")])
    with django_assert_max_num_queries(6):
        result = search("word", language="en", limit=5)
    assert result.total == RANKED + 51
    assert result.hits[0].entry.object_id == 9_999
    pages = [found("word", start=start, limit=200) for start in range(0, RANKED + 51, 200)]
    assert len({n for page in pages for n in page}) == RANKED + 51


@pytest.mark.django_db
def test_a_beginning_that_stands_everywhere_is_answered_soon():
    words = [f"gair{n}" for n in range(1_000)]
    index(record(n, text=" ".join(words[n % 800 :][:150]), language="cy") for n in range(2_000))
    begun = perf_counter()
    assert search("gair", language="cy").total == 2_000
    assert perf_counter() - begun < 2  # one look at each row, not one for each pair of rows


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_can_use_its_index():
    index(record(n, text=f"word{n}") for n in range(2_000))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")  # is the index one that this question can use?
        cursor.execute(
            "EXPLAIN SELECT id FROM core_searchentry WHERE core_searchentry.vector @@ to_tsquery('simple', '(''word7'')')"
        )
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert "core_searchentry_vector" in plan


def test_a_query_is_read_up_to_a_limit():
    assert len(query_words("word " * 100)) == 12
    assert len(query_words("a" * 5_000)[0]) == 200
    assert Query(tuple(query_words("tŷ"))).marked("Tŷ bach") == "<mark>Tŷ</mark> bach"


def test_words_that_a_block_brings_are_in_the_language_of_the_page(site):
    """Whoever publishes it may read the admin in the other language."""
    for code, published_in in (("cy", "en"), ("en", "cy")):
        page = StandardPage(title=f"Egwyddorion {code}", slug="egwyddorion", body=[("principles", None)])
        with translation.override(published_in):
            site.home[code].add_child(instance=page)
    for word, code in (("seilos", "cy"), ("silos", "en")):
        for language in ("cy", "en"):
            assert search(word, language=language).total == (language == code), (word, language)


EMPTY = [
    ("quote", {"quote": "Dim byd", "by": None}),
    ("call_to_action", {"text": "Botwm", "page": None, "address": None}),
    ("people", {"people": [{"name": "Mali", "role": None, "words": None, "language": None}]}),
    ("video", {"address": None, "title": "Ffilm", "language": None, "transcript": None, "no_transcript": None}),
    ("heading", None),
    (
        "table",
        {
            "caption": "",
            "columns": [{"type": "text", "heading": "Faint"}],
            "rows": [{"values": [None]}, {"values": ["3"]}],
        },
    ),
    ("text", None),
]


@pytest.mark.parametrize("code", ["cy", "en"])
def test_what_a_block_leaves_empty_is_no_word(site, code):
    """Optional fields may hold null; a word that is not there is neither found nor shown."""
    body = [
        (name, {part: words for part, words in said.items() if words is not None} if said else said)
        for name, said in EMPTY
    ]
    for slug, blocks in (("null", EMPTY), ("left-out", body)):
        raw = [{"type": name, "value": value} for name, value in blocks]
        page = StandardPage(title=slug, slug=slug, body=StreamValue(StandardPage.body.field.stream_block, raw, True))
        site.home[code].add_child(instance=page)
    assert set(SearchEntry.objects.values_list("text", flat=True)) == {"Dim byd\nBotwm\nMali\nFfilm\nFaint\n3"}
    assert not search("none", language=code).total


@pytest.mark.django_db
def test_a_picture_without_alternative_text_says_nothing():
    block = PictureBlock()
    picture = Image(title="x")
    for alt, words in ((None, []), ("", []), ("Gwrych", ["Gwrych"])):
        picture.contextual_alt_text = alt
        assert words_of(block, picture) == words
    assert words_of(block, None) == []


def test_each_part_of_a_body_is_a_line(site):
    parts = [{"title": "Pwy all ymuno", "text": "<h3>Pawb</h3><ul><li>chi</li><li>fi</li></ul>a<br/>b"}]
    page = StandardPage(title="Ymuno", slug="ymuno", body=[("heading", "Ymuno"), ("accordion", {"parts": parts})])
    site.home["cy"].add_child(instance=page)
    lines = [line.strip() for line in SearchEntry.objects.get().text.splitlines()]
    assert [line for line in lines if line] == ["Ymuno", "Pwy all ymuno", "Pawb", "chi", "fi", "a", "b"]
