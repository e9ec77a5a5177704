"""Addresses of what needs more than one room."""

from django.urls import path

from portal import views

urlpatterns = [
    path("account/", views.account_home, name="account_home"),
    path("search/", views.site_search, name="site_search"),
]
