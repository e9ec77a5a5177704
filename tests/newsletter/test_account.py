"""The newsletter in somebody's account: what it says there, and what a yes or a no there does."""

import pytest
from django.utils import timezone

from core.models import OutgoingMail
from members import actions as people
from members.models import Consent, ConsentWording
from newsletter import actions
from newsletter.models import Subscription, Suppression
from tests.factories import person, staff
from tests.newsletter.factories import reader

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def everything_stands(site):
    """Pages and wordings."""


def press(client, says: str, language: str = "en") -> str:
    """Press the button on the page of mail choices; the page that comes."""
    wording = ConsentWording.objects.current().get(purpose="newsletter")
    told = {"wording": wording.pk, "answer": says}
    return client.post(f"/{language}/account/mail/", told, follow=True).content.decode()


@pytest.mark.parametrize("member", [True, False])
@pytest.mark.parametrize(
    ("language", "gets", "does_not"),
    [
        ("cy", "Rydych chi’n cael y cylchlythyr", "Dydych chi ddim yn cael y cylchlythyr"),
        ("en", "You get the newsletter", "You do not get the newsletter"),
    ],
)
def test_one_press_subscribes_and_one_press_leaves(client, member, language, gets, does_not):
    user = person(member=member, language=language)
    client.force_login(user)
    assert does_not in client.get(f"/{language}/account/mail/").content.decode()
    page = press(client, "yes", language)
    assert gets in page
    assert user.email in page
    row = Subscription.objects.get()
    assert (row.user, row.email, row.state, row.source) == (user, user.email, "confirmed", "account")
    assert (row.language, row.wording_language) == (language, language)
    assert not OutgoingMail.objects.filter(template__startswith="newsletter/").exists()
    assert does_not in press(client, "no", language)
    row.refresh_from_db()
    assert row.state == "left"
    assert Suppression.objects.of(user.email).exists()
    assert not user.consents.standing().exists()
    assert gets in press(client, "yes", language)
    assert not Suppression.objects.of(user.email).exists()


def test_a_reader_from_before_finds_the_newsletter_in_the_account_and_leaves_there(client):
    user = person("heulwen@example.org")
    reader("heulwen@example.org")
    client.force_login(user)
    page = client.get("/en/account/mail/").content.decode()
    assert "You get the newsletter" in page
    assert "Sign-up page" in page
    press(client, "no")
    assert Subscription.objects.get().state == "left"


def test_who_waits_for_the_mail_to_confirm_says_yes_in_the_account(client):
    user = person("heulwen@example.org")
    reader("heulwen@example.org", state="pending")
    client.force_login(user)
    assert "Not confirmed yet" in client.get("/en/account/mail/").content.decode()
    press(client, "yes")
    assert Subscription.objects.get().is_confirmed


def test_leaving_by_the_link_in_an_issue_takes_the_yes_back(client):
    user = person()
    client.force_login(user)
    press(client, "yes")
    actions.unsubscribe(token=Subscription.objects.get().token, now=timezone.now())
    assert Consent.objects.get().withdrawn_at
    assert "You do not get the newsletter" in client.get("/en/account/mail/").content.decode()


def test_a_no_reaches_the_address_from_before(client):
    user = person()
    client.force_login(user)
    press(client, "yes")
    before = user.email
    people.change_account(user=user, by=staff("admin"), email="newydd@example.org")
    client.force_login(user)
    assert before in client.get("/en/account/mail/").content.decode()
    press(client, "no")
    assert Subscription.objects.get().state == "left"


def test_a_no_touches_nobody_elses(client):
    other = reader()
    client.force_login(person())
    press(client, "no")
    other.refresh_from_db()
    assert other.is_confirmed


@pytest.mark.parametrize("by_staff", [False, True])
def test_the_newsletter_follows_the_written_language(client, by_staff):
    user = person(language="en")
    client.force_login(user)
    press(client, "yes")
    if by_staff:
        people.change_account(user=user, by=staff("admin"), language="cy")
    else:
        client.post("/en/account/details/language/", {"language": "cy"})
    assert Subscription.objects.get().language == "cy"


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("cy", "Cylchlythyr: dydych chi ddim yn ei gael", "Cylchlythyr: rydych chi’n ei gael"),
        ("en", "Newsletter: you do not get it", "Newsletter: you get it"),
    ],
)
def test_the_account_says_whether_the_newsletter_comes(client, language, before, after):
    client.force_login(person())
    assert before in client.get(f"/{language}/account/").content.decode()
    press(client, "yes", language)
    assert after in client.get(f"/{language}/account/").content.decode()
