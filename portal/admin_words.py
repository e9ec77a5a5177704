"""The seam to words of Wagtail's that would stay in English: it looks them up as it starts, before anybody reads them."""

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.forms import TaskStateCommentForm
from wagtail.images.forms import ImageInsertionForm, URLGeneratorForm
from wagtail.sites.views import IndexView as SitesView
from wagtail.snippets.views.snippets import SnippetViewSet

CHOOSER_LABELS = ("choose_one_text", "choose_another_text", "edit_item_text", "search_tab_label", "create_action_label")
SITE_COLUMNS = {"site_name": gettext_lazy("Name"), "root_page": gettext_lazy("First page")}
FORMS = (ImageInsertionForm, URLGeneratorForm, TaskStateCommentForm)


def install() -> None:
    """Let these words be looked up when they are shown."""
    for name in CHOOSER_LABELS:
        setattr(ChooserViewSet, name, gettext_lazy(getattr(ChooserViewSet, name)))
    for form in FORMS:
        for field in form.base_fields.values():
            field.label = gettext_lazy(field.label)
    for column in SitesView.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    SnippetViewSet.breadcrumbs_items = WagtailAdminTemplateMixin.breadcrumbs_items
    WagtailPaginator.items_count_label = property(items_count_label)


def items_count_label(self: WagtailPaginator) -> str:
    """How many there are, as a label and a number: Welsh puts no plural behind a numeral."""
    return gettext("%(what)s: %(number)d") % {"what": capfirst(self.verbose_name_plural), "number": self.count}
