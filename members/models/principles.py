"""The five principles as people agree to them: each wording once, each agreement with the wording that was read."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.i18n import in_words
from core.vocabulary import Language, Principle


@dataclass(frozen=True)
class PrincipleInWords:
    """One principle as a wording puts it."""

    code: str
    number: int
    title: str
    text: str


class PrinciplesWordingQuerySet(models.QuerySet):
    """The wordings so far."""

    def current(self) -> "PrinciplesWording | None":
        """The wording that people agree to now."""
        return self.order_by("-version").first()


class PrinciplesWording(models.Model):
    """One wording of the principles. It never changes once people have agreed to it; a new one is a new row."""

    version = models.PositiveIntegerField(_("version"), unique=True)
    text_cy = models.TextField(
        _("Welsh text"), help_text=_("A paragraph for each principle: its name on the first line, then what it means.")
    )
    text_en = models.TextField(
        _("English text"),
        help_text=_("A paragraph for each principle: its name on the first line, then what it means."),
    )

    objects = PrinciplesWordingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wording of the principles")
        verbose_name_plural = _("wordings of the principles")

    def __str__(self):
        return str(self.version)

    def in_words(self) -> list[PrincipleInWords]:
        """The principles one by one, in the language in force."""
        paragraphs = in_words(self, "text").replace("\r\n", "\n").strip().split("\n\n")
        parts = [paragraph.strip().partition("\n") for paragraph in paragraphs]
        codes = [*Principle.values, *[""] * len(parts)]
        return [
            PrincipleInWords(code=code, number=number, title=title, text=text)
            for number, ((title, _break, text), code) in enumerate(zip(parts, codes, strict=False), start=1)
        ]


class PrinciplesAgreement(models.Model):
    """A person agreed to a wording, on a day, having read it in a language."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("account"), on_delete=models.CASCADE, related_name="agreements"
    )
    wording = models.ForeignKey(
        PrinciplesWording, verbose_name=_("wording"), on_delete=models.PROTECT, related_name="agreements"
    )
    agreed_at = models.DateTimeField(_("agreed at"))
    language = models.CharField(_("language read in"), max_length=2, choices=Language)

    class Meta:
        verbose_name = _("agreement to the principles")
        verbose_name_plural = _("agreements to the principles")
        constraints = [models.UniqueConstraint(fields=["user", "wording"], name="agreement_once_for_each_wording")]

    def __str__(self):
        return f"{self.user}: {self.wording}"
