"""What the staff admin says in lists and choosers is words, in the reader's language."""

import re

import pytest
from django.utils.html import strip_tags

from resources.models import Resource
from tests.factories import staff


@pytest.fixture(params=["cy", "en"])
def language(request, client, site):
    """Signed in as an administrator who writes in that language."""
    client.force_login(staff(language=request.param))
    return request.param


def words(client, address: str) -> str:
    """The visible text of a screen."""
    answer = client.get(address)
    assert answer.status_code == 200
    page = answer.json()["html"] if answer["Content-Type"].startswith("application/json") else answer.content.decode()
    page = re.sub(r"<(script|template|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(strip_tags(page).split())


def test_lists_answer_yes_and_no_in_words(client, language):
    """A resource for members alone, and an account that is active."""
    Resource.objects.create(name="Gwyddbwyll", kind="toolkit", members_only=True)
    resources = words(client, "/cms/snippets/resources/resource/")
    assert {"cy": "Pecyn cymorth Ie", "en": "Toolkit Yes"}[language] in resources
    for text in (resources, words(client, "/cms/users/")):
        assert not re.search(r"\b(True|False|None)\b", text)


def test_lists_count_with_a_label(client, language):
    """Welsh has no plural behind a numeral; a label suits both languages."""
    assert {"cy": "Cyfrifon: 1", "en": "Accounts: 1"}[language] in words(client, "/cms/users/")


def test_who_published_is_left_empty_where_nobody_did(client, site, language):
    """Pages that the portal itself published."""
    site.home["cy"].save_revision().publish()
    assert "None" not in words(client, "/cms/reports/aging-pages/")


def test_search_among_pages_names_only_what_it_knows(client, language):
    """The heading of the results."""
    assert "None" not in words(client, "/cms/pages/search/?q=a")


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_choosers_name_their_tabs_in_the_readers_language(client, language, kind):
    """Wagtail looks the word up as it starts, whoever reads."""
    found = words(client, f"/cms/{kind}/chooser/")
    assert ("Search" in found) == (language == "en")


def test_history_names_the_portal_itself(client, site, language):
    """What nobody did."""
    site.home["cy"].save_revision().publish()
    site.home["cy"].get_latest_revision().publish()
    found = words(client, "/cms/reports/site-history/")
    assert {"cy": "y system", "en": "system"}[language] in found


def test_the_way_back_is_named_in_the_readers_language(client, language):
    """Above a list of the library."""
    found = words(client, "/cms/snippets/resources/topic/")
    assert ("Home" in found) == (language == "en")
