"""Addresses of the newsletter room, under each language."""

from django.urls import path

from newsletter import views

urlpatterns = [
    path("newsletter/subscribe/", views.SubscribeView.as_view(), name="newsletter_subscribe"),
    path("newsletter/asked/", views.asked, name="newsletter_asked"),
    path("newsletter/confirm/<str:key>/", views.confirm, name="newsletter_confirm"),
    path("newsletter/confirmed/", views.confirmed, name="newsletter_confirmed"),
    path("newsletter/unsubscribe/<str:token>/", views.unsubscribe, name="newsletter_unsubscribe"),
    path("newsletter/come-back/<str:token>/", views.come_back, name="newsletter_come_back"),
]
