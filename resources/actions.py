"""What may happen in the library: facts and files are added, files are read, pages are written, search follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.utils.file import hash_filelike

from core import waking
from core.errors import Refused
from core.i18n import nfc
from core.models import Document
from core.search_sync import renew
from resources import reading
from resources.models import (
    CaseStudyPage,
    Figure,
    Reading,
    Resource,
    ResourceFile,
    ResourceIndexPage,
    ResourceKind,
    ResourcePage,
    Topic,
    Trouble,
)
from resources.models.file import TRIES


class NotYours(Refused):
    """Only staff who look after the library may do that."""

    message = _("Only staff who look after the library may do that.")


class NoLibrary(Refused):
    """There is no library page in that language to put it under."""

    message = _("There is no library page in that language yet.")


@dataclass(frozen=True)
class Words:
    """The words of a page in one language; `sections` are the parts of a case study by name."""

    title: str
    summary: str = ""
    slug: str = ""
    body: list = field(default_factory=list)
    sections: Mapping[str, str] = field(default_factory=dict)


def _only_librarians(by) -> None:
    if not by.has_perm("resources.change_resource"):
        raise NotYours


@transaction.atomic
def add_topic(*, slug: str, name_cy: str, name_en: str, by) -> Topic:
    """Name a topic in both languages; one that stands already is left as it is."""
    _only_librarians(by)
    return Topic.objects.get_or_create(slug=slug, defaults={"name_cy": nfc(name_cy), "name_en": nfc(name_en)})[0]


@transaction.atomic
def add_resource(
    *, name: str, kind: str, by, topics: Iterable[Topic] = (), figures: Iterable[Mapping[str, Any]] = (), **facts
) -> Resource:
    """Add the facts of a resource, with the figures of a case study; further facts are the columns of Resource."""
    _only_librarians(by)
    resource = Resource(name=nfc(name), kind=kind, **facts)
    resource.topics.set(topics)
    resource.figures.set([Figure(sort_order=turn, **figure) for turn, figure in enumerate(figures)])
    resource.full_clean()
    resource.save()
    return resource


@transaction.atomic
def add_file(*, resource: Resource, language: str, name: str, content: bytes, by, title: str = "") -> ResourceFile:
    """Add a file in a language; its words are read soon, and then found."""
    _only_librarians(by)
    document = Document(title=nfc(title or resource.name)[:255], language=language, uploaded_by_user=by)
    document.file_size, document.file_hash = len(content), hash_filelike(ContentFile(content))
    document.file.save(name, ContentFile(content), save=False)
    document.full_clean()
    document.save()
    order = resource.files.count()
    return ResourceFile.objects.create(resource=resource, document=document, language=language, sort_order=order)


@transaction.atomic
def write_pages(*, resource: Resource, words: Mapping[str, Words], by) -> dict[str, Page]:
    """Write the pages of a resource and publish them together, in the same minute; refuses NoLibrary."""
    _only_librarians(by)
    model = CaseStudyPage if resource.kind == ResourceKind.CASE_STUDY else ResourcePage
    pages: dict[str, Page] = {}
    for code, said in words.items():
        above = ResourceIndexPage.objects.filter(locale__language_code=code).first()
        if above is None:
            raise NoLibrary
        told = {"title": nfc(said.title), "summary": nfc(said.summary), "body": said.body, **said.sections}
        page = model(resource=resource, locale=above.locale, live=False, **told)
        if said.slug:
            page.slug = said.slug
        if pages:
            page.translation_key = next(iter(pages.values())).translation_key
        pages[code] = above.add_child(instance=page)
    for page in pages.values():
        page.save_revision(user=by, log_action=True).publish(user=by)
    return pages


def refresh(resource: Resource) -> None:
    """Let search know the facts and files of a resource as they are now."""
    renew(resource.all_pages())


@transaction.atomic
def notice_file(file: ResourceFile) -> None:
    """See to it that a file is read, if it is new or is no longer the one that was read."""
    stale = _fingerprint(file.document) != file.read_hash
    if stale and file.state != Reading.WAITING:
        row = ResourceFile.objects.filter(pk=file.pk)
        row.update(state=Reading.WAITING, trouble=Trouble.NONE, tries=0, taken_at=None)
    if stale or file.state == Reading.WAITING:
        transaction.on_commit(partial(wake, file.pk), robust=True)


@transaction.atomic
def read_again(*, resource: Resource, by) -> int:
    """Have all files of a resource read once more; how many."""
    _only_librarians(by)
    fresh = {"state": Reading.WAITING, "trouble": Trouble.NONE, "tries": 0, "taken_at": None, "read_hash": ""}
    ids = list(resource.files.values_list("pk", flat=True))
    ResourceFile.objects.filter(pk__in=ids).update(**fresh)
    for pk in ids:
        transaction.on_commit(partial(wake, pk), robust=True)
    return len(ids)


def wake(file_id: int) -> bool:
    """Ask a worker to read a file; false where the broker is away, and then the sweep finds the file."""
    from resources.tasks import extract_text

    return waking.wake(extract_text, file_id=file_id)


def read_file(*, file_id: int) -> bool:
    """Read the words inside a file that waits, and let them be found; false if there is nothing to do.

    Not one transaction: the row is taken, read outside the database, and written when it is known what is inside.
    """
    file = take_file(file_id=file_id)
    if file is None:
        return False
    fingerprint = _fingerprint(file.document)
    return keep_words(file_id=file_id, fingerprint=fingerprint, found=reading.read_document(file.document))


@transaction.atomic
def take_file(*, file_id: int) -> ResourceFile | None:
    """Take a waiting file for this worker, or learn that nothing is to be done."""
    rows = ResourceFile.objects.to_read().filter(pk=file_id)
    if not rows.update(taken_at=Now(), tries=F("tries") + 1):
        return None
    file = ResourceFile.objects.select_related("document").get(pk=file_id)
    if file.tries > TRIES:  # whoever tried before was killed over it
        keep_words(
            file_id=file_id, fingerprint=_fingerprint(file.document), found=reading.Words(trouble=Trouble.TOO_HARD)
        )
        return None
    return file


@transaction.atomic
def keep_words(*, file_id: int, fingerprint: str, found: reading.Words) -> bool:
    """Keep what was read, unless the file was replaced or read by somebody else in the meantime."""
    rows = ResourceFile.objects.select_for_update(of=("self",)).filter(pk=file_id, state=Reading.WAITING)
    file = rows.filter(document__file_hash=fingerprint).first()
    if file is None:
        rows.update(taken_at=None)
        return False
    file.state, file.trouble = _state(found), found.trouble
    file.text, file.pages, file.page_count = found.text, found.pages, found.page_count
    file.read_hash, file.taken_at = fingerprint, None
    file.save()
    refresh(file.resource)
    return True


def _fingerprint(document: Document) -> str:
    try:
        return document.get_file_hash()
    except FileNotFoundError:
        return ""


def _state(found: reading.Words) -> Reading:
    if found.text:
        return Reading.DONE
    return Reading.NO_TEXT if found.trouble in (Trouble.SCANNED, Trouble.NOT_PDF) else Reading.FAILED
