"""Every form of the site, found by walking the addresses: its questions, its errors, its way back, its other language."""

import html
from datetime import date as day

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.test import Client
from django.urls import NoReverseMatch, get_resolver
from django.utils import translation

from core.dates import DateBoxes, DateField
from core.forms import Form, names_to_keep
from tests.core.every_form import PASSWORD, address, controls, every_form, opened, signed_in
from tests.factories import person, staff

pytestmark = pytest.mark.django_db
LANGUAGES = ("cy", "en")
TICKED = ("radio", "checkbox")
SECRETS = ("current-password", "new-password", "one-time-code")
#: what a browser may fill in, by the name of the question
TOKENS = {
    "email": "email",
    "login": "email",
    "name": "name",
    "oldpassword": "current-password",
    "password": "current-password",
    "password1": "new-password",
    "password2": "new-password",
    "code": "one-time-code",
    "website": "off",
    "phone": "tel",
    "address": "street-address",
}
TOKENS |= {("organisation_invite", "email"): "off"}  # somebody else's address
TOKENS |= {("mfa_add_webauthn", "name"): "off"}  # the name of a key, not of a person
#: the pages with a form, and what is wrong with it when nothing is filled in ("" where nothing can be)
FORMS = {
    "join",
    "join_name",
    "join_here_as",
    "join_region",
    "join_language",
    "join_principles",
    "account_login",
    "sign_in_with_password",
    "account_reset_password",
    "account_email_verification_sent",
    "account_confirm_login_code",
    "account_confirm_password_reset_code",
    "account_complete_password_reset",
    "account_reauthenticate",
    "account_details_change",
    "contact_preference",
    "organisation_hand_over",
    "organisation_join",
    "organisation_ask",
    "organisation_invite",
    "account_email",
    "my_data_erase",
    "account_change_password",
    "account_set_password",
    "mfa_authenticate",
    "mfa_reauthenticate",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "event_book",
    "event_book_people",
    "newsletter_subscribe",
}


def named(page: BeautifulSoup, control) -> str:
    """The words that name a control: its label, and the legend of its group."""
    label = page.select_one(f'label[for="{control["id"]}"]') or control.find_parent("label")
    return label.get_text(" ", strip=True) if label else ""


def names_in(patterns, language=False):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from names_in(pattern.url_patterns, language or "LocalePrefix" in type(pattern.pattern).__name__)
        elif language and pattern.name:
            yield pattern.name


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_question_has_its_words_and_says_what_may_fill_it_in(on, code):
    """Label, component, autocomplete and inputmode, on every page that has a form."""
    doors = every_form(on)
    assert {name for name, *_rest in doors} == FORMS
    for (name, *rest), (client, kwargs) in doors.items():
        page = opened(client, address(name, code, **kwargs))
        place = (name, *rest)
        assert page.select_one("form#form").has_attr("novalidate"), place
        assert controls(page), place
        for control in controls(page):
            what = (*place, control.get("name") or control["id"])
            assert named(page, control), what
            assert control.find_parent(class_="field"), what
            assert not control.has_attr("placeholder"), what
            assert not control.has_attr("readonly") or control["id"] == "authenticator_secret", what
            token = TOKENS.get((name, control.get("name"))) or TOKENS.get(control.get("name"))
            if token and control.get("type") not in ("radio", "checkbox"):
                assert control.get("autocomplete") == token, what
            if control.get("type") == "email" or token == "email":
                assert control.get("type") == "email" or control.get("inputmode") == "email", what
            if token == "one-time-code":
                assert control.get("inputmode") in ("numeric", "text"), what
            for ids in control.get("aria-describedby", "").split():
                assert page.find(id=ids), (what, ids)


