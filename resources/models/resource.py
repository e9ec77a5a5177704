"""The facts of a resource, shared by its pages in both languages."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from core.vocabulary import Principle, ProblemType, Region, Spectrum
from resources.models.codes import CodesField, Licence, ResourceKind
from resources.models.topic import Topic


class ResourceQuerySet(models.QuerySet):
    """Resources as their readers may see them."""

    def open_to(self, user) -> "ResourceQuerySet":
        """What a person may read; what is for members only is for members and staff."""
        return self if reads_as_member(user) else self.filter(members_only=False)


def reads_as_member(user) -> bool:
    """Whether a person may read what is for members only."""
    return user.is_authenticated and (user.is_member or user.has_perm("wagtailadmin.access_admin"))


class Resource(index.Indexed, ClusterableModel):
    """One thing of the library: what it is, what it is about, who may read it, its files and figures."""

    name = models.CharField(
        _("name for staff"), max_length=200, help_text=_("Readers never see it: they see the titles of the two pages.")
    )
    kind = models.CharField(_("type"), max_length=20, choices=ResourceKind, default=ResourceKind.DOCUMENT)
    principles = CodesField(_("principles"), vocabulary=Principle)
    spectrum = CodesField(_("spectrum"), vocabulary=Spectrum)
    problem_types = CodesField(_("when to use it"), vocabulary=ProblemType)
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="resources")
    region = models.CharField(_("region"), max_length=20, choices=Region, blank=True)
    licence = models.CharField(_("licence"), max_length=20, choices=Licence, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1900), MaxValueValidator(2100)]
    )
    link_cy = models.URLField(_("address elsewhere, Welsh"), max_length=500, blank=True)
    link_en = models.URLField(_("address elsewhere, English"), max_length=500, blank=True)
    members_only = models.BooleanField(
        _("for members only"),
        default=False,
        help_text=_("Nobody else finds it, reads its pages or fetches its files."),
    )

    objects = ResourceQuerySet.as_manager()
    # For staff, who look for facts by name in lists and choosers. Readers search core.search.
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(year=None) | Q(year__range=(1900, 2100)), name="resource_year_is_a_year")
        ]

    def __str__(self):
        return self.name

    def files_in_words(self) -> str:
        """For staff: how many files there are, and how many of them could not be read or wait."""
        files = self.files.all()
        parts = [gettext("Files: %(count)s") % {"count": len(files)}]
        for state in ("waiting", "failed"):
            if number := sum(file.state == state for file in files):
                label = (
                    gettext("not read yet: %(count)s")
                    if state == "waiting"
                    else gettext("could not be read: %(count)s")
                )
                parts.append(label % {"count": number})
        return ", ".join(parts)

    files_in_words.short_description = _("files")

    def is_open_to(self, user) -> bool:
        """Whether a person may read it."""
        return not self.members_only or reads_as_member(user)

    def all_pages(self) -> list:
        """Its pages in both languages, whichever kind they are."""
        found = [*self.resourcepage_set.select_related("locale"), *self.casestudypage_set.select_related("locale")]
        return sorted(found, key=lambda page: page.locale.language_code)

    def link(self, language: str) -> tuple[str, str]:
        """The address elsewhere and its language: the reader's if there is one, else the other; both empty if none."""
        other = "en" if language == "cy" else "cy"
        return next(((url, code) for code in (language, other) if (url := getattr(self, f"link_{code}"))), ("", ""))
