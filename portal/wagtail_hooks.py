"""What the portal adds to the staff admin as a whole: our own modules, and the mark."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks


@hooks.register("insert_global_admin_js")
def choosers():
    """Date and time choosers without inline scripts."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin_choosers.js"))