def test_a_new_form_cannot_be_forgotten(on):
    """Every address under a language is opened by a stranger and by a member: no page has a form that is not in the list."""
    member, stranger = signed_in(), Client()
    seen = set()
    for name in set(names_in(get_resolver().url_patterns)):
        try:
            path = address(name)
        except NoReverseMatch:  # what needs arguments is in the list by hand
            continue
        for client in (stranger, member):
            answer = client.get(path)
            if answer.status_code == 200 and b'id="form"' in answer.content:
                seen.add(name)
    assert "account_login" in seen
    assert seen <= FORMS


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_empty_answer_leads_to_a_page_that_says_what_is_wrong(on, code):
    """By GET, with a summary that links to each question in the words that stand beside it, and "Error:" first."""
    error = {"cy": "Gwall:", "en": "Error:"}[code]
    for (name, *rest), (client, kwargs) in every_form(on).items():
        place, path = (name, *rest), address(name, code, **kwargs)
        asked = {c["name"]: "" for c in controls(opened(client, path)) if c.get("name") and c.get("type") not in TICKED}
        if name == "mfa_add_webauthn":
            continue  # sent by a script alone, with what the key says
        posted = client.post(path, asked | {"action_add": "1"})
        assert posted.status_code == 302, f"{place} answers a POST with a page: {posted.status_code}"
        assert posted.url.split("?")[0] == path, place
        page = opened(client, posted.url)
        assert page.title.get_text().startswith(error), place
        summary = page.select_one("[data-focus]")
        assert summary, place
        assert summary["tabindex"] == "-1", place
        links = summary.select("a")
        assert links, place
        for link in links:
            control = page.find(id=link["href"].removeprefix("#"))
            assert control, (place, link["href"])
            field = control.find_parent(class_="field")
            assert link.get_text(strip=True) in field.select_one(".field__error").get_text(" ", strip=True), place
            group = control.find_parent("fieldset") if control.get("type") in ("radio", "checkbox") else None
            described = (group or control).get("aria-describedby", "") or control.get("aria-describedby", "")
            assert "_error" in described, (place, described)
            assert control.get("aria-invalid") == "true" or group, place
        assert not opened(client, path + "?fresh=1").select("input[type=password][value]:not([value=''])"), place


def typed_into(page: BeautifulSoup) -> dict:
    """An answer to each question that takes text or a choice; secrets too."""
    told = {}
    for control in controls(page):
        kind, name = control.get("type"), control.get("name")
        if kind in ("radio", "checkbox"):
            told[name] = control.get("value", "on")
        elif control.name == "select":
            told[name] = control.select("option")[-1]["value"]
        elif name:
            told[name] = f"Tŷ {name}"
    return told


def shown_in(page: BeautifulSoup) -> dict:
    """What the form's questions hold."""
    held = {}
    for control in controls(page):
        if control.get("type") in ("radio", "checkbox"):
            if control.has_attr("checked"):
                held[control["name"]] = control.get("value", "on")
        elif control.name == "select":
            chosen = control.select_one("option[selected]")
            held[control["name"]] = chosen["value"] if chosen else None
        elif control.name == "textarea":
            held[control["name"]] = control.get_text().removeprefix("\n")
        elif control.get("name"):
            held[control["name"]] = control.get("value")
    return held


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_switch_takes_along_what_is_typed_and_no_secret(on, code):
    """A button of the form, where there is something to keep; without a script, on the same page, with its query."""
    other = {"cy": "en", "en": "cy"}[code]
    for (name, *rest), (client, kwargs) in every_form(on).items():
        place, path = (name, *rest), address(name, code, **kwargs)
        page = opened(client, path + "?q=1")
        told = typed_into(page)
        secret = {c["name"] for c in controls(page) if c.get("name") and c.get("autocomplete") in SECRETS}
        switch = page.select_one(f".utility-bar [lang={other}]")
        assert (switch.name == "button") == bool(set(told) - secret), place
        if switch.name == "a":
            assert switch["href"] == address(name, other, **kwargs) + "?q=1", place
            continue
        assert switch["form"] == "form", place
        first = page.select("button[form=form]")[0]
        assert first is not switch, f"Enter would switch the language: {place}"
        assert not first.has_attr("name"), place
        went = client.post(switch["formaction"], told | {switch["name"]: switch["value"]})
        assert went.url == address(name, other, **kwargs) + "?q=1", place
        there = opened(client, went.url)
        assert there.html["lang"] == other
        assert shown_in(there) == {key: None if key in secret else value for key, value in told.items()}, place
        assert not there.select("[data-focus]"), f"nothing was sent, so nothing is wrong: {place}"
        assert not any(f"Tŷ {name}" in str(client.session.items()) for name in secret), place


