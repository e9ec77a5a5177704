"""A translator works without the admin: the words of a page leave as a PO file and come back into a draft."""

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.models import LanguageRecord, StandardPage
from portal.parity import files
from portal.parity.units import Texts
from tests.factories import staff

TABLE = {
    "caption": "Beth newidiodd",
    "columns": [{"type": "text", "heading": "Beth"}],
    "rows": [{"values": ["Tenantiaethau"]}],
}
PARTS = {"parts": [{"title": "Oes rhaid talu?", "text": "<p>Nac oes.</p>"}]}
BODY = [("heading", "Wrth yr afon"), ("text", "<p>Mae'r <b>crëyr</b> yno.</p>"), ("accordion", PARTS), ("table", TABLE)]


@pytest.fixture
def copied(client, site):
    """A Welsh page with words in each kind of place, its copy to be translated, and an editor signed in."""
    welsh = StandardPage(title="Crëyr y dref", slug="creyr", summary="Am aderyn.", body=BODY)
    welsh = site.home["cy"].add_child(instance=welsh)
    welsh.save_revision().publish()
    welsh = StandardPage.objects.get(pk=welsh.pk)
    client.force_login(staff("admin"))
    return welsh, welsh.copy_for_translation(site.home["en"].locale)


def download(client, page) -> polib.POFile:
    """The file as a translator gets it."""
    answer = client.get(reverse("staff_parity_words_file", args=[page.pk]))
    assert answer["Content-Disposition"] == 'attachment; filename="creyr-en.po"'
    return polib.pofile(answer.content.decode())


def upload(client, page, content, **more) -> str:
    """Bring a file back, and read the answer."""
    content = str(content).encode() if isinstance(content, polib.POFile) else content
    form = {"file": SimpleUploadedFile("words.po", content)} | more
    return client.post(reverse("staff_parity_words", args=[page.pk]), form).content.decode()


def draft(page) -> StandardPage:
    """The newest words of a page."""
    return StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_every_text_leaves_and_comes_back_into_a_draft_to_be_checked(client, copied):
    """Fields, headings, running text, parts in parts and tables; nothing else of the page changes."""
    welsh, english = copied
    catalogue = download(client, welsh)
    said = {entry.msgid for entry in catalogue}
    assert {"Crëyr y dref", "Am aderyn.", "Wrth yr afon", "Oes rhaid talu?", "Beth", "Tenantiaethau"} <= said
    assert not any(entry.msgstr for entry in catalogue)  # a copy is no translation
    for entry in catalogue:
        entry.msgstr = entry.msgid.replace("crëyr", "heron").replace("Crëyr", "Heron").replace("Wrth yr", "By the")
    answer = upload(client, welsh, catalogue, is_machine="on")
    assert "to be checked by somebody" in answer
    new = draft(english)
    assert (new.title, new.body[0].value) == ("Heron y dref", "By the afon")
    assert "<b>heron</b>" in new.body[1].value.source
    assert [block.id for block in new.body] == [block.id for block in welsh.body]
    assert new.latest_revision.user.is_superuser
    assert not StandardPage.objects.get(pk=english.pk).live
    assert LanguageRecord.objects.get(page=english).to_check == "machine"
    again = download(client, welsh)
    assert {entry.msgstr for entry in again if entry.msgid == "Wrth yr afon"} == {"By the afon"}


def test_what_does_not_fit_is_told_row_by_row_and_nothing_is_lost(client, copied):
    """Changed sources, unknown places, unsure and too long words are left out, and shown to be copied by hand."""
    welsh, english = copied
    catalogue = download(client, welsh)
    by_source = {entry.msgid: entry for entry in catalogue}
    by_source["Wrth yr afon"].msgstr = "By the brook"
    by_source["Beth"].msgstr, by_source["Beth"].flags = "What perhaps", ["fuzzy"]
    by_source["Am aderyn."].msgstr = "long " * 100
    by_source["Crëyr y dref"].msgstr = "The heron of the town"
    catalogue.append(polib.POEntry(msgctxt="body/gone", msgid="Hen", msgstr="Something old"))
    catalogue.remove(by_source["Beth newidiodd"])
    welsh.body[0].value = "Wrth y nant"
    welsh.save_revision()
    answer = upload(client, welsh, catalogue)
    for words in ("By the brook", "What perhaps", "long long", "Something old"):
        assert words in answer
    for outcome in ("CHANGED", "UNSURE", "REFUSED", "UNKNOWN", "ABSENT", "TAKEN", "EMPTY"):
        assert str(files.Outcome[outcome].label) in answer
    new = draft(english)
    assert (new.title, new.summary, new.body[0].value) == ("The heron of the town", "Am aderyn.", "Wrth yr afon")


