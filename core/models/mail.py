"""Every message that leaves is a row first: the database is the queue of record."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from core.vocabulary import WrittenLanguage


def new_message_id() -> str:
    """A Message-ID (RFC 5322, 3.6.4) of our own, kept for every try at the same row."""
    return f"<{uuid4().hex}@{settings.DEFAULT_FROM_EMAIL.rpartition('@')[2].rstrip('>')}>"


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
    created_at = models.DateTimeField(_("made at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    class Meta:
        verbose_name = _("bulk message")
        verbose_name_plural = _("bulk messages")

    def __str__(self):
        return self.title

    def counts(self) -> dict[str, int]:
        """How many rows stand in each state, and `total`, `done` (nothing more will happen) and `left`."""
        found = dict(self.mails.values_list("state").annotate(n=Count("id")))
        counts = {state: found.get(state, 0) for state in OutgoingMail.State.values}
        left = counts["queued"] + counts["sending"]
        total = sum(counts.values())
        return counts | {"total": total, "left": left, "done": total - left}


class OutgoingMailQuerySet(models.QuerySet):
    """The queue, as its readers ask for it."""

    def due(self) -> "OutgoingMailQuerySet":
        """Rows that may leave now, most urgent first: waiting ones, and those whose worker died."""
        waiting = Q(state=OutgoingMail.State.QUEUED, due_at__lte=Now())
        abandoned = Q(state=OutgoingMail.State.SENDING, lease_until__lt=Now())
        held = Q(batch__state__in=[MailBatch.State.PAUSED, MailBatch.State.CANCELLED])
        return self.filter(waiting | abandoned).exclude(held).order_by("bulk", "due_at", "id")

    def failed(self) -> "OutgoingMailQuerySet":
        """Rows that staff should look at."""
        return self.filter(state=OutgoingMail.State.FAILED)


class OutgoingMail(models.Model):
    """One message to one address."""

    class State(models.TextChoices):
        QUEUED = "queued", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Failed")
        STALE = "stale", _("Not sent: too late")
        CANCELLED = "cancelled", _("Cancelled")

    key = models.CharField(_("key"), max_length=200, unique=True)
    batch = models.ForeignKey(MailBatch, verbose_name=_("bulk message"), null=True, blank=True, on_delete=models.CASCADE, related_name="mails")
    bulk = models.BooleanField(_("bulk"), default=False)
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
    uncertain = models.BooleanField(_("the line broke after the message was handed over"), default=False)
    lease_until = models.DateTimeField(_("held until"), null=True, blank=True)
    leased_by = models.CharField(_("held by"), max_length=100, blank=True)
    last_error = models.TextField(_("the server's words"), blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=["bulk", "due_at", "id"], condition=Q(state="queued"), name="mail_queue"),
            models.Index(fields=["lease_until"], condition=Q(state="sending"), name="mail_leased"),
            models.Index(fields=["batch", "state"], name="mail_batch_state"),
            models.Index(fields=["to"], name="mail_to"),
        ]

    def __str__(self):
        return f"{self.template}: {self.to}"

    #: how long to wait before the second, third, … try; after the last, the row is failed and staff see it
    BACKOFF = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60, 180, 360, 720, 1440))
