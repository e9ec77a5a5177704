"""The embedded broker: Celery's messages in one SQLite file, each handed out under a lease.

A message stays in the file until the task that it started is acknowledged. A worker that dies holding one
loses it to the next worker when the lease ends, so the lease must be longer than any task may run.
"""

import os
import sqlite3
import threading
import time
from queue import Empty

from kombu import transport
from kombu.transport import virtual
from kombu.utils.json import dumps, loads

SCHEMA = """
CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL,
    payload TEXT NOT NULL,
    deliveries INTEGER NOT NULL DEFAULT 0,
    leased_until REAL NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS message_in_order ON message (queue, id);
"""
TAKE = """
UPDATE message SET leased_until = :now + :lease, deliveries = deliveries + 1
WHERE id = (SELECT id FROM message WHERE queue = :queue AND leased_until <= :now ORDER BY id LIMIT 1)
RETURNING id, payload, deliveries
"""
BUSY_SECONDS = 4  # a page that wakes a worker waits no longer for other writers

# One connection for each process and thread. Those a fork inherits stay in here unused and unclosed: SQLite
# forbids a child to touch, or even close, a connection that its parent opened.
_connections: dict[tuple[int, int, str], sqlite3.Connection] = {}


def _connect(path: str) -> sqlite3.Connection:
    """This thread's connection to the broker file, which is made where it is missing."""
    key = (os.getpid(), threading.get_ident(), path)
    if key not in _connections:
        _connections[key] = _open(path)
    return _connections[key]


def _open(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.executescript(f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; {SCHEMA}")
            return db
        except sqlite3.OperationalError:
            # Turning WAL on ignores the busy timeout, so two processes that make the file at once must retry.
            if time.monotonic() > give_up:
                raise
            time.sleep(0.05)


class Channel(virtual.Channel):
    """Puts, leases, acknowledges and restores messages of the broker file."""

    lease_seconds = 90
    from_transport_options = (*virtual.Channel.from_transport_options, "lease_seconds")

    def _sql(self, statement: str, **values) -> sqlite3.Cursor:
        return _connect(self.connection.client.virtual_host).execute(statement, values)

    def _put(self, queue, message, **kwargs):
        self._sql("INSERT INTO message (queue, payload) VALUES (:queue, :payload)", queue=queue, payload=dumps(message))

    def _get(self, queue, timeout=None):
        # fetchall, because a RETURNING statement commits only when it has been read to its end.
        rows = self._sql(TAKE, queue=queue, now=time.time(), lease=self.lease_seconds).fetchall()
        if not rows:
            raise Empty
        (number, payload, deliveries) = rows[0]
        message = loads(payload)
        message["properties"]["delivery_tag"] = f"{number}/{deliveries}"
        message["properties"]["delivery_info"]["redelivered"] = deliveries > 1
        return message

    def _restore(self, message):
        # Only the present holder may give a message back: a lease that ran out may be somebody else's by now.
        number, deliveries = message.delivery_tag.split("/")
        self._sql(
            "UPDATE message SET leased_until = 0 WHERE id = :number AND deliveries = :deliveries",
            number=int(number),
            deliveries=int(deliveries),
        )

    def _forget(self, delivery_tag):
        self._sql("DELETE FROM message WHERE id = :number", number=int(delivery_tag.split("/")[0]))

    def basic_ack(self, delivery_tag, multiple=False):
        """The task is done: its message goes for good, even where the lease had run out."""
        self._forget(delivery_tag)
        super().basic_ack(delivery_tag, multiple=multiple)

    def basic_reject(self, delivery_tag, requeue=False):
        """Give the message back in its old place, or drop it."""
        if not requeue:
            self._forget(delivery_tag)
        super().basic_reject(delivery_tag, requeue=requeue)

    def basic_get(self, queue, no_ack=False, **kwargs):
        """Take one message, acknowledged at once where the caller will not."""
        message = super().basic_get(queue, **kwargs)
        if message and no_ack:
            message.ack()
        return message

    def basic_consume(self, queue, no_ack, callback, consumer_tag, **kwargs):
        """Hand each message to the callback, acknowledged first where the consumer will not."""

        def acknowledged(message):
            message.ack()
            return callback(message)

        super().basic_consume(queue, False, acknowledged if no_ack else callback, consumer_tag, **kwargs)

    def _size(self, queue):
        sql = "SELECT COUNT(*) FROM message WHERE queue = :queue AND leased_until <= :now"
        return self._sql(sql, queue=queue, now=time.time()).fetchone()[0]

    def _purge(self, queue):
        sql = "DELETE FROM message WHERE queue = :queue AND leased_until <= :now"
        return self._sql(sql, queue=queue, now=time.time()).rowcount


class Transport(virtual.Transport):
    """The kombu transport behind addresses of the form sqlitelease:////folder/broker.sqlite3."""

    Channel = Channel
    polling_interval = 0.2
    driver_type = driver_name = "sqlite"
    default_connection_params = {}  # a file has no host and no port
    connection_errors = (*virtual.Transport.connection_errors, sqlite3.DatabaseError)

    def driver_version(self):
        """The version of the SQLite library."""
        return sqlite3.sqlite_version


def register() -> None:
    """Make the sqlitelease address known to kombu."""
    transport.TRANSPORT_ALIASES["sqlitelease"] = "core.broker:Transport"
