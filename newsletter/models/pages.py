"""The archive and its issues: words, one page per language."""

from csp.decorators import csp_replace
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.models import BasePage, MailBatch
from core.models.pages import everybody_may_read
from newsletter.blocks import issue_blocks

ISSUES_A_PAGE = 20


class IssueIndexPage(BasePage):
    """The archive: every issue, newest first."""

    subpage_types = ["newsletter.IssuePage"]

    class Meta:
        verbose_name = _("newsletter archive")
        verbose_name_plural = _("newsletter archives")

    def issues(self):
        """The issues in this page's language that everybody may read, newest first."""
        return IssuePage.objects.child_of(self).filter(everybody_may_read()).order_by("-first_published_at", "-id")

    def get_context(self, request, *args, **kwargs):
        """The issues for the template, a page at a time."""
        issues = Paginator(self.issues(), ISSUES_A_PAGE).get_page(request.GET.get("page"))
        return super().get_context(request, *args, **kwargs) | {"issues": issues}


class IssuePage(BasePage):
    """One issue in one language; the two pages that share a translation key are the issue."""

    body = StreamField(issue_blocks(), verbose_name=_("body"))

    parent_page_types = ["newsletter.IssueIndexPage"]
    subpage_types = []
    content_panels = [*Page.content_panels, FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        permissions = [("send_issue", _("Can send an issue to its readers"))]

    @property
    def batch_key(self) -> str:
        """The key of the bulk message both languages share: an issue is sent once."""
        return f"newsletter:{self.translation_key}"

    @cached_property
    def batch(self) -> MailBatch | None:
        """The bulk message of this issue, once it was sent."""
        return MailBatch.objects.filter(key=self.batch_key).first()

    def versions(self) -> dict[str, "IssuePage"]:
        """The pages of this issue by language, drafts included, Welsh first."""
        pages = {
            page.locale.language_code: page for page in self.get_translations(inclusive=True).select_related("locale")
        }
        return {code: pages[code] for code, _name in settings.LANGUAGES if code in pages}

    @property
    def preview_modes(self):
        """How an editor can look at an issue before it is sent."""
        return [
            ("web", _("Web page")),
            ("email", _("Email")),
            ("email_both", _("Email in both languages")),
            ("text", _("Email as plain text")),
        ]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """This issue as a web page, as an email or as the email's plain text."""
        from newsletter.writing import preview

        if mode_name == "web":
            return super().serve_preview(request, "")
        words = preview(self, both=mode_name == "email_both")
        if mode_name == "text":
            return HttpResponse(words.text, content_type="text/plain; charset=utf-8")
        return _as_mail(request, words.html)


# Mail programs know inline styles alone, so the frame that shows a mail has to allow them.
@csp_replace({"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "img-src": ["'self'", "data:"]})
def _as_mail(request: HttpRequest, html: str) -> HttpResponse:
    return HttpResponse(html)
