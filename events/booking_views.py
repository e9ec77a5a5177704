"""Booking a place: details, check your answers, done; without a script and safe to send twice."""

from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from core.errors import Refused
from core.i18n import current_language
from events import actions, words
from events.errors import AlreadyBooked, AlreadyWaiting
from events.forms import BookingForm
from events.limits import is_too_often
from events.listing import facts, pages_of
from events.models import Booking, Date, WaitingListEntry
from events.tokens import is_key, link_token, new_key


def personal(view):
    """A page about one person: kept out of caches, search engines and the addresses we tell other sites."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"
        return response

    return wrapped


@personal
def details(request: HttpRequest, pk: int) -> HttpResponse:
    """The first step: who comes. What was typed is kept for the other language and for the way back."""
    date = _date(pk)
    is_full = date.places_left == 0
    if request.method != "POST":
        return _ask(request, date, _form(request, date, initial=_draft(request, pk).get("answers"), is_full=is_full))
    if is_too_often(request):
        return render(request, "429.html", status=429)
    form = _form(request, date, request.POST, is_full=is_full)
    key = _draft(request, pk).get("key") or new_key(pk)
    request.session[_slot(pk)] = {"answers": _typed(request), "key": key}
    return redirect("event_book_check", pk=pk) if form.is_valid() else _ask(request, date, form)


@personal
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The second step: check your answers, then book."""
    if request.method == "POST":
        if is_too_often(request):
            return render(request, "429.html", status=429)
        if is_key(request.POST.get("key", ""), pk):
            return _book(request, pk)
        return _again(request, pk, _("Please check your answers and send them again."))
    date, draft = _date(pk), _draft(request, pk)
    form = _form(request, date, draft["answers"], is_full=date.places_left == 0) if draft else None
    if form is None or not form.is_valid():
        return redirect("event_book", pk=pk)
    return _show_answers(request, date, form, draft["key"])


def _book(request: HttpRequest, pk: int) -> HttpResponse:
    """Book, or show the form again; a date may have been taken off the site since its form was shown."""
    try:
        date = Date.objects.public().to_book(pk)
    except Date.DoesNotExist as error:
        raise Http404 from error
    form = _form(request, date, request.POST, is_full=False)  # what is left is counted under the lock
    if not form.is_valid():
        return _again(request, pk)
    now, user = timezone.now(), form.user
    take = actions.book_or_wait if form.cleaned_data["wait"] else actions.book
    try:
        row = take(date=date, booker=form.booker(), places=form.requests(), key=request.POST["key"], now=now, by=user)
    except (AlreadyBooked, AlreadyWaiting) as refusal:
        row = refusal.booking if isinstance(refusal, AlreadyBooked) else refusal.entry
        if user is None or row.user_id != user.pk:
            actions.send_link_again(row=row, now=now)
            return _refuse(request, pk, refusal)
    except Refused as refusal:
        return _refuse(request, pk, refusal)
    request.session.pop(_slot(pk), None)
    return redirect(url_of(row))


def _refuse(request: HttpRequest, pk: int, refusal: Refused) -> HttpResponse:
    """The form once more with the reason above it, and a new key for the next try."""
    request.session[_slot(pk)] = {"answers": _typed(request), "key": new_key(pk)}
    return _again(request, pk, refusal.message)


def _again(request: HttpRequest, pk: int, message: str = "") -> HttpResponse:
    """The form once more, everything typed still in it."""
    date = _date(pk)
    form = _form(request, date, request.POST, is_full=date.places_left == 0)
    form.is_valid()
    if message:
        form.add_error(None, message)
    return _ask(request, date, form)


def url_of(row: Booking | WaitingListEntry) -> str:
    """The page of a booking or of a place in line, in the language in force."""
    return reverse("booking" if isinstance(row, Booking) else "waiting", args=[link_token(row)])


def _date(pk: int) -> Date:
    return get_object_or_404(Date.objects.public().with_places_left().select_related("event"), pk=pk)


def _slot(pk: int) -> str:
    return f"booking {pk}"


def _draft(request: HttpRequest, pk: int) -> dict:
    return request.session.get(_slot(pk), {})


def _typed(request: HttpRequest) -> dict[str, str]:
    """The answers as they were typed, of a sensible length."""
    return {name: request.POST[name][:2000] for name in BookingForm.base_fields if name in request.POST}


def _form(request: HttpRequest, date: Date, data=None, initial=None, *, is_full: bool) -> BookingForm:
    user = request.user if request.user.is_authenticated else None
    return BookingForm(data, initial=initial, date=date, user=user, is_full=is_full)


def _about(date: Date) -> dict:
    now, page = timezone.now(), pages_of([date.event_id], current_language()).get(date.event_id)
    status, tone = words.status(date, now)
    return {
        "date": date,
        "title": date.event.name,
        "facts": facts(date, date.event.kinds_of_place),
        "status": status,
        "tone": tone,
        "page_url": page.get_url() if page else "",
        "can_book": date.is_open(now),
    }


def _ask(request: HttpRequest, date: Date, form: BookingForm) -> HttpResponse:
    return render(request, "events/book.html", _about(date) | {"form": form, "step": 1, "total": 2})


def _show_answers(request: HttpRequest, date: Date, form: BookingForm, key: str) -> HttpResponse:
    context = {
        "answers": form.answers(reverse("event_book", args=[date.pk])),
        "hidden": [(name, value) for name, value in form.data.items() if name in form.fields],
        "key": key,
        "back_url": reverse("event_book", args=[date.pk]),
        "waits": form.is_full,
    }
    return render(request, "events/book_check.html", _about(date) | context | {"step": 2, "total": 2})
