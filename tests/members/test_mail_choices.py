"""My mail choices: what a person gets from us and how, what they said, and how to reach them."""

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.utils import timezone

from members import actions
from members.models import Consent, ConsentWording, ContactPreference
from tests.factories import person, staff
from tests.members.door import heading, said

pytestmark = pytest.mark.django_db
PAGE, CONTACT = "/en/account/mail/", "/en/account/contact/"


@pytest.fixture(autouse=True)
def everything_stands(site):
    """Pages and wordings."""


@pytest.fixture
def wording() -> ConsentWording:
    """What is asked now."""
    return ConsentWording.objects.current().get(purpose="newsletter")


def answer(client, wording, says, page=PAGE):
    """Press the button."""
    return client.post(page, {"wording": wording.pk, "answer": says}, follow=True)


def table(response) -> list[list[str]]:
    """The history, as rows of words."""
    rows = BeautifulSoup(response.content, "html.parser").select("tbody tr")
    return [[" ".join(cell.get_text(" ").split()) for cell in row.select("th, td")] for row in rows]


@pytest.mark.parametrize("member", [True, False])
@pytest.mark.parametrize(
    ("language", "title", "told"),
    [("cy", "Fy newisiadau post", "Wedi’i gadw."), ("en", "My mail choices", "Saved. You can change this")],
)
def test_yes_and_its_taking_back_are_kept_with_words_place_and_time(client, wording, member, language, title, told):
    user, page = person(member=member, language=language), f"/{language}/account/mail/"
    client.force_login(user)
    assert heading(client.get(page)) == title
    assert told in said(answer(client, wording, "yes", page))
    given = Consent.objects.get(user=user)
    assert (given.wording, given.language, given.source, given.withdrawn_at) == (wording, language, "account", None)
    ((_what, words, where, _on, back),) = table(client.get(page))
    assert words == getattr(wording, f"text_{language}")
    assert (where, back) == {
        "cy": ("Yn eich cyfrif", "Heb ei dynnu’n ôl"),
        "en": ("In your account", "Not taken back"),
    }[language]
    assert told in said(answer(client, wording, "no", page))
    given.refresh_from_db()
    assert given.withdrawn_at
    answer(client, wording, "yes", page)
    assert len(table(client.get(page))) == Consent.objects.count() == 2


def test_the_words_stand_in_the_history_in_the_language_in_which_they_were_read(client, wording):
    user = person()
    actions.give_consent(user=user, wording=wording, language="cy", source="join", now=timezone.now())
    client.force_login(user)
    page = client.get(PAGE)
    ((_what, words, where, *_rest),) = table(page)
    assert (words, where) == (wording.text_cy, "While joining")
    assert f'<td lang="cy">{wording.text_cy}</td>' in page.content.decode()


def test_looking_and_asking_for_nothing_change_nothing(client, wording):
    client.force_login(person())
    client.get(f"{PAGE}?wording={wording.pk}&answer=yes")
    for told in (
        {},
        {"wording": wording.pk},
        {"wording": "x", "answer": "yes"},
        {"wording": wording.pk, "answer": "x"},
    ):
        assert client.post(PAGE, told).status_code == 302
    assert not Consent.objects.exists()


def test_yes_to_words_that_have_changed_meanwhile_is_asked_again(client, wording):
    client.force_login(person())
    newer = ConsentWording.objects.create(purpose="newsletter", version=wording.version + 1, text_cy="Ie", text_en="Do")
    page = answer(client, wording, "yes")
    assert said(page) == str(actions.WordingOutdated.message)
    assert not Consent.objects.exists()
    assert f'value="{newer.pk}"' in page.content.decode()


def test_an_older_yes_can_be_taken_back_after_the_words_have_changed(client, wording):
    user = person()
    client.force_login(user)
    answer(client, wording, "yes")
    ConsentWording.objects.create(purpose="newsletter", version=wording.version + 1, text_cy="Ie", text_en="Do")
    answer(client, wording, "no")
    assert not user.consents.standing().exists()


def test_how_to_get_in_touch_keeps_only_what_the_way_takes(client):
    user = person()
    client.force_login(user)
    assert "By email" in client.get(PAGE).content.decode()
    for way, told in (
        ("phone", {"phone": "029 2000 0000", "address": ""}),
        ("post", {"phone": "", "address": "1 Stryd y Bont\nCaerdydd"}),
        ("email", {"phone": "", "address": ""}),
    ):
        posted = {"way": way, "phone": "029 2000 0000", "address": "1 Stryd y Bont\nCaerdydd"}
        page = client.post(CONTACT, posted, follow=True)
        assert said(page) == "Saved."
        assert ContactPreference.objects.values("phone", "address", "way").get(user=user) == {"way": way, **told}
        assert ("029 2000 0000" in page.content.decode()) == (way == "phone")
        assert ("Stryd y Bont" in page.content.decode()) == (way == "post")


@pytest.mark.parametrize(
    ("language", "way", "error"),
    [
        ("en", "phone", "Enter the number that we can phone you on, with its area code."),
        ("cy", "phone", "Rhowch y rhif y gallwn ni eich ffonio arno, gyda’r cod ardal."),
        ("en", "post", "Enter the address that we can write to, with its postcode."),
        ("cy", "post", "Rhowch y cyfeiriad y gallwn ni ysgrifennu ato, gyda’r cod post."),
    ],
)
def test_a_way_without_its_number_or_address_is_asked_again(client, language, way, error):
    client.force_login(person())
    page = client.post(f"/{language}/account/contact/", {"way": way, "phone": "none", "address": "  "}, follow=True)
    assert error in page.content.decode()
    assert not ContactPreference.objects.exists()


@pytest.mark.parametrize("way", ["phone", "post"])
def test_the_action_and_the_database_refuse_a_way_that_leads_nowhere(way):
    user = person()
    with pytest.raises(actions.WhereMissing):
        actions.prefer_contact(user=user, way=way)
    for told in ({}, {"phone": "1", "address": "1"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactPreference.objects.create(user=user, way=way, **told)


def test_nobody_sees_what_another_person_chose(client):
    actions.prefer_contact(user=person(), way="phone", phone="029 2000 0000")
    client.force_login(person())
    for page in (PAGE, CONTACT):
        assert "029 2000 0000" not in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("language", "told"), [("cy", "Dros y ffôn: 029 2000 0000"), ("en", "By phone: 029 2000 0000")]
)
def test_staff_who_keep_members_see_how_to_reach_each(client, language, told):
    actions.prefer_contact(user=person(), way="phone", phone="029 2000 0000")
    person()
    client.force_login(staff("membership_officer", language=language))
    assert told in client.get("/cms/memberships/").content.decode()


def test_the_page_costs_few_queries(client, wording, django_assert_max_num_queries):
    client.force_login(person())
    answer(client, wording, "yes")
    with django_assert_max_num_queries(13):  # session, user, standing, wordings, newsletter, contact, history, menu (5)
        client.get(PAGE)
