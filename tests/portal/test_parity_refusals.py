"""What would leave one language behind, or put something unfinished on the site, by a side door: each is shut."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from newsletter.actions import send_issue
from portal import tasks
from portal.models import LanguageRecord, StandardPage
from portal.parity import actions
from portal.parity.gate import OtherToCheck, OwnToCheck
from tests.factories import staff
from tests.newsletter import factories as newsletter
from tests.portal.pairs import pair, publish, stale, stands


def draft(page, **changes) -> None:
    """Save other words, or dates, as a draft."""
    newest = StandardPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(newest, name, value)
    newest.save_revision(clean=False)


def again(page) -> StandardPage:
    """The page as it is kept now."""
    return StandardPage.objects.get(pk=page.pk)


def test_a_translation_that_was_checked_and_published_has_caught_up(client, live):
    """Checking the draft does not make readers' page younger; publishing it makes nothing older."""
    publish(client, live["cy"], summary="Am aderyn mawr.")
    draft(live["en"], summary="About a large bird.")
    client.post(reverse("staff_parity_checked", args=[live["en"].pk]))
    assert stale() == [live["en"].pk]  # readers still find the old words
    publish(client, live["en"], summary="About a large bird.")
    assert stale() == []


def test_an_issue_obeys_the_gate(site):
    """Words that nobody has read are not sent to everybody."""
    newsletter.reader()
    pages, by = newsletter.issue(), staff("newsletter_officer")
    LanguageRecord.objects.create(page=pages["cy"], to_check="machine")
    for page in pages.values():
        with pytest.raises((OwnToCheck, OtherToCheck)):
            send_issue(issue_page=page, by=by, now=timezone.now())
    assert not Page.objects.filter(pk__in=[page.pk for page in pages.values()], live=True).exists()
    actions.mark_checked(page=pages["cy"], by=staff("admin"), now=timezone.now())
    assert send_issue(issue_page=pages["en"], by=by, now=timezone.now()).mails.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [{"body": [("quote", {"quote": "", "by": ""})]}, {"slug": "taken"}, {"body": [("picture", {"image": None})]}],
    ids=["a block that is not whole", "an address that is taken", "a picture without one"],
)
def test_what_its_own_editor_would_refuse_does_not_go_live_with_its_pair(client, admin, site, wrong):
    """Nor by the list, nor alone for a reason."""
    pages = pair(site)
    site.home["en"].add_child(instance=StandardPage(title="Taken", slug="taken"))
    draft(pages["en"], **wrong)
    assert "missing or not right yet" in publish(client, pages["cy"]).content.decode()
    ticked = (
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={pages['en'].pk}&next=/cms/"
    )
    assert "missing or not right yet" in client.post(ticked, {}, follow=True).content.decode()
    client.post(reverse("staff_parity_publish", args=[pages["en"].pk]), {"reason": "Hurry"})
    assert stands(pages) == [False, False]


def test_one_page_that_cannot_go_live_on_time_stops_no_other(client, admin, site):
    """It is kept back, the board says why, and it is not tried again every minute."""
    hour = timezone.now() - timedelta(minutes=2)
    bad, good = pair(site), StandardPage(title="Unig", slug="unig", live=False, go_live_at=hour)
    site.home["cy"].add_child(instance=good)
    LanguageRecord.objects.create(page=good, alone_reason="Only for a Welsh-speaking group.")
    for page in (*bad.values(), good):
        page.go_live_at = hour
        revision = page.save_revision()
        revision.approved_go_live_at = hour
        revision.save()
    site.home["cy"].add_child(instance=StandardPage(title="Crëyr arall", slug="creyr-2", live=True))
    Page.objects.filter(slug="creyr-2").update(slug=bad["cy"].slug)  # taken since
    tasks.publish_scheduled()
    assert stands(bad) == [False, False]
    assert again(good).live
    board = client.get(reverse("staff_parity"), {"state": "kept_back"}).content.decode()
    assert "Approved or due, but not published. Something in it is missing or not right yet." in board
    assert not again(bad["cy"]).approved_schedule


def test_an_alias_would_be_one_language_alone(client, live):
    """A copy is made instead, as a draft."""
    address = reverse("wagtailadmin_pages:copy", args=[live["cy"].pk])
    form = {"new_title": "Crëyr arall", "new_slug": "creyr-arall", "new_parent_page": live["cy"].get_parent().pk}
    client.post(address, form | {"alias": "on"})
    made = StandardPage.objects.get(slug="creyr-arall")
    assert (made.live, made.alias_of_id) == (False, None)


def test_a_page_that_somebody_else_holds_is_not_published_alone(client, admin, site):
    """A reason does not open a lock."""
    pages = pair(site)
    pages["cy"].locked, pages["cy"].locked_by = True, staff("admin")
    pages["cy"].save()
    answer = client.post(reverse("staff_parity_publish", args=[pages["cy"].pk]), {"reason": "Hurry"}, follow=True)
    assert "Somebody else has locked this page." in answer.content.decode()
    assert stands(pages) == [False, False]


