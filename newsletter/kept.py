"""What this room keeps about people: who asked for the newsletter. The issues they got are messages."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.personal import Kept, addresses_of
from newsletter.models import Subscription

KEPT = [
    Kept(
        Subscription,
        lambda user: Subscription.objects.filter(Q(user=user) | Q(email__in=addresses_of(user))),
        _("Newsletter"),
        without=("token",),
    )
]
