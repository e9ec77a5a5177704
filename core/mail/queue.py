"""Writing messages into the queue, and waking a worker once they are committed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from core import waking
from core.mail.rows import write
from core.models import MailBatch, OutgoingMail
from core.models.mail import new_message_id

# A row that was passed over for its key looks to Django like a written one.
_WRITTEN = "SELECT id FROM core_outgoingmail WHERE key = %s AND message_id = %s"


@dataclass(frozen=True)
class Reader:
    """One address of a bulk message: whom, in which language, and what is theirs alone."""

    to: str
    language: str
    to_name: str = ""
    splices: dict[str, str] = field(default_factory=dict)


def send(
    template: str,
    *,
    to: str,
    language: str,
    context: dict[str, Any],
    key: str,
    to_name: str = "",
    attachments: Iterable[dict[str, str]] = (),
    expires_at: datetime | None = None,
) -> OutgoingMail | None:
    """Queue one message in the reader's language ("cy", "en"; "both" or "" sends both, Welsh first).

    `key` names the cause: a second call with the same key writes nothing and returns None. After `expires_at` the
    message is stale and is not sent. Each attachment is {"name", "type", "content"} with text content.
    """
    row = OutgoingMail(
        template=template,
        to=to,
        to_name=to_name,
        language=language,
        context=context,
        key=key,
        attachments=list(attachments),
        expires_at=expires_at,
    )
    OutgoingMail.objects.bulk_create([row], ignore_conflicts=True)
    with connection.cursor() as cursor:
        cursor.execute(_WRITTEN, [key, row.message_id])
        found = cursor.fetchone()
    if found is None:
        return None
    wake_on_commit()
    row.pk = found[0]
    del row.created_at, row.due_at  # the database set them, and Django reads them if asked
    return row


@transaction.atomic
def send_batch(
    template: str,
    *,
    key: str,
    title: str,
    contexts: dict[str, dict[str, Any]],
    readers: Iterable[Reader],
    splices: Iterable[str] = (),
    sender: str = "",
) -> MailBatch | None:
    """Queue one message for many readers: a batch and one row for each, or None if the key was sent before.

    `contexts` holds the template's context for each language; it is rendered once for each, and every name in
    `splices` is replaced by the reader's own value while sending. A template that cannot be drawn fails here, before
    anything is queued. An address that comes twice gets one message. Each reader's `splices["unsubscribe_url"]`
    becomes their List-Unsubscribe header.
    """
    from core.mail.compose import batch_body

    words = {"template": template, "title": title, "contexts": contexts, "splices": list(splices), "sender": sender}
    batch, created = MailBatch.objects.get_or_create(key=key, defaults=words)
    if not created:
        return None
    for languages in [(code,) for code in contexts] + [tuple(contexts)]:
        batch_body(batch, languages)
    rows = (_row_of(batch, reader) for reader in readers)
    write(rows)
    wake_on_commit(settings.MAIL_WORKERS)
    return batch


def _row_of(batch: MailBatch, reader: Reader) -> OutgoingMail:
    return OutgoingMail(
        batch=batch,
        template=batch.template,
        to=reader.to,
        to_name=reader.to_name,
        language=reader.language,
        context=reader.splices,
        key=f"{batch.key}:{reader.to}",
        message_id=new_message_id(),
    )


class _Wake:
    """A wish to wake workers, kept until the transaction is committed; a later wish can only raise the number."""

    def __init__(self, workers: int):
        self.workers = workers

    def __call__(self) -> None:
        wake(self.workers)


def wake_on_commit(workers: int = 1) -> None:
    """Wake workers when this transaction is committed; once, however many messages it writes."""
    for _savepoints, job, _robust in connection.run_on_commit:
        if isinstance(job, _Wake):
            job.workers = max(job.workers, workers)
            return
    transaction.on_commit(_Wake(workers), robust=True)


def wake(workers: int = 1) -> bool:
    """Ask the broker to start deliveries; false where it is away, and then the sweep finds the rows."""
    from core.tasks import deliver_mail

    return waking.wake(deliver_mail, times=workers)
