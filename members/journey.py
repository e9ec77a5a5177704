"""Joining, page by page: what a person still has to tell us, and where they go next."""

from django.urls import reverse

from members.models import PrinciplesWording, User

STEPS = ("name", "here_as", "region", "language", "principles")
#: the two pages before an account stands: address, code
BEFORE = 2
TOTAL = BEFORE + len(STEPS)


def url(step: str) -> str:
    """The address of a step in the language in force."""
    return reverse(f"join_{step}")


def agreement_stands(user: User) -> bool:
    """Whether the person agreed to the principles as they are worded now."""
    wording = PrinciplesWording.objects.current()
    return wording is None or user.agreements.filter(wording=wording).exists()


def next_step(user: User) -> str | None:
    """The first thing a person has not told us yet; None for a member whose agreement stands, and for staff."""
    member = user.is_member
    if member or user.is_staff:
        return "principles" if member and not agreement_stands(user) else None
    answers = {"name": user.name, "region": user.region, "language": user.language}
    for step in STEPS[:-1]:
        if not (user.here_as.exists() if step == "here_as" else answers[step]):
            return step
    return STEPS[-1]


def next_url(user: User) -> str:
    """Where a person goes after signing in: on with joining, or to their account."""
    step = next_step(user)
    return url(step) if step else reverse("account_home")


def after_sign_in(user: User) -> str:
    """The same, save that nobody who has left the network is asked to join again each time."""
    return reverse("account_home") if not user.is_member and user.memberships.exists() else next_url(user)


def may_see(user: User, step: str) -> bool:
    """Whether a step is open: everything before it is told, and the person is not a member already."""
    ahead = next_step(user)
    return ahead is not None and (step == ahead or (not user.is_member and STEPS.index(step) < STEPS.index(ahead)))


def neighbours(user: User, step: str) -> tuple[str | None, str | None]:
    """The steps before and after one; none for a member who is only asked to agree again."""
    at = STEPS.index(step)
    before = STEPS[at - 1] if at and not user.is_member else None
    return before, STEPS[at + 1] if at + 1 < len(STEPS) else None
