"""A large network for measuring: more members, readers and dates than the example needs."""

from datetime import datetime, timedelta

from django.db import transaction

from events import actions as events
from events.models import Event
from members import actions as members
from members.models import ConsentWording, PrinciplesWording
from portal.demo.newsletter import READERS, add_readers
from portal.demo_content.people import MEMBERS
from resources import actions as resources
from resources.models import Resource, ResourceKind

AT_ONCE = 500


def grow(*, scale: int, by, now: datetime) -> None:
    """Multiply members, readers, dates and resources by `scale`, in transactions of a few hundred."""
    _members(len(MEMBERS) * (scale - 1), now)
    for first in range(READERS + 1, READERS * scale + 1, AT_ONCE):
        with transaction.atomic():
            add_readers(AT_ONCE, now=now, first=first)
    _dates(scale - 1, now)
    _resources(20 * (scale - 1), by)


def _members(count: int, now: datetime) -> None:
    wording, consents = PrinciplesWording.objects.current(), list(ConsentWording.objects.current())
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():
            for number in range(start, min(start + AT_ONCE, count)):
                like = MEMBERS[number % len(MEMBERS)]
                user = members.open_account(
                    email=f"aelod-{number}@example.org",
                    verified=True,
                    name=f"{like['name']} {number}",
                    region=like["region"],
                    language=like["language"],
                    here_as=like["here_as"],
                )
                members.join(user=user, wording=wording, language="cy", now=now, consents=consents, source="demo")


@transaction.atomic
def _dates(count: int, now: datetime) -> None:
    for event in Event.objects.prefetch_related("dates"):
        like = event.dates.first()
        for number in range(count):
            later = timedelta(days=7 * (number + 1))
            events.add_date(
                event=event,
                starts_at=like.starts_at + later,
                ends_at=like.ends_at + later,
                capacity=like.capacity,
                place_cy=like.place_cy,
                place_en=like.place_en,
                region=like.region,
                language=like.language,
                is_online=like.is_online,
            )


def _resources(count: int, by) -> None:
    patterns = list(Resource.objects.exclude(kind=ResourceKind.CASE_STUDY).prefetch_related("topics"))
    for start in range(0, count, AT_ONCE):
        with transaction.atomic():
            for number in range(start, min(start + AT_ONCE, count)):
                _one_more(patterns[number % len(patterns)], number, by)


def _one_more(like: Resource, number: int, by) -> None:
    facts = ("principles", "spectrum", "problem_types", "region", "licence", "year")
    resource = resources.add_resource(
        name=f"{like.name} {number}",
        kind=like.kind,
        by=by,
        topics=like.topics.all(),
        **{name: getattr(like, name) for name in facts},
    )
    words = {
        page.locale.language_code: resources.Words(
            title=f"{page.title} {number}", summary=page.summary, slug=f"{page.slug}-{number}"
        )
        for page in like.all_pages()
    }
    resources.write_pages(resource=resource, words=words, by=by)
