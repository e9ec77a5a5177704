"""Booking a place: details, who else comes, check your answers, done; without a script and safe to send twice.

Every POST is answered by leading elsewhere, with errors too, so that Back never asks to send a form again.
"""

from collections.abc import Iterable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from core.errors import Refused
from core.i18n import current_language, date_range
from events import actions, words
from events.errors import AlreadyBooked, AlreadyWaiting, StaleForm, words_of
from events.forms import ASKED, MOST, BookingForm, PeopleForm
from events.limits import is_too_often
from events.listing import facts, pages_of
from events.models import Booking, Date, EventIndexPage, WaitingListEntry
from events.tokens import is_key, link_token, new_key
from members.models import User


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
    """The first step: who books. What was typed is kept for the other language, the way back, and whoever signs in."""
    date, answers, refused = _date(pk), _answers(request, pk), request.GET.get("refused", "")
    if request.method == "POST":
        form = _form(request, date, request.POST)
        following = "event_book_people" if _number(request.POST) > 1 else "event_book_check"
        kept = _keep(request, pk, form, "event_book", following)
        signs_in = "sign_in" in request.POST and kept.status_code == HTTPStatus.FOUND
        return redirect_to_login(reverse("event_book", args=[pk])) if signs_in else kept
    if done := _done(request, date):
        return redirect(done)
    typed = {name: value for name, value in answers.items() if value}  # what is empty gives way to the account's
    form = _form(request, date, answers if refused and answers else None, initial=typed)
    if form.is_bound and form.is_valid() and words_of(refused):
        form.add_error(None, words_of(refused))
    more = {"is_full": form.is_full, "is_closed": form.is_closed_to_reader}
    more["easy_read"] = EventIndexPage.easy_read(current_language())
    is_asked = date.is_open(timezone.now()) and not form.is_closed_to_reader
    return _show(request, date, "events/book.html", answers, step=1, form=form if is_asked else None, **more)


@personal
def people(request: HttpRequest, pk: int) -> HttpResponse:
    """The step between, for several places: who else comes."""
    date, answers = _date(pk), _answers(request, pk)
    if _number(answers) == 1:
        return redirect("event_book", pk=pk)
    if request.method == "POST":
        return _keep(request, pk, _others(answers, request.POST), "event_book_people", "event_book_check")
    form, first = _others(answers, answers if "refused" in request.GET else None), _form(request, date, answers)
    first.is_valid()  # counts the places that are asked for
    return _show(request, date, "events/book_people.html", answers, step=2, form=form, waits=first.waits)


