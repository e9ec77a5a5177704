"""Addresses of what needs more than one room."""

from django.urls import path

from portal import sitemap, views

urlpatterns = [
    path("account/", views.account_home, name="account_home"),
    path("search/", views.site_search, name="site_search"),
    path("in-one-language/<int:pk>/", views.one_language, name="one_language"),
    path("sitemap/", sitemap.site_map, name="site_map"),
    path("sitemap.xml", sitemap.xml_sitemap, name="xml_sitemap"),
]