def test_markup_is_kept_by_the_rules_of_the_editor(client, copied):
    """No script, no address that runs, nothing the text may not hold; and the translator's slip is told."""
    welsh, english = copied
    catalogue = download(client, welsh)
    evil = '<p onclick="x()">The <b>heron</b><script>x()</script> <a href="javascript:x()">here</a></p><h2>Big</h2>'
    next(entry for entry in catalogue if "crëyr</b>" in entry.msgid).msgstr = evil
    answer = upload(client, welsh, catalogue)
    assert str(files.Outcome.TIDIED.label) in answer
    source = draft(english).body[1].value.source
    assert "<b>heron</b>" in source
    assert not any(bad in source for bad in ("<script", "onclick", "javascript:", "<h2"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\xfe nonsense", "This is not a PO file"),
        (b'msgid "broken', "This is not a PO file"),
        (b"#" * (files.MOST_BYTES + 1), "larger than 1 MB"),
        ("X-Page", "the words of another page"),
        ("Language", "into the other language"),
    ],
)
def test_a_file_that_is_not_of_this_page_is_refused_with_a_reason(client, copied, content, why):
    """Damaged, too large, of another page, for the other direction."""
    welsh, english = copied
    if isinstance(content, str):
        catalogue = download(client, welsh)
        catalogue.metadata[content] = "cy"
        content = catalogue
    before = StandardPage.objects.get(pk=english.pk).latest_revision_id
    assert why in upload(client, welsh, content)
    assert StandardPage.objects.get(pk=english.pk).latest_revision_id == before


def test_the_name_of_a_file_of_ours_is_not_read_as_that_file(client, copied, tmp_path):
    """polib would open it."""
    welsh, english = copied
    catalogue = download(client, welsh)
    catalogue[0].msgstr = "Not uploaded"
    catalogue.save(str(tmp_path / "words.po"))
    assert "This is not a PO file" in upload(client, welsh, str(tmp_path / "words.po").encode())
    assert draft(english).title == "Crëyr y dref"


def test_pages_written_apart_are_filled_where_they_are_built_alike(client, site):
    """Without a common block they are matched by their order; built differently, by nothing but their fields."""
    client.force_login(staff("admin"))
    pages, key = {}, None
    for code, words in (("cy", "Wrth yr afon"), ("en", "By the river")):
        page = StandardPage(title=words, slug="creyr", body=[("heading", words)], locale=site.home[code].locale)
        page.translation_key = key or page.translation_key
        pages[code] = site.home[code].add_child(instance=page)
        key = page.translation_key
        page.save_revision()
    catalogue = download(client, pages["cy"])
    assert {entry.msgstr for entry in catalogue} == {"By the river"}
    heading = next(entry for entry in catalogue if entry.msgctxt.startswith("body/"))
    heading.msgstr = "By the stream"
    upload(client, pages["cy"], catalogue)
    assert draft(pages["en"]).body[0].value == "By the stream"
    new = draft(pages["en"])
    new.body.insert(0, ("text", "<p>More.</p>"))
    new.save_revision()
    heading.msgstr = "By the lake"
    answer = upload(client, pages["cy"], catalogue)
    assert str(files.Outcome.NO_PLACE.label) in answer
    assert "By the lake" in answer
    assert "By the stream" in Texts.of(draft(pages["en"])).said


def test_a_title_stays_on_one_line(client, copied):
    """Titles become subjects of mail; a translator's line break is a space."""
    welsh, english = copied
    catalogue = download(client, welsh)
    for entry in catalogue:
        entry.msgstr = "The heron\nBcc: a@example.org" if entry.msgid == "Crëyr y dref" else f"{entry.msgid} (en)"
    upload(client, welsh, catalogue)
    assert draft(english).title == "The heron Bcc: a@example.org"


def test_the_file_is_named_in_welsh_and_only_read(client, copied):
    """A circumflex in its name; nothing is sent to it."""
    welsh, _english = copied
    StandardPage.objects.filter(pk=welsh.pk).update(slug="tŷ")
    address = reverse("staff_parity_words_file", args=[welsh.pk])
    assert client.get(address)["Content-Disposition"] == "attachment; filename*=utf-8''t%C5%B7-en.po"
    assert client.post(address).status_code == 405
