"""The staff's screens of two languages: the board, the page that explains a refusal, and words for a translator."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header, url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Locale, Page

from core.errors import Refused
from core.i18n import LANGUAGES, other_language
from portal.models import LanguageRecord
from portal.parity import actions, files, gate, states
from portal.parity.forms import ReasonForm, WordsForm

PAIRS_A_PAGE = 50


@method_decorator(never_cache, name="dispatch")
class ParityView(WagtailAdminTemplateMixin, View):
    """A screen about the two languages of a page that somebody may edit, or may edit the twin of."""

    header_icon = "globe"
    verb = "can_edit"

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Only for whoever may do this to the page."""
        if not states.may_see(request.user):
            raise PermissionDenied
        if "pk" in kwargs:
            self.page = get_object_or_404(Page.objects.select_related("locale"), pk=kwargs["pk"], depth__gt=1).specific
            self.twin = gate.twin_of(self.page)
            if not self.may():
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may(self) -> bool:
        """Whether this person may do this to the page."""
        return getattr(self.page.permissions_for_user(self.request.user), self.verb)()

    def get_breadcrumbs_items(self):
        """The way back."""
        board = {"url": reverse("staff_parity"), "label": BoardView.page_title}
        return [*super().get_breadcrumbs_items(), board, {"url": "", "label": self.get_page_title()}]

    def show(self, **context) -> HttpResponse:
        """The screen, with the pages it is about and what this person may do next."""
        language = self.page.locale.language_code
        context |= {
            "page": self.page,
            "twin": self.twin,
            "language": language,
            "other": other_language(language),
            "locale_id": Locale.objects.get(language_code=other_language(language)).pk,
            "may_begin": self.twin is None and self.request.user.has_perm("simple_translation.submit_translation"),
        }
        return self.render_to_response(self.get_context_data(**context))


class BoardView(ParityView):
    """Every page in both languages, and how it stands in each."""

    page_title = gettext_lazy("Two languages")
    template_name = "portal/staff/parity.html"

    def get_breadcrumbs_items(self):
        """The way back."""
        return [*WagtailAdminTemplateMixin.get_breadcrumbs_items(self), {"url": "", "label": self.page_title}]

    def get(self, request: HttpRequest) -> HttpResponse:
        """The board, or the part of it that was asked for."""
        asked = {name: request.GET.get(name, "").strip() for name in ("state", "kind", "language")}
        query, rows = request.GET.get("q", "").strip(), states.rows_for(request.user)
        found, numbers = states.chosen(rows, **asked, query=query), states.counts(rows)
        context = {
            "pairs": Paginator(found, PAIRS_A_PAGE).get_page(request.GET.get("page")),
            "counts": [(state, state.label, numbers[state]) for state in states.State],
            "kinds": sorted({(row.kind_code, row.kind) for row in rows}, key=lambda kind: kind[1]),
            "languages": LANGUAGES,
            "asked": asked | {"q": query},
            "may_begin": request.user.has_perm("simple_translation.submit_translation"),
        }
        return self.render_to_response(self.get_context_data(**context))


class CheckedView(ParityView):
    """A press of "mark as checked"."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Mark it, and go back to where it was pressed."""
        seen = request.POST.get("seen", "")
        try:
            actions.mark_checked(
                page=self.page, by=request.user, now=timezone.now(), seen=int(seen) if seen.isdecimal() else None
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            words = _("Marked as checked: %(title)s")
            messages.success(request, words % {"title": self.page.get_admin_display_title()})
        back = request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
        return redirect(back if is_ours else "staff_parity")


class PublishView(ParityView):
    """Why a page did not go live, what to do about it, and the way to publish it in one language for a reason."""

    page_title = gettext_lazy("Publish in both languages")
    template_name = "portal/staff/parity_publish.html"
    verb = "can_publish"

    def refusal(self) -> gate.NotReady | None:
        """Why it may not go live now."""
        try:
            gate.going_live(gate.newest(self.page), by=self.request.user)
        except gate.NotReady as refusal:
            return refusal
        return None

    def get(self, request: HttpRequest, pk: int, form: ReasonForm | None = None) -> HttpResponse:
        """What stands in the way."""
        known = LanguageRecord.of(self.page).alone_reason
        form = form or ReasonForm(initial={"reason": known}, language=self.page.locale.language_code)
        return self.show(refusal=self.refusal(), form=form, known=known)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publish it alone, for the reason that was given."""
        form = ReasonForm(request.POST, language=self.page.locale.language_code)
        if not form.is_valid():
            return self.get(request, pk, form)
        try:
            actions.publish_alone(
                page=self.page, reason=form.cleaned_data["reason"], by=request.user, now=timezone.now()
            )
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("staff_parity_publish", pk=pk)
        if Page.objects.get(pk=pk).live:
            sentences = {"cy": _("Published in Welsh only: %(title)s"), "en": _("Published in English only: %(title)s")}
            words = sentences[self.page.locale.language_code]
        else:
            words = _("It will go live at its hour: %(title)s")
        messages.success(request, words % {"title": self.page.title})
        return redirect("staff_parity")


class WordsView(ParityView):
    """The words of a page as a file for a translator, and the place to bring it back."""

    page_title = gettext_lazy("Words for a translator")
    template_name = "portal/staff/parity_words.html"

    def may(self) -> bool:
        """Whoever may edit either language may see the words."""
        pages = [page for page in (self.page, self.twin) if page]
        return any(page.permissions_for_user(self.request.user).can_edit() for page in pages)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Both steps."""
        return self.show(form=WordsForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Take a file, and say what became of each text."""
        form = WordsForm(request.POST, request.FILES)
        if self.twin is None or not form.is_valid():
            return self.show(form=form)
        try:
            revision, lines = actions.take_words(
                source=self.page,
                target=self.twin,
                content=form.cleaned_data["file"].read(files.MOST_BYTES + 1),
                by=request.user,
                is_machine=form.cleaned_data["is_machine"],
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
            return self.show(form=form)
        return self.show(form=WordsForm(), revision=revision, lines=lines)


class WordsFileView(WordsView):
    """The file itself."""

    http_method_names = ("get", "head", "options")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The words of the page, to be translated into the other language."""
        language = other_language(self.page.locale.language_code)
        content = files.to_file(source=self.page, target=self.twin, language=language)
        response = HttpResponse(content, content_type="text/x-gettext-translation; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(True, f"{self.page.slug}-{language}.po")
        return response
