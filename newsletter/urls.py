"""Addresses of newsletter."""

urlpatterns = []
