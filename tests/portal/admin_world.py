"""Every address of the admin, and one of each thing that it can be about."""

import re
from dataclasses import dataclass, field

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.urls import get_resolver, reverse
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection, GroupApprovalTask, UploadedFile, Workflow, WorkflowTask

from core.models import Document, Image, Navigation
from events.models import Change
from newsletter.actions import send_issue
from portal.models import StandardPage
from resources.models import Topic
from tests.events import factories as events
from tests.factories import organisation, person, staff
from tests.newsletter import factories as newsletter
from tests.resources import factories as library

ROLES = ("stranger", "member", "editor", "event_officer", "membership_officer", "newsletter_officer", "admin")
STAFF = set(ROLES[2:])
#: addresses that answer to POST alone
POSTED = {
    "wagtailadmin_pages:set_page_position",
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:unlock",
    "wagtailadmin_workflows:enable",
    "wagtailadmin_workflows:remove",
    "wagtailadmin_workflows:enable_task",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtaildocs:edit_multiple",
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs:delete_multiple",
    "wagtaildocs:delete_upload_multiple",
    "wagtailimages:edit_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_multiple",
    "wagtailimages:delete_upload_multiple",
    "wagtailadmin_logout",
    "staff_parity_checked",
}
QUERIES = {
    "wagtail_bulk_action": "?id={page_id}",
    "wagtailadmin_api:pages:find": "?html_path=/",
    "wagtailadmin_api:documents:find": "?id={document_id}",
    "wagtailadmin_api:images:find": "?id={image_id}",
    "wagtailadmin_block_preview": "?id={block_id}",
}


@dataclass
class World:
    """One of each thing that an address can be about, and somebody of each role."""

    people: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)  # an argument's name → its value
    keys: dict = field(default_factory=dict)  # a namespace or name → what `pk` is there
    own: dict = field(default_factory=dict)  # a name → the words that it alone has


def addresses(patterns, route="", names=()):
    """Name and pattern of every named address."""
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, here, (*names, *filter(None, [pattern.namespace])))
        elif pattern.name:
            yield ":".join((*names, pattern.name)), here


ADDRESSES = [
    (n, r) for n, r in addresses(get_resolver().url_patterns) if r.lstrip("^").startswith(("cms/", "documents/"))
]


def make(site) -> World:
    """Made through the rooms' own actions."""
    made = World(people={"member": person()} | {role: staff(role) for role in STAFF})
    _pages(made, site)
    _media(made)
    _rooms(made)
    return made


def _pages(world: World, site) -> None:
    admin = world.people["admin"]
    page = site.home["cy"].add_child(instance=StandardPage(title="Crëyr", slug="creyr", summary="Am aderyn.", body=[]))
    waiting = site.home["cy"].add_child(
        instance=StandardPage(title="Drudwy", slug="drudwy", summary="Aderyn.", body=[])
    )
    revision, workflow = page.save_revision(user=admin), Workflow.objects.create(name="Ail bâr o lygaid")
    task = GroupApprovalTask.objects.create(name="Darllen")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    waiting.save_revision()
    begun = workflow.start(waiting, admin)
    session = EditingSession.objects.create(user=admin, content_object=page, last_seen_at=timezone.now())
    world.words |= {
        "page_id": page.pk,
        "page_to_move_id": page.pk,
        "page_pk": page.pk,
        "parent_page_id": site.home["cy"].pk,
        "destination_id": site.home["cy"].pk,
        "revision_id": revision.pk,
        "revision_id_a": "live",
        "revision_id_b": revision.pk,
        "workflow_pk": workflow.pk,
        "workflow_state_id": begun.pk,
        "task_id": task.pk,
        "task_state_id": begun.current_task_state_id,
        "session_id": session.pk,
        "object_id": page.pk,
        "content_type_app_name": "portal",
        "content_type_model_name": "standardpage",
        "app_label": "portal",
        "app_name": "core",
        "model_name": "standardpage",
        "action_name": "approve",
        "action": "publish",
        "block_id": StandardPage._meta.get_field("body").stream_block.child_blocks["text"].definition_prefix,
    }
    turn = {"page_id": waiting.pk}
    world.own |= {
        "wagtailadmin_pages:workflow_action": turn,
        "wagtailadmin_pages:collect_workflow_action_data": turn,
        "wagtailadmin_pages:workflow_preview": turn,
        "wagtailadmin_pages:workflow_history_detail": turn,
        "wagtailsettings:edit": {"model_name": "navigation"},
        "wagtailsettings:preview_on_edit": {"model_name": "navigation"},
        "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page"},
        "wagtailadmin_workflows:add_task": {"app_label": "wagtailcore", "model_name": "groupapprovaltask"},
    }
    world.keys |= {
        "page_actions": page.pk,
        "wagtailadmin_api:pages": page.pk,
        "wagtailadmin_pages": page.pk,
        "wagtailadmin_workflows": workflow.pk,
        "wagtailadmin_workflows:edit_task": task.pk,
        "wagtailadmin_workflows:disable_task": task.pk,
        "wagtailadmin_workflows:enable_task": task.pk,
        "wagtailsites": site.site.pk,
        "wagtailsettings": Navigation.load().pk,
        "simple_translation": page.pk,
        "staff_parity_checked": page.pk,
        "staff_parity_publish": page.pk,
        "staff_parity_words": page.pk,
        "staff_parity_words_file": page.pk,
    }


