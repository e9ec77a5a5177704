"""Where Wagtail asks before it publishes, copies or unpublishes: each way there is leads through the gate of two languages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from core.errors import Refused
from portal.models import LanguageRecord
from portal.parity import actions, gate, staff, states

EDITOR = ("wagtailadmin_pages:edit", "wagtailadmin_pages:revisions_revert")


@hooks.register("before_publish_page")
def publish_both(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A press of "publish": both languages in one moment, or a sentence that says what is missing."""
    if request.resolver_match.view_name not in EDITOR:
        actions.keep_as_draft(page=page)
    try:
        pages = gate.going_live(page, by=request.user)
    except gate.NotReady as refusal:
        return _say_no(request, page, refusal)
    if len(pages) < 2:
        return None  # Wagtail publishes it
    actions.publish(page=page, by=request.user, now=timezone.now())
    _say_both(request, pages)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def _say_no(request: HttpRequest, page: Page, refusal: gate.NotReady) -> HttpResponse:
    if refusal.may_go_alone:
        return redirect("staff_parity_publish", page.pk)
    messages.error(request, _("This page was saved but not published. %(why)s") % {"why": refusal})
    return redirect("wagtailadmin_pages:edit", page.pk)


def _say_both(request: HttpRequest, pages: list[Page]) -> None:
    kept = Page.objects.filter(pk__in=[page.pk for page in pages]).select_related("locale")
    titles = " / ".join(page.get_admin_display_title() for page in pages)
    if all(page.live for page in kept):
        words = _("Published in both languages: %(titles)s")
        labels = {"cy": _("View in Welsh"), "en": _("View in English")}
        buttons = [messages.button(page.url, labels[page.locale.language_code], new_window=False) for page in kept]
    else:
        words, buttons = _("Both languages will go live at the same minute: %(titles)s"), []
    messages.success(request, words % {"titles": titles}, buttons=buttons)


@hooks.register("after_publish_page")
def say_what_is_older(request: HttpRequest, page: Page) -> None:
    """Whoever changes one language of a pair hears that the other is older now."""
    twin = gate.twin_of(page)
    if twin is None or not twin.live or not LanguageRecord.of(twin).stale_since:
        return
    sentences = {
        "cy": _("The Welsh page is older than this one now. Bring it up to date, or mark it as checked."),
        "en": _("The English page is older than this one now. Bring it up to date, or mark it as checked."),
    }
    board = messages.button(f"{reverse('staff_parity')}?state=stale", _("Two languages"))
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[twin.pk]), _("Edit"))
    messages.warning(request, sentences[twin.locale.language_code], buttons=[edit, board])


@hooks.register("before_bulk_action")
def publish_many(request: HttpRequest, action_type: str, objects: list, action) -> HttpResponse | None:
    """The same for pages that are ticked in a list, and for drafts below them that one may publish."""
    if request.method != "POST" or action_type != "publish" or not issubclass(action.models[0], Page):
        return None
    pages = [
        page for page in _with_those_below(objects, action) if page.permissions_for_user(request.user).can_publish()
    ]
    if not pages:
        return None  # Wagtail says so
    try:
        published = actions.publish_many(pages=pages, by=request.user, now=timezone.now())
    except actions.SomeNotReady as refusal:
        messages.error(request, str(refusal))
        for title, why in refusal.refused:
            messages.error(request, f"{title}: {why}")
    else:
        words = _("Published: %(titles)s")
        messages.success(request, words % {"titles": ", ".join(page.get_admin_display_title() for page in published)})
    return redirect(action.next_url)


def _with_those_below(objects: list, action, *, live: bool = False) -> list[Page]:
    pages = list(objects)
    if action.cleaned_form.cleaned_data.get("include_descendants"):
        pages += [page for top in objects for page in top.get_descendants().filter(live=live)]
    return pages


@hooks.register("before_bulk_action")
def unpublish_many(request: HttpRequest, action_type: str, objects: list, action) -> HttpResponse | None:
    """Ticked pages leave the site with their other language, or not at all."""
    if request.method != "POST" or action_type != "unpublish" or not issubclass(action.models[0], Page):
        return None
    leaving = _with_those_below(objects, action, live=True)
    left = gate.left_alone(leaving)
    if not left:
        return None
    words = _(
        "Nothing was unpublished, because these would be left alone in their language: %(titles)s. Tick them too."
    )
    messages.error(request, words % {"titles": ", ".join(page.title for page in left)})
    return redirect(action.next_url)


