"""Front of house: the choice of language, the account's own page, search over everything."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core import slots
from core.i18n import current_language
from core.search import search


def choose_language(request: HttpRequest) -> HttpResponse:
    """Both languages at once, Welsh first; afterwards straight to the one that was chosen."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen in dict(settings.LANGUAGES):
        return redirect(f"/{chosen}/")
    return render(request, "portal/choose_language.html")


@login_required
def account_home(request: HttpRequest) -> HttpResponse:
    """What a member has coming up, from whichever rooms know."""
    now, language = timezone.now(), current_language()
    groups = {
        name: rows(user=request.user, language=language, now=now) for name, rows in slots.coming_up.all().items()
    }
    return render(request, "portal/account_home.html", {"groups": groups})


def site_search(request: HttpRequest) -> HttpResponse:
    """One results page over everything that can be found."""
    query = request.GET.get("q", "")
    is_member = request.user.is_authenticated and request.user.is_member
    found = search(query, language=current_language(), members=is_member) if query.strip() else None
    return render(request, "portal/search.html", {"query": query, "found": found})
