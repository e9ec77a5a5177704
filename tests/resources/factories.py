"""Resources for tests, made through the library's own actions."""

from itertools import count

from resources import actions, tasks
from resources.models import Resource, ResourceFile
from tests.factories import staff

_number = count(1)


def resource(by=None, *, words=None, files=(), kind="toolkit", **facts) -> Resource:
    """A resource with its pages live in both languages (or those of `words`) and its files read.

    `words`: language → title or Words. `files`: pairs of language and the bytes of a PDF.
    """
    by, number = by or staff(), next(_number)
    made = actions.add_resource(name=f"Resource {number}", kind=kind, by=by, **facts)
    words = words or {"cy": f"Adnodd {number}", "en": f"Resource {number}"}
    said = {code: text if isinstance(text, actions.Words) else actions.Words(text) for code, text in words.items()}
    actions.write_pages(resource=made, words=said, by=by)
    for turn, (language, content) in enumerate(files):
        actions.add_file(resource=made, language=language, name=f"paper-{number}-{turn}.pdf", content=content, by=by)
    read_everything()
    return made


def read_everything() -> None:
    """What a worker does."""
    for file_id in ResourceFile.objects.to_read().values_list("pk", flat=True):
        tasks.extract_text(file_id=file_id)


def page_of(made: Resource, language: str):
    """Its page in a language."""
    return next(page for page in made.all_pages() if page.locale.language_code == language)
