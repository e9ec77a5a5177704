"""Pages in both languages for tests, and the editor's buttons."""

from django.urls import reverse

from portal.models import LanguageRecord, StandardPage

WORDS = {
    "cy": {"title": "Crëyr y dref", "slug": "creyr", "summary": "Am aderyn."},
    "en": {"title": "The heron of the town", "slug": "heron", "summary": "About a bird."},
}


def pair(site, **more) -> dict[str, StandardPage]:
    """Two drafts with words of their own; `more` is set on both."""
    pages: dict = {}
    for code, words in WORDS.items():
        page = StandardPage(**words, live=False, locale=site.home[code].locale, body=[], **more)
        if pages:
            page.translation_key = pages["cy"].translation_key
        pages[code] = site.home[code].add_child(instance=page)
        page.save_revision()
    return pages


def form_of(page, **words) -> dict:
    """What the editor sends for a page."""
    empty = {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    own = {name: getattr(page, name) for name in ("title", "slug", "summary")}
    return own | empty | {"seo_title": "", "search_description": ""} | words


def publish(client, page, **words):
    """Press publish in the editor."""
    form = form_of(page, **{"action-publish": "1"} | words)
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form, follow=True)


def stands(pages) -> list[bool]:
    """Whether each page is live."""
    return [StandardPage.objects.get(pk=page.pk).live for page in pages.values()]


def stale() -> list[int]:
    """The pages that are older than their other language."""
    return list(LanguageRecord.objects.exclude(stale_since=None).values_list("page", flat=True))
