"""What the library does when facts, files or documents change, whichever screen changed them."""

from core.models import Document
from resources import actions
from resources.models import Resource, ResourceFile


def facts_changed(instance: Resource, raw: bool = False, **_) -> None:
    """Facts stand in the entries of both pages; who may read them first of all."""
    if not raw:
        actions.refresh(instance)


def file_changed(instance: ResourceFile, raw: bool = False, **_) -> None:
    """A file that was not read yet is read."""
    if not raw:
        actions.notice_file(instance)


def file_gone(instance: ResourceFile, **_) -> None:
    """What stood in a file that was taken away is not found any more."""
    if resource := Resource.objects.filter(pk=instance.resource_id).first():
        actions.refresh(resource)


def document_changed(instance: Document, raw: bool = False, **_) -> None:
    """A document whose file was replaced is read again, wherever it is used."""
    if not raw:
        for file in instance.resource_files.all():
            actions.notice_file(file)
