"""What the demo says: both languages, honest figures, real codes, and words that only a PDF holds."""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta

import pytest

from core.blocks import body_blocks
from core.vocabulary import Language, Principle, ProblemType, Region, Spectrum, WrittenLanguage
from newsletter.blocks import issue_blocks
from portal.demo_content.case_studies import CASE_STUDIES
from portal.demo_content.events import EVENTS, day_of
from portal.demo_content.newsletter import ISSUES
from portal.demo_content.organisations import ORGANISATIONS
from portal.demo_content.pages import EASY_READ, HOME, PAGES
from portal.demo_content.people import MEMBERS
from portal.demo_content.principles import PRINCIPLES
from portal.demo_content.resources import RESOURCES, SEARCH_PROBES
from portal.demo_content.sign_ins import SIGN_INS
from portal.demo_content.topics import TOPICS

ALL = {
    "pages": [HOME, *PAGES],
    "principles": PRINCIPLES,
    "topics": TOPICS,
    "case_studies": CASE_STUDIES,
    "resources": RESOURCES,
    "events": EVENTS,
    "organisations": ORGANISATIONS,
    "issues": ISSUES,
}
FACETED = [*CASE_STUDIES, *RESOURCES]
KINDS = {"toolkit", "method", "research", "video", "audio", "story", "easy_read", "link", "document"}


def by_slug(rows: list[dict]) -> dict[str, dict]:
    return {row["slug_en"]: row for row in rows}


def texts(value, path=""):
    """Every two-language text inside a structure, with the way to it."""
    if isinstance(value, dict):
        if "cy" in value or "en" in value:
            yield path, value
        for key, inner in value.items():
            yield from texts(inner, f"{path}/{key}")
        labels = {key[:-3] for key in value if key.endswith(("_cy", "_en"))}
        for label in labels:
            yield f"{path}/{label}", {"cy": value.get(f"{label}_cy"), "en": value.get(f"{label}_en")}
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield from texts(inner, f"{path}/{number}")


def words(value) -> str:
    """All the words of a structure, as one text."""
    if isinstance(value, str):
        return value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return "\n".join(words(each) for each in inner)


def folded(text: str) -> list[str]:
    bare = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))
    return re.findall(r"\w+", bare)


@pytest.mark.parametrize("noun", ALL)
def test_every_text_is_in_both_languages(noun):
    for row in ALL[noun]:
        without_pdf = {key: value for key, value in row.items() if key != "pdf"}
        for path, text in texts(without_pdf):
            assert text.get("cy"), f"{noun}{path} has no Welsh"
            assert text.get("en"), f"{noun}{path} has no English"


@pytest.mark.parametrize("noun", ALL)
def test_no_text_is_a_placeholder(noun):
    for row in ALL[noun]:
        for path, text in texts(row):
            for language in text:
                said = words(text[language])
                assert re.search(r"\w", said), f"{noun}{path} in {language} says nothing"
                assert not re.search(r"TODO|TBC|lorem|xxx", said, re.IGNORECASE), f"{noun}{path} in {language}"


@pytest.mark.parametrize("noun", ALL)
def test_texts_are_composed_unicode(noun):
    said = words(ALL[noun])
    assert said == unicodedata.normalize("NFC", said)


@pytest.mark.parametrize(
    "rows", [PAGES, CASE_STUDIES + RESOURCES, EVENTS, ISSUES], ids=["pages", "library", "events", "issues"]
)
@pytest.mark.parametrize("key", ["slug_cy", "slug_en"])
def test_slugs_are_unique_and_plain(rows, key):
    slugs = [row[key] for row in rows]
    assert len(slugs) == len(set(slugs))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)


@pytest.mark.parametrize("row", [*PAGES, *CASE_STUDIES, *EVENTS, *ISSUES], ids=lambda row: row["slug_en"])
def test_both_languages_have_the_same_blocks(row):
    assert [kind for kind, _ in row["body"]["cy"]] == [kind for kind, _ in row["body"]["en"]]


@pytest.mark.parametrize("row", [*PAGES, *CASE_STUDIES, *EVENTS], ids=lambda row: row["slug_en"])
def test_html_is_simple_and_closed(row):
    said = words(row)
    tags = Counter(re.findall(r"<(/?)(\w+)", said))
    assert {name for _, name in tags} <= {"p", "ul", "li", "b", "a"}
    assert all(tags["", name] == tags["/", name] for _, name in tags)
    assert "**" not in said


