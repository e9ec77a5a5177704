"""Which files may leave through Wagtail's own door for documents: those that a page shows to everybody who may read it."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Page, ReferenceIndex

from core.models import Document
from resources.models import ResourceFile, reads_as_member
from resources.views import send_document


def may_fetch(document: Document, user) -> bool:
    """Whether a person may have a file: staff always, others if a page or a resource they may read shows it."""
    if user.has_perm("wagtailadmin.access_admin"):
        return True
    uses = ResourceFile.objects.filter(document=document)
    if uses.exists():
        open_uses = uses.public_to(user).filter(resource__members_only=False)
        return open_uses.exists() or (reads_as_member(user) and uses.public_to(user).exists())
    return _pages_with(document, user).exists()


def is_private(document: Document) -> bool:
    """Whether a file belongs to something that is for members only."""
    return ResourceFile.objects.filter(document=document, resource__members_only=True).exists()


def _pages_with(document: Document, user):
    """Live pages that link to a file and that everybody, or this member, may read."""
    pages = ContentType.objects.get_for_model(Page)
    ids = ReferenceIndex.get_references_to(document).filter(base_content_type=pages).values_list("object_id", flat=True)
    found = Page.objects.live().public().filter(pk__in=[int(pk) for pk in ids])
    if reads_as_member(user):
        return found
    return found.exclude(resourcepage__resource__members_only=True).exclude(casestudypage__resource__members_only=True)


def serve_or_refuse(document: Document, request: HttpRequest) -> HttpResponse:
    """Wagtail's hook: answer for the document ourselves, as an attachment, or say that it is not there."""
    if not may_fetch(document, request.user):
        raise Http404
    return send_document(document, private=is_private(document) or request.user.is_authenticated)
