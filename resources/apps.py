"""The resources app: lets its pages be found, and sees to it that files are read."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class ResourcesConfig(AppConfig):
    """The library: resources, case studies, files, topics."""

    name = "resources"
    verbose_name = _("Resources")

    def ready(self):
        from core import slots
        from core.models import Document
        from core.search_sync import keep_in_step
        from resources import handlers, highlights, records
        from resources.models import CaseStudyPage, Resource, ResourceFile, ResourcePage

        for model in (ResourcePage, CaseStudyPage):
            keep_in_step(model, records.KIND, records.make_record, name=_("Resource"), tone="teal")
        slots.highlights.register("resources", highlights.case_studies)
        slots.starting_points.register("resources", highlights.the_library)
        post_save.connect(handlers.facts_changed, sender=Resource, dispatch_uid="library facts")
        post_save.connect(handlers.file_changed, sender=ResourceFile, dispatch_uid="library file")
        post_delete.connect(handlers.file_gone, sender=ResourceFile, dispatch_uid="library file gone")
        post_save.connect(handlers.document_changed, sender=Document, dispatch_uid="library document")