def _media(world: World) -> None:
    paper = Document(title="Papur", language="cy", uploaded_by_user=world.people["admin"])
    paper.file.save("papur.txt", ContentFile(b"papur"))
    picture = Image.objects.create(title="Llun", file=get_test_image_file())
    collection = Collection.get_first_root_node().add_child(name="Llyfrau")
    begun = {
        model: UploadedFile.objects.create(
            file=ContentFile(b"papur", name="begun.txt"),
            uploaded_by_user=world.people["admin"],
            for_content_type=ContentType.objects.get_for_model(model),
        ).pk
        for model in (Document, Image)
    }
    world.words |= {
        "document_id": paper.pk,
        "doc_id": paper.pk,
        "image_id": picture.pk,
        "uploaded_file_id": begun[Document],
        "collection_id": collection.pk,
        "filter_spec": "original",
        "file": f"{paper.pk}/papur.txt",
        "restriction_id": 999_999,
    }
    world.own |= {
        "wagtailimages:create_multiple_from_uploaded_image": {"uploaded_file_id": begun[Image]},
        "wagtailimages:delete_upload_multiple": {"uploaded_file_id": begun[Image]},
    }
    world.keys |= {
        "wagtailadmin_api:documents": paper.pk,
        "wagtailadmin_api:images": picture.pk,
        "wagtaildocs_chooser": paper.pk,
        "wagtailimages_chooser": picture.pk,
        "wagtailadmin_collections": collection.pk,
    }


def _rooms(world: World) -> None:
    full = events.date(capacity=1)
    booking, entry = events.book(full), events.wait(full)
    resource = library.resource(by=world.people["admin"])
    topic = Topic.objects.create(name_cy="Adar", name_en="Birds", slug="birds")
    issue = newsletter.issue()["cy"]
    newsletter.reader()
    send_issue(issue_page=issue, by=world.people["admin"], now=timezone.now())
    world.keys |= {
        "events": full.event.pk,
        "staff_add_event_page": full.event.pk,
        "dates": full.pk,
        "staff_cancel_date": full.pk,
        "bookings": booking.pk,
        "staff_cancel_booking": booking.pk,
        "waiting_list": entry.pk,
        "changes": Change.objects.earliest("pk").pk,
        "memberships": world.people["member"].memberships.get().pk,
        "organisations": organisation().pk,
        "wagtailusers_users": world.people["member"].pk,
        "wagtailusers_groups": Group.objects.earliest("pk").pk,
        "wagtailsnippets_resources_resource": resource.pk,
        "wagtailsnippetchoosers_resources_resource": resource.pk,
        "wagtailsnippets_resources_topic": topic.pk,
        "wagtailsnippetchoosers_resources_topic": topic.pk,
        "staff_add_resource_page": resource.pk,
        "staff_newsletter": issue.pk,
    }
    world.words |= {"language": "cy", "uidb64": "x", "token": "x"}


def address(world: World, name: str, route: str) -> str:
    """An address about things that are there."""
    if name == "wagtaildocs_serve":
        return f"/documents/{world.words['file']}"
    words = world.words | world.own.get(name, {})
    room = "staff_newsletter" if name.startswith("staff_newsletter") else name.rpartition(":")[0]
    words["pk"] = world.keys.get(name, world.keys.get(room))
    asked = {word: words[word] for word in re.findall(r"<(?:\w+:)?(\w+)>", route)}
    return reverse(name, kwargs=asked) + QUERIES.get(name, "").format(**world.words)
