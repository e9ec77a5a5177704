"""Every component with sample data, for development."""

from django.shortcuts import render


def styleguide(request):
    """The components, one after the other."""
    return render(request, "styleguide/index.html", {"components": []})
