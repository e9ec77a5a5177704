"""The staff's screens of the newsletter: issues, sending one, and how far it has come."""

from datetime import datetime, timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core.errors import Refused
from core.i18n import current_language
from core.mail.frame import mail_frame
from core.mail.render import Words
from core.models import MailBatch, OutgoingMail
from core.models.mail import RATE_WINDOW
from newsletter import actions
from newsletter.actions.issues import ready_pages
from newsletter.forms import SendForm
from newsletter.models import IssueIndexPage, IssuePage, Subscription
from newsletter.writing import preview

ISSUES = 50
FAILED_SHOWN = 20
FEW_SECONDS = timedelta(seconds=2)
UNDER_WAY = (MailBatch.State.SENDING, MailBatch.State.PAUSED)


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
        readers = Subscription.objects.confirmed().by_language()
        return self.show(rows=rows, readers=readers, add_url=self._add_url())

    def _add_url(self) -> str:
        """Where somebody who may begins an issue, in the language they work in."""
        archive = IssueIndexPage.objects.filter(locale__language_code=current_language()).first()
        if archive is None or not archive.permissions_for_user(self.request.user).can_add_subpage():
            return ""
        return reverse("wagtailadmin_pages:add", args=["newsletter", "issuepage", archive.pk])


class SendView(StaffView):
    """Before sending: whether both languages are ready, what each looks like, a test, and the way to the last page."""

    page_title = gettext_lazy("Send an issue")
    template_name = "newsletter/staff/send.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would happen."""
        return redirect("staff_newsletter_progress", pk=pk) if self.issue.batch else self.show(**self.standing())

    def standing(self) -> dict:
        """The newest words of each language, why they cannot be sent, and who would get them."""
        try:
            pages, refusal = ready_pages(self.issue), ""
        except Refused as error:
            pages, refusal = self.issue.versions(), str(error)
        readers = Subscription.objects.confirmed().by_language()
        total, may_send = sum(readers.values()), self.request.user.has_perm("newsletter.send_issue")
        standing = {"pages": pages, "refusal": refusal, "readers": readers, "total": total, "may_send": may_send}
        return standing | {"ready": bool(may_send and total and not refusal and not self.issue.batch)}

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send a test to whoever asks."""
        given = {"issue_page": self.issue, "by": request.user, "now": timezone.now()}
        self.attempt(_("A test is on its way to you, one message for each language."), actions.send_test, **given)
        return redirect("staff_newsletter_send", pk=pk)


class CheckView(SendView):
    """The last page before sending: what leaves, to how many, and the one button that sends."""

    template_name = "newsletter/staff/check.html"

    def get_page_title(self) -> str:
        """The question itself."""
        number = sum(Subscription.objects.confirmed().by_language().values())
        return ngettext("Send to %(number)d reader?", "Send to %(number)d readers?", number) % {"number": number}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question, or the way back where nothing can be sent."""
        standing = self.standing()
        if not standing["ready"]:
            return redirect("staff_newsletter_send", pk=pk)
        return self.show(form=SendForm(initial=seen(standing)), **standing)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send it, unless the readers or the words are not those that were shown."""
        if self.issue.batch:
            return redirect("staff_newsletter_progress", pk=pk)
        form = SendForm(request.POST, standing=seen(self.standing()))
        if not form.is_valid():
            messages.error(request, " ".join(form.non_field_errors()))
            return redirect("staff_newsletter_check", pk=pk)
        given = {"issue_page": self.issue, "by": request.user, "now": timezone.now()}
        sent = self.attempt(_("The issue is on its way."), actions.send_issue, **given)
        return redirect("staff_newsletter_progress" if sent else "staff_newsletter_send", pk=pk)


def seen(standing: dict) -> dict[str, str]:
    """What somebody was shown before they pressed the button: how many readers in each language, and which words."""
    revisions = [page.latest_revision_id for page in standing["pages"].values()]
    return {
        "readers": "-".join(str(number) for number in standing["readers"].values()),
        "words": "-".join(str(revision) for revision in revisions),
    }


class EmailView(StaffView):
    """An issue as the email it will be: in a frame as mail programs show it, and as plain text."""

    page_title = gettext_lazy("The issue as an email")
    template_name = "newsletter/staff/email.html"

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """In one language, or in both as readers get it who were not asked."""
        codes = list(self.issue.versions())
        return self.show(
            language=language, choices=[*codes, "both"] if len(codes) == 2 else codes, words=self.words(language)
        )

    def words(self, language: str) -> Words:
        """The newest words of a language of this issue, or of both."""
        versions = self.issue.versions()
        page = versions.get("cy" if language == "both" and len(versions) == 2 else language)
        if page is None:
            raise Http404
        return preview(page.get_latest_revision_as_object(), both=language == "both")


class EmailFrame(EmailView):
    """The HTML part alone, for the frame."""

    def get(self, request: HttpRequest, pk: int, language: str) -> HttpResponse:
        """As a mail program shows it: nothing in it runs."""
        return mail_frame(request, self.words(language).html)


class ProgressView(StaffView):
    """How far an issue has come, and the buttons that hold it, let it go on or stop it."""

    page_title = gettext_lazy("Sending an issue")
    template_name = "newsletter/staff/progress.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Where it stands."""
        if not self.issue.batch:
            return redirect("staff_newsletter_send", pk=pk)
        return self.show(batch=self.issue.batch, **part_of(self.issue, request.user))

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
        """Numbers and buttons alone."""
        if not self.issue.batch:
            raise Http404
        return render(request, "newsletter/staff/progress_part.html", part_of(self.issue, request.user))