def test_both_leave_at_the_later_date_when_one_of_them_is_given_it(client, live):
    """A date is a fact of both languages."""
    later = (timezone.now() + timedelta(days=100)).replace(second=0, microsecond=0)
    publish(client, live["cy"], expire_at=timezone.localtime(later).strftime("%Y-%m-%d %H:%M"))
    assert {again(page).expire_at for page in live.values()} == {later}
    assert again(live["en"]).get_latest_revision_as_object().expire_at == later
    publish(client, live["en"])
    assert {again(page).expire_at for page in live.values()} == {None}


def test_other_dates_of_the_other_draft_are_not_thrown_away(client, admin, site):
    """Whoever presses publish is told of them."""
    pages = pair(site)
    draft(pages["en"], expire_at=timezone.now() + timedelta(days=9))
    assert "has other dates" in publish(client, pages["cy"]).content.decode()
    assert stands(pages) == [False, False]


def test_pages_below_leave_with_their_other_language(client, admin, site, live):
    """Also where the page above them is in one language already."""
    below = {}
    for code, words in {"cy": ("Wyau", "wyau"), "en": ("Eggs", "eggs")}.items():
        page = StandardPage(title=words[0], slug=words[1], summary=words[0], live=True)
        if below:
            page.translation_key = below["cy"].translation_key
        below[code] = live[code].add_child(instance=page)
    actions.unpublish_one(page=again(live["en"]), reason="Being rewritten.", by=admin, now=timezone.now())
    address = reverse("wagtailadmin_pages:unpublish", args=[live["cy"].pk])
    assert "Which languages are to leave the site?" in client.get(address).content.decode()
    client.post(address, {"languages": "one", "reason": "Both later.", "include_descendants": "on"})
    assert LanguageRecord.objects.get(page=below["en"]).alone_reason == "Both later."
    assert stands(below) == [False, True]
    publish(client, below["cy"])
    client.post(address, {"languages": "both", "include_descendants": "on"})
    assert stands(live) == [False, False]


def test_a_reason_ends_when_its_page_leaves(client, live, admin):
    """Whoever publishes it once more is asked again."""
    actions.unpublish_one(page=live["cy"], reason="Being rewritten.", by=admin, now=timezone.now())
    client.post(reverse("wagtailadmin_pages:unpublish", args=[live["en"].pk]))
    assert not LanguageRecord.objects.exclude(alone_reason="").exists()
    publish(client, again(live["en"]))
    assert stands(live) == [True, True]


def test_words_that_came_after_the_board_was_opened_are_not_checked(client, live):
    """The board says which words were read."""
    seen = again(live["en"]).latest_revision_id
    board = client.get(reverse("staff_parity")).content.decode()
    assert f'name="seen" value="{seen}"' in board
    draft(live["en"], summary="Written by a machine.")
    LanguageRecord.objects.update_or_create(page=live["en"], defaults={"to_check": "machine"})
    answer = client.post(reverse("staff_parity_checked", args=[live["en"].pk]), {"seen": seen}, follow=True)
    assert "Somebody has changed this page since" in answer.content.decode()
    assert LanguageRecord.objects.get(page=live["en"]).to_check == "machine"


def test_ticked_pages_that_one_may_not_publish_stay_as_they_are(client, site, live, monkeypatch):
    """Nothing is said to be published that was not."""
    draft(live["cy"], summary="Am aderyn mawr.")
    monkeypatch.setattr("wagtail.models.PagePermissionTester.can_publish", lambda _tester: False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = client.post(f"{address}?id={live['cy'].pk}&next=/cms/languages/", {}, follow=True).content.decode()
    assert "Published:" not in answer
    assert again(live["cy"]).summary == "Am aderyn."


def test_a_page_outside_the_site_is_not_spoken_of(client, site):
    """It has no address to lead to."""
    root = Page.objects.get(depth=1)
    outside = root.add_child(instance=StandardPage(title="Allan", slug="allan", locale=site.home["cy"].locale))
    assert client.get(f"/en/in-one-language/{outside.pk}/").status_code == 404
    assert client.get(f"/cy/in-one-language/{outside.pk}/").status_code == 404


def test_where_a_page_is_missing_its_address_is_not_offered_to_search_engines(client, site, admin):
    """No canonical address and no pair: the page beside it does not exist."""
    lonely = site.home["cy"].add_child(instance=StandardPage(title="Unig", slug="unig", live=True))
    page = client.get(f"/en/in-one-language/{lonely.pk}/").content.decode()
    assert "not in English yet" in page
    assert "canonical" not in page
    assert "hreflang" not in page.partition("</head>")[0]
