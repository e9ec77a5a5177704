"""What may go live: a page with its other language in the same minute, or alone for a stated reason."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.models import Page, WorkflowState

from core.errors import Refused
from core.i18n import LANGUAGES
from portal.models import LanguageRecord
from portal.parity.words import is_unfinished, still_in_the_other_language

DATES = ("go_live_at", "expire_at")


class NotReady(Refused):
    """A page does not go live; `may_go_alone` where a reason for one language would let it."""

    may_go_alone = True
    code = ""


class OtherWords(NotReady):
    """A copy is not a translation."""

    code, may_go_alone = "other_words", False
    message = _("It still has the words of the other language. Translate it first.")


class OwnToCheck(NotReady):
    """Nobody has read these words yet."""

    code, may_go_alone = "own_to_check", False
    message = _("Its words are still to be checked. Read them, and mark the page as checked.")


class OwnUnfinished(NotReady):
    """Its own editor would refuse it."""

    code, may_go_alone = "own_unfinished", False
    message = _("Something in it is missing or not right yet. Press “Publish” in its editor, which shows what.")


class OwnLocked(NotReady):
    """Somebody holds the page."""

    code, may_go_alone = "own_locked", False
    message = _("Somebody else has locked this page. Ask them to release it first.")


class OtherMissing(NotReady):
    """There is no page in the other language."""

    code = "other_missing"
    message = _("There is no page in the other language yet. Begin it and translate it; then publish either of them.")


class OtherUntranslated(NotReady):
    """The page in the other language is a copy."""

    code = "other_untranslated"
    message = _("The page in the other language still has the words of this one. Translate it first.")


class OtherUnfinished(NotReady):
    """The page in the other language says nothing where this one does."""

    code = "other_unfinished"
    message = _("The page in the other language is not finished: a part that this page has is empty there.")


class OtherRefused(NotReady):
    """The editor of the page in the other language would refuse it."""

    code = "other_refused"
    message = _(
        "Something in the page in the other language is missing or not right yet. Press “Publish” in its editor, which"
        " shows what."
    )


class OtherDates(NotReady):
    """One page would come or go at another time than the other."""

    code = "other_dates"
    message = _(
        "The page in the other language has other dates to go live or to leave the site. Give both the same, or take them"
        " out there."
    )


class OtherToCheck(NotReady):
    """Nobody has read the words of the other language yet."""

    code = "other_to_check"
    message = _("The words of the other language are still to be checked. Read them, and mark that page as checked.")


class OtherInApproval(NotReady):
    """Somebody still has to approve the words of the other language."""

    code = "other_in_approval"
    message = _("The page in the other language is waiting for approval. Publish either of them once it is approved.")


class OtherLocked(NotReady):
    """Somebody holds the page in the other language, or it has an hour of its own."""

    code = "other_locked"
    message = _("The page in the other language is locked, or has a date of its own to go live. Release it first.")


class OtherNotYours(NotReady):
    """One may publish this page and not the other."""

    code = "other_not_yours"
    message = _("You may not publish the page in the other language. Ask somebody who may, or send it for approval.")


def words_of(code: str):
    """The sentence of a refusal, by its code; "" where there is none."""
    return next((kind.message for kind in NotReady.__subclasses__() if kind.code == code), "")


def twin_of(page: Page) -> Page | None:
    """The same page in the other language, live or not."""
    return page.get_translations().filter(locale__language_code__in=LANGUAGES).select_related("locale").first()


def left_alone(leaving: Iterable[Page]) -> list[Page]:
    """The pages that would stay on the site alone in their language when others leave it."""
    going = [page for page in leaving if page.live]
    keys = [page.translation_key for page in going]
    left = Page.objects.filter(live=True, translation_key__in=keys).exclude(pk__in=[page.pk for page in going])
    return list(left)


def newest(page: Page) -> Page:
    """A page in its newest words."""
    return page.specific.get_latest_revision_as_object()


def going_live(page: Page, *, by=None, approved: bool = False) -> list[Page]:
    """The pages that go live when this one is published: it alone beside a live twin, else both. Refuses with NotReady.

    `approved`: at the end of an approval, whose last reader need not be allowed to publish.
    """
    twin = twin_of(page)
    words_of_its_own(page, twin)
    if twin is None:
        if LanguageRecord.of(page).alone_reason:
            return [page]
        raise OtherMissing
    if twin.live or LanguageRecord.of(page).alone_reason:
        return [page]
    _ready(page, twin, by, approved)
    return [page, twin]


def words_of_its_own(page: Page, twin: Page | None = None) -> None:
    """Refuses with OtherWords or OwnToCheck, for which no reason is good enough."""
    twin = twin or twin_of(page)
    if twin is not None and _is_the_copy(page, twin) and still_in_the_other_language(page):
        raise OtherWords
    if LanguageRecord.of(page).to_check:
        raise OwnToCheck
    if not _is_accepted(page):
        raise OwnUnfinished


def _is_the_copy(page: Page, twin: Page) -> bool:
    """Of two pages with the same words: the one that is not on the site yet, else the younger one."""
    if page.live == twin.live:
        return page.live or page.pk > twin.pk
    return twin.live


def all_ready(pages: Iterable[Page]) -> None:
    """Refuses with NotReady what may not go live together now, whoever asks: the pages of an issue, when it is sent."""
    for page in pages:
        twin = twin_of(page)
        words_of_its_own(page, twin)
        if twin is not None:
            _ready(page, twin, None, False)


def is_held(draft: Page, by) -> bool:
    """Whether somebody else holds a page, or it has a date of its own."""
    lock = draft.get_lock()
    return lock is not None and (by is None or lock.for_user(by))


def _is_accepted(page: Page) -> bool:
    """Whether its editor would publish it: what is asked for is there, the address is free, each block is whole."""
    page = page.specific
    try:
        page.full_clean()
        for field in page._meta.concrete_fields:
            if isinstance(field, StreamField):
                field.stream_block.clean(getattr(page, field.name))
    except ValidationError:
        return False
    return True


def _ready(page: Page, twin: Page, by, approved: bool) -> None:
    draft = newest(twin)
    if still_in_the_other_language(draft):
        raise OtherUntranslated
    if is_unfinished(draft, page):
        raise OtherUnfinished
    if LanguageRecord.of(twin).to_check:
        raise OtherToCheck
    if not _is_accepted(draft):
        raise OtherRefused
    if draft.workflow_in_progress:
        raise OtherInApproval
    if is_held(draft, by):
        raise OtherLocked
    if any(getattr(draft, name) not in (None, getattr(page, name)) for name in DATES):
        raise OtherDates
    if by is not None and not twin.permissions_for_user(by).can_publish() and not (approved and _was_approved(twin)):
        raise OtherNotYours


def _was_approved(page: Page) -> bool:
    """Whether the newest words of a page are those that were approved."""
    states = WorkflowState.objects.for_instance(page).filter(status=WorkflowState.STATUS_APPROVED)
    return states.filter(task_states__revision_id=page.latest_revision_id).exists()
