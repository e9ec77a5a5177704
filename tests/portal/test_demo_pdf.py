"""The documents of the demo library: Welsh letters, tags, language, and words that stay words."""

import re
import time

import pypdfium2
import pytest

from portal.demo_content.pdf import make_pdf
from portal.demo_content.resources import RESOURCES, SEARCH_PROBES

SECTIONS = [("Tŷ cyfle", ["Ŵyrion wrth y dŵr, a Ŷd yn y cae.", "- gŵyl", "- tân a môr", "Nôl, ïod, düwch."])]


def read(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def make(**changes) -> bytes:
    given = {"title": "Tŷ a gŵyl", "language": "cy", "sections": SECTIONS, "principles": ["trust"]}
    return make_pdf(**{**given, **changes})


@pytest.mark.parametrize("word", ["Tŷ cyfle", "Ŵyrion", "dŵr", "Ŷd", "gŵyl", "tân", "môr", "Nôl", "ïod", "düwch"])
def test_welsh_letters_can_be_read_back(word):
    assert word in read(make())


def test_document_is_tagged_titled_and_says_its_language():
    pdf = make()
    metadata = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert metadata["Title"] == "Tŷ a gŵyl"
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", pdf)
    assert b"/StructTreeRoot" in pdf
    assert b"/Lang(cy-GB)" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


@pytest.mark.parametrize(("language", "expected"), [("cy", "Tudalen 1 o 1"), ("en", "Page 1 of 1")])
def test_folio_is_in_the_language_of_the_document(language, expected):
    assert expected in read(make(language=language))


def test_words_are_never_markup():
    odd = "#Ŵ $x$ *Ŷ* [a] <b> @c // d `e` _f_ \\ #panic()"
    assert odd in read(make(sections=[("= Pennawd #1", [odd])]))


def test_long_text_runs_over_several_pages():
    pdf = make(sections=[("Pennawd", ["Geiriau mewn rhes hir. " * 30] * 12)])
    assert len(pypdfium2.PdfDocument(pdf)) > 1
    assert "Tudalen 2 o" in read(pdf)


def test_a_form_has_lines_instead_of_underscores():
    said = read(make(sections=[("Fi", ["Fy enw i yw: ___", "- Nod: ___"])]))
    assert "Fy enw i yw:" in said
    assert "___" not in said


def test_easy_read_is_set_larger():
    words = [("Fi", ["Gallwch chi ofyn i rywun eich helpu. " * 6] * 8)]
    assert len(pypdfium2.PdfDocument(make(sections=words, easy_read=True))) > 1
    assert len(pypdfium2.PdfDocument(make(sections=words))) == 1


def library_pdf(resource: dict, language: str) -> bytes:
    return make_pdf(
        title=resource["title"][language],
        language=language,
        sections=resource["pdf"][language],
        principles=resource["principles"],
        easy_read=resource["kind"] == "easy_read",
    )


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda resource: resource["slug_en"])
def test_every_document_has_its_words_and_our_own_typefaces(resource):
    for language, sections in resource["pdf"].items():
        pdf = library_pdf(resource, language)
        faces = set(re.findall(rb"/BaseFont/[A-Z]{6}\+(\w+)", pdf))
        assert faces == {b"AtkinsonHyperlegibleNext", b"BricolageGrotesque"}
        said = "".join(read(pdf).split())
        for heading, _ in sections:
            assert "".join(heading.split()) in said


@pytest.mark.parametrize("probe", SEARCH_PROBES, ids=lambda probe: probe["word"])
def test_probe_can_be_read_back_from_its_document(probe):
    resource = next(row for row in RESOURCES if row["slug_en"] == probe["resource_slug_en"])
    assert probe["word"] in read(library_pdf(resource, probe["language"]))


def test_same_words_make_the_same_file():
    assert make() == make()


def test_document_takes_milliseconds():
    make()
    start = time.perf_counter()
    for number in range(20):
        make(title=f"Rhif {number}")
    assert (time.perf_counter() - start) / 20 < 0.1
