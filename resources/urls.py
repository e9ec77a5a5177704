"""Addresses of resources."""

urlpatterns = []
