"""The words that people agree to: where they come from, and that nobody agrees to old ones."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core.errors import Refused
from members import wordings
from members.models import ConsentWording, PrinciplesWording


class WordingOutdated(Refused):
    """The words changed while somebody read them."""

    message = _("We have changed these words since you opened the page. Please read them again.")


@transaction.atomic
def ensure_wordings() -> None:
    """Make sure that there is something to agree to; wordings that stand are left alone."""
    texts = {f"text_{code}": text for code, text in wordings.PRINCIPLES.items()}
    PrinciplesWording.objects.get_or_create(version=1, defaults=texts)
    for purpose, words in wordings.CONSENTS.items():
        texts = {f"text_{code}": text for code, text in words.items()}
        ConsentWording.objects.get_or_create(purpose=purpose, version=1, defaults=texts)