def test_principles_are_the_five_of_the_vocabulary():
    assert [principle["code"] for principle in PRINCIPLES] == Principle.values


@pytest.mark.parametrize("row", FACETED, ids=lambda row: row["slug_en"])
def test_codes_are_known(row):
    assert set(row["principles"]) <= set(Principle.values)
    assert set(row["spectrum"]) <= set(Spectrum.values)
    assert set(row["problem_types"]) <= set(ProblemType.values)
    assert set(row["topics"]) <= {topic["code"] for topic in TOPICS}
    assert row["region"] in {"", *Region.values}


@pytest.mark.parametrize("row", RESOURCES, ids=lambda row: row["slug_en"])
def test_resource_is_of_a_known_kind_with_the_document_it_promises(row):
    assert row["kind"] in KINDS
    assert row["licence"] in {"cc-by", "cc-by-sa"} or row["kind"] == "link"
    assert bool(row["pdf"]) != (row["kind"] == "link")
    for language, sections in row["pdf"].items():
        assert language in Language.values
        count = len(words(sections).split())
        assert (200 if row["kind"] == "easy_read" else 240) <= count <= 500


def test_library_is_large_enough_and_varied():
    assert len(RESOURCES) >= 20
    assert len(CASE_STUDIES) == 4
    assert sum(row["members_only"] for row in RESOURCES) == 2
    assert sum(len(row["pdf"]) == 1 for row in RESOURCES) == 4
    assert len({row["kind"] for row in RESOURCES}) >= 6


EXPECTED_FIGURES = {
    "ace-action-in-caerau-and-ely": [
        (None, "31,000+", ""), (None, "80+", ""), (None, "86", "%"), (None, "77", "%"), (None, "60", "%"),
        (None, "26", "%"), (None, "50", "%"),
    ],
    "afon-youth-forum": [(None, "100", "%"), (None, "40", "%")],
    "sun-service-user-network": [(None, "30", "%"), ("725", "596", ""), ("414", "286", ""), (None, "50", "%")],
    "family-by-family": [(None, "1:100", ""), (None, "1,500", ""), (None, "7:1", ""), (None, "90", "%")],
}  # fmt: skip


@pytest.mark.parametrize("slug", EXPECTED_FIGURES)
def test_figures_are_those_of_the_training(slug):
    figures = by_slug(CASE_STUDIES)[slug]["figures"]
    assert [(f["before"], f["after"], f["unit"]) for f in figures] == EXPECTED_FIGURES[slug]


@pytest.mark.parametrize("row", CASE_STUDIES, ids=lambda row: row["slug_en"])
def test_case_study_names_no_number_of_its_own(row):
    known = {"2", "61"}  # Own 2 Feet is a name; how many tenancies failed is told beside how many succeeded
    for before, after, _ in EXPECTED_FIGURES[row["slug_en"]]:
        known |= set(re.findall(r"[\d,]+", f"{before} {after}"))
    prose = re.sub(r"<[^>]+>", " ", words({key: value for key, value in row.items() if "slug" not in key}))
    assert set(re.findall(r"\d[\d,]*\d|\d", prose)) <= known


def test_home_points_at_case_studies_that_exist():
    assert {card["case_study"] for card in HOME["highlights"]} <= set(by_slug(CASE_STUDIES))


@pytest.mark.parametrize("probe", SEARCH_PROBES, ids=lambda probe: probe["word"])
def test_probe_stands_inside_one_document_alone(probe):
    home = by_slug(RESOURCES)[probe["resource_slug_en"]]
    assert probe["word"] in words(home["pdf"][probe["language"]])
    assert folded(probe["word"]) == [probe["folded"]]
    elsewhere = [{**home, "pdf": {k: v for k, v in home["pdf"].items() if k != probe["language"]}}]
    elsewhere += [row for rows in ALL.values() for row in rows if row is not home]
    for row in elsewhere:
        assert not [word for word in folded(words(row)) if word.startswith(probe["folded"])]


def test_probes_cover_both_languages_and_an_accent():
    assert {probe["language"] for probe in SEARCH_PROBES} == set(Language.values)
    assert any(probe["word"] != probe["folded"] for probe in SEARCH_PROBES)


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row["slug_en"])
def test_dates_can_be_held(row):
    assert row["kind"] in {"event", "training", "meet-up"}
    assert row["dates"]
    for day in row["dates"]:
        assert day["start"] < day["end"]
        assert day["language"] in {"cy", "en", "bilingual", "translation"}
        assert day["region"] in Region.values
        assert day["online"] == bool(day["joining_link"])
        assert 0 <= day["bookings"] <= day["capacity"] <= len(MEMBERS)
        assert day["bookings"] == day["capacity"] or not day["waiting"]
        assert day["bookings"] + day["waiting"] <= len(MEMBERS)


