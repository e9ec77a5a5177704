"""What the tools keep about people: the messages that were written to them."""

from django.utils.translation import gettext_lazy as _

from core import slots
from core.models import OutgoingMail
from core.personal import Kept, addresses_of

#: what delivering needs; the words are left out, for they hold codes and the secrets of links: the reader has the mail
MACHINERY = (
    "key",
    "context",
    "attachments",
    "message_id",
    "due_at",
    "expires_at",
    "tries",
    "wanted",
    "uncertain",
    "lease_until",
    "leased_by",
    "fault",
    "last_error",
)

KEPT = [
    Kept(
        OutgoingMail,
        lambda user: OutgoingMail.objects.filter(to__in=addresses_of(user)).order_by("-created_at", "-id"),
        _("Messages from us"),
        without=MACHINERY,
        words={"template": lambda name: slots.email_names.all().get(name, name)},
    )
]
