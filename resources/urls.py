"""Addresses of resources."""

from django.urls import path

from resources import views

urlpatterns = [
    path("resources/file/<int:pk>/<str:name>", views.file, name="resource_file"),
    path("resources/document/<int:pk>/<str:name>", views.document, name="linked_document"),
]
