"""Building the demo network, all of it or nothing."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.errors import Refused
from members.models import User
from portal.actions import lay_foundations
from portal.demo import events, newsletter, pages, people, resources


class NotHere(Refused):
    """The demo network never mixes with real people."""


def is_empty() -> bool:
    """Whether nobody has an account yet."""
    return not User.objects.exists()


def build(*, scale: int = 1) -> None:
    """Load the demo network into an empty development database, or refuse with NotHere; `scale` multiplies its people."""
    if not settings.DEVELOPMENT:
        raise NotHere("The demo network is for development. Nothing was changed.")
    if not is_empty():
        raise NotHere("There are people in this database already. Nothing was changed.")
    now = timezone.now()
    with transaction.atomic():
        foundations = lay_foundations()
        admin = people.add_staff()
        members = people.add_people(now)
        people.add_staff()
        pages.add_pages(foundations)
        resources.add_resources(by=admin)
        events.add_events(members=members, by=admin, now=now)
        newsletter.add_newsletter(by=admin, now=now)
    if scale > 1:
        from portal.demo import scale as large

        large.grow(scale=scale, by=admin, now=now)
