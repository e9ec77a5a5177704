"""What the portal adds to the staff admin as a whole: our own modules, and the mark."""

from django.contrib import messages
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks

from portal.parity import still_in_the_other_language


@hooks.register("insert_global_admin_js")
def choosers():
    """Date and time choosers without inline scripts."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin_choosers.js"))


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
