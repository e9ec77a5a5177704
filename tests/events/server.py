"""The portal behind a real web server with several processes, on the database of the test, and clients that press at once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from ipaddress import ip_address
from itertools import count
from pathlib import Path
from threading import Barrier
from urllib.parse import urlencode, urlsplit

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent.parent
SECRET = "only-for-tests"
TOKEN = "c" * 32
START_SECONDS = 30
_visitors = count()


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    location: str
    body: str
    seconds: float


def database_url() -> str:
    """The database that this test talks to, as another process is told of it."""
    known = connection.settings_dict
    secret = f":{known['PASSWORD']}" if known["PASSWORD"] else ""
    return f"postgres://{known['USER']}{secret}@{known['HOST']}:{known['PORT'] or 5432}/{known['NAME']}"


@contextmanager
def serving(var: Path, wsgi: str = "portal.wsgi", workers: int = 2, threads: int = 16) -> Iterator[str]:
    """A gunicorn of several processes and threads; gives its host and port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "DEBUG": "false",
        "DATABASE_URL": database_url(),
        "SECRET_KEY": SECRET,
        "SITE_URL": f"http://{address}",
        "VAR_DIR": str(var),
        "LOG_LEVEL": "WARNING",
        "TRUSTED_PROXY_COUNT": "1",
    }
    command = [sys.executable, "-m", "gunicorn", f"{wsgi}:application", "-b", address]
    command += ["-w", str(workers), "--threads", str(threads), "--backlog", "512", "--no-control-socket"]
    with (var / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        try:
            wait_until_up(address, process, var / "server.log")
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_until_up(address: str, process: subprocess.Popen, log: Path) -> None:
    """Return when it answers, or fail with its last words."""
    give_up = time.monotonic() + START_SECONDS
    while time.monotonic() < give_up and process.poll() is None:
        try:
            if request(address, "GET", "/healthz").status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"The server did not start:\n{log.read_text()[-3000:]}")


def request(
    address: str, method: str, path: str, fields: dict | None = None, kept: HTTPConnection | None = None
) -> Answer:
    """One request from an address of its own, with the cookie and the token of a form; over a kept connection, if any."""
    line = kept or HTTPConnection(address, timeout=30)
    headers = {"Cookie": f"csrftoken={TOKEN}", "Content-Type": "application/x-www-form-urlencoded"}
    headers["X-Forwarded-For"] = str(ip_address("10.0.0.1") + next(_visitors))
    body = urlencode(fields | {"csrfmiddlewaretoken": TOKEN}) if fields is not None else None
    began = time.monotonic()
    line.request(method, path, body=body, headers=headers)
    answer = line.getresponse()
    text = answer.read().decode(errors="replace")
    if kept is None:
        line.close()
    return Answer(answer.status, urlsplit(answer.getheader("Location", "")).path, text, time.monotonic() - began)


def at_once(calls: list[Callable[[], Answer]]) -> list[Answer]:
    """Make all the calls from as many threads, all starting at the same moment."""
    gate = Barrier(len(calls))

    def run(call: Callable[[], Answer]) -> Answer:
        gate.wait()
        return call()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
