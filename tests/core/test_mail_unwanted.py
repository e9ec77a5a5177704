"""Mail that nobody waits for any more: whoever left gets no further try, and sending again never revives it."""

import time
from datetime import timedelta

import pytest
from django.db.models.functions import Now
from django.utils import timezone

from core import actions, mail
from core.mail import claims, deliver
from core.models import OutgoingMail
from tests.factories import allow, staff

pytestmark = pytest.mark.django_db
State = OutgoingMail.State
TO = "leaves@example.org"


@pytest.fixture
def keeper(site):
    """Somebody whose role looks after mail."""
    return allow(staff("keeper"), "core.view_outgoingmail", "core.change_outgoingmail")


def one(**more) -> OutgoingMail:
    """A message that waits."""
    words = {"subject": "s", "text": "t"}
    number = OutgoingMail.objects.count()
    return mail.send("core/plain", to=TO, language="en", context=words, key=f"k{number}", **more)


def leave() -> int:
    """The reader wants no more of these."""
    return actions.cancel_waiting(to=TO, template="core/plain")


def try_once(row, then) -> OutgoingMail:
    """A worker takes the row, the reader leaves, and the worker comes to its end in some way."""
    turn = deliver.Turn(time.monotonic() + 10)
    (held,) = claims.claim_single(turn.worker)
    assert leave() == 1
    row.refresh_from_db()
    assert row.state == State.SENDING
    then(turn, held)
    row.refresh_from_db()
    return row


ENDS = {
    "given back": lambda turn, _row: claims.release(turn.worker, "away"),
    "later": lambda turn, row: turn._try_again(row, "450 Greylisted"),
    "given up": lambda turn, row: turn._try_again(row, "450 Greylisted", tries=1),
    "refused": lambda turn, row: turn._send(row),
}


@pytest.mark.parametrize("end", ENDS)
def test_row_in_a_workers_hands_is_not_tried_again_once_its_reader_left(smtp_sink, end):
    smtp_sink.say("no")
    assert try_once(one(), ENDS[end]).state == State.CANCELLED
    smtp_sink.say("ok")
    OutgoingMail.objects.update(due_at=Now() - timedelta(seconds=1))
    deliver.deliver()
    assert not smtp_sink.taken()


def test_row_of_a_dead_worker_is_not_taken_up_once_its_reader_left(smtp_sink):
    def die(_turn, _row):
        OutgoingMail.objects.update(lease_until=Now() - timedelta(seconds=1))
        deliver.deliver()

    assert try_once(one(), die).state == State.CANCELLED
    assert not smtp_sink.taken()


def test_row_that_left_before_its_reader_did_is_sent(smtp_sink):
    assert try_once(one(), lambda turn, row: (smtp_sink.say("ok"), turn._send(row))).state == State.SENT


def test_failed_message_of_who_left_is_never_sent_again(keeper):
    row = one()
    OutgoingMail.objects.update(state=State.FAILED)
    assert leave() == 1
    row.refresh_from_db()
    assert row.state == State.CANCELLED
    with pytest.raises(actions.NothingFailed):
        actions.retry_mail(mails=[row], by=keeper, now=timezone.now())


def test_what_is_too_late_is_not_sent_again_and_its_moment_stays(keeper):
    now = timezone.now()
    late, good = one(expires_at=now - timedelta(minutes=1)), one(expires_at=now + timedelta(hours=1))
    OutgoingMail.objects.update(state=State.FAILED)
    with pytest.raises(actions.NotWorthSending):
        actions.retry_mail(mails=[late], by=keeper, now=now)
    assert actions.retry_mail(mails=[late, good], by=keeper, now=now) == 1
    late.refresh_from_db()
    good.refresh_from_db()
    assert (late.state, good.state, good.expires_at) == (State.FAILED, State.QUEUED, now + timedelta(hours=1))


def test_stopped_bulk_message_is_not_sent_again(keeper):
    contexts = {code: {"subject": "s", "text": "t"} for code in ("cy", "en")}
    batch = mail.send_batch("core/plain", key="b", title="T", contexts=contexts, readers=[mail.Reader(TO, "cy")])
    OutgoingMail.objects.update(state=State.FAILED)
    actions.cancel_batch(batch=batch, now=timezone.now())
    with pytest.raises(actions.NotWorthSending):
        actions.retry_mail(mails=batch.mails.all(), by=keeper, now=timezone.now())
    assert batch.mails.get().state == State.FAILED
