"""The demo network builds through the real actions, and every page of it answers in its language."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.models import MailBatch, OutgoingMail, SearchEntry
from core.search import Record, index, search
from events.models import Booking, Date, WaitingListEntry
from members.models import Membership, Organisation
from newsletter.models import IssuePage, Subscription
from portal import demo
from portal.demo_content.sign_ins import SIGN_INS
from resources.models import Resource, ResourcePage

# Queries of a page for a visitor, once its process knows the tree of pages. Of each, four are the frame: the stamp of the
# tree, the pages on the way to this one, the page itself, its twin for the switch. Home pages need neither way nor twin.
BUDGETS = {
    "/cy/": 8,  # 2 of the frame; list of events, page about us; dates, their pages; case studies, their figures
    "/en/events/co-production-the-essentials/": 7,  # event, dates with their seats, ticket types
    "/en/resources/": 9,  # hits with facets, their entries, the other language's count, files, topics
    "/cy/digwyddiadau/": 8,  # how many dates each filter gives, a page of them with their seats, their pages, events without a date
}


pytestmark = pytest.mark.django_db  # or a run of these tests alone would make no database of its own


@pytest.fixture(scope="module")
def network(django_db_setup, django_db_blocker):
    """The demo network, built once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.build()
        yield
        transaction.set_rollback(True)


def test_it_holds_what_it_promises(network):
    """Members, organisations, library, events with a waiting list, a sent and a draft issue."""
    assert Membership.objects.current().count() == 60
    assert Organisation.objects.count() == 8
    assert Resource.objects.count() >= 20 + 4
    assert Date.objects.filter(event__name_en="Co-production: the essentials").count() == 3
    assert WaitingListEntry.objects.waiting().count() >= 5
    assert Booking.objects.standing().count() > 50
    assert Subscription.objects.confirmed().count() >= 1000
    assert MailBatch.objects.count() == 1
    assert IssuePage.objects.filter(live=False).count() == 2
    assert OutgoingMail.objects.filter(template="events/booked").count() == Booking.objects.count()


def test_no_date_is_oversold(network):
    """Never more seats than places."""
    for date in Date.objects.with_places_left():
        assert date.seats_taken <= date.capacity


def test_every_live_page_answers_in_its_language(network):
    """200, one h1, the right lang; members' pages lead strangers to the door."""
    client, checked = Client(), 0
    for page in Page.objects.live().filter(depth__gte=2).specific():
        answer = client.get(page.url)
        if answer.status_code == 302:
            assert "/account/login/" in answer.url
            continue
        assert answer.status_code == 200, page.url
        text = answer.content.decode()
        code = page.locale.language_code
        assert f'<html lang="{code}"' in text, page.url
        assert len(re.findall(r"<h1[ >]", text)) == 1, page.url
        checked += 1
    assert checked > 70


def test_pages_come_in_pairs(network):
    """Every live page but the root has its live twin."""
    for page in Page.objects.live().filter(depth__gte=2):
        assert page.get_translations().live().count() == 1, page.url


@pytest.mark.parametrize("path", list(BUDGETS))
def test_pages_keep_their_query_budget(network, path):
    """A page that asks the database too much is a slow page for everybody."""
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    asked = [query["sql"][:160] for query in queries]
    assert len(asked) == BUDGETS[path], "\n".join(asked)


def queries(client: Client, path: str) -> int:
    """How many a second look at a page takes."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@transaction.atomic
def more(number: int) -> None:
    """So many dates, as many resources, and pages to walk past."""
    event = Date.objects.public().first().event
    start = timezone.now() + timedelta(days=1)
    times = [start + timedelta(hours=turn) for turn in range(number)]
    Date.objects.bulk_create(
        Date(event=event, starts_at=at, ends_at=at + timedelta(hours=1), capacity=5) for at in times
    )
    known = Resource.objects.exclude(resourcepage_set=None).first()
    page = known.resourcepage_set.get(locale__language_code="en")
    index(
        Record(kind="resource", object_id=page.pk + 100_000 + turn, language="en", title=f"More {turn}", url=page.url)
        for turn in range(number)
    )
    parent = Page.objects.get(pk=page.get_parent().pk)
    for turn in range(number // 10):
        facts = Resource.objects.create(name=f"More {turn}")
        parent.add_child(instance=ResourcePage(title=f"More {turn}", resource=facts, locale=page.locale))


@pytest.mark.parametrize("path", list(BUDGETS))
def test_pages_ask_no_more_where_there_is_more(network, path):
    """Ten rows or two hundred: the same number of queries."""
    client = Client()
    with transaction.atomic():
        more(10)
        few = queries(client, path)
        more(200)
        assert queries(client, path) == few <= BUDGETS[path]
        transaction.set_rollback(True)


def test_a_restriction_somewhere_costs_other_pages_nothing(network):
    """What is closed is known from the tree, not asked for each page."""
    closed = Page.objects.live().filter(depth=3).last()
    with transaction.atomic():
        PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
        for path, budget in BUDGETS.items():
            if not path.startswith(closed.url):
                assert queries(Client(), path) <= budget
        transaction.set_rollback(True)


def test_case_studies_are_found_in_both_languages(network):
    """By a word of their text."""
    assert search("Caerau", language="en").total
    assert search("Nghaerau", language="cy").total or search("Caerau", language="cy").total


def test_no_record_says_none(network):
    """What a block leaves empty is no word: "None" is Python's, not ours. The example stores it as a form does, empty."""
    said = [f"{entry.title}\n{entry.summary}\n{entry.text}" for entry in SearchEntry.objects.all()]
    assert len(said) > 80
    assert not [words for words in said if re.search(r"\bNone\b", words)]
    for issue in IssuePage.objects.all():
        parts = [block["value"] for block in issue.body.get_prep_value() if isinstance(block["value"], dict)]
        words = [pair for part in parts for pair in part.items()]
        assert [name for name, said in words if said is None and name != "page"] == []


@pytest.mark.parametrize("entry", SIGN_INS, ids=lambda entry: entry["role"])
def test_each_role_signs_in_and_reaches_what_it_may(network, entry):
    """Staff reach the admin; a member does not."""
    client = Client()
    assert client.login(email=entry["email"], password=demo.people.PASSWORD)
    reached = client.get("/cms/").status_code == 200
    assert reached == (entry["role"] != "member")


def test_it_does_not_mix_with_real_people(network):
    """A second build is refused with a sentence, and changes nothing."""
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("demo")


def test_it_is_refused_in_service(network, settings):
    """Outside development it does nothing."""
    settings.DEVELOPMENT = False
    with pytest.raises(demo.NotHere):
        demo.build()
