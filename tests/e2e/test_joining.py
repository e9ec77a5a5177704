"""Joining: from an address to a member, in both languages, with scripts and without."""

import re

import pytest

pytestmark = pytest.mark.e2e


def press(page) -> None:
    """The main button of a journey's page; back when the next page is there."""
    with page.expect_navigation():
        page.locator("main form button[type=submit]").first.click()


def join(portal, page, language: str, email: str) -> None:
    """Walk the whole journey by hand."""
    page.goto(f"{portal.url}/{language}/")
    page.locator(f"a[href='/{language}/join/']").first.click()
    page.locator("[name=email]").fill(email)
    press(page)
    code = re.search(r"\b\d{6}\b", portal.mail(email))[0]
    page.locator("[name=code]").fill(code)
    press(page)
    page.locator("[name=name]").fill("Gwennan Ŵyn-Tŷ")
    press(page)
    page.locator("[name=here_as]").first.check()
    press(page)
    page.locator("[name=region]").first.check()
    press(page)
    page.locator(f"[name=language][value={language}]").check()
    press(page)
    page.locator("[name=agree]").check()
    press(page)


@pytest.mark.parametrize(
    ("language", "welcome", "greeting"), [("cy", "Croeso", "Croeso"), ("en", "Welcome", "Welcome")]
)
def test_somebody_joins(portal, page, language, welcome, greeting):
    """Email, code, name, here as, region, language, principles: a member, welcomed by mail in their language."""
    email = f"ymuno-{language}@example.org"
    join(portal, page, language, email)
    assert f"/{language}/join/welcome/" in page.url
    assert welcome in page.locator("h1").inner_text()
    assert "Gwennan Ŵyn-Tŷ" in portal.mail(email, greeting)
    page.goto(f"{portal.url}/{language}/account/")
    assert email in page.locator("main").inner_text()


@pytest.mark.parametrize("language", ["cy", "en"])
def test_somebody_joins_without_javascript(portal, browser, language):
    """The same journey with scripts off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    join(portal, page, language, f"heb-js-{language}@example.org")
    assert f"/{language}/join/welcome/" in page.url
    context.close()


@pytest.mark.parametrize(("language", "word"), [("cy", "Gwall:"), ("en", "Error:")])
def test_a_mistake_is_said_in_title_and_summary_and_loses_nothing(portal, page, language, word):
    """An address that is none: the error stands first, has focus, and what was typed is still there."""
    page.goto(f"{portal.url}/{language}/join/")
    page.locator("[name=email]").fill("dim-cyfeiriad")
    press(page)
    assert page.title().startswith(word)
    assert page.locator(".error-summary").evaluate("box => box === document.activeElement")
    assert page.locator("[name=email]").input_value() == "dim-cyfeiriad"
