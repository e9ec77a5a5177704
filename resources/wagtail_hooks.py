"""Staff screens of the library: facts with their files and figures, topics."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.fact_pages import PagesPanel, in_words
from core.viewsets import ticks
from resources import actions, documents
from resources.models import Resource, Topic
from resources.models.file import Reading
from resources.staff_pages import PAGES, AddResourcePageView, ResourceAddView


def _pages(resource: Resource) -> str:
    return in_words([*resource.resourcepage_set.all(), *resource.casestudypage_set.all()])


class ResourceFilters(WagtailFilterSet):
    """Narrow the list of resources."""

    files__state = ticks("files__state", _("Words inside the files"), Reading.choices)

    class Meta:
        model = Resource
        fields = ["kind", "region", "licence", "members_only", "files__state"]


class ResourceViewSet(SnippetViewSet):
    """The facts of resources."""

    model = Resource
    icon = "doc-full"
    menu_label = _("Resources")
    add_view_class = ResourceAddView
    list_display = [
        "name",
        "kind",
        "members_only",
        "files_in_words",
        Column("pages", accessor=_pages, label=_("Pages")),
    ]
    filterset_class = ResourceFilters
    search_backend_name = None  # lists ask the column; the backend's index on SQLite knows no columns by name
    search_fields = ["name"]
    panels = [
        PagesPanel(PAGES, "all_pages", heading=_("Pages")),
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("members_only"),
        InlinePanel(
            "files",
            [
                FieldRowPanel([FieldPanel("document"), FieldPanel("language")]),
                FieldRowPanel([FieldPanel("state", read_only=True), FieldPanel("trouble", read_only=True)]),
            ],
            heading=_("Files"),
            label=_("File"),
        ),
        FieldRowPanel([FieldPanel("link_cy"), FieldPanel("link_en")]),
        MultiFieldPanel(
            [FieldPanel("principles"), FieldPanel("topics"), FieldPanel("problem_types"), FieldPanel("spectrum")],
            heading=_("What it is about"),
        ),
        FieldRowPanel([FieldPanel("region"), FieldPanel("licence"), FieldPanel("year")]),
        InlinePanel(
            "figures",
            [
                FieldRowPanel([FieldPanel("label_cy"), FieldPanel("label_en")]),
                FieldRowPanel([FieldPanel("before"), FieldPanel("after")]),
                FieldRowPanel([FieldPanel("unit_cy"), FieldPanel("unit_en")]),
                FieldPanel("source"),
            ],
            heading=_("Figures of a case study"),
            label=_("Figure"),
        ),
    ]

    def get_queryset(self, request):
        """With the files and the pages, for their state in the list."""
        return Resource.objects.prefetch_related("files", "resourcepage_set__locale", "casestudypage_set__locale")


class TopicViewSet(SnippetViewSet):
    """What resources are about."""

    model = Topic
    icon = "tag"
    menu_label = _("Topics")
    list_display = ["name_cy", "name_en", "slug"]
    search_fields = ["name_cy", "name_en"]
    panels = [FieldRowPanel([FieldPanel("name_cy"), FieldPanel("name_en")]), FieldPanel("slug")]


class LibraryViewSetGroup(SnippetViewSetGroup):
    """The library in the menu."""

    items = (ResourceViewSet, TopicViewSet)
    menu_label = _("Library")
    menu_icon = "doc-full-inverse"
    menu_order = 210


register_snippet(LibraryViewSetGroup)


@hooks.register("register_admin_urls")
def page_urls():
    """Where pages of resources are begun."""
    return [
        path("resources/<int:pk>/page/<str:language>/", AddResourcePageView.as_view(), name="staff_add_resource_page")
    ]


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def let_search_know(request, instance):
    """When the form is saved with its files, topics and figures, the entries of both pages follow."""
    if isinstance(instance, Resource):
        actions.refresh(instance)
    if isinstance(instance, Topic):
        for resource in instance.resources.all():
            actions.refresh(resource)


@hooks.register("before_delete_snippet")
def remember_whose_topic_goes(request, instances):
    """Which resources have a topic that is deleted; afterwards nobody knows."""
    going = [topic.pk for topic in instances if isinstance(topic, Topic)]
    request.without_topic = list(Resource.objects.filter(topics__in=going).distinct()) if going else []


@hooks.register("after_delete_snippet")
def let_search_forget_a_topic(request, instances):
    """The entries of those resources follow."""
    for resource in request.without_topic:
        actions.refresh(resource)


hooks.register("before_serve_document", documents.serve_or_refuse)
