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

from portal.parity import hooks as parity  # Wagtail reads this file alone

__all__ = ["parity"]


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
