"""Makes the documents of the demo library: tagged PDFs in the Network's own look."""

import json
from functools import cache
from pathlib import Path

import typst

_HERE = Path(__file__).parent


@cache
def _compiler() -> typst.Compiler:
    """One compiler for the process: reading the fonts costs more than setting a page."""
    return typst.Compiler(root=_HERE, font_paths=[_HERE / "fonts"], ignore_system_fonts=True)


def make_pdf(*, title: str, language: str, sections: list[tuple[str, list[str]]], principles: list[str]) -> bytes:
    """A PDF/UA-1 document in one language; a paragraph that opens with "- " becomes a list item."""
    data = {
        "title": title,
        "language": language,
        "sections": [{"heading": heading, "paragraphs": paragraphs} for heading, paragraphs in sections],
        "principles": principles,
    }
    return _compiler().compile(
        input=_HERE / "pdf.typ",
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=0,
    )
