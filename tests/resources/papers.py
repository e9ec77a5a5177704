"""PDFs for tests: whole ones, and every kind of broken one."""

import zlib

from portal.demo_content.pdf import make_pdf


def paper(*words: str, language: str = "cy", pages: int = 1) -> bytes:
    """A PDF with a paragraph for each text, the last one on the last of `pages` pages."""
    filler = ["Llenwi'r dudalen. " * 60 for _page in range(3 * (pages - 1))]
    return make_pdf(title="Papur", language=language, sections=[("Rhan", [*filler, *words])], principles=["trust"])


def by_hand(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF put together object by object; the first is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)


def stream(data: bytes) -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed)


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"


def drawn(content: bytes, count: bytes = b"1", trailer: bytes = b"") -> bytes:
    """A PDF of one page with this content."""
    return by_hand([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count %s>>" % count, PAGE, stream(content), FONT], trailer)


WHOLE = drawn(b"BT /F 12 Tf 50 700 Td (parrot) Tj ET")
LOCK = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (b"41" * 32, b"42" * 32)

#: what is wrong → (name of the file, its content, the troubles we may say it has)
BROKEN = {
    "empty": ("a.pdf", b"", {"empty"}),
    "not a pdf": ("a.pdf", b"MZ this is a programme" * 100, {"broken"}),
    "page of the web": ("a.pdf", b"<html><script>alert(1)</script></html>", {"broken"}),
    "cut off": ("a.pdf", paper("gwrychoedd")[:700], {"broken"}),
    "locked": ("a.pdf", drawn(b"BT ET", trailer=LOCK), {"encrypted"}),
    "no pages": ("a.pdf", by_hand([CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"]), {"no_pages", "broken"}),
    "only pictures": ("a.pdf", drawn(b"0 0 100 100 re f"), {"scanned"}),
    "loop of pages": (
        "a.pdf",
        by_hand([CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
        {"broken", "scanned", "no_pages"},
    ),
    "says it has many pages": ("a.pdf", drawn(b"0 0 9 9 re f", count=b"2000000000"), {"scanned", "too_hard", "broken"}),
    "bomb": ("a.pdf", drawn(b"q " * 200_000_000), {"too_hard"}),
    "letters": ("a.docx", b"PK\x03\x04", {"not_pdf"}),
}
