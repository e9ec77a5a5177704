"""What the portal adds to the staff admin as a whole: our own modules, and the mark."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import Page, get_page_models

from portal.parity import KEPT_BACK, refusal, still_in_the_other_language


@hooks.register("insert_global_admin_js")
def choosers():
    """Date and time choosers without inline scripts."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin_choosers.js"))


@hooks.register("register_rich_text_features", order=100)
def name_the_picture(features):
    """Wagtail names this button once, in the language of whoever came first."""
    features.plugins_by_editor["draftail"]["image"].data["description"] = gettext_lazy("Image")


@hooks.register("construct_help_menu")
def help_in_both_languages(request, items):
    """Wagtail's guide and its news are in English, and about another look than this one: only the keys are left."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"]


@hooks.register("before_publish_page")
def refuse_the_other_languages_words(request, page):
    """A copy for translation is not published before somebody has written it in its own language."""
    if still_in_the_other_language(page):
        messages.error(
            request,
            _(
                "This page was saved but not published: it still has the words of the other language. Translate it first."
            ),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def refuse_many_in_the_other_languages_words(request, action_type, objects, action):
    """The same for pages that are ticked in a list, and for those below them."""
    if request.method != "POST" or action_type != "publish" or not issubclass(action.models[0], Page):
        return None
    below = action.cleaned_form.cleaned_data.get("include_descendants")
    pages = [page for top in objects for page in (top.get_descendants(inclusive=True) if below else [top])]
    untranslated = [page.title for page in pages if still_in_the_other_language(page.get_latest_revision_as_object())]
    if not untranslated:
        return None
    messages.error(request, refusal(untranslated))
    return redirect(action.next_url)


@hooks.register("before_copy_page")
def refuse_a_second_page_of_one_fact(request, page):
    """An event and a resource have one page in each language; neither it nor a branch with it is copied."""
    single = [model for model in get_page_models() if not getattr(model, "may_be_copied", True)]
    below = request.method == "POST" and bool(request.POST.get("copy_subpages"))
    if (
        not Page.objects.descendant_of(page, inclusive=True)
        .type(*single)
        .filter(Q() if below else Q(pk=page.pk))
        .exists()
    ):
        return None
    messages.error(
        request, _("Not copied: an event and a resource have one page in each language. Enter another one instead.")
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_copy_page")
def refuse_a_copy_among_the_other_language(request, page):
    """A copy below pages of the other language would pass as one of them. Wagtail refuses such a move itself."""
    chosen = request.POST.get("new_parent_page", "")
    parent = Page.objects.filter(pk=chosen).first() if chosen.isdecimal() else None
    if parent is None or parent.is_root() or parent.locale_id == page.locale_id:
        return None
    messages.error(
        request, _("Not copied: that place is for pages in the other language. Choose “Translate this page” for that.")
    )
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("register_log_actions")
def kept_back(actions):
    """What the history says of a page that was approved and not published."""
    actions.register_action(
        KEPT_BACK,
        gettext_lazy("Keep back a page in the other language"),
        gettext_lazy("Approved, but not published: it still has the words of the other language"),
    )
