"""Signing in and out, and the addresses of allauth in our clothes."""

import html
import re
import time

import pytest
import time_machine
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client
from django.urls import resolve, reverse
from django.utils import translation

from core.mail.render import render
from core.models import OutgoingMail
from members.account_forms import AddKeyForm
from members.adapters import CHANGES, AccountAdapter
from members.models import User
from portal.models import StandardPage
from tests.factories import person, staff
from tests.members.door import codes, heading, path, templates

pytestmark = pytest.mark.django_db
EMAIL = "aled@example.org"


def ask(client, email=EMAIL, language="en", **more):
    """Ask for a code."""
    return client.post(f"/{language}/account/login/", {"login": email, **more}, follow=True)


def give(client, code, language="en", **more):
    """Give the code, and stop at the first answer."""
    return client.post(f"/{language}/account/login/code/confirm/", {"code": code, **more})


def signed_in(client) -> bool:
    """Whether the session belongs to somebody."""
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_member_signs_in_with_a_code(client, language):
    person(EMAIL, language="cy")
    assert path(ask(client, language=language)) == f"/{language}/account/login/code/confirm/"
    mail = OutgoingMail.objects.get(template="members/sign_in_requested")
    assert mail.language == "cy"
    assert re.fullmatch(r"\d{6}", mail.context["code"])
    assert mail.expires_at is not None
    response = give(client, mail.context["code"], language)
    assert response.url == f"/{language}/account/"
    assert signed_in(client)


@pytest.mark.parametrize("typed", ["ALED@Example.org", "  aled@example.org "])
def test_an_address_is_known_however_it_is_typed(client, typed):
    person(EMAIL)
    ask(client, typed)
    give(client, codes(EMAIL)[0])
    assert signed_in(client)


def test_somebody_who_has_not_said_is_written_to_in_both_languages(client):
    person(EMAIL, language="")
    ask(client, language="en")
    assert OutgoingMail.objects.get(template="members/sign_in_requested").language == ""


def test_an_unknown_address_looks_like_a_known_one(client):
    person(EMAIL)
    pages = [
        client.__class__().post("/en/account/login/", {"login": e}, follow=True) for e in (EMAIL, "none@example.org")
    ]
    bare = [re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", p.content.decode()) for p in pages]
    assert bare[0].replace(EMAIL, "") == bare[1].replace("none@example.org", "")
    assert templates("none@example.org") == ["members/account_not_found"]


def test_sign_in_leads_back_to_where_one_was_going(client):
    person(EMAIL)
    ask(client, next="/en/search/?q=cuppa")
    assert give(client, codes(EMAIL)[0], next="/en/search/?q=cuppa").url == "/en/search/?q=cuppa"


def test_the_page_says_where_it_leads_and_offers_joining_on_the_way_there(client, site):
    """By the title of the page, in its own language; other addresses are no page, and drafts are not there."""
    page = site.home["cy"].add_child(instance=StandardPage(title="Crëyr y dref", slug="creyr"))
    said = client.get("/en/account/login/", {"next": page.url}).content.decode()
    assert '<strong lang="cy">Crëyr y dref</strong>' in said
    assert 'class="button button--primary" href="/en/join/?next=/cy/creyr/"' in said
    page.unpublish()
    for address in (page.url, "/en/search/?q=creyr", "//evil.example/cy/creyr/", "/xx/", "/", ""):
        said = client.get("/en/account/login/", {"next": address}).content.decode()
        assert "Crëyr" not in said
        assert "After signing in" not in said
        assert "for members" not in said


@pytest.mark.parametrize(
    "target", ["//evil.example", "https:evil.example", "/\\evil.example", "https://evil.example/", "\t//evil.example"]
)
def test_sign_in_never_leads_away(client, target):
    person(EMAIL)
    ask(client, next=target)
    assert give(client, codes(EMAIL)[0], next=target).url == "/en/account/"


def test_codes_are_sent_three_times_in_five_minutes_and_no_more(client):
    person(EMAIL)
    for _turn in range(5):
        visitor = Client()
        visitor.post("/en/account/login/", {"login": EMAIL.upper()})
    assert len(codes(EMAIL)) == 3


def test_a_code_ends_after_a_quarter_of_an_hour(client):
    person(EMAIL)
    ask(client)
    with time_machine.travel(time.time() + 16 * 60):
        give(client, codes(EMAIL)[0])
    assert not signed_in(client)


def test_a_password_signs_in_and_five_wrong_ones_lock(client):
    person(EMAIL, password="cwtsh-a-thri-phaned")
    page = {"login": EMAIL, "password": "cwtsh-a-thri-phaned"}
    assert client.post("/cy/account/login/password/", page).url == "/cy/account/"
    thief = Client()
    for _turn in range(5):
        thief.post("/en/account/login/password/", page | {"password": "wrong"})
    thief.post("/en/account/login/password/", page)
    assert not signed_in(thief)


def test_signing_out_needs_a_post(client):
    client.force_login(person())
    client.get("/cy/account/logout/")
    assert signed_in(client)
    response = client.post("/cy/account/logout/")
    assert response.url == "/cy/"
    assert not signed_in(client)


def test_a_closed_account_stays_outside(client):
    person(EMAIL, is_active=False)
    ask(client)
    assert templates(EMAIL)[-1] != "members/sign_in_requested"


def test_an_account_that_staff_opened_signs_in_by_code(client):
    User.objects.create_user(EMAIL, name="Aled", is_staff=True)
    ask(client)
    assert give(client, codes(EMAIL)[0]).status_code == 302
    assert signed_in(client)
    assert EmailAddress.objects.get().verified


def test_an_authenticator_app_is_asked_for_after_the_code(client):
    user = person(EMAIL)
    TOTP.activate(user, generate_totp_secret())
    ask(client)
    response = give(client, codes(EMAIL)[0])
    assert response.url == "/en/account/2fa/authenticate/"
    assert not signed_in(client)


def test_a_new_password_is_chosen_with_a_code(client):
    person(EMAIL, language="cy", password="hen-gyfrinair-hir")
    client.post("/en/account/password/reset/", {"email": EMAIL})
    response = client.post("/en/account/password/reset/confirm/", {"code": codes(EMAIL)[0]}, follow=True)
    assert path(response) == "/en/account/password/reset/complete/"
    client.post(path(response), {"password1": "cyfrinair-newydd-hir", "password2": "cyfrinair-newydd-hir"})
    assert User.objects.get().check_password("cyfrinair-newydd-hir")
    assert templates(EMAIL)[-2:] == ["members/password_reset_requested", "members/account_changed"]


def test_the_address_is_changed_with_a_code_and_both_are_told(client):
    client.force_login(person(EMAIL, language="cy"))
    client.post("/en/account/email/", {"action_add": "1", "email": "NEW@example.org"})
    assert OutgoingMail.objects.get(to="new@example.org").language == "cy"
    client.post("/en/account/confirm-email/", {"code": codes("new@example.org")[0]})
    assert User.objects.get().email == "new@example.org"
    told = OutgoingMail.objects.get(to=EMAIL, template="members/account_changed")
    assert told.context["to_email"] == "new@example.org"
    assert told.language == "cy"


@pytest.mark.parametrize("change", sorted(set(CHANGES.values())))
@pytest.mark.parametrize("language", ["cy", "en"])
def test_every_change_of_an_account_has_words(change, language):
    facts = {
        "change": change,
        "at": "2027-03-02T10:30:00+00:00",
        "from_email": "a@x",
        "to_email": "b@x",
        "deleted_email": "c@x",
    }
    words = render("members/account_changed", language, {language: facts})
    assert len(words.text.split("\n\n")[0]) > 20


def test_a_message_without_a_template_of_ours_is_in_the_readers_language(rf):
    from allauth.core import context

    person(EMAIL, language="cy")
    request = rf.get("/en/")
    with translation.override("en"), context.request_context(request):
        AccountAdapter(request).send_mail(
            "account/email/password_reset_key", EMAIL, {"password_reset_url": "https://x/"}
        )
    row = OutgoingMail.objects.get(template="members/account_notice")
    assert row.language == "cy"
    words = {code: render(row.template, code, {code: row.context}) for code in ("cy", "en")}
    assert "password" in words["en"].text
    assert "https://x/" in words["cy"].text
    assert words["cy"].subject != words["en"].subject


PAGES = {
    "stranger": ["join", "account_login", "sign_in_with_password", "account_reset_password", "account_inactive"],
    "member": [
        "account_details",
        "account_email",
        "account_set_password",
        "account_logout",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "join_welcome",
    ],
    "careful": [
        "account_change_password",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_index",
        "mfa_list_webauthn",
    ],
}


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize(("who", "name"), [(who, name) for who, names in PAGES.items() for name in names])
def test_every_page_is_in_our_clothes(client, who, name, language):
    if who == "member":
        client.force_login(person(EMAIL))
    elif who == "careful":
        careful(client)
    with translation.override(language):
        response = client.get(reverse(name))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}"' in page
    assert 'id="main"' in page
    heading(response)
    assert not re.search(r"\sstyle=|\son[a-z]+=", page)
    assert all("src=" in tag or "json" in tag for tag in re.findall(r"<script[^>]*>", page))


