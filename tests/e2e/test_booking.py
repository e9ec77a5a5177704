"""Booking: staff open a date with one place; one person gets it, the next waits, and gets it when it is given back."""

import re

import pytest

pytestmark = pytest.mark.e2e


def book(page, address: str, name: str, email: str, language: str) -> None:
    """Two steps: who comes, and the check of the answers."""
    page.goto(address)
    page.locator("[name=name]").fill(name)
    page.locator("[name=email]").fill(email)
    page.locator(f"[name=language][value={language}]").check()
    page.locator("main form button[type=submit]").first.click()
    assert name in page.locator("main").inner_text()
    page.locator("main form button[type=submit]").first.click()


def link_in(mail: str, part: str) -> str:
    """The address in a mail that holds some path."""
    return re.search(rf"http\S*/{part}/\S+/", mail)[0]


@pytest.mark.parametrize(
    ("language", "days", "booked", "offered"),
    [
        ("cy", 40, "Mae eich lle wedi’i gadw|Mae eich lle wedi'i gadw", "Mae lle i chi"),
        ("en", 41, "Your place is booked", "There is a place for you"),
    ],
)
def test_the_last_place_goes_round(portal, page, context, open_date, language, days, booked, offered):
    """Book, wait, cancel, offer, accept: each by its page and its mail, in the reader's language."""
    address = f"{portal.url}/{language}/" + open_date(days=days, language=language)
    first, second = (f"{who}-{language}@example.org" for who in ("cyntaf", "ail"))

    book(page, address, "Cyntaf Ŵyr", first, language)
    assert re.search(booked, page.locator("h1").inner_text())
    confirmation = portal.mail(first)
    page.goto(address)
    assert re.search(booked, page.locator("h1").inner_text()), "coming back says so, and asks for nothing"

    context.clear_cookies()
    book(page, address, "Ail Ŷd", second, language)
    assert "/waiting/" in page.url
    portal.mail(second)

    page.goto(link_in(confirmation, "booking"))
    page.locator("form[action*=cancel] button").click()
    offer = portal.mail(second, "/offer/")
    page.goto(link_in(offer, "offer"))
    assert offered in page.locator("h1").inner_text()
    page.locator("form[action*=accept] button").click()
    assert re.search(booked, page.locator("h1").inner_text())
    portal.mail(second, "/booking/")


@pytest.mark.parametrize(("language", "heading"), [("cy", "Enw"), ("en", "Name")])
def test_staff_see_and_export_the_bookings(portal, staff, language, heading):
    """The list in the admin, and the same as a file, in the language of whoever asks."""
    page = staff("event_officer", language)
    page.goto(f"{portal.url}/cms/bookings/")
    assert page.locator("main table tbody tr").count() > 10
    with page.expect_download() as file:
        page.evaluate("location.href = '/cms/bookings/?export=csv'")
    text = file.value.path().read_text(encoding="utf-8-sig")
    assert "@example.org" in text
    assert heading in text.splitlines()[0].split(",")
