"""Whole addresses, built from the SITE_URL setting and never from a request's Host header."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def absolute(path: str) -> str:
    """The full address of a path on this site."""
    return settings.SITE_URL + path


def link(name: str, *, language: str, **kwargs) -> str:
    """The full address of a named view in a language."""
    with translation.override(language):
        return absolute(reverse(name, kwargs=kwargs))
