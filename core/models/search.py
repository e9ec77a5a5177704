"""One table that holds what can be found, folded so that tŷ, TY and ty are one word."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.vocabulary import Language


class SearchEntry(models.Model):
    """One thing that can be found, in one language."""

    kind = models.CharField(_("kind"), max_length=30)
    object_id = models.BigIntegerField(_("row"))
    language = models.CharField(_("language"), max_length=2, choices=Language)
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), blank=True)
    url = models.CharField(_("address"), max_length=500)
    members_only = models.BooleanField(_("members only"), default=False)
    live_at = models.DateTimeField(_("published at"), null=True)
    # What the words are, accents kept, for snippets; and the same folded, for finding.
    text = models.TextField(_("text"), blank=True)
    folded_title = models.TextField(_("title, folded"), blank=True)
    folded_text = models.TextField(_("text, folded"), blank=True)
    # Page breaks of the files inside `text`: [[first character, page number, file title], …]
    pages = models.JSONField(_("pages"), default=list, blank=True)
    # Facet name → list of codes: {"type": ["toolkit"], "principle": ["trust", "matters"]}
    facets = models.JSONField(_("facets"), default=dict, blank=True)

    class Meta:
        verbose_name = _("search entry")
        verbose_name_plural = _("search entries")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id", "language"], name="search_entry_once")]

    def __str__(self):
        return f"{self.kind} {self.object_id} ({self.language}): {self.title}"
