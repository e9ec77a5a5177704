"""What may happen to the two languages of a page: both go live, one goes alone for a reason, words are checked."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from core.errors import Refused
from core.i18n import one_line
from portal.models import LanguageRecord
from portal.parity import files, gate
from portal.parity.gate import NotReady, newest, twin_of
from portal.parity.units import Texts

KEPT_BACK = "portal.kept_back"  # in a page's history: approved or due, but not published
ONE_LANGUAGE = "portal.one_language"
CHECKED = "portal.language_checked"
WORDS_TAKEN = "portal.words_taken"
WENT_LIVE = ("wagtail.publish", "wagtail.publish.scheduled")


class NotYours(Refused):
    """Somebody may not edit or publish this page."""

    message = _("You may not do this to that page.")


class ChangedSince(Refused):
    """Words that nobody has read are not marked as read."""

    message = _("Somebody has changed this page since you opened the board. Read it again first.")


class ReasonMissing(Refused):
    """One language alone needs a reason."""

    message = _("Say why the page is to be in one language.")


class SomeNotReady(Refused):
    """Of many pages some may not go live, so none does."""

    def __init__(self, refused: list[tuple[str, NotReady]]):
        self.refused = refused
        super().__init__(_("Nothing was published, because not every page is ready in both languages."))


@transaction.atomic
def publish(*, page: Page, by, now: datetime, approved: bool = False) -> list[Page]:
    """Publish or schedule the newest words of a page, with its other language in the same minute. Refuses with NotReady.

    Whoever calls has asked whether `by` may publish the page itself; without `by` it is the portal that publishes.
    """
    pages = gate.going_live(page, by=by, approved=approved)
    _publish(pages, by, now)
    return pages


@transaction.atomic
def publish_many(*, pages: Iterable[Page], by, now: datetime) -> list[Page]:
    """The same for pages ticked in a list: all of them, each with its other language, or none (SomeNotReady)."""
    groups, refused, known = [], [], set()
    for page in pages:
        if page.pk in known:
            continue
        try:
            group = gate.going_live(newest(page), by=by)
        except NotReady as refusal:
            refused.append((page.get_admin_display_title(), refusal))
            continue
        known |= {one.pk for one in group}
        groups.append(group)
    if refused:
        raise SomeNotReady(refused)
    for group in groups:
        _publish(group, by, now)
    return [page for group in groups for page in group]


@transaction.atomic
def publish_alone(*, page: Page, reason: str, by, now: datetime) -> None:
    """Publish a page in its language alone, and keep the reason. Refuses with NotYours, ReasonMissing, NotReady."""
    if not page.permissions_for_user(by).can_publish():
        raise NotYours
    draft = newest(page)
    gate.words_of_its_own(draft)
    if gate.is_held(draft, by):
        raise gate.OwnLocked
    _keep_reason(page, reason, by, now)
    if not page.live or page.has_unpublished_changes:
        _publish([page], by, now)


def _keep_reason(page: Page, reason: str, by, now: datetime) -> None:
    reason = one_line(reason)[:300]
    if not reason:
        raise ReasonMissing
    record = LanguageRecord.of(page)
    record.alone_reason, record.alone_by, record.alone_at = reason, by, now
    record.save()
    log(instance=page, action=ONE_LANGUAGE, user=by, data={"reason": reason})


def _publish(pages: list[Page], by, now: datetime) -> None:
    dates = {name: getattr(newest(pages[0]), name) for name in gate.DATES}
    for page in pages:
        draft = newest(page)
        revision = draft.get_latest_revision()
        if revision is None or any(getattr(draft, name) != moment for name, moment in dates.items()):
            for name, moment in dates.items():
                setattr(draft, name, moment)
            revision = draft.save_revision(user=by, clean=False)
        revision.publish(user=by, skip_permission_checks=True)
    _in_one_moment(pages, now)


def _in_one_moment(pages: list[Page], now: datetime) -> None:
    """The two pages of a pair carry the same times, and neither is older than the other."""
    if len(pages) < 2:
        return
    keys = [page.pk for page in pages]
    new = [page.pk for page in pages if page.first_published_at is None]
    Page.objects.filter(pk__in=keys, live=True).update(last_published_at=now)
    Page.objects.filter(pk__in=new, live=True).update(first_published_at=now)
    LanguageRecord.objects.filter(page__in=keys).update(stale_since=None, stale_from=None, kept_back="")


def keep_as_draft(*, page: Page) -> None:
    """A page that Wagtail's form of a new page has just made is no page of the site before it is published."""
    page.live, page.has_unpublished_changes = False, True
    page.save(clean=False, update_fields=["live", "has_unpublished_changes"])


