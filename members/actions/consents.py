"""Saying yes to one thing, and taking it back."""

from datetime import datetime

from django.db import transaction

from members import signals
from members.actions.wordings import WordingOutdated
from members.models import Consent, ConsentWording, User


@transaction.atomic
def give_consent(*, user: User, wording: ConsentWording, language: str, source: str, now: datetime) -> Consent:
    """A person says yes to one thing in its present wording (else WordingOutdated); a standing yes stays as it is."""
    if not ConsentWording.objects.current().filter(pk=wording.pk).exists():
        raise WordingOutdated
    consent, _created = Consent.objects.standing().get_or_create(
        user=user,
        purpose=wording.purpose,
        withdrawn_at=None,
        defaults={"wording": wording, "language": language, "source": source, "given_at": now},
    )
    return consent


@transaction.atomic
def withdraw_consent(*, user: User, purpose: str, now: datetime) -> int:
    """A person takes a yes back; how many were standing."""
    return user.consents.standing().filter(purpose=purpose).update(withdrawn_at=now)


@transaction.atomic
def answer_consent(
    *, user: User, wording: ConsentWording, says_yes: bool, language: str, source: str, now: datetime
) -> None:
    """A person says yes to one thing, or takes it back, and the room that it is about does so. Refuses WordingOutdated."""
    if says_yes:
        give_consent(user=user, wording=wording, language=language, source=source, now=now)
    else:
        withdraw_consent(user=user, purpose=wording.purpose, now=now)
    answer = {"purpose": wording.purpose, "says_yes": says_yes, "language": language}
    signals.consent_answered.send(sender=User, user=user, now=now, **answer)