def part_of(issue: IssuePage, user) -> dict:
    """What newsletter/staff/progress_part.html shows to somebody."""
    failed = issue.batch.mails.filter(state=OutgoingMail.State.FAILED)[:FAILED_SHOWN]
    may_send = user.has_perm("newsletter.send_issue")
    progress = progress_of(issue, timezone.now())
    if user.has_perm("core.view_outgoingmail"):
        progress["failed_url"] = reverse("staff_mail")
    return {"progress": progress, "failed": failed, "may_send": may_send}


def progress_of(issue: IssuePage, now: datetime) -> dict:
    """Numbers of an issue, the buttons that can do something, and where to ask again while something can still change."""
    batch, counts = issue.batch, issue.batch.counts()
    numbers = {name: counts[name] for name in ("total", "sent", "failed", "left")}
    sending = batch.state == MailBatch.State.SENDING
    running = sending and counts["left"]
    part = reverse("staff_newsletter_part", kwargs={"pk": issue.pk})
    return numbers | {
        "state": MailBatch.State.FINISHED.label if sending and not counts["left"] else batch.get_state_display(),
        "unsent": counts[OutgoingMail.State.CANCELLED] + counts[OutgoingMail.State.STALE],
        "rate": a_minute(counts["rate"], now - batch.created_at) if running else 0,
        "taken": lasting(batch.finished_at - batch.created_at) if batch.finished_at else "",
        "buttons": buttons_for(batch.state, counts["left"]),
        "refresh_url": part if batch.state in UNDER_WAY else "",
        "url": reverse("staff_newsletter_progress", kwargs={"pk": issue.pk}),
    }


def buttons_for(state: str, left: int) -> list[str]:
    """What a press could change; with nothing left to send, only a held issue can still go on, to its end."""
    if state == MailBatch.State.PAUSED:
        return ["resume", "cancel"] if left else ["resume"]
    return ["pause", "cancel"] if left and state in UNDER_WAY else []


def a_minute(sent: int, since: timedelta) -> int:
    """From what left in the last minute, or since the start, to a rate; nothing before it means anything."""
    return round(sent * RATE_WINDOW / min(since, RATE_WINDOW)) if since >= FEW_SECONDS else 0


def lasting(time: timedelta) -> str:
    """How long something took, in the two largest units."""
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    hours, rest = divmod(minutes, 60)
    if hours:
        return _("%(hours)d h %(minutes)d min") % {"hours": hours, "minutes": rest}
    return _("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}
