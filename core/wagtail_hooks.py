"""What core adds to the staff admin: the page of mail, its permissions and its log entries."""

from django.contrib.auth.models import Permission
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from core.slots import email_names
from core.staff import MailView, may_see


@hooks.register("insert_global_admin_css")
def staff_styles():
    """What every staff screen needs of ours."""
    sheets = [(static(f"css/{name}.css"),) for name in ("tokens", "staff")]
    return format_html_join("", '<link rel="stylesheet" href="{}">', sheets)


@hooks.register("register_admin_urls")
def mail_urls():
    """Where the page is."""
    return [path("mail/", MailView.as_view(), name="staff_mail")]


class MailMenuItem(MenuItem):
    """The way to the page, for roles that look after mail."""

    def is_shown(self, request):
        """Whether this person sees it."""
        return may_see(request.user)


@hooks.register("register_admin_menu_item")
def mail_menu_item():
    """The page in the menu."""
    return MailMenuItem(_("Mail"), reverse("staff_mail"), name="mail", icon_name="mail", order=850)


@hooks.register("register_permissions")
def mail_permissions():
    """What a group can be allowed to do with mail."""
    return Permission.objects.filter(
        content_type__app_label="core", codename__in=["view_outgoingmail", "change_outgoingmail"]
    )


@hooks.register("register_log_actions")
def mail_log_actions(actions):
    """How sending again is told in the log."""

    @actions.register_action("core.retry_mail")
    class SentAgain(LogFormatter):
        """Says which message it was, in the words of the list of mail."""

        label = _("Send a failed message again")

        def format_message(self, log_entry):
            """In the language of whoever reads."""
            name = email_names.all().get(log_entry.data.get("template"), _("Message"))
            return gettext("Sent the message again: %(message)s") % {"message": name}
