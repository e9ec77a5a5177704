"""What the library's pages show: the list with its filters, and the facts of one resource in words."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import F, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.i18n import current_language, in_words, other_language, size_in_words, sort_key
from core.search import Found, Hit, count, search
from core.search_near import ways_on
from core.vocabulary import PRINCIPLES_TOLD, Language, Principle, ProblemType, Region, Spectrum
from resources.models import Licence, ResourceFile, ResourceKind, Topic, reads_as_member
from resources.records import KIND

PAGE_SIZE = 20
#: facet → what it is called, and the closed list its codes come from; topics are an open list
FACETS = {
    "type": (_("Type"), ResourceKind),
    "principle": (_("Principle"), Principle),
    "topic": (_("Topic"), None),
    "use": (_("When to use it"), ProblemType),
    "spectrum": (_("Doing to, for or with"), Spectrum),
    "language": (_("Language of the file"), Language),
    "region": (_("Region"), Region),
    "licence": (_("Licence"), Licence),
}
TONES = {
    ResourceKind.CASE_STUDY: "coral",
    ResourceKind.STORY: "coral",
    ResourceKind.RESEARCH: "plum",
    ResourceKind.METHOD: "leaf",
    ResourceKind.EASY_READ: "sky",
    ResourceKind.VIDEO: "sun",
    ResourceKind.AUDIO: "sun",
}


def library_context(request: HttpRequest) -> dict:
    """The list: what the words and the ticks find, what each tick would give, and what the other language has."""
    query, language, members = request.GET.get("q", ""), current_language(), reads_as_member(request.user)
    chosen = _chosen(request)
    asked = {"kinds": [KIND], "facets": chosen, "members": members}
    found, page = _one_page(request, query, language, asked)
    elsewhere = count(query, language=other_language(language), **asked)
    return {
        "query": query,
        "total": found.total,
        "rows": _rows(found.hits, language),
        "facets": _facets(found, chosen, language),
        "active": sum(map(len, chosen.values())),
        "results_page": page,
        "clear_url": f"{request.path}?{urlencode({'q': query})}"
        if chosen and query
        else request.path
        if chosen
        else "",
        "elsewhere": elsewhere if elsewhere > found.total else 0,
        **({} if found.total else ways_on(query, language=language, kinds=[KIND], members=members)),
    }


def _chosen(request: HttpRequest) -> dict[str, list[str]]:
    """The ticks that can mean something; anything else in the address is left out."""
    given = {name: request.GET.getlist(name)[:50] for name in FACETS}
    known = {name: set(codes.values) for name, (_label, codes) in FACETS.items() if codes}
    return {
        name: codes
        for name, values in given.items()
        if (codes := [value[:100] for value in values if value in known.get(name, values)])
    }


def _one_page(request: HttpRequest, query: str, language: str, asked: dict) -> tuple[Found, object]:
    """The page of the list that is asked for, or the last one."""
    wanted = request.GET.get("page", "")
    number = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 7 else 1
    start = max(0, number - 1) * PAGE_SIZE
    found = search(query, language=language, start=start, limit=PAGE_SIZE, **asked)
    page = Paginator(range(found.total), PAGE_SIZE).get_page(number)
    if found.total and not found.hits:
        start = (page.number - 1) * PAGE_SIZE
        found = search(query, language=language, start=start, limit=PAGE_SIZE, **asked)
    return found, page


def _facets(found: Found, chosen: dict[str, list[str]], language: str) -> list[dict]:
    groups = []
    for name, (label, codes) in FACETS.items():
        counts, ticked = found.facets.get(name, {}), chosen.get(name, [])
        options = [
            {"value": code, "label": words, "count": counts.get(code, 0), "selected": code in ticked}
            for code, words in _choices(codes, language)
            if code and (counts.get(code) or code in ticked)
        ]
        groups.append({"name": name, "label": label, "options": options})
    return [group for group in groups if group["options"]]


def _choices(codes, language: str) -> list[tuple[str, str]]:
    """The ticks of a facet; the principles by their short names, which fit beside a tick."""
    if codes is Principle:
        return [(code, told["short"]) for code, told in PRINCIPLES_TOLD.items()]
    return codes.choices if codes else _topics(language)


def _topics(language: str) -> list[tuple[str, str]]:
    named = [(topic.slug, in_words(topic, "name", language)) for topic in Topic.objects.all()]
    return sorted(named, key=lambda pair: sort_key(pair[1], language))


def _rows(hits: list[Hit], language: str) -> list[dict]:
    files = _files_of([hit.entry.object_id for hit in hits])
    return [_row(hit, files.get(hit.entry.object_id, []), language) for hit in hits]


def _row(hit: Hit, files: list[dict], language: str) -> dict:
    facets = hit.entry.facets
    kind = next(iter(facets.get("type", ())), "")
    licence = next(iter(facets.get("licence", ())), "")
    meta = [file["label"] for file in sorted(files, key=lambda file: file["language"] != language)]
    if hit.entry.members_only:
        meta.append(gettext("For members"))
    return {
        "title": hit.title,
        "url": hit.entry.url,
        "tag": ResourceKind(kind).label if kind else "",
        "tone": TONES.get(kind, "teal"),
        "snippet": hit.words,
        "meta": [*meta, Licence(licence).label if licence else ""],
        "principles": facets.get("principle", []),
    }


def _files_of(page_ids: list[int]) -> dict[int, list[dict]]:
    """The files of pages, each as a short label, in one query."""
    is_one = Q(resource__resourcepage_set__in=page_ids) | Q(resource__casestudypage_set__in=page_ids)
    rows = ResourceFile.objects.filter(is_one).values(
        "pk",
        "language",
        name=F("document__file"),
        size=F("document__file_size"),
        one=F("resource__resourcepage_set__pk"),
        other=F("resource__casestudypage_set__pk"),
    )
    found: dict[int, dict[int, dict]] = {}
    for row in rows.order_by("sort_order", "pk"):
        label = file_label(row["name"], row["size"] or 0, row["language"])
        for page_id in (row["one"], row["other"]):
            found.setdefault(page_id, {})[row["pk"]] = {"language": row["language"], "label": label}
    return {page_id: list(files.values()) for page_id, files in found.items()}


def file_label(name: str, size: int, language: str) -> str:
    """What a file is, how large and in which language: PDF, 1.2 MB, in Welsh."""
    words = {"type": name.rsplit(".", 1)[-1].upper(), "size": size_in_words(size)}
    if language == "cy":
        return gettext("%(type)s, %(size)s, in Welsh") % words
    return gettext("%(type)s, %(size)s, in English") % words


def resource_context(page) -> dict:
    """The facts of a resource in the words of its page's language."""
    facts, language = page.resource, page.locale.language_code
    library = page.get_parent()
    link, link_language = facts.link(language)
    figures = list(facts.figures.all())
    return {
        "facts": facts,
        "kind_tone": TONES.get(facts.kind, "teal"),
        "breadcrumbs": [{"title": library.title, "url": library.url}],
        "files": _files(facts, language),
        "link": link,
        "link_language": "" if link_language == language else link_language,
        "groups": _fact_groups(facts, language, library.url),
        "changes": [_change(figure, language) for figure in figures if figure.before],
        "numbers": [_number(figure, language) for figure in figures if not figure.before],
    }