def careful(client):
    """Somebody with a password, an app, a key and recovery codes, who has just confirmed all that."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    user = person(EMAIL, password="cwtsh-a-thri-phaned")
    client.post("/en/account/login/password/", {"login": EMAIL, "password": "cwtsh-a-thri-phaned"})
    session = client.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session.save()
    TOTP.activate(user, generate_totp_secret())
    RecoveryCodes.activate(user)
    Authenticator.objects.create(
        user=user, type="webauthn", data={"name": "Ffôn", "credential": {}, "passwordless": True}
    )


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_new_key_signs_in_by_itself_unless_its_owner_wants_otherwise(client, language):
    client.force_login(person(EMAIL))
    page = client.get(f"/{language}/account/2fa/webauthn/add/").content.decode()
    box = re.search(r"<input[^>]*name=.passwordless.[^>]*>", page)[0]
    assert "checked" in box
    with translation.override(language):
        assert html.escape(str(AddKeyForm(user=person()).fields["name"].label)) in page
    assert (">Name<" in page, "Passwordless" in page) == (False, False)


def test_whoever_added_a_key_comes_to_their_keys():
    view = resolve(reverse("mfa_add_webauthn")).func.view_class
    assert view().get_success_url() == reverse("mfa_list_webauthn")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_passkey_that_the_browser_does_not_give_has_its_sentence(client, language):
    page = client.get(f"/{language}/account/login/").content.decode()
    for kind, word in (("trouble", "device"), ("refused", "browser")):
        said = re.search(rf'data-passkey-{kind}="([^"]+)"', page)[1]
        assert (word in said) == (language == "en")


@pytest.mark.parametrize(("old", "new"), [("account/signup/", "join/"), ("account/login/code/", "account/login/")])
def test_allauths_other_doors_lead_to_ours(client, old, new):
    assert client.get(f"/cy/{old}?next=/cy/search/").url == f"/cy/{new}?next=/cy/search/"


def test_staff_come_in_through_the_same_door(client):
    staff(email=EMAIL)
    response = client.get("/cms/", follow=True)
    assert path(response).endswith("/account/login/")
    ask(client, next="/cms/")
    assert give(client, codes(EMAIL)[0], next="/cms/").url == "/cms/"
