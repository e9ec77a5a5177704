"""The staff page of mail: what failed, in the server's words, and a button that sends it again. It shows no message's text."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from core import actions
from core.errors import Refused
from core.models import OutgoingMail
from core.slots import email_names

ROWS_A_PAGE = 50
#: all that the page may know of a row: never its words, its links or its files
SHOWN = (
    "id",
    "to",
    "to_name",
    "template",
    "language",
    "state",
    "tries",
    "uncertain",
    "fault",
    "last_error",
    "created_at",
    "batch",
)


def may_see(user) -> bool:
    """Whether somebody's role shows them the page."""
    return user.has_perm("core.view_outgoingmail")


@method_decorator(never_cache, name="dispatch")
class MailView(WagtailAdminTemplateMixin, View):
    """Messages by state, those that failed first; ticked ones or all that are listed can be sent again."""

    page_title = gettext_lazy("Mail")
    header_icon = "mail"
    template_name = "core/mail.html"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Only for roles that look after mail."""
        if not may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """The way back."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def chosen(self) -> tuple[str, str, QuerySet]:
        """The state and the address asked for, and the rows that fit."""
        states = OutgoingMail.State
        state = self.request.GET.get("state", states.FAILED)
        to = self.request.GET.get("to", "").strip()
        rows = OutgoingMail.objects.visible_to(self.request.user)
        rows = rows.filter(state=state) if state in states.values else rows
        return state, to, rows.filter(to__icontains=to) if to else rows

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        state, to, rows = self.chosen()
        rows = rows.select_related("batch").only(*SHOWN, "batch__title").order_by("-created_at", "-id")
        page, names = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page")), email_names.all()
        for row in page:
            row.called = names.get(row.template, _("Message"))
        context = {
            "page": page,
            "states": OutgoingMail.State.choices,
            "state": state,
            "to": to,
            "waiting": OutgoingMail.objects.visible_to(request.user).waiting(),
            "may_retry": request.user.has_perm("core.change_outgoingmail"),
        }
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Send one row again, or the ticked ones, or all that are listed."""
        _state, _to, rows = self.chosen()
        if "all" not in request.POST:
            ticked = request.POST.getlist("one") or request.POST.getlist("mail")
            rows = rows.filter(pk__in=[pk for pk in ticked if pk.isdecimal()])
        try:
            number = actions.retry_mail(mails=rows.only("pk"), by=request.user, now=timezone.now())
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            words = _("Messages that will be sent again: %(number)d")
            messages.success(request, words % {"number": number})
        return redirect(request.get_full_path())
