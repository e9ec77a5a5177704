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


def make_pdf(
    *,
    title: str,
    language: str,
    sections: list[tuple[str, list[str]]],
    principles: list[str],
    easy_read: bool = False,
) -> bytes:
    """A PDF/UA-1 document in one language, larger where it is Easy Read.

    A paragraph that opens with "- " becomes a list item; one that ends with "___" ends with a line to write on.
    """
    data = {
        "title": title,
        "language": language,
        "sections": [{"heading": heading, "paragraphs": paragraphs} for heading, paragraphs in sections],
        "principles": principles,
        "easy_read": easy_read,
    }
    return _compiler().compile(
        input=_HERE / "pdf.typ",
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=0,
    )
