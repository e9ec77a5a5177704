"""Blocks of the Network's own ideas: five principles, a spectrum, four kinds of problem. Editors only place them."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.vocabulary import PRINCIPLES_TOLD, PROBLEM_TYPES_TOLD, SPECTRUM_TOLD, Principle, ProblemType, Spectrum


class Terms:
    """What the three share: a closed list with each word explained, in the language of the page."""

    terms = None
    told: dict = {}

    def get_preview_value(self):
        """Nothing has to be filled in."""
        return

    def get_context(self, value, parent_context=None):
        """Adds each term with its code, its name and what is told of it."""
        return super().get_context(value, parent_context) | {"terms": self.all_terms()}

    def all_terms(self) -> list[dict]:
        """Each term, in order."""
        return [{"code": term.value, "name": term.label, **self.told[term]} for term in self.terms]

    def get_searchable_content(self, value):
        """The words a reader sees, so that search finds the page by them."""
        return [str(words) for term in self.all_terms() for key, words in term.items() if key != "code"]


class PrinciplesBlock(Terms, blocks.StaticBlock):
    """The five principles, each explained."""

    terms, told = Principle, PRINCIPLES_TOLD

    class Meta:
        label = _("The five principles")
        icon = "success"
        template = "components/blocks/principles.html"
        description = _("The five principles of co-production, each in a sentence or two.")
        admin_text = _("Shows the five principles. There is nothing to fill in.")


class SpectrumBlock(Terms, blocks.StaticBlock):
    """Doing to, doing for, doing with."""

    terms, told = Spectrum, SPECTRUM_TOLD

    class Meta:
        label = _("The spectrum")
        icon = "arrows-up-down"
        template = "components/blocks/spectrum.html"
        description = _("Doing to, doing for, doing with: a drawing with an example of each.")
        admin_text = _("Shows the spectrum. There is nothing to fill in.")


class ProblemTypesBlock(Terms, blocks.StaticBlock):
    """Four kinds of problem, and what each asks of us."""

    terms, told = ProblemType, PROBLEM_TYPES_TOLD

    class Meta:
        label = _("The four kinds of problem")
        icon = "help"
        template = "components/blocks/problem_types.html"
        description = _("Simple, complicated, complex and chaotic problems, and what each of them asks of us.")
        admin_text = _("Shows the four kinds of problem. There is nothing to fill in.")
