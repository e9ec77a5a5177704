"""The portal as `make run` starts it, with its own files and port, and a browser to use it with."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.conftest import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent.parent
START_SECONDS = 240
READ_SECONDS = 60
PATIENCE = 90_000  # milliseconds a browser waits for anything: two cores run the portal, the browser and other tests


@dataclass(frozen=True)
class Portal:
    """A running portal."""

    url: str

    def mails(self, to: str) -> list[str]:
        """The addresses of the messages sent to somebody, newest first, read from the page for sent mail."""
        page = urllib.request.urlopen(f"{self.url}/dev/mail/?q={to}", timeout=20).read().decode()
        return [self.url + path for path in re.findall(r'href="(/dev/mail/[0-9a-f]+/)"', page)]

    def mail(self, to: str, containing: str = "", seconds: float = 45) -> str:
        """The text of the newest message to somebody that holds some words; waits for the worker to send it."""
        give_up = time.monotonic() + seconds
        while time.monotonic() < give_up:
            for address in self.mails(to):
                text = urllib.request.urlopen(address + "?as=text", timeout=20).read().decode()
                if containing in text:
                    return text
            time.sleep(0.5)
        raise AssertionError(f"No message to {to} with {containing!r} in {seconds} s")


@pytest.fixture(scope="session")
def portal(tmp_path_factory) -> Iterator[Portal]:
    """The portal with its demo network: web, worker and beat under the supervisor."""
    var = tmp_path_factory.mktemp("portal")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    env = {k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE")}
    url = f"http://127.0.0.1:{port}"
    env |= {"VAR_DIR": str(var), "PORT": port, "SITE_URL": url, "PYTHONUNBUFFERED": "1"}
    with (var / "log.txt").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "portal.supervise"], cwd=ROOT, env=env, stdout=log, stderr=log
        )
    try:
        wait_until_up(url, process, var / "log.txt")
        wait_until_read(url)
        yield Portal(url)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def wait_until_up(url: str, process: subprocess.Popen, log: Path) -> None:
    """Return when the portal answers, or fail with its last words."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/healthz", timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    raise AssertionError(f"The portal did not start:\n{log.read_text()[-3000:]}")


def wait_until_read(url: str) -> None:
    """Return when the worker has read the demo's files, so that what is in them is found in both languages."""
    give_up = time.monotonic() + READ_SECONDS
    for search in ("en/resources/?q=principles", "cy/adnoddau/?q=egwyddorion"):
        while b'value="research"' not in urllib.request.urlopen(f"{url}/{search}", timeout=10).read():
            assert time.monotonic() < give_up, f"{search}: no file is found"
            time.sleep(0.5)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, which looks nothing up on its own."""
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": quiet}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A laptop's screen."""
    return browser_context_args | {"viewport": {"width": 1280, "height": 900}}


def listen(page) -> list[str]:
    """What a page's console complains of and what it asks of anybody else, as it comes."""
    page.set_default_timeout(PATIENCE)
    troubles = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda request: (
            troubles.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))
            else None
        ),
    )
    return troubles


@pytest.fixture
def page(page):
    """A page that fails the test on console errors and on requests to anybody else."""
    troubles = listen(page)
    yield page
    assert not troubles


@pytest.fixture
def page_of(browser):
    """Pages of windows of their own, each as asked: page_of(viewport=…). They fail the test as `page` does."""
    windows, troubles = [], []

    def open_page(**screen):
        windows.append(browser.new_context(**screen))
        page = windows[-1].new_page()
        troubles.append(listen(page))
        return page

    yield open_page
    for window in windows:
        window.close()
    assert not any(troubles)


@pytest.fixture
def staff(portal, browser, browser_context_args):
    """Signs somebody of the staff team in, with a password, in a window of their own: staff("editor", "cy") gives its page."""
    windows = []

    def sign_in(role: str, language: str):
        from portal.demo import SIGN_INS

        _role, email, password = next(entry for entry in SIGN_INS if entry[0] == role.replace("_", " "))
        windows.append(browser.new_context(**browser_context_args))
        windows[-1].set_default_timeout(PATIENCE)
        page = windows[-1].new_page()
        page.goto(f"{portal.url}/{language}/account/login/password/")
        page.locator("[name=login]").fill(email)
        page.locator("[name=password]").fill(password)
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/account/")
        if role != "admin":  # who writes both languages, so that the admin follows the site
            speak(portal, page, language)
        return page

    yield sign_in
    for window in windows:
        window.close()


def speak(portal, page, language: str) -> None:
    """Choose the language of the staff admin."""
    page.goto(f"{portal.url}/cms/account/")
    page.locator("[name=locale-preferred_language]").select_option(language)
    with page.expect_navigation():
        page.locator("[name=locale-preferred_language]").evaluate("select => select.form.requestSubmit()")
    assert page.locator("html").get_attribute("lang") == language


@pytest.fixture
def open_date(portal, staff):
    """Has an event officer enter a date with one place: open_date(days=40, language="cy") gives where it is booked."""

    def enter(*, days: int, language: str) -> str:
        page = staff("event_officer", language)
        page.goto(f"{portal.url}/cms/dates/new/")
        page.locator("[name=event]").select_option(label={"cy": "Paned ar-lein", "en": "Online cuppa"}[language])
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

    return enter
