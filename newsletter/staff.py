"""The staff's screens of the newsletter: issues, sending one, and how far it has come."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.errors import Refused
from core.models import MailBatch, OutgoingMail
from newsletter import actions
from newsletter.actions.issues import ready_pages
from newsletter.models import IssuePage, Subscription

ISSUES = 50


def may_see(user) -> bool:
    """Whether somebody's role shows them these screens."""
    return user.has_perm("newsletter.send_issue") or user.has_perm("newsletter.view_subscription")


@method_decorator(never_cache, name="dispatch")
class StaffView(WagtailAdminTemplateMixin, View):
    """A screen of the newsletter, for roles that look after it."""

    header_icon = "mail"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Only for roles that look after the newsletter."""
        if not may_see(request.user):
            raise PermissionDenied
        if "pk" in kwargs:
            self.issue = get_object_or_404(IssuePage, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """The way back."""
        items = [*super().get_breadcrumbs_items(), {"url": reverse("staff_newsletter"), "label": _("Newsletter")}]
        return [*items, {"url": "", "label": self.get_page_title()}]

    def show(self, **context) -> HttpResponse:
        """The screen, with the issue it is about."""
        return self.render_to_response(self.get_context_data(issue=getattr(self, "issue", None), **context))

    def attempt(self, words: str, act, **given) -> bool:
        """Carry out an action and say how it went."""
        try:
            act(**given)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return False
        messages.success(self.request, words)
        return True


class IssuesView(StaffView):
    """Every issue: in which languages it exists, and whether it was sent."""

    page_title = gettext_lazy("Newsletter")
    template_name = "newsletter/staff/issues.html"

    def get_breadcrumbs_items(self):
        """The way back."""
        return [*WagtailAdminTemplateMixin.get_breadcrumbs_items(self), {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, newest first."""
        issues: dict = {}
        for page in IssuePage.objects.select_related("locale").order_by("-latest_revision_created_at", "-id")[
            : 2 * ISSUES
        ]:
            issues.setdefault(page.translation_key, {})[page.locale.language_code] = page
        batches = MailBatch.objects.in_bulk([f"newsletter:{key}" for key in issues], field_name="key")
        rows = [
            {
                "cy": pages.get("cy"),
                "en": pages.get("en"),
                "any": next(iter(pages.values())),
                "batch": batches.get(f"newsletter:{key}"),
            }
            for key, pages in issues.items()
        ]
        return self.show(rows=rows, readers=Subscription.objects.confirmed().by_language())


class SendView(StaffView):
    """Before sending: who gets it, whether both languages are ready, and the button."""

    page_title = gettext_lazy("Send an issue")
    template_name = "newsletter/staff/send.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would happen."""
        if self.issue.batch:
            return redirect("staff_newsletter_progress", pk=pk)
        try:
            pages, refusal = ready_pages(self.issue), ""
        except Refused as error:
            pages, refusal = self.issue.versions(), str(error)
        readers = Subscription.objects.confirmed().by_language()
        may_send = request.user.has_perm("newsletter.send_issue")
        return self.show(pages=pages, refusal=refusal, readers=readers, total=sum(readers.values()), may_send=may_send)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send it, or send a test to whoever asks."""
        given = {"issue_page": self.issue, "by": request.user, "now": timezone.now()}
        if "test" in request.POST:
            self.attempt(_("A test is on its way to you, one message for each language."), actions.send_test, **given)
            return redirect("staff_newsletter_send", pk=pk)
        sent = self.attempt(_("The issue is on its way."), actions.send_issue, **given)
        return redirect("staff_newsletter_progress" if sent or self.issue.batch else "staff_newsletter_send", pk=pk)


class ProgressView(StaffView):
    """How far an issue has come, and the buttons that hold it, let it go on or stop it."""

    page_title = gettext_lazy("Sending an issue")
    template_name = "newsletter/staff/progress.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Where it stands."""
        if not self.issue.batch:
            return redirect("staff_newsletter_send", pk=pk)
        failed = self.issue.batch.mails.filter(state=OutgoingMail.State.FAILED)[:20]
        may_send = request.user.has_perm("newsletter.send_issue")
        return self.show(progress=progress_of(self.issue), batch=self.issue.batch, failed=failed, may_send=may_send)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Hold it, let it go on, or stop it for good."""
        given = {"issue_page": self.issue, "by": request.user}
        if "pause" in request.POST:
            self.attempt(_("The sending is on hold."), actions.pause_issue, **given)
        elif "resume" in request.POST:
            self.attempt(_("The sending goes on."), actions.resume_issue, **given)
        elif "cancel" in request.POST:
            self.attempt(_("The rest will not be sent."), actions.cancel_issue, now=timezone.now(), **given)
        return redirect("staff_newsletter_progress", pk=pk)


class ProgressPart(StaffView):
    """The part of the progress screen that keeps itself fresh."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The numbers alone."""
        return render(request, "components/send_progress.html", progress_of(self.issue) if self.issue.batch else {})


def progress_of(issue: IssuePage) -> dict:
    """What the component of progress shows; it goes on asking while something can still change."""
    batch, counts = issue.batch, issue.batch.counts()
    moving = batch.state in (MailBatch.State.SENDING, MailBatch.State.PAUSED)
    numbers = {name: counts[name] for name in ("total", "sent", "failed", "left", "rate")}
    part = reverse("staff_newsletter_part", kwargs={"pk": issue.pk})
    return {"state": batch.get_state_display(), **numbers, "refresh_url": part if moving else ""}