def test_the_switch_keeps_errors_in_the_words_of_the_other_language(client, site):
    """An address that does not pass, then the switch: the same address and the same reason, in Welsh."""
    client.post("/en/account/password/reset/", {"email": "tŷ"})
    english = html.unescape(client.get("/en/account/password/reset/").content.decode())
    welsh = html.unescape(client.get("/cy/account/password/reset/").content.decode())
    assert 'value="tŷ"' in english
    assert 'value="tŷ"' in welsh
    assert "Enter an email address like" in english
    assert "Enter an email address like" not in welsh
    assert "<title>Gwall:" in welsh


def test_a_new_answer_takes_the_place_of_the_last_one(client, site):
    """What did not pass is not shown again once something else was sent."""
    client.post("/en/account/password/reset/", {"email": "nobody"})
    client.post("/en/account/password/reset/", {"email": "somebody@example.org"})
    assert "nobody" not in client.get("/en/account/password/reset/").content.decode()


def test_after_a_wrong_code_the_scanned_picture_still_holds(site):
    """Otherwise whoever mistyped would have to scan again."""
    client = signed_in()
    path = address("mfa_activate_totp")
    before = opened(client, path).find(id="authenticator_secret")["value"]
    client.post(path, {"code": "000000"})
    assert opened(client, path).find(id="authenticator_secret")["value"] == before


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_form_without_its_token_is_shown_again_with_its_text(site, code):
    """The browser says that our own page sent it: nothing is done, nothing is lost, and the page says so."""
    client = Client(enforce_csrf_checks=True, headers={"sec-fetch-site": "same-origin"})
    path = address("newsletter_subscribe", code)
    answer = client.post(path, {"email": "gwen@example.org", "language": "cy"}, follow=True)
    assert answer.redirect_chain == [(path, 302)]
    page = BeautifulSoup(answer.content, "html.parser")
    assert shown_in(page) == {"email": "gwen@example.org", "language": "cy"}
    said = page.select_one(".messages, [role=status], .notice").get_text()
    assert ("nothing was sent" in said) == (code == "en")
    assert not page.select("[data-focus]")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("says", [{}, {"sec-fetch-site": "cross-site"}])
def test_another_sites_form_is_not_taken_over(site, code, says):
    """Nobody else may put words into our forms; the page says what to do."""
    client = Client(enforce_csrf_checks=True, headers=says)
    path = address("newsletter_subscribe", code)
    answer = client.post(path, {"email": "gwen@example.org"})
    assert answer.status_code == 403
    assert {"cy": "Cymraeg", "en": "English"}[{"cy": "en", "en": "cy"}[code]] in answer.content.decode()
    assert "gwen@example.org" not in client.get(path).content.decode()


def test_a_secret_is_never_kept(site):
    """Neither by a wrong password, nor by the switch, nor without a token."""
    user = person(password=PASSWORD)
    client = Client(enforce_csrf_checks=False, headers={"sec-fetch-site": "same-origin"})
    path = address("sign_in_with_password")
    told = {"login": user.email, "password": "dim-dyma-fe-99"}
    assert client.post(path, told).status_code == 302
    assert "password you" in client.get(path).content.decode() or "not correct" in client.get(path).content.decode()
    client.post(path, told | {"switch_language": "cy"})
    assert user.email in str(list(client.session.items()))
    assert "dim-dyma-fe-99" not in str(list(client.session.items()))


class Asked(Form):
    """A form that asks one date."""

    began = DateField(label="When?")


def asked(day="", month="", year="") -> Asked:
    return Asked({"began_day": day, "began_month": month, "began_year": year})


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "means"),
    [
        (("27", "3", "2027"), day(2027, 3, 27)),
        (("07", "03", "2027"), day(2027, 3, 7)),
        ((" 1 ", "mawrth", "27"), day(2027, 3, 1)),
        (("1", "March", "2027"), day(2027, 3, 1)),
        (("1", "Gorffennaf", "2027"), day(2027, 7, 1)),
        (("2", "sep", "2027"), day(2027, 9, 2)),
        (("29", "2", "2028"), day(2028, 2, 29)),
        (("1", "1", "85"), day(1985, 1, 1)),
    ],
)
@time_machine.travel("2026-11-24 12:00 +0000")
def test_a_date_is_read_as_people_write_it(code, typed, means):
    """With noughts or without, by number or by name in either language, with a year of two figures."""
    with translation.override(code):
        form = asked(*typed)
        assert form.is_valid(), form.errors
        assert form.cleaned_data["began"] == means


