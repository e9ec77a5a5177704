"""Reads the words inside one PDF; runs as a process of its own, behind limits, because a PDF may be broken or meant ill.

Called as `python -I pdf_child.py FILE`; writes one JSON object to standard output:
{"trouble": code} or {"trouble": "", "pages": [text of each page], "page_count": n}. Imports nothing of ours.
"""

import json
import re
import resource
import sys
import unicodedata

MEMORY = 512 * 1024 * 1024  # bytes of address space
SECONDS = 30  # of processor time
MAX_PAGES = 2000
MAX_CHARACTERS = 1_500_000
# Where a word goes on in the next line; PDFium writes U+FFFE or U+0002. It may be gwry-choedd, one word, or co-production,
# two: a soft hyphen keeps both ways open.
_BROKEN_WORD = re.compile("[\ufffe\u0002\u00ad][ \r\n]*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def limit() -> None:
    """Give this process little memory and time, and no way to write files or start others."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        hard = resource.getrlimit(what)[1]
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, bound))


def clean(text: str) -> str:
    """Text in one form: whole words, no control characters, one space between words of a line."""
    text = _CONTROL.sub(
        " ", _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _BROKEN_WORD.sub("\u00ad", text))
    )
    return unicodedata.normalize("NFC", " ".join(text.split()))


def read(path: str) -> dict:
    """The words of each page, or what is wrong."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        return {"trouble": "encrypted" if locked else "broken"}
    count, pages, size = len(document), [], 0
    for number in range(min(count, MAX_PAGES)):
        if size >= MAX_CHARACTERS:
            break
        pages.append(page_text(document, number, pypdfium2.PdfiumError))
        size += len(pages[-1])
    if not count:
        return {"trouble": "no_pages"}
    return {"trouble": "" if any(pages) else "scanned", "pages": pages, "page_count": count}


def page_text(document, number: int, broken: type[Exception]) -> str:
    """The words of a page; a page that cannot be read has none."""
    try:
        page = document[number]
        words = page.get_textpage()
        text = clean(words.get_text_bounded())[:MAX_CHARACTERS]
        words.close()
        page.close()
    except broken:
        return ""
    return text


if __name__ == "__main__":
    limit()
    try:
        answer = read(sys.argv[1])
    except MemoryError:
        answer = {"trouble": "too_hard"}
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
