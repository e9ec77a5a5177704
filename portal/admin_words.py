"""The seam to words of Wagtail's that would stay in English: it looks them up as it starts, before anybody reads them."""

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.forms.choosers import (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
)
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.admin.views.reports.aging_pages import AgingPagesView
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.admin.views.reports.locked_pages import LockedPagesView
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.forms import TaskStateCommentForm
from wagtail.images.forms import ImageInsertionForm, URLGeneratorForm
from wagtail.sites.views import IndexView as SitesView
from wagtail.snippets.views.snippets import SnippetViewSet

from core.export import SafeExport

CHOOSER_LABELS = ("choose_one_text", "choose_another_text", "edit_item_text", "search_tab_label", "create_action_label")
SITE_COLUMNS = {"site_name": gettext_lazy("Name"), "root_page": gettext_lazy("First page")}
FORMS = (ImageInsertionForm, URLGeneratorForm, TaskStateCommentForm)
#: questions that have no label, and would be called by their name in the code
UNNAMED = {
    "email_address": gettext_lazy("Email address"),
    "link_text": gettext_lazy("Text of the link"),
    "subject": gettext_lazy("Subject"),
    "body": gettext_lazy("Text of the message"),
    "phone_number": gettext_lazy("Telephone number"),
    "page": gettext_lazy("Page"),
}
UNNAMED_IN = (
    AnchorLinkChooserForm,
    EmailLinkChooserForm,
    ExternalLinkChooserForm,
    PhoneLinkChooserForm,
    WorkflowPageForm,
)
#: a report → the name of its file, in both languages as those of our own lists
FILES = {
    AgingPagesView: "tudalennau-hen-aging-pages",
    LogEntriesView: "hanes-history",
    LockedPagesView: "tudalennau-wedi-cloi-locked-pages",
    PageTypesUsageReportView: "mathau-o-dudalen-page-types",
    WorkflowTasksView: "tasgau-tasks",
    WorkflowView: "llifau-gwaith-workflows",
}


def install() -> None:
    """Let these words be looked up when they are shown."""
    for name in CHOOSER_LABELS:
        setattr(ChooserViewSet, name, gettext_lazy(getattr(ChooserViewSet, name)))
    for form in FORMS:
        for field in form.base_fields.values():
            field.label = gettext_lazy(field.label)
    for form in UNNAMED_IN:
        for name, field in form.base_fields.items():
            field.label = field.label or UNNAMED[name]
    for column in SitesView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    for report, name in FILES.items():
        report.export_filename, report.get_filename = name, SpreadsheetExportMixin.get_filename
    SpreadsheetExportMixin.write_xlsx = SafeExport.write_xlsx
    SnippetViewSet.breadcrumbs_items = WagtailAdminTemplateMixin.breadcrumbs_items
    WagtailPaginator.items_count_label = property(items_count_label)


def items_count_label(self: WagtailPaginator) -> str:
    """How many there are, as a label and a number: Welsh puts no plural behind a numeral."""
    return gettext("%(what)s: %(number)d") % {"what": capfirst(self.verbose_name_plural), "number": self.count}