def _files(facts, language: str) -> list[dict]:
    rows = sorted(facts.files.select_related("document"), key=lambda file: file.language != language)
    return [
        {
            "url": reverse("resource_file", kwargs={"pk": file.pk, "name": file.document.filename}),
            "title": file.document.title,
            "label": file_label(file.document.filename, file.document.file_size or 0, file.language),
            "language": "" if file.language == language else file.language,
            "page_count": file.page_count,
        }
        for file in rows
    ]


def _fact_groups(facts, language: str, library_url: str) -> list[dict]:
    """Each facet of a resource with links to everything else that has it."""
    topics = {topic.slug: in_words(topic, "name", language) for topic in facts.topics.all()}
    values = {
        "principle": facts.principles,
        "topic": sorted(topics, key=lambda slug: sort_key(topics[slug], language)),
        "use": facts.problem_types,
        "spectrum": facts.spectrum,
        "region": [facts.region],
        "licence": [facts.licence],
    }
    groups = []
    for name, codes in values.items():
        label, known = FACETS[name]
        names = dict(known.choices) if known else topics
        links = [{"label": names[code], "url": f"{library_url}?{name}={code}"} for code in codes if code]
        if links:
            groups.append({"name": name, "label": label, "links": links})
    return groups


def _change(figure, language: str) -> dict:
    return {
        "label": in_words(figure, "label", language),
        "before": figure.with_unit(figure.before, language),
        "after": figure.with_unit(figure.after, language),
        "note": figure.source,
    }


def _number(figure, language: str) -> dict:
    label = in_words(figure, "label", language)
    return {"number": figure.with_unit(figure.after, language), "label": label, "note": figure.source}
