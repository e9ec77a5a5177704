"""Deliveries stand in one line with all other tasks: a newsletter on its way out never makes that line longer."""

from datetime import timedelta

import kombu
import pytest
from django.db.models.functions import Now

from core import mail
from core.mail import claims, deliver, sharing
from core.models import MailSlot, OutgoingMail, PeriodicRun
from core.tasks import deliver_mail, sweep_mail

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two_workers(settings, tmp_path, monkeypatch):
    """Two may send bulk messages at once; mail goes nowhere in particular, and fast."""
    settings.MAIL_WORKERS, settings.MAIL_TRANSPORT = 2, "folder"
    settings.MAIL_FOLDER = tmp_path
    monkeypatch.setattr(deliver, "_server_rests_until", 0.0)
    deliver._lines.clear()
    yield
    deliver._lines.clear()


@pytest.fixture
def line(monkeypatch):
    """What was put into the broker's line and not taken out yet: a task's name and arguments each."""
    waiting = []

    def publish(_producer, body, headers=None, **_more):
        waiting.append((headers["task"], body[1]))

    monkeypatch.setattr(kombu.Producer, "publish", publish)
    return waiting


def queue_issue(readers: int):
    """A bulk message."""
    contexts = {code: {"subject": code, "text": "t"} for code in ("cy", "en")}
    people = [mail.Reader(f"reader{number}@example.org", "cy") for number in range(readers)]
    return mail.send_batch("core/plain", key="issue", title="T", contexts=contexts, readers=people)


def queue_letter(number: int = 0):
    """A message to one person."""
    context = {"subject": "s", "text": "t"}
    return mail.send("core/plain", to="one@example.org", language="en", context=context, key=f"letter:{number}")


def sweep():
    """The next turn of the timetable, ten seconds on."""
    PeriodicRun.objects.update(taken_at=Now() - timedelta(seconds=10))
    sweep_mail()


def test_sweeps_wake_nobody_while_every_slot_is_held(line):
    queue_issue(3)
    assert claims.take_slot("a")
    assert claims.take_slot("b")
    for _turn in range(10):
        sweep()
    assert line == []


@pytest.mark.parametrize(
    ("held", "letters", "woken"), [(0, 0, 2), (1, 0, 1), (0, 1, 3), (2, 1, 1)], ids=["none", "one", "letter", "both"]
)
def test_a_sweep_wakes_one_worker_for_each_free_slot_and_one_for_letters(line, held, letters, woken):
    queue_issue(3)
    for number in range(letters):
        queue_letter(number)
    for number in range(held):
        claims.take_slot(str(number))
    sweep()
    assert [name for name, _more in line] == ["core.tasks.deliver_mail"] * woken


def test_a_slot_whose_worker_died_is_free_again(line):
    queue_issue(3)
    claims.take_slot("a")
    claims.take_slot("b")
    MailSlot.objects.filter(held_by="b").update(held_until=Now() - timedelta(seconds=1))
    sweep()
    assert len(line) == 1


def test_letters_alone_wake_one_worker_and_nothing_wakes_none(line):
    sweep()
    assert line == []
    queue_letter()
    sweep()
    assert len(line) == 1


def test_a_turn_that_is_over_asks_for_one_more_in_its_own_slot(line, monkeypatch):
    monkeypatch.setattr(deliver, "HOLD", 0.0)
    monkeypatch.setattr(deliver, "monotonic", Clock(step=5.0))
    queue_issue(20)
    deliver_mail()
    ((_name, more),) = line
    assert MailSlot.objects.get(held_by=more["before"]).held_until
    deliver_mail()  # somebody else's: takes the other slot
    deliver_mail()  # none is left for this one, which ends
    assert len(line) == 2
    line.clear()
    deliver_mail(**more)
    assert len(line) == 1
    assert not MailSlot.objects.filter(held_by=more["before"]).exists()


def test_the_last_turn_leaves_its_slot(line):
    queue_issue(3)
    claims.take_slot("before")
    deliver_mail(before="before")
    assert line == []
    assert set(MailSlot.objects.values_list("held_by", flat=True)) == {""}
    assert sharing.workers_wanted() == 0


def test_a_slot_that_cannot_be_handed_on_is_left(monkeypatch):
    """The broker is away: the sweep finds the rows, and a free slot."""

    def away(*_args, **_kwargs):
        raise ConnectionError

    monkeypatch.setattr(kombu.Producer, "publish", away)
    monkeypatch.setattr(deliver, "HOLD", 0.0)
    monkeypatch.setattr(deliver, "monotonic", Clock(step=5.0))
    queue_issue(20)
    deliver_mail()
    assert OutgoingMail.objects.filter(state="queued").exists()
    assert sharing.workers_wanted() == 2


class Clock:
    """A clock that moves by itself whenever somebody looks, so that a turn is soon over."""

    def __init__(self, step: float):
        self.now, self.step = 1000.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_other_tasks_never_wait_long_while_an_issue_is_sent(line, monkeypatch):
    """Five minutes with a sweep and a booking's letter every ten seconds: one process, one line, first come first served."""
    clock = Clock(step=0.2)
    monkeypatch.setattr(deliver, "monotonic", clock)
    queue_issue(2000)
    began = next_sweep = clock.now
    waits = []
    while clock.now < began + 300:
        if clock.now >= next_sweep:
            next_sweep += 10
            queue_letter(OutgoingMail.objects.count())
            mail.wake()  # as the commit of a booking does
            line += [("core.tasks.sweep_mail", {}), ("expire_offers", {"asked": clock.now})]
        name, more = line.pop(0) if line else ("nothing", {})
        if name == "core.tasks.deliver_mail":
            deliver_mail(**more)
        elif name == "core.tasks.sweep_mail":
            sweep()
        elif name == "expire_offers":
            waits.append(clock.now - more["asked"])
        clock.now += 0.1
    assert len(waits) > 10
    assert max(waits) <= 60

    assert OutgoingMail.objects.filter(state="queued").exists()
