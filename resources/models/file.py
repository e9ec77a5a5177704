"""A file of a resource, in a language of its own, and what was read inside it."""

from datetime import timedelta

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from core.models.pages import everybody_may_read
from core.vocabulary import Language
from resources.models.resource import Resource, reads_as_member

LEASE = timedelta(minutes=5)  # how long a worker may hold a file before another may take it
TRIES = 3  # times we begin to read a file before we say that it cannot be read


class Reading(models.TextChoices):
    """How far we are with reading the words inside a file."""

    WAITING = "waiting", _("Waiting to be read")
    DONE = "done", _("Read: its words are found by search")
    NO_TEXT = "no_text", _("No words inside: only its title is found by search")
    FAILED = "failed", _("Could not be read")


class Trouble(models.TextChoices):
    """Why a file could not be read, in words that help staff to mend it."""

    NONE = "", ""
    SCANNED = "scanned", _("It holds pictures of pages and no text. Upload a version with text in it.")
    NO_PAGES = "no_pages", _("It has no pages.")
    EMPTY = "empty", _("The file is empty.")
    ENCRYPTED = "encrypted", _("It is locked with a password. Upload a version without one.")
    BROKEN = "broken", _("It is damaged or not a PDF. Make it again, and upload it again.")
    TOO_LARGE = "too_large", _("It is too large to be read.")
    TOO_HARD = "too_hard", _("Reading it took too long or too much memory.")
    MISSING = "missing", _("The file is not in the store. Upload it again.")
    NOT_PDF = "not_pdf", _("Only PDF files are read inside.")


class ResourceFileQuerySet(models.QuerySet):
    """Files as workers and readers ask for them."""

    def to_read(self) -> "ResourceFileQuerySet":
        """Files that wait and that no worker holds, by the database's clock."""
        free = Q(taken_at=None) | Q(taken_at__lte=Now() - LEASE)
        return self.filter(free, state=Reading.WAITING).order_by("pk")

    def public_to(self, user) -> "ResourceFileQuerySet":
        """Files a person may fetch: of a resource with a page open to everybody; for members only where it says so."""
        rows = self.filter(_on_an_open_page())
        return rows if reads_as_member(user) else rows.filter(resource__members_only=False)


def _on_an_open_page() -> Q:
    """Kept in one query with the pages' own rule, so that a page's privacy is its files' privacy."""
    conditions = Q()
    for name in ("resourcepage", "casestudypage"):
        pages = apps.get_model("resources", name).objects.filter(everybody_may_read())
        conditions |= Q(Exists(pages.filter(resource=OuterRef("resource"))))
    return conditions


class ResourceFile(Orderable):
    """One file of a resource."""

    resource = ParentalKey(Resource, verbose_name=_("resource"), on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        "core.Document", verbose_name=_("file"), on_delete=models.PROTECT, related_name="resource_files"
    )
    language = models.CharField(_("language of the file"), max_length=2, choices=Language)
    state = models.CharField(_("words inside"), max_length=10, choices=Reading, default=Reading.WAITING, editable=False)
    trouble = models.CharField(
        _("what is wrong"), max_length=20, choices=Trouble, default=Trouble.NONE, blank=True, editable=False
    )
    text = models.TextField(_("text"), blank=True, editable=False)
    # Page breaks inside `text`: [[first character, page number], …]
    pages = models.JSONField(_("pages"), default=list, blank=True, editable=False)
    page_count = models.PositiveIntegerField(_("number of pages"), null=True, blank=True, editable=False)
    # What was read: the file of a document can be replaced, and then it is read again.
    read_hash = models.CharField(_("fingerprint of what was read"), max_length=40, blank=True, editable=False)
    tries = models.PositiveSmallIntegerField(_("times begun"), default=0, editable=False)
    taken_at = models.DateTimeField(_("taken by a worker at"), null=True, blank=True, editable=False)

    objects = ResourceFileQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("file of a resource")
        verbose_name_plural = _("files of resources")
        constraints = [
            models.UniqueConstraint(fields=["resource", "document"], name="resource_file_once"),
            models.CheckConstraint(
                condition=~Q(state=Reading.FAILED) | ~Q(trouble=Trouble.NONE), name="resource_file_failed_says_why"
            ),
        ]
        indexes = [models.Index(fields=["taken_at"], condition=Q(state=Reading.WAITING), name="resource_file_waiting")]

    def __str__(self):
        return f"{self.document} ({self.get_language_display()})"
