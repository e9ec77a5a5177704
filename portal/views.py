"""Front of house: the choice of language, the account's own page, search over everything."""

from allauth.account.views import LogoutView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core import navigation, slots
from core.blocks.others import is_open
from core.i18n import current_language, in_language
from core.mail.render import languages_for
from core.middleware import remember_language
from portal.finding import results_context
from portal.home import first_page
from portal.models import LanguageRecord
from resources.models.resource import reads_as_member


def choose_language(request: HttpRequest) -> HttpResponse:
    """Both languages at once, Welsh first; the choice is remembered and beats what the browser says."""
    known = dict(settings.LANGUAGES)
    chosen = request.POST.get("language") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen not in known:
        response = render(request, "portal/choose_language.html")
        response["Content-Language"] = "cy, en"
        return response
    response = redirect(f"/{chosen}/")
    if request.method == "POST":
        remember_language(response, chosen)
    return response


def icon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for the icon of a page that names none: a mail in its frame, a file, the admin."""
    return redirect(static("img/icons/favicon.ico"))


def one_door(request: HttpRequest) -> HttpResponse:
    """Whoever is sent to Wagtail's own sign-in goes to the account's; who has no business in the admin is told so."""
    user = request.user
    if not user.is_authenticated:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(reverse("account_login") + query)
    if user.has_perm("wagtailadmin.access_admin"):
        return redirect("wagtailadmin_home")
    language = languages_for(user.language)[0]
    with in_language(language):
        response = render(request, "403.html", status=403)
    response["Content-Language"] = language
    return response


def one_way_out(request: HttpRequest) -> HttpResponse:
    """Signing out of the admin is signing out of the account, by a button; who only looks is asked."""
    return LogoutView.as_view()(request) if request.method == "POST" else redirect("account_logout")


def not_offered(request: HttpRequest, **_kwargs) -> HttpResponse:
    """A second way into what one screen does already, without its checks."""
    raise Http404


@login_required
def account_home(request: HttpRequest) -> HttpResponse:
    """What a member has coming up, from whichever rooms know."""
    asked = {"user": request.user, "language": current_language(), "now": timezone.now()}
    rows = [row for provider in slots.coming_up.all().values() for row in provider(**asked)]
    rows.sort(key=lambda row: row["starts_at"])
    sections = [provider(request.user) for provider in slots.account_sections.all().values()]
    context = {"rows": rows, "sections": sections, "events_url": first_page("events.EventIndexPage")}
    return render(request, "portal/account_home.html", context)


def site_search(request: HttpRequest) -> HttpResponse:
    """One results page over everything that can be found."""
    context = results_context(request.GET.get("q", ""), members=reads_as_member(request.user))
    return render(request, "portal/search.html", context)


@require_safe
def one_language(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the language switch leads while a page has no twin: it says so. Once there is one, the address leads to it."""
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=pk, depth__gt=1).specific
    if not _may_read(request, page):
        raise Http404
    code = page.locale.language_code
    there = page if code == current_language() else navigation.other_version(page)
    url = (there or page).get_url(request)
    if url is None:  # it stands outside the site
        raise Http404
    if there is not None:
        return redirect(url)
    told = {"language": code, "on_purpose": LanguageRecord.is_alone(page), "title": page.title, "url": url}
    return render(request, "portal/one_language.html", {"told": told})


def _may_read(request: HttpRequest, page: Page) -> bool:
    lets_in = is_open(page) or reads_as_member(request.user)
    return lets_in and all(restriction.accept_request(request) for restriction in page.get_view_restrictions())
