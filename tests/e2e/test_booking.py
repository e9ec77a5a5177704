"""Booking: staff open a date with one place; one person gets it, the next waits, and gets it when it is given back."""

import re
from datetime import datetime, timedelta

import pytest

pytestmark = pytest.mark.e2e


def open_date(portal, staff, days: int) -> str:
    """An event officer enters a date with one place; the address where it is booked, without the language."""
    page = staff("event_officer")
    page.goto(f"{portal.url}/cms/dates/new/")
    page.locator("[name=event]").select_option(label="Online cuppa")
    day = (datetime.now().astimezone() + timedelta(days=days)).strftime("%Y-%m-%d")
    for name, value in {"starts_at": f"{day} 10:00", "ends_at": f"{day} 11:00", "capacity": "1"}.items():
        page.locator(f"[name={name}]").fill(value)
    for name in ("place_cy", "place_en"):
        page.locator(f"[name={name}]").fill("Neuadd y Dref")
    page.keyboard.press("Escape")
    page.locator("form button[type=submit]").last.click()
    page.wait_for_url("**/cms/dates/")
    links = page.locator("a[href*='/cms/dates/edit/']").evaluate_all("all => all.map(a => a.href)")
    newest = max(int(re.search(r"/edit/(\d+)/", link)[1]) for link in links)
    return f"events/book/{newest}/"


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
def test_the_last_place_goes_round(portal, page, context, staff, language, days, booked, offered):
    """Book, wait, cancel, offer, accept: each by its page and its mail, in the reader's language."""
    address = f"{portal.url}/{language}/" + open_date(portal, staff, days)
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


def test_staff_see_and_export_the_bookings(portal, staff):
    """The list in the admin, and the same as a file."""
    page = staff("event_officer")
    page.goto(f"{portal.url}/cms/bookings/")
    assert page.locator("main table tbody tr").count() > 10
    with page.expect_download() as file:
        page.evaluate("location.href = '/cms/bookings/?export=csv'")
    text = file.value.path().read_text(encoding="utf-8-sig")
    assert "@example.org" in text
