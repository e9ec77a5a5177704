"""The embedded broker: every message once, in order, and again after its holder died."""

import multiprocessing
import os
import signal
import time

import pytest
from kombu import Connection, Queue

from core import broker

pytestmark = pytest.mark.sqlite_only

SPAWN = multiprocessing.get_context("spawn")
WRITERS, READERS, MESSAGES = 2, 2, 1_500  # messages by each writer


@pytest.fixture
def address(tmp_path):
    """A broker file of its own for each test."""
    broker.register()
    return f"sqlitelease:///{tmp_path / 'broker.sqlite3'}"


def connect(address, **options):
    """A connection as Celery would open it, in whichever process calls."""
    broker.register()
    return Connection(address, transport_options={"polling_interval": 0.01, **options})


def write(address, writer):
    """Send this writer's messages, numbered in the order of sending."""
    with connect(address) as connection, connection.SimpleQueue("race") as queue:
        for number in range(MESSAGES):
            queue.put([writer, number])


def read(address, found):
    """Take messages until a whole second brings none, and report them in the order of arrival."""
    taken = []
    with connect(address) as connection, connection.SimpleQueue("race") as queue:
        while True:
            try:
                message = queue.get(timeout=1)
            except queue.Empty:
                break
            taken.append(tuple(message.payload))
            message.ack()
    found.put(taken)


def hold(address, ready):
    """Take one message, say so, and keep it until killed."""
    with connect(address, lease_seconds=1) as connection, connection.SimpleQueue("held") as queue:
        queue.get(timeout=5)
        ready.set()
        time.sleep(60)


def test_two_writers_and_two_readers_share_each_message_once_and_in_order(address):
    found = SPAWN.Queue()
    crowd = [SPAWN.Process(target=write, args=(address, n)) for n in range(WRITERS)]
    crowd += [SPAWN.Process(target=read, args=(address, found)) for _ in range(READERS)]
    for process in crowd:
        process.start()
    taken = [found.get(timeout=30) for _ in range(READERS)]
    for process in crowd:
        process.join(timeout=10)
    assert [process.exitcode for process in crowd] == [0] * len(crowd)
    every = [message for reader in taken for message in reader]
    assert len(every) == len(set(every)) == WRITERS * MESSAGES
    for reader in taken:
        for writer in range(WRITERS):
            numbers = [number for who, number in reader if who == writer]
            assert numbers == sorted(numbers)


def test_message_of_a_killed_reader_comes_back_when_its_lease_ends(address):
    with connect(address, lease_seconds=1) as connection, connection.SimpleQueue("held") as queue:
        queue.put("work")
        ready = SPAWN.Event()
        reader = SPAWN.Process(target=hold, args=(address, ready))
        reader.start()
        assert ready.wait(timeout=10)
        os.kill(reader.pid, signal.SIGKILL)
        reader.join(timeout=10)
        with pytest.raises(queue.Empty):
            queue.get(block=False)
        message = queue.get(timeout=5)
        assert message.payload == "work"
        assert message.delivery_info["redelivered"] is True
        message.ack()
        assert queue.qsize() == 0


def test_message_given_back_keeps_its_place(address):
    with connect(address) as connection, connection.SimpleQueue("place") as queue:
        queue.put("first")
        queue.put("second")
        queue.get(timeout=1).requeue()
        assert queue.get(timeout=1).payload == "first"


def test_closing_a_channel_gives_back_what_it_held(address):
    with connect(address) as connection:
        with connection.SimpleQueue("closing") as queue:
            queue.put("work")
            assert queue.get(timeout=1).payload == "work"
        connection.close()
    with connect(address) as connection, connection.SimpleQueue("closing") as queue:
        assert queue.get(timeout=1).payload == "work"


def test_late_holder_cannot_free_a_message_that_another_now_holds(address):
    with connect(address, lease_seconds=0) as slow, slow.SimpleQueue("late") as first:
        first.put("work")
        outlived = first.get(timeout=1)
        with connect(address, lease_seconds=60) as quick, quick.SimpleQueue("late") as second:
            held = second.get(timeout=1)
            outlived.requeue()
            with pytest.raises(second.Empty):
                second.get(block=False)
            held.ack()


@pytest.mark.parametrize("settle", ["ack", "reject"])
def test_settled_message_never_comes_back(address, settle):
    with connect(address, lease_seconds=0) as connection, connection.SimpleQueue("settled") as queue:
        queue.put("work")
        getattr(queue.get(timeout=1), settle)()
        with pytest.raises(queue.Empty):
            queue.get(block=False)


def test_reader_that_does_not_acknowledge_takes_for_good(address):
    with connect(address, lease_seconds=0) as connection, connection.SimpleQueue("plain", no_ack=True) as queue:
        queue.put("by the consumer")
        assert queue.get(timeout=1).payload == "by the consumer"
        queue.put("by asking")
        assert connection.default_channel.basic_get("plain", no_ack=True).payload == "by asking"
        assert queue.qsize() == 0


def test_purge_empties_one_queue_and_leaves_the_other(address):
    with connect(address) as connection, connection.SimpleQueue("one") as one, connection.SimpleQueue("two") as two:
        one.put("a")
        one.put("b")
        two.put("c")
        assert Queue("one")(connection.default_channel).purge() == 2
        assert (one.qsize(), two.qsize()) == (0, 1)


def test_forked_child_opens_a_connection_of_its_own(address, tmp_path):
    path = str(tmp_path / "broker.sqlite3")
    with connect(address) as connection, connection.SimpleQueue("fork") as queue:
        queue.put("before")
        here = broker._connect(path)
        found = multiprocessing.get_context("fork").Queue()
        child = multiprocessing.get_context("fork").Process(target=lambda: found.put(broker._connect(path) is here))
        child.start()
        assert found.get(timeout=5) is False
        child.join(timeout=5)
        assert queue.get(timeout=1).payload == "before"
