"""What the web asks of the library: files, and the way in to what is for members."""

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from core.models import Document
from resources.documents import may_fetch
from resources.models import ResourceFile


@require_safe
def file(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A file of a resource, to those it is for; to others it is not there."""
    row = get_object_or_404(ResourceFile.objects.public_to(request.user).select_related("document", "resource"), pk=pk)
    if row.document.filename != name:
        raise Http404
    return send_document(row.document, private=row.resource.members_only)


@require_safe
def document(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A file that a page links to, to those who may read such a page; to others it is not there."""
    row = get_object_or_404(Document, pk=pk)
    if row.filename != name or not may_fetch(row, request.user):
        raise Http404
    return send_document(row, private=not may_fetch(row, AnonymousUser()))


def send_document(document: Document, *, private: bool) -> HttpResponse:
    """A file to be kept, never to be run: no browser opens it as a page of ours."""
    try:
        content = document.file.storage.open(document.file.name, "rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(
        content, as_attachment=True, filename=document.filename, content_type="application/octet-stream"
    )
    if document.file_extension == "pdf":
        response.headers["Content-Type"] = "application/pdf"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    if private:
        add_never_cache_headers(response)
    return response


def way_in(request: HttpRequest) -> HttpResponse:
    """Show somebody who may not read a page how to come in, and nothing of the page itself."""
    if request.user.is_authenticated:
        messages.info(request, gettext("This page is for members. Membership is free."))
        response = redirect("join")
    else:  # the page of signing in says it
        response = redirect_to_login(request.get_full_path())
    add_never_cache_headers(response)
    return response