@pytest.mark.parametrize(
    ("typed", "codes_of", "boxes"),
    [
        (("", "", ""), ["required"], [0, 1, 2]),
        (("27", "", "2027"), ["no_month"], [1]),
        (("", "3", ""), ["no_day", "no_year"], [0, 2]),
        (("32", "3", "2027"), ["day"], [0]),
        (("0", "3", "2027"), ["day"], [0]),
        (("x", "13", "2027"), ["day", "month"], [0, 1]),
        (("1", "Mawr", "2027"), ["month"], [1]),
        (("1", "3", "207"), ["year"], [2]),
        (("1", "3", "20270"), ["year"], [2]),
        (("٣", "3", "2027"), ["day"], [0]),
        (("31", "4", "2027"), ["no_such_day"], [0]),
        (("29", "2", "2027"), ["no_such_day"], [0]),
    ],
)
def test_what_is_no_date_is_refused_at_its_box(typed, codes_of, boxes):
    """In words, in both languages; the summary leads to the first box that is wrong, and only wrong boxes are marked."""
    said = {}
    for code in LANGUAGES:
        with translation.override(code):
            form = asked(*typed)
            assert [error.code for error in form.errors.as_data()["began"]] == codes_of
            page = BeautifulSoup(
                str(form) + render_to_string("components/error_summary.html", {"form": form}), "html.parser"
            )
            controls = page.select("fieldset input")
            assert [number for number, box in enumerate(controls) if box.get("aria-invalid")] == boxes
            assert page.select_one(".error-summary a")["href"] == f"#{controls[boxes[0]]['id']}"
            assert [box["value"] if box.has_attr("value") else "" for box in controls] == list(typed)
            said[code] = [str(error) for error in form.errors["began"]]
    assert not set(said["cy"]) & set(said["en"])


def test_each_box_has_its_label_and_its_keyboard():
    """Day, month, year; numbers alone where only numbers are right."""
    page = BeautifulSoup(str(asked()), "html.parser")
    assert [label.get_text() for label in page.select("fieldset label")] == ["Day", "Month", "Year"]
    assert [box.get("inputmode") for box in page.select("fieldset input")] == ["numeric", None, "numeric"]
    own = str(DateBoxes(is_birthday=True).render("born", None))
    assert all(f'autocomplete="bday-{part}"' in own for part in ("day", "month", "year"))


def test_the_switch_and_a_missing_token_keep_the_three_boxes():
    """All the names a date is sent under."""
    assert names_to_keep(asked()) == ["began_day", "began_month", "began_year"]


def test_letters_that_grow_are_counted_as_they_are_kept():
    """U+0958 becomes two letters in composed form; a column has room for 150."""
    from members.forms import NameForm

    assert NameForm({"name": "\u0958" * 75}).is_valid()
    form = NameForm({"name": "\u0958" * 150})
    assert not form.is_valid()
    assert "name" in form.errors


@pytest.mark.parametrize("path", ["/en/newsletter/unsubscribe/%00/", "/cy/offer/%00/", "/en/%00/"])
def test_an_address_with_a_nul_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_a_nul_in_a_query_is_left_out(client):
    client.force_login(staff())
    for path in ("/cms/mail/?to=%00", "/cms/memberships/?q=%00", "/en/search/?q=%00", "/en/search/?q=a%%0000b"):
        assert client.get(path).status_code == 200


def test_the_other_language_leaves_a_scanned_picture_as_it_is(client):
    """Whoever scans the picture and then reads on in Welsh types a code that holds."""
    client.force_login(person(password="a-long-enough-password"))
    client.post("/en/account/reauthenticate/", {"password": "a-long-enough-password"})
    key = "mfa.totp.secret"
    client.get("/en/account/2fa/totp/activate/")
    scanned = client.session[key]
    client.post("/en/account/2fa/totp/activate/", {"switch_language": "1"}, follow=True)
    assert client.session[key] == scanned
