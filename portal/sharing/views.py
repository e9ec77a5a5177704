"""Hands out sharing pictures, of pages that everybody may read and no others."""

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from wagtail.models import Page

from core.i18n import in_language
from portal.sharing.cards import Card, card_of, site_card
from portal.sharing.draw import keep


def sharing_picture(request: HttpRequest, about: str, version: str) -> HttpResponse:
    """The picture at its present address, kept for a year; an earlier address leads to the present one."""
    card = _find(about)
    if card is None:
        raise Http404
    if version != card.version:
        return redirect(card.path)
    response = FileResponse(keep(card).open("rb"), content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _find(about: str) -> Card | None:
    if not about.isdecimal():
        return site_card(about) if about in dict(settings.LANGUAGES) else None
    page = get_object_or_404(Page.objects.live().public().select_related("locale"), pk=about)
    with in_language(page.locale.language_code):
        return card_of(page.specific)
