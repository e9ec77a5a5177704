"""What search knows about the library's pages."""

import re

from core.search import Record
from core.search_blocks import words_of_rich_text
from core.search_sync import Passage, page_record
from resources.models import CaseStudyPage, Reading, Resource, ResourceFile
from resources.models.pages import LibraryPage

KIND = "resource"
BULLETS = dict.fromkeys(map(ord, "•‣◦▪▫●○■□\uf0b7\uf0a7"), "\n")
PAGE_NUMBER = re.compile(r"\b(?:page|tudalen)\s+\d{1,4}\s+(?:of|o)\s+\d{1,4}\b", re.IGNORECASE)


def make_record(page: LibraryPage) -> Record:
    """A page with its facts, and the words of all its files: those in its own language first, so that snippets come from them."""
    facts, own = page.resource, page.locale.language_code
    files = sorted(
        facts.files.select_related("document"), key=lambda file: (file.language != own, file.sort_order or 0)
    )
    return page_record(
        page,
        text=_sections(page),
        passages=[_passage(file) for file in files if file.state == Reading.DONE],
        members_only=facts.members_only,
        facets=_facets(facts, files),
    )


def _passage(file: ResourceFile) -> Passage:
    return Passage(file.document.title, file.language, plain(file.text), file.pages)


def plain(text: str) -> str:
    """The words of a file without bullets and numbers of pages; every other letter stays where it is, as pages count them."""
    text = PAGE_NUMBER.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)
    return text.translate(BULLETS)


def _sections(page: LibraryPage) -> str:
    if not isinstance(page, CaseStudyPage):
        return ""
    texts = [words_of_rich_text(section["text"]) for section in page.sections()]
    code = page.locale.language_code
    figures = [getattr(figure, f"label_{code}") for figure in page.resource.figures.all()]
    return "\n".join([*texts, *figures])


def _facets(facts: Resource, files: list[ResourceFile]) -> dict[str, list[str]]:
    languages = {file.language for file in files} | {code for code in ("cy", "en") if getattr(facts, f"link_{code}")}
    found = {
        "type": [facts.kind],
        "principle": facts.principles,
        "spectrum": facts.spectrum,
        "use": facts.problem_types,
        "topic": [topic.slug for topic in facts.topics.all()],
        "region": [facts.region],
        "language": sorted(languages),
        "licence": [facts.licence],
    }
    return {name: codes for name, codes in found.items() if any(codes)}