def test_essentials_has_three_dates_and_the_showcase_a_queue():
    assert len(by_slug(EVENTS)["co-production-the-essentials"]["dates"]) == 3
    (day,) = by_slug(EVENTS)["measuring-what-matters-showcase"]["dates"]
    assert day["bookings"] == day["capacity"]
    assert day["waiting"] > 0


@pytest.mark.parametrize("offset", range(7))
def test_day_falls_on_its_weekday_and_never_early(offset):
    today = date(2026, 11, 23) + timedelta(days=offset)
    found = day_of(today, {"in_days": 14, "weekday": 1})
    assert found.weekday() == 1
    assert 14 <= (found - today).days < 21


def test_sixty_members_can_reach_nobody_real():
    assert len(MEMBERS) == 60
    addresses = [person["email"] for person in MEMBERS]
    assert len(set(addresses)) == 60
    addresses += [sign_in["email"] for sign_in in SIGN_INS]
    assert all(re.search(r"@(\w+\.)?example\.(org|com|net)$", address) for address in addresses)


@pytest.mark.parametrize("person", MEMBERS, ids=lambda person: person["email"])
def test_member_is_whole(person):
    assert person["region"] in Region.values
    assert person["language"] in WrittenLanguage.values
    assert person["here_as"]
    assert person["about"]
    assert person["organisation"] is None or person["organisation"] in {org["slug"] for org in ORGANISATIONS}


def test_every_way_of_being_written_to_is_there():
    assert {person["language"] for person in MEMBERS} == set(WrittenLanguage.values)


def test_eight_organisations_say_they_are_examples_and_have_members():
    assert len(ORGANISATIONS) == 8
    assert all("(enghraifft)" in org["name"]["cy"] and "(example)" in org["name"]["en"] for org in ORGANISATIONS)
    peopled = Counter(person["organisation"] for person in MEMBERS)
    assert all(peopled[org["slug"]] >= 3 for org in ORGANISATIONS)


def test_one_sign_in_for_each_role():
    roles = ["admin", "editor", "event_officer", "membership_officer", "newsletter_officer", "member"]
    assert [sign_in["role"] for sign_in in SIGN_INS] == roles
    assert SIGN_INS[-1]["email"] == MEMBERS[0]["email"]


def test_issues_point_at_things_that_exist():
    assert [issue["status"] for issue in ISSUES] == ["sent", "draft"]
    known = {
        "events": set(by_slug(EVENTS)),
        "resources": set(by_slug(RESOURCES)),
        "story": set(by_slug(CASE_STUDIES)),
        "call_to_action": {"events", "resources", *by_slug(PAGES)},
    }
    for issue in ISSUES:
        for kind, value in [*issue["body"]["cy"], *issue["body"]["en"]]:
            if kind in known:
                assert set(value.get("pages") or [value["page"]]) <= known[kind]


def test_issues_are_made_of_the_blocks_of_the_newsletter():
    shapes = {name: set(getattr(block, "child_blocks", {})) for name, block in issue_blocks()}
    for issue in ISSUES:
        for kind, value in [*issue["body"]["cy"], *issue["body"]["en"]]:
            assert kind in shapes
            assert isinstance(value, str) or set(value) <= shapes[kind]


@pytest.mark.parametrize("row", [*PAGES, *CASE_STUDIES, *EVENTS], ids=lambda row: row["slug_en"])
def test_bodies_are_made_of_the_blocks_of_a_page(row):
    shapes = {name: set(getattr(block, "child_blocks", {})) for name, block in body_blocks()}
    for kind, value in [*row["body"]["cy"], *row["body"]["en"]]:
        assert kind in shapes
        assert isinstance(value, str) or set(value) <= shapes[kind]


@pytest.mark.parametrize("row", EASY_READ, ids=lambda row: row["slug_en"])
def test_easy_read_is_short_sentences(row):
    for code in ("cy", "en"):
        said = re.sub(r"</?(p|li|ul|a)\b[^>]*>", "\n", words(row["body"][code]))
        sentences = [each.split() for each in re.split(r"[.?:]\s|\n", said)]
        assert max(map(len, sentences)) <= 15, max(sentences, key=len)
