"""What staff may upload, looked at before it is kept: every door of the admin, in both languages."""

import html
import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image as Picture

from core import uploads
from core.models import Document, Image
from tests.factories import everything, staff

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"
HTML = b"<html><script>alert(1)</script></html>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def parcel(*names: str) -> bytes:
    """A zip file with these names inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "ŵ")
    return out.getvalue()


def picture(width=8, height=8, kind="PNG") -> bytes:
    """A black picture."""
    out = io.BytesIO()
    Picture.new("1", (width, height)).save(out, kind)
    return out.getvalue()


GOOD = {
    "papur.pdf": PDF,
    "PAPUR.PDF": PDF,
    "tŷ.docx": parcel("[Content_Types].xml", "a", "b", "c", "d", "word/document.xml"),
    "sioe.pptx": parcel("[Content_Types].xml", "ppt/presentation.xml"),
    "rhestr.xlsx": parcel("[Content_Types].xml", "xl/workbook.xml"),
    "geiriau.odt": parcel("mimetype", "content.xml"),
    "nodyn.txt": "Tŷ ŵ".encode(),
}
BAD = {
    "empty.pdf": b"",
    "page.pdf": HTML,
    "later.pdf": HTML + PDF,
    "programme.docx": b"MZ" + bytes(200),
    "parcel.docx": parcel("readme.txt"),
    "hidden.docx": HTML + parcel("word/document.xml"),
    "cut.docx": parcel("word/document.xml")[:40],
    "sheet.docx": parcel("xl/workbook.xml"),
    "paper.txt": PDF,
    "bytes.txt": b"a\0b",
    "page.html": HTML,
    "papur.pdf.exe": PDF,
}


@pytest.fixture
def uploader(client, site, settings, tmp_path):
    """An administrator, and a place for files."""
    settings.MEDIA_ROOT = str(tmp_path)
    user = staff()
    client.force_login(user)
    return user


def send(client, name: str, content: bytes, door="/cms/documents/add/", prefix=""):
    """Fill in Wagtail's form for a file."""
    told = {"title": "Teitl â tho", "language": "cy", "tags": "tŷ", "collection": everything()}
    form = {prefix + field: value for field, value in (told | {"file": SimpleUploadedFile(name, content)}).items()}
    return client.post(door, form)


@pytest.mark.parametrize("name", GOOD)
def test_a_file_that_is_what_it_says_is_kept(client, uploader, name):
    send(client, name, GOOD[name])
    assert Document.objects.get().title == "Teitl â tho"


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_not_what_it_says_is_refused_and_the_rest_stays_typed(client, uploader, name):
    page = send(client, name, BAD[name])
    assert not Document.objects.exists()
    assert "Teitl â tho" in page.content.decode()


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(("content", "words"), [(b"", uploads.EMPTY), (HTML, uploads.NOT_WHAT_IT_SAYS)])
def test_a_refusal_says_what_to_do_in_the_readers_language(client, uploader, language, content, words):
    uploader.language = language
    uploader.save()
    page = send(client, "a.pdf", content).content.decode()
    with translation.override(language):
        assert html.escape(str(words) % {"extension": "pdf"}) in page


@pytest.mark.parametrize(("language", "nonsense"), [("cy", "Ni chaniateir ffeiliau"), ("en", "is not allowed")])
def test_a_refusal_is_said_once(client, uploader, language, nonsense):
    uploader.language = language
    uploader.save()
    assert nonsense not in send(client, "a.pdf", HTML).content.decode()
    assert nonsense in send(client, "a.exe", b"MZ" + bytes(200)).content.decode()


def test_a_kind_that_may_not_be_uploaded_is_told_which_may(client, uploader):
    """Before its content is looked at."""
    page = html.unescape(send(client, "page.html", HTML).content.decode())
    assert "File extension “html” is not allowed. Allowed extensions are: pdf, docx, pptx, odt, xlsx, txt." in page
    assert "not what its name says" not in page


@pytest.mark.parametrize(("title", "stays"), [("adroddiad", False), ("adroddiad.html", False), ("Fy nheitl", True)])
def test_a_title_taken_from_a_refused_file_goes_with_it(client, uploader, title, stays):
    """Otherwise the next file would have the name of the first; what somebody typed is kept."""
    told = {"title": title, "language": "cy", "tags": "", "collection": everything()}
    page = client.post("/cms/documents/add/", told | {"file": SimpleUploadedFile("adroddiad.html", HTML)})
    assert (f'value="{title}"' in page.content.decode()) == stays
    assert "This field is required" not in page.content.decode()


def test_the_chooser_and_many_files_at_once_look_too(client, uploader):
    send(client, "a.pdf", HTML, "/cms/documents/chooser/create/", "document-chooser-upload-")
    many = {"files[]": SimpleUploadedFile("a.pdf", HTML), "title": "T", "collection": everything(), "language": "cy"}
    answer = client.post("/cms/documents/multiple/add/", many).json()
    assert not answer["success"]
    assert not Document.objects.exists()


def test_a_file_is_replaced_only_by_one_that_is_what_it_says(client, uploader):
    send(client, "a.pdf", PDF)
    row = Document.objects.get()
    send(client, "a.pdf", HTML, f"/cms/documents/edit/{row.pk}/")
    assert Document.objects.get().file_hash == row.file_hash
    client.post(
        f"/cms/documents/edit/{row.pk}/", {"title": "Arall", "language": "en", "tags": "", "collection": everything()}
    )
    assert Document.objects.get().title == "Arall"


def test_a_file_that_swells_is_refused(client, uploader, monkeypatch):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", bytes(2_000_000))
    monkeypatch.setattr(uploads, "MOST_UNPACKED", 1_000_000)
    assert "unpacked" in send(client, "a.docx", out.getvalue()).content.decode()
    assert not Document.objects.exists()


def test_a_file_past_the_limit_is_refused(client, uploader, settings):
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 1000
    assert "too big" in send(client, "a.pdf", PDF + bytes(2000)).content.decode()
    assert not Document.objects.exists()


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.png", b""),
        ("page.png", HTML),
        ("paper.png", PDF),
        ("drawing.svg", SVG),
        ("drawing.png", SVG),
        ("twin.png", picture(kind="GIF")),
        ("double.png.svg", picture()),
        ("wide.png", picture(8000, 8000)),
    ],
)
def test_a_picture_that_is_none_or_too_large_is_refused(client, uploader, language, name, content):
    uploader.language = language
    uploader.save()
    page = send(client, name, content, "/cms/images/add/").content.decode()
    assert not Image.objects.exists()
    assert "Teitl â tho" in page
    english = ("valid image", "Not a", "pixels", "is empty", "supported image")
    assert any(words in page for words in english) == (language == "en")


def test_a_picture_is_kept(client, uploader):
    send(client, "llun.png", picture(800, 600), "/cms/images/add/")
    assert Image.objects.get().width == 800
