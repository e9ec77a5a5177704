"""Every address of the admin × every role, generated from the address table; one that no rule names fails here."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
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

pytestmark = pytest.mark.sqlite_only  # permissions are the same on every database, and there are 2,000 cells

ROLES = ("stranger", "member", "editor", "event_officer", "membership_officer", "newsletter_officer", "admin")
EVERYBODY, NOBODY, ADMIN = set(ROLES), set(), {"admin"}
STAFF = set(ROLES[2:])
WRITERS = STAFF - {"membership_officer"}  # whoever writes pages
EDITOR, EVENTS = {"editor", "admin"}, {"event_officer", "admin"}
PEOPLE, NEWSLETTER = {"membership_officer", "admin"}, {"newsletter_officer", "admin"}
MAIL = STAFF - {"editor"}

#: a name, or else the namespace before its colon → who may open it; the pages, pictures and files are an editor's own
RULES = {
    "admin_login": NOBODY,  # leads to the account's door
    "page_actions": NOBODY,
    "wagtailadmin_home": STAFF,
    "wagtailadmin_error_test": STAFF,  # fails on purpose, for whoever looks after the server
    "wagtailadmin_explore_root": WRITERS,
    "wagtailadmin_explore": WRITERS,
    "wagtailadmin_explore_results": WRITERS,
    "wagtail_bulk_action": STAFF,  # a question; its answer is refused: see below
    "wagtailadmin_account": STAFF,
    "wagtailadmin_logout": EVERYBODY,  # signs out whoever is signed in, and leads home
    "wagtailadmin_dismissibles": STAFF,
    "wagtailadmin_block_preview": STAFF,  # made-up words in one of our blocks
    "wagtailadmin_sprite": EVERYBODY,  # drawings
    "wagtailadmin_javascript_catalog": EVERYBODY,  # words
    "wagtailadmin_login": NOBODY,
    "wagtailadmin_password_reset": NOBODY,
    "wagtailadmin_password_reset_done": NOBODY,
    "wagtailadmin_password_reset_confirm": NOBODY,
    "wagtailadmin_password_reset_complete": NOBODY,
    # What is to be linked to: titles and addresses of pages, pictures and files, which the whole staff may use.
    "wagtailadmin_choose_page": STAFF,
    "wagtailadmin_choose_page_child": STAFF,
    "wagtailadmin_choose_page_search": STAFF,
    "wagtailadmin_choose_page_chosen_multiple": STAFF,
    "wagtailadmin_choose_page_external_link": STAFF,
    "wagtailadmin_choose_page_email_link": STAFF,
    "wagtailadmin_choose_page_phone_link": STAFF,
    "wagtailadmin_choose_page_anchor_link": STAFF,
    "wagtailadmin_tag_autocomplete": STAFF,
    "wagtailadmin_tag_model_autocomplete": NOBODY,  # no model of ours has tags of its own
    "wagtailadmin_api:pages": STAFF,
    "wagtailadmin_api:pages:detail": EDITOR,
    "wagtailadmin_api:pages:find": WRITERS,
    "wagtailadmin_api:pages:action": NOBODY,  # a second way to publish: tests/portal/test_parity.py
    "wagtailadmin_api:documents": STAFF,
    "wagtailadmin_api:images": STAFF,
    "wagtailembeds": STAFF,
    "wagtailsnippetchoosers_resources_resource": STAFF,
    "wagtailsnippetchoosers_resources_resource:create": EDITOR,
    "wagtailsnippetchoosers_resources_topic": STAFF,
    "wagtailsnippetchoosers_resources_topic:create": EDITOR,
    "wagtaildocs_chooser": WRITERS,
    "wagtaildocs_chooser:choose": STAFF,  # empty for whoever may choose nothing
    "wagtaildocs_chooser:choose_results": STAFF,
    "wagtaildocs_chooser:chosen_multiple": STAFF,
    "wagtailimages_chooser": WRITERS,
    "wagtailimages_chooser:choose": STAFF,
    "wagtailimages_chooser:choose_results": STAFF,
    "wagtailimages_chooser:chosen_multiple": STAFF,
    # Pages
    "wagtailadmin_pages": EDITOR,
    "wagtailadmin_pages:type_use": WRITERS,  # of pages that they may see
    "wagtailadmin_pages:type_use_results": WRITERS,
    "wagtailadmin_pages:choose_parent": STAFF,  # among pages that they may add to
    "wagtailadmin_pages:search": WRITERS,
    "wagtailadmin_pages:search_results": WRITERS,
    "wagtailadmin_pages:convert_alias": NOBODY,  # there are none
    "wagtailadmin_pages:move_confirm": STAFF,  # a question; its answer is refused: see below
    "wagtailadmin_pages:workflow_action": ADMIN,  # whose turn it is
    "wagtailadmin_pages:collect_workflow_action_data": ADMIN,
    "wagtailadmin_pages:workflow_preview": ADMIN,
    "wagtailadmin_pages:confirm_workflow_cancellation": STAFF,  # words without a page
    "wagtailadmin_pages:lock": ADMIN,
    "wagtailadmin_pages:unlock": ADMIN,
    "wagtailadmin_editing_sessions": EDITOR,
    "wagtailadmin_editing_sessions:release": STAFF,  # does something to one's own alone
    "simple_translation": EDITOR,
    "simple_translation:submit_snippet_translation": NOBODY,  # our facts carry both languages
    "wagtailsettings": EDITOR,
    "wagtailsettings:preview_on_edit": NOBODY,
    # Pictures and files
    "wagtaildocs": EDITOR,
    "wagtaildocs:index": WRITERS,
    "wagtaildocs:index_results": WRITERS,
    "wagtaildocs:add": WRITERS,
    "wagtaildocs:add_multiple": WRITERS,
    "wagtaildocs:create_multiple_from_uploaded_document": ADMIN,  # what oneself has begun
    "wagtaildocs:delete_upload_multiple": ADMIN,
    "wagtaildocs_serve": STAFF,  # a file that belongs to no resource
    "wagtaildocs_authenticate_with_password": NOBODY,
    "wagtailimages": EDITOR,
    "wagtailimages:index": WRITERS,
    "wagtailimages:index_results": WRITERS,
    "wagtailimages:add": WRITERS,
    "wagtailimages:add_multiple": WRITERS,
    "wagtailimages:url_generator": NOBODY,  # we serve no pictures in sizes that an address asks for
    "wagtailimages:url_generator_output": NOBODY,
    "wagtailimages:create_multiple_from_uploaded_image": ADMIN,
    "wagtailimages:delete_upload_multiple": ADMIN,
    "wagtailsnippets": NOBODY,  # our snippets are in the menu
    # The rooms
    "wagtailsnippets_resources_resource": EDITOR,
    "wagtailsnippets_resources_topic": EDITOR,
    "staff_add_resource_page": EDITOR,
    "events": EVENTS,
    "events:delete": NOBODY,
    "dates": EVENTS,
    "dates:delete": NOBODY,
    "staff_add_event_page": EVENTS | EDITOR,
    "staff_cancel_booking": EVENTS,
    "staff_cancel_date": EVENTS,
    "bookings": NOBODY,  # people book; staff look, and cancel by an action
    "bookings:index": EVENTS,
    "bookings:index_results": EVENTS,
    "bookings:inspect": EVENTS,
    "waiting_list": NOBODY,
    "waiting_list:index": EVENTS,
    "waiting_list:index_results": EVENTS,
    "waiting_list:inspect": EVENTS,
    "changes": NOBODY,
    "changes:index": EVENTS,
    "changes:index_results": EVENTS,
    "changes:inspect": EVENTS,
    "memberships": PEOPLE,
    "memberships:add": NOBODY,  # joining is the only way in
    "memberships:delete": NOBODY,
    "organisations": PEOPLE,
    "organisations:delete": ADMIN,
    "staff_newsletter": NEWSLETTER,
    "staff_newsletter_send": NEWSLETTER,
    "staff_newsletter_check": NEWSLETTER,
    "staff_newsletter_email": NEWSLETTER,
    "staff_newsletter_email_frame": NEWSLETTER,
    "staff_newsletter_progress": NEWSLETTER,
    "staff_newsletter_part": NEWSLETTER,
    # Two languages: whoever may edit a page sees how it stands
    "staff_parity": WRITERS,
    "staff_parity_checked": EDITOR,
    "staff_parity_publish": EDITOR,
    "staff_parity_words": EDITOR,
    "staff_parity_words_file": EDITOR,
    "staff_mail": MAIL,  # each its own rooms' rows: tests/portal/test_addresses.py
    # Reports: rows of pages and facts that they may see
    "wagtailadmin_reports": WRITERS,
    "wagtailadmin_reports:locked_pages": ADMIN,
    "wagtailadmin_reports:locked_pages_results": ADMIN,
    "wagtailadmin_reports:site_history": STAFF,
    "wagtailadmin_reports:site_history_results": STAFF,
    # The portal itself
    "wagtailadmin_collections": ADMIN,
    "wagtailadmin_workflows": ADMIN,
    "wagtailadmin_workflows:task_chooser": STAFF,  # names of tasks
    "wagtailadmin_workflows:task_chooser_results": STAFF,
    "wagtailadmin_workflows:task_chooser_create": STAFF,  # a form; what it says is refused: see below
    "wagtailadmin_workflows:task_chosen": STAFF,
    "wagtailsites": ADMIN,
    "wagtailusers_users": ADMIN,
    "wagtailusers_users:delete": NOBODY,  # people leave; nobody deletes them
    "wagtailusers_groups": ADMIN,
}
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


def rule(name: str) -> set[str] | None:
    """Who may open an address."""
    return RULES.get(name, RULES.get(name.rpartition(":")[0]))


@pytest.fixture
def world(site, settings, tmp_path) -> World:
    """Made through the rooms' own actions."""
    settings.MEDIA_ROOT = str(tmp_path)
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


