"""What search engines are told of an event: per language, by the clocks of Wales, and never the joining link."""

import json
import re
from datetime import datetime

import pytest
from django.utils import timezone

from events import actions
from events.expiry import WALES
from tests.events.factories import book, date, event, pages, ticket

LINK = "https://meet.example.org/secret-room"


@pytest.fixture
def training(site):
    """A training with two prices; one date online that is full, one in Wrexham."""
    of = event(tickets=[ticket(), ticket("Supporter", price_pence=6050)])
    online = date(
        of=of,
        starts_at=datetime(timezone.now().year + 1, 7, 1, 10, tzinfo=WALES),
        capacity=1,
        is_online=True,
        place_cy="",
        place_en="",
        joining_link=LINK,
    )
    return {"online": online, "there": date(of=of, in_days=500), "pages": pages(of)}


def told(client, page):
    """The rows on a page."""
    text = client.get(page.url).content.decode()
    (script,) = re.findall(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', text, re.DOTALL)
    assert not set("<>&") & set(script)
    return json.loads(script)["@graph"]


@pytest.mark.parametrize("code", ["cy", "en"])
def test_an_event_is_told_in_its_language(client, training, code):
    """Name, address, times with their offset, prices in pounds."""
    online, there = told(client, training["pages"][code])
    assert online["@type"] == "EducationEvent"
    assert online["name"] == training["pages"][code].title
    assert online["inLanguage"] == code
    assert online["startDate"].endswith("-07-01T10:00:00+01:00")
    assert online["url"].endswith(training["pages"][code].url)
    assert {offer["price"] for offer in online["offers"]} == {"0.00", "60.50"}
    assert there["location"] == [
        {"@type": "Place", "name": {"cy": "Wrecsam", "en": "Wrexham"}[code]} | there["location"][0]
    ]


def test_the_joining_link_stays_untold(client, training):
    """The page stands for the room online."""
    page = training["pages"]["en"]
    assert LINK not in client.get(page.url).content.decode()
    (place,) = told(client, page)[0]["location"]
    assert place["@type"] == "VirtualLocation"
    assert place["url"].endswith(page.url)


def test_it_says_what_is_full_and_what_is_called_off(client, training):
    """Availability and state follow the places."""
    book(training["online"])
    actions.cancel_date(date=training["there"], now=timezone.now(), by=None)
    online, there = told(client, training["pages"]["en"])
    assert {offer["availability"] for offer in online["offers"]} == {"https://schema.org/SoldOut"}
    assert there["eventStatus"] == "https://schema.org/EventCancelled"
    assert "offers" not in there


def test_no_name_ends_the_script(client, site):
    """Whatever an editor writes stays inside the text."""
    of = event(name_en="Tea & </script><script>alert(1)</script>")
    date(of=of)
    assert told(client, pages(of)["en"])[0]["name"] == "Tea & </script><script>alert(1)</script>"
