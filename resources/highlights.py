"""What the library offers to the home page, and to who found nothing."""

from django.utils.translation import gettext

from core.i18n import current_language
from core.models.pages import everybody_may_read
from resources.models import CaseStudyPage, Figure, ResourceIndexPage


def case_studies(*, language: str, limit: int) -> list[dict]:
    """The newest case studies that have a figure to show, as rows of a figure card."""
    pages = (
        CaseStudyPage.objects.filter(everybody_may_read(), CaseStudyPage.for_everybody())
        .filter(locale__language_code=language, resource__figures__isnull=False)
        .select_related("resource")
        .prefetch_related("resource__figures")
        .defer_streamfields()
        .order_by("-first_published_at", "pk")
        .distinct()
    )
    return [_row(page, language) for page in pages[:limit]]


def the_library() -> dict | None:
    """The whole library, for who looked for something and found nothing."""
    pages = ResourceIndexPage.objects.filter(everybody_may_read(), locale__language_code=current_language())
    page = pages.first()
    return page and {"label": gettext("See the whole library"), "url": page.url}


def _row(page: CaseStudyPage, language: str) -> dict:
    figure = telling_figure(list(page.resource.figures.all()))
    return {
        "title": page.title,
        "url": page.url,
        "before": figure.with_unit(figure.before, language),
        "after": figure.with_unit(figure.after, language),
        "label": getattr(figure, f"label_{language}"),
        "text": page.summary,
        "tag": page.resource.get_kind_display(),
    }


def telling_figure(figures: list[Figure]) -> Figure:
    """The first figure that shows a change; the first of all where none does."""
    return next((figure for figure in figures if figure.before), figures[0])
