"""Every address has a stated rule; a stranger and each role meet it. A new address without a rule fails here."""

import re

import pytest
from django.urls import get_resolver, reverse

from core.models import OutgoingMail
from tests.factories import person, staff

#: who may open it: anybody; somebody signed in; whoever holds the secret of the link; one stage of a journey
OPEN, SIGNED_IN, SECRET, JOURNEY = "anybody", "signed in", "secret", "journey"
RULES = {
    "choose_language": OPEN,
    "healthz": OPEN,
    "readyz": OPEN,
    "icon": OPEN,
    "robots": OPEN,
    "sharing_picture": OPEN,  # of pages that everybody may read: tests/portal/test_sharing.py
    "sitemap_index": OPEN,
    "site_map": OPEN,
    "xml_sitemap": OPEN,
    "page_actions": SECRET,  # nobody's: tests/portal/test_parity.py
    "picture": OPEN,  # sizes of pictures, which Wagtail names by chance
    "sent_mail": OPEN,  # in development alone
    "one_mail": OPEN,
    "mail_frame": OPEN,
    "styleguide": OPEN,
    "join": OPEN,
    "join_name": SIGNED_IN,
    "join_here_as": SIGNED_IN,
    "join_region": SIGNED_IN,
    "join_language": SIGNED_IN,
    "join_principles": SIGNED_IN,
    "join_welcome": SIGNED_IN,
    "account_home": SIGNED_IN,
    "account_details": SIGNED_IN,
    "account_details_change": SIGNED_IN,
    "my_data": SIGNED_IN,
    "my_data_everything": SIGNED_IN,
    "my_data_download": SIGNED_IN,
    "my_data_leave": SIGNED_IN,
    "my_data_erase": SIGNED_IN,
    "my_data_erased": OPEN,
    "account_organisations": SIGNED_IN,
    "organisation_own": SIGNED_IN,  # of one's own organisations: tests/members/test_organisations.py
    "organisation_press": SIGNED_IN,
    "organisation_leave": SIGNED_IN,
    "organisation_person": SIGNED_IN,
    "organisation_hand_over": SIGNED_IN,
    "organisation_join": SIGNED_IN,
    "organisation_ask": SIGNED_IN,
    "organisation_invite": SIGNED_IN,
    "organisation_invitation": SECRET,
    "sign_in_with_password": OPEN,
    "event_book": OPEN,
    "event_book_check": OPEN,
    "event_book_people": OPEN,
    "event_book_booked": OPEN,
    "event_book_waiting": OPEN,
    "event_calendar": OPEN,
    "booking": SECRET,
    "booking_cancel": SECRET,
    "waiting": SECRET,
    "waiting_leave": SECRET,
    "offer": SECRET,
    "offer_accept": SECRET,
    "resource_file": SECRET,  # open files to anybody, members' files to members: tests/resources
    "linked_document": SECRET,
    "newsletter_subscribe": OPEN,
    "newsletter_asked": OPEN,
    "newsletter_confirm": SECRET,
    "newsletter_confirmed": OPEN,
    "newsletter_unsubscribe": SECRET,
    "newsletter_come_back": SECRET,
    "site_search": OPEN,
    "account_login": OPEN,
    "account_logout": JOURNEY,
    "account_inactive": OPEN,
    "account_signup": OPEN,
    "account_request_login_code": OPEN,
    "account_reauthenticate": SIGNED_IN,
    "account_email": SIGNED_IN,
    "account_email_verification_sent": JOURNEY,
    "account_change_password": SIGNED_IN,
    "account_set_password": SIGNED_IN,
    "account_reset_password": OPEN,
    "account_confirm_login_code": JOURNEY,
    "account_confirm_password_reset_code": JOURNEY,
    "account_complete_password_reset": JOURNEY,
    "account_password_reset_completed": JOURNEY,
    "mail_choices": SIGNED_IN,
    "contact_preference": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_authenticate": JOURNEY,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_login_webauthn": JOURNEY,
    "wagtailcore_authenticate_with_password": SECRET,
    "admin_login": OPEN,  # leads to the account's door
    "wagtailcore_login": OPEN,
    "one_language": OPEN,  # of pages that the asker may read: tests/portal/test_parity.py
    "wagtail_serve": OPEN,  # live pages; restrictions are Wagtail's and tests/resources'
}
ELSEWHERE = ("cms/", "documents/")  # tests/portal/test_staff_addresses.py
BAD = {"token": "forged", "key": "forged", "pk": 999_999, "name": "x", "question": "name", "person": 999_999}
BAD |= {"about": "999999", "version": "forged"}
BAD |= {"path": "images/none.png", "page_view_restriction_id": 999_999, "page_id": 999_999}
ROLES = ("editor", "event_officer", "membership_officer", "newsletter_officer", "admin")


