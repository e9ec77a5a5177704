"""A worker dies half-way through an issue: it finishes by itself, nobody is left out, and hardly anybody gets it twice."""

import email
import re
from email import policy

import pytest

from tests.faults.stack import wait_for

READERS = {"readers": 1000, "welsh": 300, "both": 100}
#: written language → whether the mail has Welsh words, whether it has English ones
LANGUAGES = {"cy": (True, False), "en": (False, True), "both": (True, True)}


def send(stack) -> int:
    """An issue on its way to a thousand readers."""
    return stack.do("send_issue", **READERS)


def finished(stack, batch: int) -> bool:
    """Whether the batch says of itself that it is done."""
    return stack.query(f"SELECT state FROM core_mailbatch WHERE id = {batch}") == [("finished",)]


def test_thousand_readers_each_in_their_language_once(stack):
    stack.start("worker")
    batch = send(stack)
    wait_for(lambda: len(stack.sink.taken()) >= 1000, 60, "The issue did not reach everyone.")
    wait_for(lambda: finished(stack, batch), 15, "The issue is not finished.", every=1)
    taken = stack.sink.taken()
    assert len({mail["to"] for mail in taken}) == len(taken) == 1000
    for mail in taken:
        code = re.match("[a-z]+", mail["to"])[0]
        message = email.message_from_string(mail["message"], policy=policy.default)
        text = message.get_body(["plain"]).get_content()
        assert ("Ŵyn bach" in text, "Small lambs" in text) == LANGUAGES[code]
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stack.mail_states() == {"sent": 1000}


def begin(stack, children: int) -> int:
    """An issue on its way, slowly, from a worker with so many children, each of which may send it."""
    stack.children, stack.env["MAIL_WORKERS"] = children, str(children)
    stack.sink.say("slow:0.01")  # so that half-way is still half-way when somebody is killed
    stack.start("worker", "beat")
    return send(stack)


def reached(stack, number: int) -> None:
    """Wait until so many messages were taken, and be sure that some are still to come."""
    wait_for(lambda: len(stack.sink.taken()) >= number, 60, f"Fewer than {number} are sent.", every=0.02)
    assert len(stack.sink.taken()) < 1000


def nothing_lost(stack, batch: int, most_copies: int) -> None:
    """The issue finishes by itself; everybody has it, with few copies, and those with the same Message-ID."""
    stack.sink.say("ok")
    wait_for(lambda: finished(stack, batch), 85, "The issue did not finish by itself.", every=0.5)
    taken = stack.sink.taken()
    ids = {mail["to"]: set() for mail in taken}
    for mail in taken:
        ids[mail["to"]].add(mail["id"])
    assert len(ids) == 1000
    assert len(taken) - len(ids) <= most_copies
    assert all(len(found) == 1 for found in ids.values())
    assert stack.mail_states() == {"sent": 1000}


@pytest.mark.parametrize("children", [1, 2])
def test_killed_worker_loses_nothing_and_repeats_at_most_one_message_for_each_child_killed_with_it(stack, children):
    """A worker sends through its children alone: with one child, one kill is at most one copy."""
    batch = begin(stack, children)
    reached(stack, 400)
    stack.kill("worker")
    assert len(stack.sink.taken()) < 1000
    stack.start("worker")
    nothing_lost(stack, batch, most_copies=children)


def test_each_killed_child_repeats_at_most_one_message(stack):
    """Only the child dies, twice; its worker lives on and replaces it."""
    batch = begin(stack, children=1)
    for number in (150, 300):
        reached(stack, number)
        stack.kill_child("worker")
    nothing_lost(stack, batch, most_copies=2)
