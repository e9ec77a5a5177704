"""What was typed is shown again by GET, so that Back, reload and the other language find page and text.

Three ways lead here: an answer that did not pass, a switch to the other language in the middle of a form, and a form
that came without its token. Passwords and codes are never kept.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from django.contrib import messages
from django.forms import BaseForm
from django.forms.utils import ErrorDict
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.datastructures import MultiValueDict
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _

from core.forms import names_to_keep
from core.i18n import LANGUAGES, current_language, in_language, other_language, same_view

KEY, TYPED = "shown_again", "typed"
SWITCH = "switch_language"  # the name of the button that is the switch on a page with a form
WHILE = timedelta(minutes=15)  # after that, coming back is starting afresh
LONGEST = 20_000  # letters of one answer


class ShownAgain:
    """For a view whose form may be checked twice without harm and holds no secret."""

    def form_invalid(self, form) -> HttpResponse:
        """Keep what was typed, and ask for the page anew."""
        typed = self.request.POST.copy()
        typed.pop("csrfmiddlewaretoken", None)
        self.request.session[KEY] = {"page": page_of(self.request), "typed": typed.urlencode(), "at": _now()}
        return redirect(self.request.get_full_path())

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """A new answer takes the place of the last one."""
        request.session.pop(KEY, None)
        return super().post(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict:
        kwargs = super().get_form_kwargs()
        kept = self.request.method != "POST" and kept_for(self.request, KEY)
        return kwargs | {"data": QueryDict(kept["typed"])} if kept else kwargs


class TypedText:
    """Middleware: an answer to a form of a library leads elsewhere too, and the switch keeps what was typed."""

    def __init__(self, get_response: Callable):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> HttpResponse | None:
        """The switch, pressed as a button of the page's form; any other answer takes the place of the last one."""
        if request.method != "POST":
            return None
        if SWITCH in request.POST:
            keep(request, form=_form_by_get(request))
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(same_view(request, other_language(current_language())) + query)
        if _is_ours(request) and kept_for(request, TYPED):
            del request.session[TYPED]
        return None

    def process_template_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead elsewhere with what is wrong, or show what was typed."""
        form = _form_in(response)
        if form is None or not _is_ours(request):
            return response
        if request.method == "POST":
            if not form.errors:
                return response
            keep(request, form=form, typed=form.data, errors=_in_both_languages(form))
            return Elsewhere(_way_back(request))
        if kept := kept_for(request, TYPED):
            fill(form, MultiValueDict(kept["typed"]), (kept["errors"] or {}).get(current_language(), {}))
            add_never_cache_headers(response)
        return response


class Elsewhere(HttpResponseRedirect):
    """A redirect in the place of a page that was still to be drawn."""

    def render(self) -> HttpResponse:
        """There is nothing to draw."""
        return self


def without_token(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its token. Sent by our own page, it is shown again with its text; else nothing is taken over."""
    form = _form_by_get(request) if request.headers.get("Sec-Fetch-Site") == "same-origin" else None
    if form is None or not _is_ours(request):
        return render(request, "403_csrf.html", status=403)
    keep(request, form=form)
    messages.warning(
        request, _("The page was open for a long time, so nothing was sent. Check your answers and send them again.")
    )
    return redirect(_way_back(request))


def keep(
    request: HttpRequest, *, form: BaseForm | None, typed: MultiValueDict | None = None, errors: Mapping | None = None
) -> None:
    """Keep what was typed into the questions of a form that hold no secret; `typed` is what a form made of it meanwhile."""
    names, typed = names_to_keep(form) if form is not None else [], request.POST if typed is None else typed
    kept = {name: [text[:LONGEST] for text in typed.getlist(name)] for name in names if name in typed}
    request.session[TYPED] = {"page": page_of(request), "typed": kept, "errors": errors, "at": _now()}


def kept_for(request: HttpRequest, key: str) -> dict | None:
    """What was typed on this page a short while ago."""
    kept = request.session.get(key)
    if not kept or kept["page"] != page_of(request):
        return None
    return kept if timezone.now() - datetime.fromisoformat(kept["at"]) < WHILE else None


def fill(form: BaseForm, typed: MultiValueDict, errors: Mapping[str, list[str]]) -> None:
    """Make a form show what was typed. One that knows already what is wrong looks again; another is told."""
    for field in form.hidden_fields():
        typed.setlist(field.html_name, [field.initial])
    looks_again, form.data, form.is_bound = form.is_bound, typed, True
    form._errors, form.cleaned_data = None if looks_again else ErrorDict(renderer=form.renderer), {}
    for name, words in errors.items() if not looks_again else ():
        form._errors[name] = form.error_class(words, renderer=form.renderer)


def page_of(request: HttpRequest) -> list:
    """Which page this is, in whichever language."""
    match = request.resolver_match
    return [match.view_name, match.kwargs]


def _now() -> str:
    return timezone.now().isoformat()


def _is_ours(request: HttpRequest) -> bool:
    """A page that readers see: those stand under a language, the admin does not."""
    return bool(get_language_from_path(request.path_info))


def _form_in(response: HttpResponse) -> BaseForm | None:
    form = (getattr(response, "context_data", None) or {}).get("form")
    return form if isinstance(form, BaseForm) else None


def _form_by_get(request: HttpRequest) -> BaseForm | None:
    """The form that the page itself shows: it knows which of its questions hold a secret."""
    match, request.method = request.resolver_match, "GET"
    try:
        return _form_in(match.func(request, *match.args, **match.kwargs))
    finally:
        request.method = "POST"


def _in_both_languages(form: BaseForm) -> dict[str, dict[str, list[str]]]:
    """What is wrong, in the words of each language; words that are known in one only are for that one."""
    said = {}
    for code in LANGUAGES:
        with in_language(code):
            said[code] = {
                name: [str(word) for error in errors for word in error.messages]
                for name, errors in form.errors.as_data().items()
            }
    here, there = said[current_language()], said[other_language(current_language())]
    for name, words in here.items():
        there[name] = [word for word in there[name] if word not in words]
    return said


def _way_back(request: HttpRequest) -> str:
    """This page, with where its reader was going."""
    query, onward = request.GET.copy(), request.POST.get("next")
    if onward and "next" not in query and url_has_allowed_host_and_scheme(onward, {request.get_host()}):
        query["next"] = onward
    return request.path + (f"?{query.urlencode()}" if query else "")
