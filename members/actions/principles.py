"""Agreeing to the principles."""

from datetime import datetime

from django.db import transaction

from members.actions.wordings import WordingOutdated
from members.models import PrinciplesAgreement, PrinciplesWording, User


@transaction.atomic
def agree(*, user: User, wording: PrinciplesWording, language: str, now: datetime) -> PrinciplesAgreement:
    """A person agrees to the principles in their present wording (else WordingOutdated); once is enough."""
    if wording != PrinciplesWording.objects.current():
        raise WordingOutdated
    agreement, _created = PrinciplesAgreement.objects.get_or_create(
        user=user, wording=wording, defaults={"agreed_at": now, "language": language}
    )
    return agreement
