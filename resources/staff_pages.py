"""From the facts of a resource to its pages, one in each language."""

from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import CreateView

from core import fact_pages
from resources.models import CaseStudyPage, Resource, ResourceIndexPage, ResourceKind, ResourcePage

PAGES = fact_pages.Pages(ResourceIndexPage, "staff_add_resource_page")


class AddResourcePageView(fact_pages.AddPageView):
    """A new page with its facts chosen."""

    facts, pages, column = Resource, PAGES, "resource"

    def kind(self, fact):
        """Case studies have a page of their own kind."""
        return CaseStudyPage if fact.kind == ResourceKind.CASE_STUDY else ResourcePage


class ResourceAddView(CreateView):
    """Enter a resource; its pages come next."""

    def get_success_message(self, instance):
        """What is still to do."""
        words = _("“%(resource)s” is saved. Nobody finds it yet: make its pages, in Welsh and in English.")
        return words % {"resource": instance}

    def get_success_buttons(self):
        """The way there."""
        return PAGES.buttons(self.object, [], self.request.user) + super().get_success_buttons()
