"""Addresses of booking, of a person's own booking or place in line, and of calendar files."""

from django.urls import path

from events import booking_views, views

urlpatterns = [
    path("events/book/<int:pk>/", booking_views.details, name="event_book"),
    path("events/book/<int:pk>/people/", booking_views.people, name="event_book_people"),
    path("events/book/<int:pk>/booked/", booking_views.sent, {"waits": False}, name="event_book_booked"),
    path("events/book/<int:pk>/waiting/", booking_views.sent, {"waits": True}, name="event_book_waiting"),
    path("events/book/<int:pk>/check/", booking_views.check, name="event_book_check"),
    path("events/<int:pk>.ics", views.date_calendar, name="event_calendar"),
    path("booking/<str:token>/", views.booking, name="booking"),
    path("booking/<str:token>/cancel/", views.cancel_booking, name="booking_cancel"),
    path("waiting/<str:token>/", views.waiting, name="waiting"),
    path("waiting/<str:token>/leave/", views.leave, name="waiting_leave"),
    path("offer/<str:token>/", views.offer, name="offer"),
    path("offer/<str:token>/accept/", views.accept_offer, name="offer_accept"),
]
