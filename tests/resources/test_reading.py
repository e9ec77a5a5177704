"""Reading files: broken, locked and hungry ones end in a state that staff can understand; nothing falls over."""

from datetime import timedelta
from time import perf_counter

import pytest
from django.db.models.functions import Now

from resources import actions, reading, tasks
from resources.models import Reading, ResourceFile, Trouble
from resources.models.file import TRIES
from tests.resources.factories import read_everything, resource
from tests.resources.papers import BROKEN, WHOLE, drawn, paper


@pytest.fixture
def made(librarian):
    return resource(librarian)


def add(made, librarian, content, name="a.pdf"):
    file = actions.add_file(resource=made, language="cy", name=name, content=content, by=librarian)
    return ResourceFile.objects.get(pk=file.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_cannot_be_read_says_why(made, librarian, case):
    name, content, troubles = BROKEN[case]
    file = add(made, librarian, content, name)
    begun = perf_counter()
    tasks.extract_text(file_id=file.pk)
    assert perf_counter() - begun < 10
    file.refresh_from_db()
    assert file.trouble in troubles
    assert file.state == (Reading.NO_TEXT if file.trouble in ("scanned", "not_pdf") else Reading.FAILED)
    assert file.get_trouble_display()
    assert not ResourceFile.objects.to_read().exists()


@pytest.mark.django_db
def test_a_file_that_is_gone_or_too_large_says_so(made, librarian, monkeypatch):
    gone, large = add(made, librarian, WHOLE), add(made, librarian, paper("mawr"), "b.pdf")
    gone.document.file.storage.delete(gone.document.file.name)
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    read_everything()
    assert ResourceFile.objects.get(pk=gone.pk).trouble == Trouble.MISSING
    assert ResourceFile.objects.get(pk=large.pk).trouble == Trouble.TOO_LARGE


@pytest.mark.django_db
def test_a_file_that_takes_too_long_is_let_go(made, librarian, monkeypatch):
    file = add(made, librarian, WHOLE)
    monkeypatch.setattr(reading, "SECONDS", 0.01)
    tasks.extract_text(file_id=file.pk)
    file.refresh_from_db()
    assert (file.state, file.trouble) == (Reading.FAILED, Trouble.TOO_HARD)


def test_the_reader_lives_within_its_limits(tmp_path):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(drawn(b"BT /F 12 Tf 50 700 Td " + b"(parrot) Tj " * 20_000_000 + b"ET"))
    assert reading.read_pdf(str(path)).trouble == Trouble.TOO_HARD
    path.write_bytes(WHOLE)
    assert reading.read_pdf(str(path)) == reading.Words("parrot", [[0, 1]], 1, Trouble.NONE)


def test_words_are_whole_and_keep_their_accents(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(paper("Ŵyl a thŷ a fflach, effeithiol; e\u0302 a chyd-destun " * 20, pages=3))
    found = reading.read_pdf(str(path))
    assert "Ŵyl a thŷ a fflach, effeithiol" in found.text
    assert "ê" in found.text
    assert [number for _start, number in found.pages] == list(range(1, found.page_count + 1))
    assert "\x00" not in found.text
    assert "\ufffe" not in found.text


@pytest.mark.django_db
def test_two_workers_do_not_read_one_file(made, librarian):
    file = add(made, librarian, WHOLE)
    assert actions.take_file(file_id=file.pk)
    assert actions.take_file(file_id=file.pk) is None
    tasks.extract_text(file_id=file.pk)
    file.refresh_from_db()
    assert file.state == Reading.WAITING


@pytest.mark.django_db
def test_a_worker_that_died_loses_the_file_to_the_next(made, librarian):
    file = add(made, librarian, WHOLE)
    actions.take_file(file_id=file.pk)
    ResourceFile.objects.filter(pk=file.pk).update(taken_at=Now() - timedelta(minutes=6))
    assert file in ResourceFile.objects.to_read()
    tasks.extract_text(file_id=file.pk)
    file.refresh_from_db()
    assert (file.state, file.tries) == (Reading.DONE, 2)


@pytest.mark.django_db
def test_a_file_that_kills_its_workers_is_parked(made, librarian):
    file = add(made, librarian, WHOLE)
    for _turn in range(TRIES):
        assert actions.take_file(file_id=file.pk)
        ResourceFile.objects.filter(pk=file.pk).update(taken_at=Now() - timedelta(minutes=6))
    tasks.extract_text(file_id=file.pk)
    file.refresh_from_db()
    assert (file.state, file.trouble) == (Reading.FAILED, Trouble.TOO_HARD)


@pytest.mark.django_db
def test_words_of_a_file_that_was_replaced_meanwhile_are_not_kept(made, librarian):
    file = add(made, librarian, WHOLE)
    actions.take_file(file_id=file.pk)
    assert not actions.keep_words(file_id=file.pk, fingerprint="another", found=reading.Words("old words"))
    file.refresh_from_db()
    assert (file.state, file.text, file.taken_at) == (Reading.WAITING, "", None)


@pytest.mark.django_db
def test_staff_can_have_files_read_again(made, librarian):
    file = add(made, librarian, WHOLE)
    read_everything()
    assert actions.read_again(resource=made, by=librarian) == 1
    file.refresh_from_db()
    assert file.state == Reading.WAITING
    read_everything()
    file.refresh_from_db()
    assert file.state == Reading.DONE


@pytest.mark.django_db
def test_only_librarians_change_the_library(made, librarian, member):
    for attempt in (
        lambda: actions.add_resource(name="x", kind="toolkit", by=member),
        lambda: actions.add_file(resource=made, language="cy", name="a.pdf", content=WHOLE, by=member),
        lambda: actions.add_topic(slug="x", name_cy="x", name_en="x", by=member),
        lambda: actions.write_pages(resource=made, words={}, by=member),
        lambda: actions.read_again(resource=made, by=member),
    ):
        with pytest.raises(actions.NotYours):
            attempt()
