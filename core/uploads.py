"""What may be uploaded: files whose content is what their name says."""

import zipfile
from pathlib import PurePath

import filetype
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm

#: a kind of file that is a parcel of files → the folder or file that must be inside
PARCELS = {"docx": "word/", "pptx": "ppt/", "xlsx": "xl/", "odt": "content.xml"}
MOST_UNPACKED = 500_000_000  # bytes
HEAD = 8192  # bytes that tell what a file is

EMPTY = _("This file is empty. Choose another one.")
NOT_WHAT_IT_SAYS = _(
    "What is inside this file is not what its name says (.%(extension)s). Open it, save it again, and upload that."
)
TOO_LARGE_INSIDE = _("This file is too large when it is unpacked. Make its pictures smaller, and upload it again.")


def check_document(file: File) -> None:
    """Refuse (ValidationError) a file whose content does not fit its name; which names may be is a setting."""
    extension = PurePath(file.name).suffix.removeprefix(".").lower()
    file.seek(0)
    head = file.read(HEAD)
    found = filetype.guess(head)
    if extension == "txt":
        fits = found is None and b"\0" not in head
    elif extension in PARCELS:
        fits = _holds(file, PARCELS[extension])
    else:
        fits = found is not None and found.extension == extension
    file.seek(0)
    if not fits:
        raise ValidationError(NOT_WHAT_IT_SAYS % {"extension": extension}, code="not_what_it_says")


def _holds(file: File, inside: str) -> bool:
    """Whether a parcel has what its kind must have, from its first byte on."""
    file.seek(0)
    if file.read(4) != b"PK\x03\x04":
        return False
    try:
        entries = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise ValidationError(TOO_LARGE_INSIDE, code="too_large_inside")
    return any(entry.filename.startswith(inside) for entry in entries)


class DocumentForm(BaseDocumentForm):
    """Wagtail's form for a file, wherever the admin shows it, which looks inside first."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].error_messages["empty"] = EMPTY

    def clean_file(self):
        """A new file is of a kind that may be uploaded, and is what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            FileExtensionValidator(settings.WAGTAILDOCS_EXTENSIONS)(file)
            check_document(file)
        return file

    def clean(self):
        """Without the title that a script took from the name of a refused file: the next file brings its own."""
        cleaned, refused = super().clean(), self.files.get(self.add_prefix("file"))
        name = self.add_prefix("title")
        if refused and "file" in self.errors and self.data.get(name) in (refused.name, PurePath(refused.name).stem):
            self.data = self.data.copy()
            self.data[name] = ""
        return cleaned
