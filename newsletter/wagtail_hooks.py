"""What the newsletter adds to the staff admin: its screens, their place in menus, permissions and log entries."""

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button

from newsletter import staff
from newsletter.models import IssuePage


@hooks.register("register_admin_urls")
def newsletter_urls():
    """Where the screens are."""
    return [
        path("newsletter/", staff.IssuesView.as_view(), name="staff_newsletter"),
        path("newsletter/<int:pk>/send/", staff.SendView.as_view(), name="staff_newsletter_send"),
        path("newsletter/<int:pk>/send/check/", staff.CheckView.as_view(), name="staff_newsletter_check"),
        path("newsletter/<int:pk>/email/<str:language>/", staff.EmailView.as_view(), name="staff_newsletter_email"),
        path(
            "newsletter/<int:pk>/email/<str:language>/frame/",
            staff.EmailFrame.as_view(),
            name="staff_newsletter_email_frame",
        ),
        path("newsletter/<int:pk>/progress/", staff.ProgressView.as_view(), name="staff_newsletter_progress"),
        path("newsletter/<int:pk>/progress/part/", staff.ProgressPart.as_view(), name="staff_newsletter_part"),
    ]


class NewsletterMenuItem(MenuItem):
    """The way to the screens, for roles that look after the newsletter."""

    def is_shown(self, request):
        """Whether this person sees it."""
        return staff.may_see(request.user)


@hooks.register("register_admin_menu_item")
def newsletter_menu_item():
    """The newsletter in the menu."""
    return NewsletterMenuItem(
        _("Newsletter"), reverse("staff_newsletter"), name="newsletter", icon_name="mail", order=250
    )


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def send_button(page, user, **_kwargs):
    """From an issue to the screen that sends it."""
    if isinstance(page.specific_deferred, IssuePage) and staff.may_see(user):
        url = reverse("staff_newsletter_send", kwargs={"pk": page.pk})
        yield Button(_("Send this issue"), url, icon_name="mail", priority=5)


class SendMenuItem(ActionMenuItem):
    """Send, beside save and publish."""

    name = "action-send-issue"
    label = _("Go to sending…")
    icon_name = "mail"

    def is_shown(self, context):
        """On issues that have been saved once."""
        page = context.get("page")
        return isinstance(page, IssuePage) and bool(page.pk) and staff.may_see(context["request"].user)

    def get_url(self, context):
        """The screen that sends."""
        return reverse("staff_newsletter_send", kwargs={"pk": context["page"].pk})


@hooks.register("register_page_action_menu_item")
def send_menu_item():
    """Send, in the editor."""
    return SendMenuItem(order=80)


@hooks.register("register_permissions")
def newsletter_permissions():
    """What a group can be allowed to do with the newsletter."""
    names = ["send_issue", "view_subscription", "add_subscription", "change_subscription"]
    return Permission.objects.filter(content_type__app_label="newsletter", codename__in=names)


@hooks.register("register_log_actions")
def newsletter_log_actions(actions):
    """How sending is told in an issue's history."""
    actions.register_action("newsletter.send", _("Send an issue"), _("Sent to the readers"))
    actions.register_action("newsletter.pause", _("Hold an issue"), _("Put the sending on hold"))
    actions.register_action("newsletter.resume", _("Let an issue go on"), _("Let the sending go on"))
    actions.register_action("newsletter.cancel", _("Stop an issue"), _("Stopped the rest of the sending"))