@transaction.atomic
def unpublish_both(*, page: Page, by, below: bool = False) -> list[Page]:
    """Take a page off the site in both languages, with the pages below it if asked. Refuses with NotYours."""
    leaving = _leaving(page, below)
    keys = [one.translation_key for one in leaving]
    pages = list(Page.objects.filter(live=True, translation_key__in=keys).specific())
    _unpublish(pages, by)
    return [one for one in pages if one.translation_key == page.translation_key]


@transaction.atomic
def unpublish_one(*, page: Page, reason: str, by, now: datetime, below: bool = False) -> None:
    """Take one language off the site; why the other stays is kept. Refuses with NotYours, ReasonMissing."""
    leaving = _leaving(page, below)
    for left in gate.left_alone(leaving):
        _keep_reason(left, reason, by, now)
    _unpublish(leaving, by)


def _leaving(page: Page, below: bool) -> list[Page]:
    return [one for one in (page, *(page.get_descendants().specific() if below else ())) if one.live]


def _unpublish(pages: Iterable[Page], by) -> None:
    for one in pages:
        if not one.permissions_for_user(by).can_unpublish():
            raise NotYours
    for one in pages:
        UnpublishPageAction(one, user=by).execute(skip_permission_checks=True)


def note_unpublished(*, page: Page) -> None:
    """A page left the site: a reason for its language alone was for as long as it stood there."""
    LanguageRecord.objects.filter(page=page.pk).update(alone_reason="", alone_by=None, alone_at=None)


@transaction.atomic
def mark_checked(*, page: Page, by, now: datetime, seen: int | None = None) -> None:
    """Somebody has read the newest words of a page beside its other language; `seen` is the revision that they read.

    A draft that catches up with the other language does so for readers when it goes live. Refuses with NotYours, ChangedSince.
    """
    if not page.permissions_for_user(by).can_edit():
        raise NotYours
    page = page.specific
    revision = page.get_latest_revision() or page.save_revision(user=by, changed=False, clean=False)
    if seen is not None and seen != revision.pk:
        raise ChangedSince
    record = LanguageRecord.of(page)
    record.checked_revision, record.checked_by, record.checked_at = revision, by, now
    record.to_check = ""
    if not page.has_unpublished_changes:
        record.stale_since, record.stale_from = None, None
    record.save()
    log(instance=page, action=CHECKED, user=by, revision=revision)


def note_published(*, page: Page, revision: Revision, now: datetime) -> None:
    """A page went live: where its words changed, its other language is older now, unless this caught up with it."""
    if not page.live or page.live_revision_id != revision.pk:
        return  # scheduled
    LanguageRecord.objects.filter(page=page.pk).update(kept_back="")
    twin = twin_of(page)
    if twin is None or not twin.live:
        return
    LanguageRecord.objects.filter(page__in=[page.pk, twin.pk]).update(alone_reason="", alone_by=None, alone_at=None)
    if twin.expire_at != page.expire_at:
        _leave_together(twin, page.expire_at)
    before = _live_before(page, revision)
    if before is not None and _says_the_same(page, before, revision):
        return
    own, other = LanguageRecord.of(page), LanguageRecord.of(twin)
    if own.stale_since:
        own.stale_since, own.stale_from = None, None
        own.save()
    elif before is not None and not other.stale_since:
        other.stale_since, other.stale_from = now, before
        other.save()


