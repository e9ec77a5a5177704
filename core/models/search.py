"""One table that holds what can be found, folded so that tŷ, TY and ty are one word."""

from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.i18n import fold
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


class SearchWords(models.QuerySet):
    """The words that were ever indexed since the table was last made anew."""

    AT_ONCE = 500
    LETTERS = 40

    def keep(self, written: Iterable[str], *, language: str) -> None:
        """Keep those that are new. Two who bring one word at the same moment both keep it: neither waits, none is harmed."""
        words = sorted(set(written))
        for start in range(0, len(words), self.AT_ONCE):
            some = words[start : start + self.AT_ONCE]
            known = set(self.filter(language=language, written__in=some).values_list("written", flat=True))
            new = {word: fold(word) for word in some if word not in known}
            # A ligature such as \ufdfa is a whole sentence once it is folded.
            kept = {word: folded for word, folded in new.items() if len(folded) <= self.LETTERS}
            self.bulk_create(
                SearchWord(language=language, written=word, folded=folded) for word, folded in kept.items()
            )


class SearchWord(models.Model):
    """A word that stands in an entry, or once did: what somebody may have meant who spelt it wrong."""

    language = models.CharField(max_length=2, choices=Language)
    written = models.CharField(max_length=40)  # in small letters, accents kept
    folded = models.CharField(max_length=40)

    objects = SearchWords.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["language", "written"], name="search_word_written")]

    def __str__(self):
        return f"{self.written} ({self.language})"
