"""What may happen to sessions: seen, ended by their owner, forgotten once they are over."""

from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from members.models import User

#: nobody is shown from which network somebody came, so it is not kept
NO_ADDRESS = "::"


def sessions_of(user: User, now: datetime) -> QuerySet[UserSession]:
    """Where somebody is signed in, the latest seen first."""
    standing = Session.objects.filter(expire_date__gt=now).values("session_key")
    return UserSession.objects.filter(user=user, session_key__in=standing).order_by("-last_seen_at", "-pk")


@transaction.atomic
def see_session(*, user: User, key: str, browser: str, now: datetime) -> None:
    """Write down that a session of somebody's lasts, and what its browser calls itself."""
    longest = UserSession._meta.get_field("user_agent").max_length
    seen = UserSession(
        user=user, session_key=key, user_agent=browser[:longest], ip=NO_ADDRESS, created_at=now, last_seen_at=now
    )
    UserSession.objects.bulk_create(
        [seen],
        update_conflicts=True,
        unique_fields=["session_key"],
        update_fields=["user", "user_agent", "last_seen_at"],
    )


@transaction.atomic
def end_sessions(*, user: User, but: str | None, pk: int | None = None) -> int:
    """Sign somebody out everywhere but in one session, or in one place alone; how many ended."""
    ended = UserSession.objects.filter(user=user, **({} if pk is None else {"pk": pk})).exclude(session_key=but or "")
    keys = list(ended.values_list("session_key", flat=True))
    Session.objects.filter(session_key__in=keys).delete()
    ended.delete()
    return len(keys)


@transaction.atomic
def forget_ended_sessions() -> int:
    """Drop what was written down about sessions that are over; how many."""
    return UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()[0]
