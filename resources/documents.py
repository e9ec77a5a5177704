"""Which files may leave through Wagtail's own door for documents: those that a page shows to everybody who may read it."""

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import add_never_cache_headers
from wagtail.models import Page, ReferenceIndex

from core.models import Document
from resources.models import ResourceFile, reads_as_member


def may_fetch(document: Document, user) -> bool:
    """Whether a person may have a file: staff always, others if a page or a resource they may read shows it."""
    if user.has_perm("wagtailadmin.access_admin"):
        return True
    uses = ResourceFile.objects.filter(document=document)
    if uses.exists():
        open_uses = uses.public_to(user).filter(resource__members_only=False)
        return open_uses.exists() or (reads_as_member(user) and uses.public_to(user).exists())
    return _pages_with(document, user).exists()


def _pages_with(document: Document, user):
    """Live pages that link to a file and that everybody, or this member, may read."""
    pages = ContentType.objects.get_for_model(Page)
    ids = ReferenceIndex.get_references_to(document).filter(base_content_type=pages).values_list("object_id", flat=True)
    found = Page.objects.live().public().filter(pk__in=[int(pk) for pk in ids])
    if reads_as_member(user):
        return found
    return found.exclude(resourcepage__resource__members_only=True).exclude(casestudypage__resource__members_only=True)


def serve_or_refuse(document: Document, request: HttpRequest) -> HttpResponse:
    """Wagtail's hook: send people on to our own view, which sends files as attachments, or say that it is not there."""
    if not may_fetch(document, request.user):
        raise Http404
    response = redirect("linked_document", pk=document.pk, name=document.filename)
    add_never_cache_headers(response)
    return response
