"""Every message that leaves is a row first: the database is the queue of record."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, Max, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.vocabulary import WrittenLanguage

RATE_WINDOW = timedelta(minutes=1)


def new_message_id() -> str:
    """A Message-ID (RFC 5322, 3.6.4) of our own, kept for every try at the same row."""
    return f"<{uuid4().hex}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"


class Fault(models.TextChoices):
    """Why a message did not leave, where no server gave a reason in its own words."""

    NO_ADDRESS = "no-address", _("This is not an email address.")
    NO_DOMAIN = "no-domain", _("The part after the @ is not an internet address.")
    LETTERS = "letters", _("The part before the @ has letters that mail servers do not take.")
    LINE = "line", _("The connection to the mail server failed.")
    UNWRITTEN = "unwritten", _("The portal could not write this message. Please tell whoever looks after it.")


class MailBatch(models.Model):
    """One message to many readers: rendered once for each language, then one row per reader."""

    class State(models.TextChoices):
        SENDING = "sending", _("Sending")
        PAUSED = "paused", _("Paused")
        CANCELLED = "cancelled", _("Cancelled")
        FINISHED = "finished", _("Finished")

    key = models.CharField(_("key"), max_length=200, unique=True)
    template = models.CharField(_("template"), max_length=100)
    title = models.CharField(_("title"), max_length=255)
    sender = models.CharField(_("from"), max_length=255, blank=True)
    # Language → context of the templates, so that a body is rendered once for each language.
    contexts = models.JSONField(_("contexts"), default=dict, encoder=DjangoJSONEncoder)
    # Names of what differs from reader to reader; each row's context holds the values.
    splices = models.JSONField(_("splices"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.SENDING)
    created_at = models.DateTimeField(_("made at"), db_default=Now())
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("bulk message")
        verbose_name_plural = _("bulk messages")

    def __str__(self):
        return self.title

    def counts(self) -> dict[str, int]:
        """How many rows stand in each state; `total`, `done` (nothing more will happen), `left`; `rate` in the last minute."""
        recent = Count("id", filter=Q(sent_at__gte=Now() - RATE_WINDOW))
        rows = list(self.mails.order_by().values("state").annotate(number=Count("id"), recent=recent))
        counts = dict.fromkeys(OutgoingMail.State.values, 0) | {row["state"]: row["number"] for row in rows}
        left = counts[OutgoingMail.State.QUEUED] + counts[OutgoingMail.State.SENDING]
        total = sum(counts.values())
        return counts | {"total": total, "left": left, "done": total - left, "rate": sum(row["recent"] for row in rows)}


class OutgoingMailQuerySet(models.QuerySet):
    """The queue, as its readers ask for it."""

    def due(self) -> "OutgoingMailQuerySet":
        """Waiting rows whose moment has come and has not passed, in the order they leave. Paused bulk messages count."""
        fresh = Q(expires_at=None) | Q(expires_at__gt=Now())
        return self.filter(fresh, state=OutgoingMail.State.QUEUED, due_at__lte=Now()).order_by("due_at", "id")

    def single(self) -> "OutgoingMailQuerySet":
        """Messages to one person, which go before every bulk message."""
        return self.filter(batch=None)

    def abandoned(self) -> "OutgoingMailQuerySet":
        """Rows whose worker died: their lease has run out by the database's clock."""
        return self.filter(state=OutgoingMail.State.SENDING, lease_until__lt=Now())

    def failed(self) -> "OutgoingMailQuerySet":
        """Rows that staff should look at."""
        return self.filter(state=OutgoingMail.State.FAILED)

    def visible_to(self, user) -> "OutgoingMailQuerySet":
        """Rows that somebody may look at who looks after mail: those of the rooms in which they may do anything."""
        if user.is_superuser:
            return self
        if not user.has_perm("core.view_outgoingmail"):
            return self.none()
        rooms = {permission.partition(".")[0] for permission in user.get_all_permissions()}
        return self.filter(reduce(or_, [Q(template__startswith=f"{room}/") for room in sorted(rooms)]))

    def worth_sending(self, now: datetime) -> "OutgoingMailQuerySet":
        """Rows that are not too late, that their reader still wants, and whose bulk message was not stopped."""
        fresh = Q(expires_at=None) | Q(expires_at__gt=now)
        going = Q(batch=None) | ~Q(batch__state=MailBatch.State.CANCELLED)
        return self.filter(fresh, going, wanted=True)

    def waiting(self) -> dict:
        """How many rows wait or are being sent (`number`), and the last words a server said about one of them."""
        rows = self.filter(state__in=[OutgoingMail.State.QUEUED, OutgoingMail.State.SENDING])
        words = rows.exclude(last_error="").order_by("-due_at").values_list("last_error", flat=True).first()
        return rows.aggregate(number=Count("id"), latest=Max("due_at")) | {"words": words or ""}


class OutgoingMail(models.Model):
    """One message to one address."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        STALE = "stale", _("Not sent: too late")
        CANCELLED = "cancelled", _("Cancelled")

    # Long enough for the key of a bulk message and any address.
    key = models.CharField(_("key"), max_length=600, unique=True)
    batch = models.ForeignKey(
        MailBatch, verbose_name=_("bulk message"), null=True, blank=True, on_delete=models.CASCADE, related_name="mails"
    )
    template = models.CharField(_("template"), max_length=100)
    to = models.CharField(_("to"), max_length=320)
    to_name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=4, choices=WrittenLanguage, blank=True)
    context = models.JSONField(_("context"), default=dict, encoder=DjangoJSONEncoder)
    attachments = models.JSONField(_("attachments"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.QUEUED)
    message_id = models.CharField(_("Message-ID"), max_length=200, default=new_message_id)
    created_at = models.DateTimeField(_("made at"), db_default=Now())
    due_at = models.DateTimeField(_("due at"), db_default=Now())
    expires_at = models.DateTimeField(_("too late after"), null=True, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    wanted = models.BooleanField(_("still wanted by its reader"), default=True, db_default=True)
    uncertain = models.BooleanField(_("the line broke after the message was handed over"), default=False)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True)
    leased_by = models.CharField(_("held by"), max_length=100, blank=True)
    fault = models.CharField(_("why it did not leave"), max_length=12, choices=Fault, blank=True, db_default="")
    last_error = models.TextField(_("the server's words"), blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="queued", batch=None), name="mail_single_queue"),
            models.Index(fields=["batch", "due_at", "id"], condition=Q(state="queued"), name="mail_batch_queue"),
            models.Index(
                fields=["expires_at"], condition=Q(state="queued", expires_at__isnull=False), name="mail_expiring"
            ),
            models.Index(fields=["lease_until"], condition=Q(state="sending"), name="mail_leased"),
            models.Index(fields=["batch", "state"], name="mail_batch_state"),
            models.Index(fields=["to"], name="mail_to"),
        ]

    def __str__(self):
        return f"{self.template}: {self.to}"

    #: how long to wait before the second, third, … try; when the last has failed too, staff see the row
    BACKOFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440))


class MailSlot(models.Model):
    """Leave for one worker to send bulk messages: as many rows as may do so at once, each held under a lease."""

    number = models.PositiveSmallIntegerField(_("number"), primary_key=True)
    held_by = models.CharField(_("held by"), max_length=100, blank=True)
    held_until = models.DateTimeField(_("held until"), db_default=Now())

    class Meta:
        verbose_name = _("leave to send bulk messages")
        verbose_name_plural = _("leaves to send bulk messages")

    def __str__(self):
        return f"{self.number}: {self.held_by or '–'}"
