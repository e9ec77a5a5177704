"""What every answer carries, whichever view made it."""

from collections.abc import Callable

from csp.constants import NONCE
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import get_language_from_path
from wagtail.views import serve

from core import navigation


def remember_language(response: HttpResponse, code: str) -> None:
    """Keep the chosen language for a year."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
    )


def without_nul(get_response: Callable) -> Callable:
    """No address of ours has a NUL, which PostgreSQL refuses: in a path nothing is found, from a query it is taken out.

    Taking one out can make another: `%%0000` holds one inside the other.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info:
            raise Http404
        while "%00" in request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace("%00", "")
        return get_response(request)

    return middleware


def private_pages(get_response: Callable) -> Callable:
    """Keep what a signed-in person sees out of shared caches, and say the language of each page."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
        if signed_in and "no-store" not in response.get("Cache-Control", ""):
            del response["Cache-Control"]
            add_never_cache_headers(response)
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
        return response

    return middleware


def latest_language(get_response: Callable) -> Callable:
    """Somebody who chose a language at the door and later switched is remembered by the later choice."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        here = get_language_from_path(request.path_info)
        if chosen and here and chosen != here and response.status_code == 200:
            remember_language(response, here)
            patch_cache_control(response, private=True)
        return response

    return middleware


class KnownTree:
    """Let a page find its way, its addresses and its restrictions in the tree that was read for the request."""

    def __init__(self, get_response: Callable):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer while `navigation.current` is the tree of this request."""
        with navigation.showing(request):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        """Route before Wagtail does: it takes what it finds on the request."""
        if view is serve:
            request._wagtail_route_for_request = navigation.route(request, *args)


def admin_styles(get_response: Callable) -> Callable:
    """Wagtail's editor sets styles, as attributes and by js/admin_styles.js; the admin alone allows them."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path_info.startswith(reverse("wagtailadmin_home")):
            response._csp_update = {
                "style-src": [NONCE],
                "style-src-attr": ["'unsafe-inline'"],
                "img-src": ["blob:"],
            }
        return response

    return middleware
