"""The library of the demo network: case studies with their figures, and resources with real PDFs."""

from portal.demo_content.case_studies import CASE_STUDIES
from portal.demo_content.pages import HOME
from portal.demo_content.pdf import make_pdf
from portal.demo_content.resources import RESOURCES
from portal.demo_content.topics import TOPICS
from resources import actions
from resources.models import ResourceKind, Topic

SECTIONS = ("situation", "shared_power", "what_changed")
#: case study → the figure that the home page shows of it
TELLING = {row["case_study"]: row["figure"] for row in HOME["highlights"]}
FACTS = ("principles", "spectrum", "problem_types", "region")


def add_resources(*, by) -> None:
    """Topics, case studies and resources, each published in both languages."""
    topics = {
        entry["code"]: actions.add_topic(
            slug=entry["code"], name_cy=entry["name"]["cy"], name_en=entry["name"]["en"], by=by
        )
        for entry in TOPICS
    }
    for entry in RESOURCES:
        _add_resource(entry, topics, by)
    for entry in sorted(CASE_STUDIES, key=lambda entry: entry["slug_en"] in TELLING):
        _add_case_study(entry, topics, by)


def _add_case_study(entry: dict, topics: dict[str, Topic], by) -> None:
    resource = actions.add_resource(
        name=entry["title"]["en"],
        kind=ResourceKind.CASE_STUDY,
        by=by,
        topics=[topics[code] for code in entry["topics"]],
        figures=[_figure(row) for row in _telling_first(entry)],
        **{name: entry[name] for name in FACTS},
    )
    words = {
        code: actions.Words(
            title=entry["title"][code],
            summary=entry["summary"][code],
            slug=entry[f"slug_{code}"],
            body=entry["body"][code],
            sections={name: entry[name][code] for name in SECTIONS if entry[name]},
        )
        for code in ("cy", "en")
    }
    actions.write_pages(resource=resource, words=words, by=by)


def _telling_first(entry: dict) -> list[dict]:
    """The figures, with the one that the home page tells first."""
    telling = TELLING.get(entry["slug_en"], "")
    return sorted(entry["figures"], key=lambda row: f"{row['after']}{row['unit']}" != telling)


def _figure(row: dict) -> dict:
    """A row of the content as the columns of a figure: a percent sign is a unit in both languages."""
    return {
        "label_cy": row["label_cy"],
        "label_en": row["label_en"],
        "before": row["before"] or "",
        "after": row["after"],
        "unit_cy": row["unit"],
        "unit_en": row["unit"],
    }


def _add_resource(entry: dict, topics: dict[str, Topic], by) -> None:
    link = entry.get("link", "")
    resource = actions.add_resource(
        name=entry["title"]["en"],
        kind=entry["kind"],
        by=by,
        topics=[topics[code] for code in entry["topics"]],
        licence=entry["licence"],
        year=entry["year"],
        members_only=entry["members_only"],
        link_cy=link["cy"] if isinstance(link, dict) else link,
        link_en=link["en"] if isinstance(link, dict) else link,
        **{name: entry[name] for name in FACTS},
    )
    for code, sections in entry["pdf"].items():
        content = make_pdf(
            title=entry["title"][code],
            language=code,
            sections=sections,
            principles=entry["principles"],
            easy_read=entry["kind"] == ResourceKind.EASY_READ,
        )
        name = f"{entry[f'slug_{code}']}.pdf"
        actions.add_file(
            resource=resource, language=code, name=name, content=content, title=entry["title"][code], by=by
        )
    words = {
        code: actions.Words(title=entry["title"][code], summary=entry["summary"][code], slug=entry[f"slug_{code}"])
        for code in ("cy", "en")
    }
    actions.write_pages(resource=resource, words=words, by=by)
