"""What any booking costs in Django: lock the date, count, insert, commit; no form, no mail, no history."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone

from events.models import Booking, Date, Place


@transaction.atomic
def book(request: HttpRequest, pk: int) -> HttpResponse:
    """One booking with one place."""
    date = Date.objects.select_for_update().get(pk=pk)
    if Place.objects.filter(date=date).taking_seats().count() >= date.capacity:
        return HttpResponse(status=409)
    person = {"name": request.POST["name"], "email": request.POST["email"]}
    booking = Booking.objects.create(date=date, key=request.POST["key"], created_at=timezone.now(), **person)
    Place.objects.create(booking=booking, date=date, **person)
    return HttpResponse(status=302, headers={"Location": f"/booking/{booking.reference}/"})


urlpatterns = [
    path("healthz", lambda request: HttpResponse("ok")),
    path("cy/events/book/<int:pk>/check/", book),
]
