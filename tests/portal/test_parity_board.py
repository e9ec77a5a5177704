"""The board of two languages: who sees which page, what it says of each, in few queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from events.models import EventIndexPage, EventPage
from portal.models import LanguageRecord, StandardPage
from portal.parity import actions
from portal.parity.states import State, chosen, rows_for
from tests.events import factories as events
from tests.factories import staff
from tests.portal.pairs import pair

BOARD = "staff_parity"


def state(user, title: str) -> dict[str, str]:
    """How a page stands in each language."""
    (row,) = chosen(rows_for(user), query=title)
    return {code: str(cell.state) for code, cell in row.cells.items()}


def test_each_state_is_told(site):
    """From nothing at all to checked, and back to out of date."""
    admin, now, pages = staff("admin"), timezone.now(), pair(site)
    assert state(admin, "creyr") == {"cy": "draft", "en": "draft"}
    LanguageRecord.objects.create(page=pages["en"], to_check="machine")
    assert state(admin, "creyr")["en"] == "to_check"
    actions.mark_checked(page=pages["en"], by=admin, now=now)
    actions.publish(page=pages["cy"], by=admin, now=now)
    assert state(admin, "creyr") == {"cy": "live", "en": "checked"}
    welsh = StandardPage.objects.get(pk=pages["cy"].pk)
    welsh.summary = "Am aderyn mawr."
    welsh.save_revision().publish()
    assert state(admin, "creyr") == {"cy": "live", "en": "stale"}
    pages["en"].delete()
    assert state(admin, "creyr") == {"cy": "live", "en": "missing"}
    actions.publish_alone(page=StandardPage.objects.get(pk=welsh.pk), reason="Un iaith", by=admin, now=now)
    assert state(admin, "creyr") == {"cy": "live", "en": "alone"}


def test_a_check_is_of_the_words_that_were_read(site):
    """New words are unread again."""
    admin, pages = staff("admin"), pair(site)
    actions.publish(page=pages["cy"], by=admin, now=timezone.now())
    welsh = StandardPage.objects.get(pk=pages["cy"].pk)
    actions.mark_checked(page=welsh, by=admin, now=timezone.now())
    assert state(admin, "creyr")["cy"] == "checked"
    welsh.save_revision().publish()
    assert state(admin, "creyr")["cy"] == "live"


@pytest.mark.parametrize(("role", "mine", "not_mine"), [("event_officer", "Dod", "Crëyr"), ("editor", "Crëyr", None)])
def test_whoever_may_edit_pages_sees_those_that_they_may_edit(client, site, role, mine, not_mine):
    """And nobody else sees the board or its menu item."""
    pair(site)
    events.pages(events.event(name_cy="Dod ynghyd", name_en="Coming together"))
    client.force_login(staff(role))
    board = client.get(reverse(BOARD)).content.decode()
    assert mine in board
    assert not_mine is None or not_mine not in board
    client.force_login(staff("membership_officer"))
    assert reverse(BOARD) not in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize(("language", "said"), [("cy", "Angen ei diweddaru"), ("en", "Out of date")])
def test_the_board_finds_counts_and_leads_on_in_both_languages(client, site, language, said):
    """By state, kind, language and title; with a way to act."""
    admin, pages = staff("admin", language=language), pair(site)
    actions.publish(page=pages["cy"], by=admin, now=timezone.now())
    LanguageRecord.objects.create(page=pages["en"], stale_since=timezone.now())
    client.force_login(admin)
    address = reverse(BOARD)
    board = client.get(address, {"state": "stale", "language": "en", "kind": "standardpage", "q": "creyr"})
    html = board.content.decode()
    assert said in html
    assert {code: number for code, _name, number in board.context["counts"]}[State.STALE] == 1
    assert reverse("wagtailadmin_pages:edit", args=[pages["en"].pk]) in html
    assert reverse("staff_parity_checked", args=[pages["en"].pk]) in html
    for query in ({"language": "cy", "state": "stale"}, {"q": "drudwy"}, {"kind": "homepage", "q": "creyr"}):
        assert not client.get(address, query).context["pairs"].object_list
    back = f"{address}?state=stale"
    answer = client.post(reverse("staff_parity_checked", args=[pages["en"].pk]), {"next": back})
    assert answer.url == back
    assert not client.get(back).context["pairs"].object_list
    elsewhere = client.post(reverse("staff_parity_checked", args=[pages["en"].pk]), {"next": "https://example.com/"})
    assert elsewhere.url == address


def test_many_pages_cost_no_more_queries_than_few(client, site):
    """One for the pages with their records, whoever looks."""
    client.force_login(staff("event_officer"))
    parent = EventIndexPage.objects.get(locale__language_code="cy")

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(reverse(BOARD)).status_code == 200
        return len(seen)

    numbers = []
    for count in (2, 20):
        for number in range(count):
            event = events.event()
            page = EventPage(title=f"D {count} {number}", event=event, locale=parent.locale)
            parent.add_child(instance=page)
            LanguageRecord.objects.create(page=page, checked_by=staff("editor"), checked_at=timezone.now())
        queries()
        numbers.append(queries())
    assert numbers[0] == numbers[1]


def test_nobody_marks_or_publishes_what_they_may_not_edit(client, site):
    """An officer of another room is refused at the door and in the action."""
    officer, pages = staff("event_officer"), pair(site)
    client.force_login(officer)
    for name in ("checked", "publish", "words"):
        client.post(reverse(f"staff_parity_{name}", args=[pages["cy"].pk]), {"reason": "Fi"})
    assert not LanguageRecord.objects.exists()
    for act in (
        lambda: actions.mark_checked(page=pages["cy"], by=officer, now=timezone.now()),
        lambda: actions.publish_alone(page=pages["cy"], reason="Fi", by=officer, now=timezone.now()),
        lambda: actions.take_words(source=pages["cy"], target=pages["en"], content=b"", by=officer),
    ):
        with pytest.raises(actions.NotYours):
            act()
