"""Sending: the draft issue leaves for a thousand readers, each in their language, and one of them leaves with it."""

import re

import pytest

from tests.e2e.looking import OURS, Look

pytestmark = pytest.mark.e2e


def test_an_issue_is_sent_and_a_reader_leaves(portal, page, staff, tmp_path):
    """Preview, send, watch it go, read it in both languages, unsubscribe by a button and not by a look."""
    officer = staff("newsletter_officer", "cy")
    officer.goto(f"{portal.url}/cms/newsletter/")
    officer.locator("main a[href*='/send/']").first.click()
    send, look = officer.url, Look(officer, portal.url, "cy", tmp_path)
    for code, there, missing in (("cy", "Annwyl", ""), ("en", "", "Annwyl")):
        officer.goto(send)
        officer.locator(f"main a[href$='/email/{code}/']").click()
        mail = officer.frame_locator("iframe").locator("body").inner_text()
        for part in (mail, officer.locator("pre").inner_text()):
            assert there in part
            assert not missing or missing not in part
    officer.goto(send)
    assert not officer.locator("button[name=send]").count()
    look.at_part("send", OURS)
    officer.locator("main a[href$='/send/check/']").click()
    officer.wait_for_url("**/send/check/")
    assert re.search(r"Anfon at \d+ o ddarllenwyr\?", officer.locator("h1").first.inner_text())
    look.at_part("check", OURS)
    assert look.troubles == {"send": [], "check": []}
    officer = staff("newsletter_officer", "en")
    look = Look(officer, portal.url, "en", tmp_path)
    for address in (send, f"{send}check/"):
        officer.goto(address)
        look.at_part(address, OURS)
    assert not any(look.troubles.values())
    assert "readers?" in officer.locator("h1").first.inner_text()
    officer.locator("button[name=send]").click()
    officer.wait_for_url("**/progress/")
    progress = officer.locator("progress")
    for _turn in range(60):
        if progress.count() and progress.get_attribute("value") == progress.get_attribute("max"):
            break
        officer.wait_for_timeout(1000)
        officer.reload()
    assert int(progress.get_attribute("value")) >= 1000
    assert "Finished" in officer.locator("[data-refresh-announce]").inner_text()

    welsh, english, both = (portal.mail(f"darllenydd-{n}@example.com", "/unsubscribe/") for n in (1, 2, 4))
    assert "Annwyl" in welsh
    assert "Annwyl" not in english
    assert "Annwyl" in both
    assert both.index("/cy/") < both.index("/en/")

    for text, code, gone in ((welsh, "cy", "Rydych chi wedi gadael"), (english, "en", "You have left")):
        look = Look(page, portal.url, code, tmp_path)
        leave = re.search(r"http\S*/newsletter/unsubscribe/\S+/", text)[0]
        assert f"/{code}/" in leave
        page.goto(leave)
        page.goto(leave)
        assert gone not in page.locator("h1").inner_text(), "a look changes nothing"
        look.at("leaving")
        page.locator("main form button[type=submit]").first.click()
        assert gone in page.locator("h1").inner_text()
        look.at("left")
        assert look.troubles == {"leaving": [], "left": []}

    officer = staff("newsletter_officer", "cy")
    officer.goto(send)
    assert officer.url.endswith("/progress/"), "a sent issue cannot be sent again"
    assert "Wedi gorffen" in officer.locator("[data-refresh-announce]").inner_text()