def _leave_together(twin: Page, moment: datetime | None) -> None:
    """When a page leaves the site is a fact of both languages, in their drafts too."""
    Page.objects.filter(pk=twin.pk).update(expire_at=moment)
    draft = twin.get_latest_revision()
    if draft is not None:
        draft.content |= {"expire_at": moment and moment.isoformat()}
        draft.save(update_fields=["content"])


def _live_before(page: Page, revision: Revision) -> Revision | None:
    """What a page said until now; nothing where it was not published before."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=WENT_LIVE).exclude(revision=None)
    last = entries.select_related("revision").order_by("-timestamp", "-pk").first()
    return last.revision if last else None


def _says_the_same(page: Page, one: Revision, other: Revision) -> bool:
    kind = page.specific_class
    return Texts(kind, one.content).said == Texts(kind, other.content).said


def go_live_on_time(*, now: datetime) -> None:
    """Pages whose hour has come go live, both languages at once; one that would be alone without a reason is kept back."""
    due = Revision.objects.filter(
        approved_go_live_at__lt=now, base_content_type=ContentType.objects.get_for_model(Page)
    ).order_by("approved_go_live_at", "pk")
    pages = Page.objects.in_bulk([int(revision.object_id) for revision in due])
    pairs: dict = {}
    for revision in due:
        page = pages[int(revision.object_id)]
        pairs.setdefault(page.translation_key, []).append((page, revision))
    for pair in pairs.values():
        try:
            _go_live(pair, now)
        except ValidationError:  # such as an address that another page has taken since
            for page, revision in pair:
                _keep_back_on_time(page, revision, gate.OwnUnfinished.code)


@transaction.atomic
def _go_live(pair: list[tuple[Page, Revision]], now: datetime) -> None:
    page, revision = pair[0]
    if len(pair) == 1 and not page.live and not _may_be_alone(page):
        _keep_back_on_time(page, revision, gate.OtherMissing.code)
        return
    for _page, due in pair:
        due.publish(log_action="wagtail.publish.scheduled")
    _in_one_moment([page for page, _revision in pair], now)


def _keep_back_on_time(page: Page, revision: Revision, why: str) -> None:
    """Its hour has come and gone; it is not tried again every minute."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    keep_back(page=page, revision=revision, why=why)


def _may_be_alone(page: Page) -> bool:
    twin = twin_of(page)
    return bool(twin and twin.live) or bool(LanguageRecord.of(page).alone_reason)


@transaction.atomic
def leave_on_time(*, now: datetime) -> None:
    """Pages whose time is over leave the site in both languages."""
    over = Page.objects.filter(live=True, expire_at__lt=now).values("translation_key")
    for page in Page.objects.filter(live=True, translation_key__in=over):
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def keep_back(*, page: Page, revision: Revision, why: str, by=None) -> None:
    """Write on the board and into a page's history that it was approved or due, and why it did not go live."""
    record = LanguageRecord.of(page)
    record.kept_back = why
    record.save()
    log(instance=page, action=KEPT_BACK, user=by, revision=revision, data={"why": why})


@transaction.atomic
def take_words(
    *, source: Page, target: Page, content: bytes, by, is_machine: bool = False
) -> tuple[Revision | None, list[files.Line]]:
    """Save the words of a translator's file as a draft of the other language, still to be checked; what became of each.

    Nothing is saved where no text was taken. Refuses with NotYours, and with what `files.read_file` refuses.
    """
    draft = newest(target)
    if not target.permissions_for_user(by).can_edit() or gate.is_held(draft, by):
        raise NotYours
    catalogue = files.read_file(content, source=source, language=target.locale.language_code)
    held, lines = files.fill(source=source, target=target, catalogue=catalogue)
    if not any(line.outcome in (files.Outcome.TAKEN, files.Outcome.TIDIED) for line in lines):
        return None, lines
    filled = draft.with_content_json(held)
    revision = filled.save_revision(user=by, clean=False, log_action=True)
    record = LanguageRecord.of(target)
    record.to_check = LanguageRecord.Origin.MACHINE if is_machine else LanguageRecord.Origin.FILE
    record.save()
    log(instance=filled, action=WORDS_TAKEN, user=by, revision=revision, data={"machine": is_machine})
    return revision, lines
