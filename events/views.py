"""A person's own booking and place in line, by the link in their mail; and a date for anybody's calendar.

Mail scanners follow every link: nothing here changes by GET.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import LinkUnknown, Refused
from core.i18n import current_language
from events import actions, calendar, words
from events.booking_views import forget, personal, url_of
from events.errors import words_of
from events.listing import booking_url, facts, pages_of
from events.models import Booking, Date, Place, WaitingListEntry
from events.tokens import link_token, read_link

State = WaitingListEntry.State


def by_link(view):
    """A page about one person, found by the link in their mail; whoever comes by half a link is told so."""

    @personal
    @wraps(view)
    def wrapped(request: HttpRequest, token: str) -> HttpResponse:
        try:
            return view(request, token)
        except LinkUnknown as refusal:
            return render(request, "core/link_unknown.html", {"refusal": refusal}, status=404)

    return wrapped


def has_its_button_on(page: str):
    """For what only a press of a button does: whoever merely comes by is led to the page with the button."""

    def decorate(view):
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(view)
        def wrapped(request: HttpRequest, token: str) -> HttpResponse:
            return view(request, token) if request.method == "POST" else redirect(page, token=token)

        return wrapped

    return decorate


@by_link
@require_safe
def booking(request: HttpRequest, token: str) -> HttpResponse:
    """A booking, for whoever holds its link."""
    return _show_booking(request, _find(Booking, token))


@by_link
@has_its_button_on("booking")
def cancel_booking(request: HttpRequest, token: str) -> HttpResponse:
    """Give the places back."""
    row = _find(Booking, token)
    try:
        actions.cancel(booking=row, now=timezone.now(), by=_owner(request, row))
    except Refused as refusal:
        return redirect(f"{url_of(row)}?refused={type(refusal).__name__}")
    forget(request, row.date_id)
    return redirect(url_of(row))


@by_link
@require_safe
def waiting(request: HttpRequest, token: str) -> HttpResponse:
    """A place in line, or how it ended; an offer has its own page."""
    entry = _find(WaitingListEntry, token)
    if entry.state == State.OFFERED:
        return _elsewhere(request, "offer", token)
    return _show_entry(request, entry, "events/waiting.html")


@by_link
@require_safe
def offer(request: HttpRequest, token: str) -> HttpResponse:
    """Places that are held for somebody, with a button for yes and one for no."""
    entry = _find(WaitingListEntry, token)
    if entry.state != State.OFFERED:
        return _elsewhere(request, "waiting", token)
    return _show_entry(request, entry, "events/offer.html")


@by_link
@has_its_button_on("offer")
def accept_offer(request: HttpRequest, token: str) -> HttpResponse:
    """Yes, please."""
    entry = _find(WaitingListEntry, token)
    try:
        row = actions.accept_offer(entry=entry, now=timezone.now(), by=_owner(request, entry))
    except Refused as refusal:
        return redirect(f"{url_of(entry)}?refused={type(refusal).__name__}")
    return redirect(url_of(row))


@by_link
@has_its_button_on("waiting")
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """No, thank you: to an offer, or to waiting any longer."""
    entry = _find(WaitingListEntry, token)
    say_no = actions.decline_offer if entry.state == State.OFFERED else actions.leave_waiting_list
    try:
        say_no(entry=entry, now=timezone.now(), by=_owner(request, entry))
    except Refused as refusal:
        return redirect(f"{url_of(entry)}?refused={type(refusal).__name__}")
    forget(request, entry.date_id)
    return redirect("waiting", token=token)


@require_safe
def date_calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """A date as a calendar file, in the language of the address."""
    date = get_object_or_404(Date.objects.public().select_related("event").prefetch_related("sessions"), pk=pk)
    language = current_language()
    page = pages_of([date.event_id], language)[date.event_id]
    content = calendar.public(date, language=language, url=page.get_url(), now=timezone.now())
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8; method=PUBLISH")
    name = f"{page.slug}-{timezone.localdate(date.starts_at)}.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _elsewhere(request: HttpRequest, page: str, token: str) -> HttpResponse:
    """To the page that fits how things stand, with what was refused."""
    query = request.GET.urlencode()
    return redirect(reverse(page, args=[token]) + (f"?{query}" if query else ""))


def _find(model, token: str):
    """The row of a link; its token is the permission."""
    row = model.objects.select_related("date__event", "user").filter(reference=read_link(token, model)).first()
    if row is None:
        raise LinkUnknown
    return row


def _owner(request: HttpRequest, row: Booking | WaitingListEntry):
    """The account that acts, where it is the row's own; anybody else acts as a holder of the link."""
    return request.user if request.user.is_authenticated and row.user_id == request.user.pk else None


def _about(row: Booking | WaitingListEntry) -> dict:
    date = row.date
    page = pages_of([date.event_id], current_language()).get(date.event_id)
    return {
        "date": date,
        "title": date.event.name,
        "facts": facts(date),
        "token": link_token(row),
        "page_url": page.get_url() if page else "",
        "book_url": f"{booking_url(date)}?another=1" if page and date.is_open(timezone.now()) else "",
    }


def _refused(request: HttpRequest) -> dict:
    """What was refused a moment ago, by its name in the address: a page that answers a POST could not be gone back to."""
    words_said = words_of(request.GET.get("refused", ""))
    return {"errors": [{"text": words_said}] if words_said else [], "has_errors": bool(words_said)}


def _show_booking(request: HttpRequest, row: Booking) -> HttpResponse:
    now, places = timezone.now(), list(row.places.select_related("ticket_type"))
    context = {
        "booking": row,
        "places": places,
        "price": words.money(sum(place.price_pence for place in places)),
        "can_cancel": row.stands and now < row.date.starts_at,
        "goes_on": _goes_on(row, places),
        "joining_link": row.date.joining_link if row.stands and row.date.shows_joining_link(now) else "",
        "will_have_link": row.stands and bool(row.date.joining_link) and now < row.date.ends_at,
    }
    return render(request, "events/booking.html", _about(row) | _refused(request) | context)


def _goes_on(row: Booking, places: list[Place]) -> bool:
    """Whether somebody waits for as many places as there were without this booking."""
    date, seats = Date.objects.with_places_left().get(pk=row.date_id), sum(place.takes_seat for place in places)
    return bool(seats) and 0 < date.smallest_wait <= date.places_left + seats


def _show_entry(request: HttpRequest, entry: WaitingListEntry, template: str) -> HttpResponse:
    line = words.line(entry.place_in_line) if entry.state == State.WAITING else ""
    return render(request, template, _about(entry) | _refused(request) | {"entry": entry, "line": line})