@personal
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The last step: check your answers, then book."""
    if request.method == "POST":
        if is_too_often(request):
            return render(request, "429.html", status=429)
        return _book(request, pk) if is_key(request.POST.get("key", ""), pk) else _refuse(request, pk, StaleForm)
    date, answers = _date(pk), _answers(request, pk)
    form, others = _form(request, date, answers), _others(answers, answers)
    if not answers:
        return redirect("event_book", pk=pk)
    if not form.is_valid() or not others.is_valid():
        return _wrong("event_book_people" if form.is_valid() else "event_book", pk)
    rows = form.answers(reverse("event_book", args=[pk])) + others.answers(reverse("event_book_people", args=[pk]))
    hidden = [(name, value) for name, value in answers.items() if name in form.fields or name in others.fields]
    more = {"answers": rows, "hidden": hidden, "key": request.session[_slot(pk)]["key"], "waits": form.waits}
    return _show(request, date, "events/book_check.html", answers, step=_steps(answers), **more)


@personal
def sent(request: HttpRequest, pk: int, *, waits: bool) -> HttpResponse:
    """Thank you, with the answers just given, whether we knew the address or not: what we know is told by email."""
    kept = request.session.get(_slot(pk), {})
    more = {"to": kept.get("sent", ""), "names": kept.get("names", []), "waits": waits}
    return _show(request, _date(pk), "events/book_sent.html", {}, step=0, **more)


def _book(request: HttpRequest, pk: int) -> HttpResponse:
    """Book, or lead back to the form; a date may have been taken off the site since its form was shown."""
    try:
        date = Date.objects.to_book(pk)
    except Date.DoesNotExist as error:
        raise Http404 from error
    form, others = _form(request, date, request.POST, counts=False), _others(request.POST, request.POST)
    if not form.is_valid() or not others.is_valid():
        return _refuse(request, pk)
    now, user, places = timezone.now(), form.user, form.requests(others.people())
    take = actions.book_or_wait if form.cleaned_data["wait"] else actions.book
    try:
        row = take(date=date, booker=form.booker(), places=places, key=request.POST["key"], now=now, by=user)
        waits = isinstance(row, WaitingListEntry)
    except (AlreadyBooked, AlreadyWaiting) as refusal:
        row, waits = refusal.row, refusal.waits
        if user is None or not _is_of(row, user):
            actions.send_link_again(row=row, now=now)
    except Refused as refusal:
        return _refuse(request, pk, type(refusal))
    names = [form.booker().name, *(place.name for place in places[1:])]
    return _thank(request, pk, row, {"sent": form.booker().email, "names": names, "waits": waits})


def _thank(request: HttpRequest, pk: int, row: Booking | WaitingListEntry, answered: dict[str, Any]) -> HttpResponse:
    """To what is theirs, for people with an account; to their email, for guests."""
    request.session.pop(_slot(pk), None)
    if request.user.is_authenticated and _is_of(row, request.user):
        return redirect(url_of(row))
    request.session[_slot(pk)] = answered
    return redirect(_sent_url(pk, waits=answered["waits"]))


def _keep(request: HttpRequest, pk: int, form: BookingForm | PeopleForm, here: str, following: str) -> HttpResponse:
    """Keep what was typed in one step, and go on to the next one, or back to this one with what is wrong."""
    if is_too_often(request):
        return render(request, "429.html", status=429)
    kept = {name: value for name, value in _answers(request, pk).items() if name not in form.fields}
    key = request.session.get(_slot(pk), {}).get("key") or new_key(pk)
    request.session[_slot(pk)] = {"answers": kept | _typed(request, form.fields), "key": key}
    return redirect(following, pk=pk) if form.is_valid() else _wrong(here, pk)


def _refuse(request: HttpRequest, pk: int, refusal: type[Refused] | None = None) -> HttpResponse:
    """Back to the form with the reason above it, everything typed still in it, and a new key for the next try."""
    request.session[_slot(pk)] = {"answers": _typed(request, ASKED), "key": new_key(pk)}
    if refusal is None:
        return redirect("event_book_check", pk=pk)  # which knows what is wrong, and where
    return redirect(f"{reverse('event_book', args=[pk])}?refused={refusal.__name__}")


def _wrong(step: str, pk: int) -> HttpResponse:
    return redirect(f"{reverse(step, args=[pk])}?refused=answers")


def url_of(row: Booking | WaitingListEntry) -> str:
    """The page of a booking or of a place in line, in the language in force."""
    return reverse("booking" if isinstance(row, Booking) else "waiting", args=[link_token(row)])


def forget(request: HttpRequest, date_id: int) -> None:
    """Somebody gave back what they had: the form of this date is a new one again."""
    request.session.pop(_slot(date_id), None)


def _done(request: HttpRequest, date: Date) -> str:
    """Where to read about what this person has on the date already, if anything."""
    if request.user.is_authenticated:
        bookings = Booking.objects.of(request.user).standing().filter(date=date)
        entries = WaitingListEntry.objects.of(request.user).active().filter(date=date)
        mine = bookings.first() or (entries.first() if date.places_left == 0 else None)
        return url_of(mine) if mine else ""
    kept = request.session.get(_slot(date.pk), {})
    return _sent_url(date.pk, waits=kept["waits"]) if "sent" in kept and "another" not in request.GET else ""


def _is_of(row: Booking | WaitingListEntry, user: User) -> bool:
    return type(row).objects.of(user).filter(pk=row.pk).exists()


def _sent_url(pk: int, *, waits: bool) -> str:
    return reverse("event_book_waiting" if waits else "event_book_booked", args=[pk])


def _date(pk: int) -> Date:
    return get_object_or_404(Date.objects.public().with_places_left().select_related("event"), pk=pk)


def _slot(pk: int) -> str:
    return f"booking {pk}"


def _answers(request: HttpRequest, pk: int) -> dict[str, str]:
    return request.session.get(_slot(pk), {}).get("answers", {})


def _typed(request: HttpRequest, names: Iterable[str]) -> dict[str, str]:
    """The answers as they were typed, of a sensible length."""
    return {name: request.POST[name][:2000] for name in names if name in request.POST}


def _number(answers: Mapping[str, str]) -> int:
    """For how many places; one where that makes no sense, for then the form says so."""
    typed = answers.get("places", "")
    return int(typed) if typed in map(str, range(1, MOST + 1)) else 1


def _steps(answers: Mapping[str, str]) -> int | None:
    """As many as it takes; nobody knows before we know for how many people."""
    return (3 if _number(answers) > 1 else 2) if "places" in answers else None


def _form(request: HttpRequest, date: Date, data=None, initial=None, *, counts: bool = True) -> BookingForm:
    user = request.user if request.user.is_authenticated else None
    return BookingForm(data, initial=initial, date=date, user=user, left=date.places_left if counts else None)


def _others(answers: Mapping[str, str], data: Mapping[str, str] | None) -> PeopleForm:
    return PeopleForm(data, initial=answers, places=_number(answers))


def _show(
    request: HttpRequest, date: Date, template: str, typed: Mapping[str, str], *, step: int, **more
) -> HttpResponse:
    now, page = timezone.now(), pages_of([date.event_id], current_language()).get(date.event_id)
    status, tone = words.status(date, now)
    context = {
        "date": date,
        "title": date.event.name,
        "facts": facts(date, date.event.kinds_of_place),
        "brief": words.together(date_range(date.starts_at, date.ends_at), words.where(date)),
        "status": status,
        "tone": tone,
        "page_url": page.get_url() if page else "",
        "can_book": date.is_open(now),
        "step": step,
        "total": _steps(typed),
    }
    return TemplateResponse(request, template, context | more)
