"""Every address of the admin × every role, generated from the address table; one that no rule names fails here."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupApprovalTask

from portal.models import StandardPage
from tests.portal.admin_world import ADDRESSES, POSTED, QUERIES, ROLES, STAFF, address

pytestmark = pytest.mark.sqlite_only  # permissions are the same on every database, and there are 2,000 cells

EVERYBODY, NOBODY, ADMIN = set(ROLES), set(), {"admin"}
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


def rule(name: str) -> set[str] | None:
    """Who may open an address."""
    return RULES.get(name, RULES.get(name.rpartition(":")[0]))


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
