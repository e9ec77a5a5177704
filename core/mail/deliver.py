"""Sending what waits: claim under a lease, hand over one by one, mark each row by its own write."""

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from uuid import uuid4

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.models.functions import Now

from core.mail import claims, sharing
from core.mail.compose import Unwritable, compose
from core.mail.transport import Away, Later, Rejected, Uncertain, make_transport
from core.models import OutgoingMail
from core.models.mail import Fault

log = logging.getLogger(__name__)
State = OutgoingMail.State

TURN = 20.0  # seconds one turn lasts at most, besides the message in hand: other tasks wait behind it
HOLD = 5.0  # seconds after which rows still unsent go back: an urgent message never waits behind fifty slow ones
POISON_TRIES = 3
LOST_IN_A_ROW = 3  # so many broken lines, one after the other, mean that the server is not well
SERVER_REST = 20.0  # seconds this process leaves a server alone that is away

_lines: dict[int, object] = {}
_server_rests_until = 0.0


def new_worker() -> str:
    """A name for one turn: a message of the broker that comes twice makes two turns, and they must not share rows."""
    return f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"


def deliver(*, seconds: float = TURN, worker: str = "", before: str = "") -> bool:
    """Send what is due for at most `seconds`; whether another turn would find more to do. Safe to run twice at once.

    Whoever names the `worker` is to start that other turn, with this one as `before`: a slot for bulk messages stays
    taken between the two, so that nobody else begins a row of turns there.
    """
    if monotonic() < _server_rests_until:
        if before:
            claims.leave_slot(before)
        return False
    turn, more = Turn(monotonic() + seconds, worker), False
    with _quick_commits():
        try:
            more = turn.take(before)
        finally:
            if not (more and worker):
                claims.leave_slot(turn.worker)
            log.info("Messages sent in this turn: %d", turn.sent)
    return more


class Turn:
    """One worker's turn at the queue."""

    def __init__(self, until: float, worker: str = ""):
        self.worker = worker or new_worker()
        self.until = until
        self.sent = self.lost = 0
        self.away = ""  # the words of a server that cannot be used
        self.crowded = False  # enough others send bulk messages

    def take(self, before: str) -> bool:
        """Set right what others left, send, give back what is left; whether another turn would find more to do."""
        if before:
            sharing.take_over_slot(self.worker, before)
        claims.tidy()
        try:
            self.run()
        finally:
            claims.release(self.worker, self.away)
        claims.finish_batches()
        return not self.away and not self.crowded and claims.anything_due()

    def run(self) -> None:
        """Send until nothing is due, the time is up or the server is away."""
        while monotonic() < self.until and not self.away:
            rows = claims.claim_single(self.worker) or self._bulk()
            if not rows:
                return
            self._send_all(rows)

    def _bulk(self) -> list[OutgoingMail]:
        if not claims.bulk_waits():
            return []
        self.crowded = not claims.take_slot(self.worker)
        return [] if self.crowded else claims.claim_bulk(self.worker)

    def _send_all(self, rows: list[OutgoingMail]) -> None:
        hold_until = min(self.until, monotonic() + min(HOLD, settings.MAIL_LEASE / 2))
        for row in rows:
            try:
                self._send(row)
            except Away as error:
                self._leave_alone(str(error))
                break
            if monotonic() > hold_until:
                break
        else:
            return
        claims.release(self.worker, self.away)

    def _send(self, row: OutgoingMail) -> None:
        """Send one row and write what became of it; only Away leaves it as it is."""
        try:
            letter = compose(row)
            _line().send(sender=letter.sender, to=letter.to, message=letter.message)
        except Unwritable as error:
            self._mark(row, state=claims.if_wanted(State.FAILED), fault=error.fault, last_error="")
        except Rejected as error:
            self._mark(row, state=claims.if_wanted(State.FAILED), last_error=str(error))
        except Later as error:
            self._later(row, error)
            return
        except Uncertain as error:
            # One more try with the same Message-ID, so that the reader's side can drop the copy; never a third.
            self._try_again(row, str(error), fault=Fault.LINE, tries=0 if row.uncertain else None, uncertain=True)
        except (Away, DatabaseError):
            raise
        except SoftTimeLimitExceeded:
            _line().close()  # perhaps in the middle of a message
            self._try_again(row, "", fault=Fault.UNWRITTEN, tries=POISON_TRIES)
            raise
        except Exception as error:  # what breaks one message must not stop the others
            log.exception("Message %s cannot be written", row.pk)
            words = f"{type(error).__name__}: {error}"
            self._try_again(row, words, fault=Fault.UNWRITTEN, tries=POISON_TRIES)
        else:
            self._mark(row, state=State.SENT, sent_at=Now(), last_error="")
            self.sent += 1
        self.lost = 0

    def _later(self, row: OutgoingMail, error: Later) -> None:
        self._try_again(row, str(error), fault=Fault.LINE if error.lost else "")
        self.lost = self.lost + 1 if error.lost else 0
        if self.lost >= LOST_IN_A_ROW:
            raise Away(str(error))

    def _leave_alone(self, words: str) -> None:
        global _server_rests_until
        log.warning("The mail server cannot be used: %s", words)
        self.away = words
        _server_rests_until = monotonic() + SERVER_REST

    def _try_again(self, row: OutgoingMail, words: str, tries: int | None = None, **changes) -> None:
        """Put a row back with patience, or give up after the allowed tries and leave it for staff."""
        allowed = len(row.BACKOFF) + 1 if tries is None else tries
        if row.tries + 1 >= allowed:
            changes |= {"state": claims.if_wanted(State.FAILED)}
        else:
            changes |= {"state": claims.if_wanted(State.QUEUED), "due_at": Now() + row.BACKOFF[row.tries]}
        self._mark(row, last_error=words, **changes)

    def _mark(self, row: OutgoingMail, **changes) -> None:
        held = OutgoingMail.objects.filter(pk=row.pk, state=State.SENDING, leased_by=self.worker)
        held.update(**{"leased_by": "", "lease_until": None, "tries": row.tries + 1, "fault": "", **changes})


def _line():
    """This process's own line: a forked child never shares its parent's."""
    if os.getpid() not in _lines:
        _lines.clear()
        _lines[os.getpid()] = make_transport()
    return _lines[os.getpid()]


@contextmanager
def _quick_commits() -> Iterator[None]:
    """Let PostgreSQL answer before it wrote to disk.

    A killed worker loses nothing by that. A database whose power fails may forget the last moments, and those readers
    get a copy with the same Message-ID.
    """
    on_postgres = connection.vendor == "postgresql"
    if on_postgres:
        with connection.cursor() as cursor:
            cursor.execute("SET synchronous_commit TO off")
    try:
        yield
    finally:
        if on_postgres and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SET synchronous_commit TO DEFAULT")
