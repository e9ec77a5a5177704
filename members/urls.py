"""Addresses of joining and the member's own pages."""

urlpatterns = []