def opens(client, answer) -> bool:
    """Whether somebody came in, perhaps led on to somewhere else in the admin."""
    while answer.status_code in (301, 302):
        path = urlsplit(answer.url).path
        # Refused: the door, the first screen with a sentence, or an address of the site, where nothing is found.
        if "/login/" in path or path == "/cms/" or re.match(r"/(cy|en)/(cms|documents)/", path):
            return False
        if not path.startswith("/cms/"):
            return True
        answer = client.get(answer.url)
    return answer.status_code not in (403, 404)


def test_every_address_of_the_admin_has_a_rule():
    """Neither more nor fewer."""
    names = {name for name, _route in ADDRESSES}
    spaces = {name.rpartition(":")[0] for name in names}
    assert {name for name in names if rule(name) is None} == set()
    assert set(RULES) | POSTED | set(QUERIES) <= names | spaces


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_its_rules_say(client, world, role):
    """Cell by cell: strangers and members nothing, officers their own rooms, administrators the rest."""
    client.raise_request_exception = False
    if role != "stranger":
        client.force_login(world.people[role])
    wrong, last = [], "wagtailadmin_logout"
    for name, route in sorted(ADDRESSES, key=lambda pair: (pair[0] in POSTED, pair[0] == last)):
        url = address(world, name, route)
        answer = client.post(url, headers={"X-Requested-With": "XMLHttpRequest"}) if name in POSTED else client.get(url)
        if opens(client, answer) != (role in rule(name)):
            wrong.append(f"{name} {url}: {answer.status_code} {answer.get('Location', '')}")
    assert not wrong


@pytest.mark.parametrize("role", sorted(STAFF - EDITOR))
def test_a_question_that_anybody_may_see_is_not_answered_for_them(client, world, role):
    """Moving a page, unpublishing ticked pages, making a task: the form may be seen, what is sent with it is refused."""
    client.force_login(world.people[role])
    page, elsewhere = world.words["page_id"], world.words["destination_id"]
    moved = client.post(reverse("wagtailadmin_pages:move_confirm", args=[page, elsewhere]))
    assert not opens(client, moved)
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"]) + f"?id={page}")
    assert StandardPage.objects.get(pk=page).live
    made = client.post(
        reverse("wagtailadmin_workflows:task_chooser_create") + "?task_type=wagtailcore.groupapprovaltask",
        {"name": "Sly", "groups": [Group.objects.earliest("pk").pk]},
    )
    assert not opens(client, made) or not GroupApprovalTask.objects.filter(name="Sly").exists()
