"""Sending an issue: once, in both languages, to everyone who asked for it."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core import actions as core_actions
from core import mail, slots
from core.errors import Refused
from core.models import MailBatch, OutgoingMail
from newsletter.actions.readers import leave_url
from newsletter.models import IssuePage, Subscription, Suppression
from newsletter.models.readers import digest
from newsletter.writing import context_of

TEMPLATE = "newsletter/issue"


class MayNotSend(Refused):
    """Editing an issue is one thing, sending it is another."""

    message = _("Your role does not let you send an issue.")


class LanguageMissing(Refused):
    """An issue goes out in both languages or not at all."""

    message = _("This issue is not in both languages yet. Write it in Welsh and in English before you send it.")


class NotTranslated(Refused):
    """A copy is not a translation."""

    message = _("The Welsh and the English of this issue are word for word the same. Translate one of them first.")


class StillInApproval(Refused):
    """Somebody still has to approve the words."""

    message = _("This issue is waiting for approval in one of its languages.")


class AlreadySent(Refused):
    """An issue is sent once."""

    message = _("This issue has been sent already.")


class NotSentYet(Refused):
    """There is nothing to hold or stop."""

    message = _("This issue has not been sent yet.")


class NobodyToSendTo(Refused):
    """Nobody has asked for the newsletter."""

    message = _("Nobody gets the newsletter yet, so there is nobody to send it to.")


@transaction.atomic
def send_issue(*, issue_page: IssuePage, by, now: datetime) -> MailBatch:
    """Publish both pages of an issue to the archive and queue it for every reader, each in their language.

    Refuses with MayNotSend, AlreadySent, NobodyToSendTo, and as `ready_pages` does. Pressed twice it sends once: both
    languages share one key, and the database keeps it unique.
    """
    _may_send(by)
    if issue_page.batch:
        raise AlreadySent
    pages = ready_pages(issue_page)
    live = {code: _publish(page, by, now) for code, page in pages.items()}
    batch = mail.send_batch(
        TEMPLATE,
        key=issue_page.batch_key,
        title=" / ".join(page.title for page in live.values())[:255],
        contexts={code: context_of(page, now) for code, page in live.items()},
        readers=_readers(),
        splices=["token"],
    )
    if batch is None:
        raise AlreadySent
    readers = batch.mails.count()
    if not readers:
        raise NobodyToSendTo
    for page in live.values():
        log(instance=page, action="newsletter.send", user=by, data={"readers": readers})
    return batch


def ready_pages(issue_page: IssuePage) -> dict[str, IssuePage]:
    """The newest words of both languages, or LanguageMissing, NotTranslated, StillInApproval, and what `may_go_live` refuses."""
    pages = {code: page.get_latest_revision_as_object() for code, page in issue_page.versions().items()}
    if len(pages) < 2 or not all(page.title.strip() and len(page.body) for page in pages.values()):
        raise LanguageMissing
    if _words(pages["cy"]) == _words(pages["en"]):
        raise NotTranslated
    if any(page.workflow_in_progress for page in pages.values()):
        raise StillInApproval
    for refuse in slots.may_go_live.all().values():
        refuse(pages.values())
    return pages


def _words(page: IssuePage) -> list:
    return [(child.block_type, child.block.get_prep_value(child.value)) for child in page.body]


def _publish(page: IssuePage, by, now: datetime) -> IssuePage:
    """The page as the archive shows it from now on."""
    if not page.live or page.has_unpublished_changes:
        page.go_live_at = page.expire_at = None
        revision = page.save_revision(user=by, log_action=False)
        revision.publish(user=by, skip_permission_checks=True)
    return IssuePage.objects.select_related("locale").get(pk=page.pk)


def _readers() -> Iterator[mail.Reader]:
    """Everyone who confirmed and is not suppressed; who was not asked for a language gets both.

    Whoever leaves meanwhile waits until the rows stand, and then takes theirs back.
    """
    suppressed = set(Suppression.objects.values_list("digest", flat=True))
    leave = {code: leave_url("TOKEN", code) for code in ("cy", "en")}
    held = Subscription.objects.confirmed().select_for_update(no_key=True)
    rows = held.order_by("id").values_list("email", "language", "token")
    for email, language, token in rows.iterator(chunk_size=2000):
        if suppressed and digest(email) in suppressed:
            continue
        url = leave["en" if language == "en" else "cy"].replace("TOKEN", token)
        yield mail.Reader(email, language, splices={"token": token, "unsubscribe_url": url})


@transaction.atomic
def send_test(*, issue_page: IssuePage, by, now: datetime) -> list[OutgoingMail]:
    """Send the newest words of each language to whoever asks, as readers would get them; the mails queued."""
    if not issue_page.permissions_for_user(by).can_edit():
        raise MayNotSend
    sent = []
    for code, page in issue_page.versions().items():
        draft = page.get_latest_revision_as_object()
        row = mail.send(
            TEMPLATE,
            to=by.email,
            to_name=by.get_full_name(),
            language=code,
            context=context_of(draft, now) | {"is_test": True},
            key=f"newsletter/test:{page.pk}:{by.pk}:{now.timestamp():.6f}",
        )
        sent += [row] if row else []
    return sent


def pause_issue(*, issue_page: IssuePage, by) -> None:
    """Hold the sending of an issue. Refuses with MayNotSend, NotSentYet, BatchIsOver."""
    core_actions.pause_batch(batch=_batch_for(issue_page, by))
    log(instance=issue_page, action="newsletter.pause", user=by)


def resume_issue(*, issue_page: IssuePage, by) -> None:
    """Let a held issue go on. Refuses with MayNotSend, NotSentYet, BatchIsOver."""
    core_actions.resume_batch(batch=_batch_for(issue_page, by))
    log(instance=issue_page, action="newsletter.resume", user=by)


def cancel_issue(*, issue_page: IssuePage, by, now: datetime) -> int:
    """Stop the rest of an issue for good; how many readers will not get it. MayNotSend, NotSentYet, BatchIsOver."""
    stopped = core_actions.cancel_batch(batch=_batch_for(issue_page, by), now=now)
    log(instance=issue_page, action="newsletter.cancel", user=by, data={"readers": stopped})
    return stopped


def _may_send(by) -> None:
    if not by.has_perm("newsletter.send_issue"):
        raise MayNotSend


def _batch_for(issue_page: IssuePage, by) -> MailBatch:
    _may_send(by)
    if not issue_page.batch:
        raise NotSentYet
    return issue_page.batch
