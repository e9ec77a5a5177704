"""The pages of a fact, one in each language: which there are, which are missing, and the way to make them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.panels import Panel
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page

#: each language in its own words
NAMES = {"cy": "Cymraeg", "en": "English"}


def in_words(pages: Iterable[Page]) -> str:
    """Which languages have a page, and what is missing."""
    known = {page.locale.language_code: page for page in pages}
    if not known:
        return _("No pages yet")
    return ", ".join(_one_in_words(name, known.get(code)) for code, name in NAMES.items())


def _one_in_words(name: str, page: Page | None) -> str:
    if page is None:
        return _("%(language)s: no page yet") % {"language": name}
    return name if page.live else _("%(language)s: draft") % {"language": name}


class Step(NamedTuple):
    """Something that staff can do next."""

    label: str
    url: str


class Pages:
    """How a room adds the pages of its facts: under which page, by the view of which name."""

    def __init__(self, index: type[Page], view: str):
        self.index, self.view = index, view

    def under(self, language: str) -> Page | None:
        """The page that the pages of one language stand under."""
        return self.index.objects.filter(locale__language_code=language).order_by("path").first()

    def steps(self, fact: Any, pages: Iterable[Page], user) -> list[Step]:
        """The pages that this person can make: from the twin that there is, or anew."""
        known = {page.locale.language_code: page for page in pages}
        labels = {"cy": _("Make the Welsh page"), "en": _("Make the English page")}
        steps = []
        for code, label in labels.items():
            parent = None if code in known else self.under(code)
            if parent is None or not parent.permissions_for_user(user).can_add_subpage():
                continue
            if known and user.has_perm("simple_translation.submit_translation"):
                twin = next(iter(known.values()))
                url = reverse("simple_translation:submit_page_translation", args=[twin.pk])
            else:
                url = reverse(self.view, args=[fact.pk, code])
            steps.append(Step(label, url))
        return steps

    def buttons(self, fact: Any, pages: Iterable[Page], user) -> list:
        """The same, as buttons of a message."""
        return [messages.button(step.url, step.label) for step in self.steps(fact, pages, user)]


class PagesPanel(Panel):
    """On the form of a fact that is there: its pages, and the way to those that are missing."""

    def __init__(self, pages: Pages, of: str, **kwargs):
        super().__init__(**kwargs)
        self.pages, self.of = pages, of

    def clone_kwargs(self):
        """What a copy is made of."""
        return super().clone_kwargs() | {"pages": self.pages, "of": self.of}

    class BoundPanel(Panel.BoundPanel):
        template_name = "core/pages_panel.html"

        def is_shown(self):
            """Once there is something to have pages."""
            return super().is_shown() and self.instance.pk is not None

        def get_context_data(self, parent_context=None):
            """Which pages there are, and what to do next."""
            pages = list(getattr(self.instance, self.panel.of)())
            steps = self.panel.pages.steps(self.instance, pages, self.request.user)
            more = {"words": in_words(pages), "pages": pages, "steps": steps}
            return super().get_context_data(parent_context) | more


class AddPageView(CreateView):
    """Wagtail's form of a new page, with its facts chosen. A room says: `facts`, `pages`, `column`, `kind`."""

    facts = pages = column = None

    def kind(self, fact: Any) -> type[Page]:
        """Which kind of page a fact has."""
        raise NotImplementedError

    def title(self, fact: Any, language: str) -> str:
        """What the page may be called."""
        return ""

    def dispatch(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """Under the right page; who may is Wagtail's to say."""
        self.fact, self.language = get_object_or_404(self.facts, pk=pk), language
        parent = get_object_or_404(self.pages.index, pk=getattr(self.pages.under(language), "pk", None))
        meta = self.kind(self.fact)._meta
        return super().dispatch(request, meta.app_label, meta.model_name, parent.pk)

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form."""
        setattr(self.page, self.column, self.fact)
        self.page.title = self.title(self.fact, self.language)
        return super().get(request)