@hooks.register("before_unpublish_page")
def unpublish_both(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Both languages leave the site together, unless one is to stay for a reason."""
    below = bool(request.POST.get("include_descendants"))
    if not gate.left_alone([page, *(page.get_descendants() if below else ())]):
        return None
    try:
        if request.POST.get("languages") == "one":
            reason = request.POST.get("reason", "")
            actions.unpublish_one(page=page, reason=reason, by=request.user, now=timezone.now(), below=below)
            messages.success(request, _("Unpublished in one language: %(title)s") % {"title": page.title})
        else:
            pages = actions.unpublish_both(page=page, by=request.user, below=below)
            titles = " / ".join(one.title for one in pages)
            messages.success(request, _("Unpublished in both languages: %(titles)s") % {"titles": titles})
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("wagtailadmin_pages:unpublish", page.pk)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_delete_page")
def delete_no_half(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A page on the site leaves it in both languages, or in one for a reason, before it is deleted."""
    if not gate.left_alone(page.get_descendants(inclusive=True)):
        return None
    words = _(
        "Not deleted: its other language would be left alone on the site. Unpublish it first, in both languages"
        " or in one for a reason; then delete it."
    )
    messages.error(request, words)
    may = page.live and page.permissions_for_user(request.user).can_unpublish()
    return redirect("wagtailadmin_pages:unpublish" if may else "wagtailadmin_explore", page.pk)


@hooks.register("before_bulk_action")
def delete_no_halves(request: HttpRequest, action_type: str, objects: list, action) -> HttpResponse | None:
    """The same for pages that are ticked in a list."""
    if request.method != "POST" or action_type != "delete" or not issubclass(action.models[0], Page):
        return None
    below = Page.objects.none()
    for page in objects:
        below |= page.get_descendants(inclusive=True)
    left = gate.left_alone(below)
    if not left:
        return None
    words = _(
        "Nothing was deleted, because these would be left alone in their language: %(titles)s. Unpublish them first."
    )
    messages.error(request, words % {"titles": ", ".join(page.title for page in left)})
    return redirect(action.next_url)


@hooks.register("before_copy_page")
def copies_are_drafts(request: HttpRequest, page: Page) -> None:
    """A copy has no page in the other language, so it does not go live at once; nor is it an alias, which would."""
    live = [name for name in ("publish_copies", "alias") if request.POST.get(name)]
    if request.method == "POST" and live:
        request.POST = request.POST.copy()
        for name in live:
            del request.POST[name]
        messages.info(request, _("The copy is a draft until it is there in both languages."))


@hooks.register("register_admin_urls")
def parity_urls() -> list:
    """Where the screens are."""
    return [
        path("languages/", staff.BoardView.as_view(), name="staff_parity"),
        path("languages/<int:pk>/checked/", staff.CheckedView.as_view(), name="staff_parity_checked"),
        path("languages/<int:pk>/publish/", staff.PublishView.as_view(), name="staff_parity_publish"),
        path("languages/<int:pk>/words/", staff.WordsView.as_view(), name="staff_parity_words"),
        path("languages/<int:pk>/words/file/", staff.WordsFileView.as_view(), name="staff_parity_words_file"),
    ]


class ParityMenuItem(MenuItem):
    """The way to the board, for whoever may edit pages."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person sees it."""
        return states.may_see(request.user)


@hooks.register("register_admin_menu_item")
def parity_menu_item() -> MenuItem:
    """The board in the menu."""
    label = staff.BoardView.page_title
    return ParityMenuItem(label, reverse("staff_parity"), name="two-languages", icon_name="globe", order=150)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def words_button(page: Page, user, **_kwargs):
    """From a page to its words for a translator."""
    if page.depth > 1 and page.permissions_for_user(user).can_edit():
        url = reverse("staff_parity_words", args=[page.pk])
        yield Button(_("Words for a translator"), url, icon_name="download", priority=70)


class KeptBack(LogFormatter):
    """Why a page was approved or due, and did not go live."""

    label = gettext_lazy("Keep back a page")

    def format_message(self, log_entry) -> str:
        """In a sentence."""
        return f"{states.KEPT_BACK} {gate.words_of(log_entry.data.get('why', ''))}".strip()


@hooks.register("register_log_actions")
def parity_log_actions(registry) -> None:
    """What a page's history says of its languages."""
    registry.register_action(actions.KEPT_BACK)(KeptBack)
    registry.register_action(
        actions.ONE_LANGUAGE, gettext_lazy("One language on purpose"), gettext_lazy("Left in one language for a reason")
    )
    registry.register_action(
        actions.CHECKED, gettext_lazy("Check a language"), gettext_lazy("Checked beside the other language")
    )
    registry.register_action(
        actions.WORDS_TAKEN,
        gettext_lazy("Take a translator’s words"),
        gettext_lazy("Took words from a translator’s file"),
    )
