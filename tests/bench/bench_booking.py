"""Bookings a second on one hot date, eight clients over HTTP, beside a bare Django view with a lock in the same minute.

make bench ARGS=tests/bench/bench_booking.py
"""

import sys
import time
from http.client import HTTPConnection

import pytest
from wagtail.models import Collection

from core.models import OutgoingMail
from events.models import Booking, Change, Place
from events.tokens import new_key
from tests.events.factories import date, pages
from tests.events.server import Answer, at_once, request, serving

pytestmark = [pytest.mark.bench, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
CLIENTS, EACH, ROUNDS = 8, 75, 2


def form(number: int, pk: int) -> dict:
    """One person's confirmed form."""
    person = {"name": f"Person {number}", "email": f"person{number}@example.org", "language": "cy"}
    return person | {"places": 1, "others": "", "key": new_key(pk)}


def run(address: str, pk: int, first: int, each: int = EACH) -> tuple[float, list[Answer]]:
    """Bookings a second, and every answer; each client keeps its connection and sends one form after the other."""
    path = f"/cy/events/book/{pk}/check/"
    forms = [[form(first + client * each + turn, pk) for turn in range(each)] for client in range(CLIENTS)]

    def client(mine: list[dict]) -> list[Answer]:
        line = HTTPConnection(address, timeout=30)
        return [request(address, "POST", path, sent, line) for sent in mine]

    began = time.monotonic()
    answers = [answer for mine in at_once([lambda mine=mine: client(mine) for mine in forms]) for answer in mine]
    return CLIENTS * each / (time.monotonic() - began), answers


def test_bookings_a_second_on_one_hot_date(transactional_db, tmp_path, capsys):
    """All succeed, each with its mail row and its line in the history."""
    from portal.actions import lay_foundations

    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    lay_foundations()
    on, other = date(capacity=100_000), date(capacity=100_000)
    pages(on.event), pages(other.event)
    rates = {"portal": [], "bare": []}
    answers = []
    for turn in range(ROUNDS):
        for name, wsgi, pk in (("bare", "tests.bench.bare_wsgi", other.pk), ("portal", "portal.wsgi", on.pk)):
            with serving(tmp_path, wsgi, threads=4) as address:
                run(address, pk, (turn * 2 + 1) * 1_000_000, each=5)  # the first of each process are slower
                rate, got = run(address, pk, turn * 2_000_000)
            rates[name].append(rate)
            assert {answer.status for answer in got} == {302}
            answers += got if name == "portal" else []
    made = ROUNDS * CLIENTS * (EACH + 5)
    assert Place.objects.filter(date=on).count() == Booking.objects.filter(date=on).count() == made
    assert OutgoingMail.objects.count() == Change.objects.count() == made
    report(capsys, rates, sorted(answer.seconds for answer in answers))


def report(capsys, rates: dict[str, list[float]], seconds: list[float]) -> None:
    """The figures, best round first."""
    best, bare = max(rates["portal"]), max(rates["bare"])
    with capsys.disabled():
        sys.stdout.write(f"\nBookings a second through the portal: {best:.0f}, a bare view: {bare:.0f}\n")
        sys.stdout.write(f"Ratio: {best / bare:.2f}. p95: {seconds[int(len(seconds) * 0.95)] * 1000:.0f} ms\n")
        sys.stdout.write(
            "Rounds: "
            + ", ".join(f"{a:.0f}/{b:.0f}" for a, b in zip(rates["portal"], rates["bare"], strict=True))
            + "\n"
        )
