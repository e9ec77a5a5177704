"""What the page of site search shows: what was found, of which kind; or what may have been meant, and where to begin."""

from core.i18n import current_language, other_language
from core.search import Hit, count, query_words, search
from core.search_near import ways_on
from core.search_sync import kinds


def results_context(query: str, *, members: bool) -> dict:
    """Everything that is found for a reader, or a way on for who found nothing."""
    if not query_words(query):
        return {"query": query, "found": None}
    language = current_language()
    found = search(query, language=language, members=members)
    elsewhere = count(query, language=other_language(language), members=members)
    return {
        "query": query,
        "found": found,
        "rows": _rows(found.hits),
        "elsewhere": elsewhere if elsewhere > found.total else 0,
        **({} if found.hits else ways_on(query, language=language, members=members)),
    }


def _rows(hits: list[Hit]) -> list[dict]:
    tags = {code: (kind.name, kind.tone) for code, kind in kinds().items()}
    named = [(hit, *tags.get(hit.entry.kind, ("", ""))) for hit in hits]
    return [{"hit": hit, "tag": tag, "tone": tone} for hit, tag, tone in named]