def addresses(patterns, prefix=""):
    """Name and arguments of every address that is not a library's own area."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith(ELSEWHERE) and hasattr(pattern, "url_patterns"):
            continue
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, route)
        elif pattern.name:
            yield pattern.name, re.findall(r"<(?:\w+:)?(\w+)>", route)


#: name → the names of its arguments
NAMED = dict(addresses(get_resolver().url_patterns))


def path_of(name: str) -> str:
    """The address with made-up arguments."""
    return reverse(name, kwargs={key: BAD[key] for key in NAMED[name]})


def test_every_address_has_a_rule():
    """Neither more nor fewer."""
    assert set(NAMED) == set(RULES)


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule == SIGNED_IN])
def test_a_stranger_is_asked_to_sign_in(client, site, name):
    """Private addresses lead to the door."""
    answer = client.get(path_of(name))
    assert answer.status_code == 302, answer.status_code
    assert "/account/login/" in answer.url or "/join/" in answer.url


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule == SECRET])
@pytest.mark.parametrize("signed_in", [False, True])
def test_a_forged_secret_opens_nothing(client, site, name, signed_in):
    """Made-up tokens and numbers find nothing, signed in or not, by GET and by POST."""
    if signed_in:
        client.force_login(person())
    for ask in (client.get, client.post):
        assert ask(path_of(name), follow=True).status_code in (404, 405), name


@pytest.mark.parametrize("name", [n for n, rule in RULES.items() if rule == OPEN and n in NAMED])
def test_a_stranger_may_open_what_is_open(client, site, name):
    """Public addresses answer (or say that nothing is there), and never fail."""
    if name == "wagtail_serve":
        assert client.get("/cy/").status_code == 200
        return
    assert client.get(path_of(name)).status_code in (200, 302, 404)


def test_a_file_of_the_library_has_no_address_under_media(client, site, settings, tmp_path):
    """Whoever guesses the name of a stored file gets nothing."""
    settings.MEDIA_ROOT = str(tmp_path)
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "members.pdf").write_bytes(b"%PDF-1.7")
    for path in ("documents/members.pdf", "images/../documents/members.pdf", "images/%2e%2e/documents/members.pdf"):
        assert client.get(f"/media/{path}").status_code == 404


def test_nobody_is_signed_out_of_the_admin_by_a_look(client, site):
    """A scanner or a picture's address may ask for the page; the button signs out."""
    client.force_login(staff("editor"))
    assert client.get("/cms/logout/").url == "/en/account/logout/"
    assert client.get("/cms/").status_code == 200
    assert client.post("/cms/logout/").status_code == 302
    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize("path", ["/cms/login/", "/cms/password_reset/", "/en/_util/login/", "/cy/_util/login/"])
def test_wagtails_own_doors_lead_to_ours(client, site, path):
    """Neither a look nor a password gets in there: no second factor and no limit would be asked."""
    administrator = staff("admin", password="a-long-enough-password")
    told = {"username": administrator.email, "password": "a-long-enough-password"}
    for answer in (client.get(path), client.post(path, told)):
        assert answer.status_code == 302
        assert "/account/login/" in answer.url
    assert client.get("/cms/").status_code == 302


@pytest.mark.parametrize(("language", "lang"), [("cy", "cy"), ("en", "en"), ("", "cy")])
def test_a_member_at_the_staff_door_is_told_in_their_language(client, site, language, lang):
    """No circle of redirects: a page that says no, with the way home."""
    client.force_login(person(language=language))
    answer = client.get("/cms/", follow=True)
    assert answer.status_code == 403
    assert f'<html lang="{lang}"' in answer.content.decode()


LETTERS = {"events/booked": "event_officer", "members/welcome": "membership_officer"}
LETTERS |= {"newsletter/issue": "newsletter_officer", "resources/made_up": "nobody"}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sees_and_sends_again_the_mail_of_its_room_alone(client, site, role):
    """Whom another room wrote to is no business of theirs, whatever address or button they ask with."""
    for template in LETTERS:
        OutgoingMail.objects.create(key=template, template=template, to=f"{template}@example.org", state="failed")
    client.force_login(staff(role))
    mine = {template for template, reader in LETTERS.items() if role in (reader, "admin")}
    for query in ("?state=all", "?state=failed", "?to=example.org"):
        page = client.get(f"/cms/mail/{query}").content.decode()
        assert {template for template in LETTERS if f"{template}@example.org" in page} == mine
    client.post("/cms/mail/?to=example.org", {"all": "1"})
    assert set(OutgoingMail.objects.filter(state="queued").values_list("key", flat=True)) == mine
