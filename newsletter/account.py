"""What the newsletter says of itself in somebody's account."""

from django.urls import reverse
from django.utils.translation import gettext as _

from core.i18n import long_date
from members.models import User
from newsletter.actions import PURPOSE
from newsletter.models import Subscription

__all__ = ["PURPOSE", "choice", "section"]


def section(user: User) -> dict:
    """The newsletter's line on the account's first page."""
    titles = {
        Subscription.State.CONFIRMED: _("Newsletter: you get it"),
        Subscription.State.PENDING: _("Newsletter: not confirmed yet"),
        Subscription.State.LEFT: _("Newsletter: you do not get it"),
    }
    return {"title": titles[state(subscriptions(user))], "url": reverse("mail_choices")}


def choice(user: User) -> dict:
    """Whether it comes, where, in which language and since when, and the words on the buttons."""
    rows = subscriptions(user)
    status, tone = {
        Subscription.State.CONFIRMED: (_("You get the newsletter"), "leaf"),
        Subscription.State.PENDING: (_("Not confirmed yet"), "sun"),
        Subscription.State.LEFT: (_("You do not get the newsletter"), "ink"),
    }[state(rows)]
    facts = []
    for row in filter(lambda row: row.is_confirmed, rows):
        facts += [
            {"label": _("It goes to"), "value": row.email},
            {"label": _("Language"), "value": row.get_language_display()},
            {"label": _("Since"), "value": long_date(row.confirmed_at)},
            {"label": _("Where you said yes"), "value": row.get_source_display()},
        ]
    return {
        "is_on": bool(facts),
        "status": status,
        "tone": tone,
        "facts": facts,
        "yes_label": _("Send me the newsletter"),
        "no_label": _("Leave the newsletter"),
    }


def subscriptions(user: User) -> list[Subscription]:
    """The person's own, under whichever of their addresses."""
    return list(Subscription.objects.of_person(user).order_by("pk"))


def state(rows: list[Subscription]) -> str:
    """The best of their states: whoever gets it at one address gets it."""
    best = (Subscription.State.CONFIRMED, Subscription.State.PENDING)
    return next((state for state in best if any(row.state == state for row in rows)), Subscription.State.LEFT)
