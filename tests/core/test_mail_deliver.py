"""The engine against a real SMTP server that behaves, refuses, dawdles, hangs and falls over."""

import email
import signal
import time
from datetime import timedelta
from email import policy

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db.models.functions import Now
from django.utils import timezone

from core import mail
from core.mail import claims, deliver, transport
from core.models import MailBatch, MailSlot, OutgoingMail
from core.models.mail import Fault
from core.tasks import deliver_mail

State = OutgoingMail.State
pytestmark = pytest.mark.django_db


def queue(to="reader@example.org", **more):
    """One service message."""
    context = {"subject": "Pwnc", "text": f"I {to}"}
    number = OutgoingMail.objects.count()
    return mail.send("core/plain", to=to, language="cy", context=context, key=f"test:{number}", **more)


def queue_batch(readers, key="batch"):
    """One bulk message."""
    contexts = {code: {"subject": code, "text": "\ue000"} for code in ("cy", "en")}
    return mail.send_batch("core/plain", key=key, title="T", contexts=contexts, readers=readers, splices=["token"])


def make_due():
    """Let the time that rows wait pass."""
    OutgoingMail.objects.update(due_at=Now() - timedelta(seconds=1))
    deliver._server_rests_until = 0.0


def states():
    return dict(OutgoingMail.objects.values_list("to", "state"))


def test_message_arrives_whole_and_the_row_says_so(smtp_sink):
    row = queue()
    assert deliver.deliver() is False
    row.refresh_from_db()
    assert (row.state, row.tries, row.leased_by, row.lease_until) == (State.SENT, 1, "", None)
    assert row.sent_at
    (taken,) = smtp_sink.taken()
    assert taken["id"] == row.message_id
    message = email.message_from_string(taken["message"], policy=policy.default)
    assert message["Subject"] == "Pwnc"
    assert message["Auto-Submitted"] == "auto-generated"
    assert "I reader@example.org" in message.get_body(["plain"]).get_content()


def test_key_is_sent_once_however_often_it_is_asked(smtp_sink):
    words = {"to": "a@example.org", "language": "en", "context": {"subject": "s", "text": "t"}, "key": "once"}
    assert mail.send("core/plain", **words) is not None
    assert mail.send("core/plain", **words) is None
    deliver.deliver()
    assert len(smtp_sink.taken()) == 1


def test_one_line_carries_many_messages(smtp_sink):
    for number in range(30):
        queue(f"reader{number}@example.org")
    deliver.deliver()
    line = deliver._line()
    assert line.carried == 30
    assert len(smtp_sink.taken()) == 30


def test_line_that_the_server_closed_meanwhile_costs_no_try(smtp_sink):
    queue("first@example.org")
    deliver.deliver()
    smtp_sink.stop()
    smtp_sink.start()
    queue("second@example.org")
    deliver.deliver()
    assert states() == {"first@example.org": State.SENT, "second@example.org": State.SENT}
    assert OutgoingMail.objects.get(to="second@example.org").tries == 1


def test_one_bad_address_never_stops_the_others(smtp_sink):
    smtp_sink.say("bad:nobody")
    for to in ("a@example.org", "nobody@example.org", "not an address", "b@example.org"):
        queue(to)
    deliver.deliver()
    assert states() == {
        "a@example.org": State.SENT,
        "nobody@example.org": State.FAILED,
        "not an address": State.FAILED,
        "b@example.org": State.SENT,
    }
    assert "550" in OutgoingMail.objects.get(to="nobody@example.org").last_error
    assert "No such person" in OutgoingMail.objects.get(to="nobody@example.org").last_error
    unwritable = OutgoingMail.objects.get(to="not an address")
    assert (unwritable.fault, unwritable.last_error) == (Fault.NO_ADDRESS, "")


def test_everyone_refused_is_failed_and_visible(smtp_sink):
    smtp_sink.say("no")
    queue("a@example.org")
    queue("b@example.org")
    deliver.deliver()
    assert set(states().values()) == {State.FAILED}
    assert OutgoingMail.objects.failed().count() == 2


def test_greylisted_message_is_tried_with_patience_and_arrives(smtp_sink):
    smtp_sink.say("later")
    row = queue()
    deliver.deliver()
    row.refresh_from_db()
    assert (row.state, row.tries) == (State.QUEUED, 1)
    assert "Greylisted" in row.last_error
    assert row.due_at > timezone.now() + timedelta(seconds=50)
    smtp_sink.say("ok")
    deliver.deliver()
    assert not smtp_sink.taken()
    make_due()
    deliver.deliver()
    assert states() == {row.to: State.SENT}
    row.refresh_from_db()
    assert row.last_error == ""


def test_patience_ends_after_two_days_and_staff_see_it(smtp_sink):
    smtp_sink.say("later")
    row = queue()
    waited = timedelta()
    while True:
        make_due()
        deliver.deliver()
        row.refresh_from_db()
        if row.state == State.FAILED:
            break
        waited += row.due_at - timezone.now()
    assert row.tries == len(row.BACKOFF) + 1
    assert waited > timedelta(hours=24)


def test_busy_server_is_left_alone_after_three_broken_lines(smtp_sink):
    smtp_sink.say("busy")
    for number in range(6):
        queue(f"reader{number}@example.org")
    deliver.deliver()
    assert sorted(OutgoingMail.objects.values_list("tries", flat=True)) == [0, 0, 0, 1, 1, 1]
    assert OutgoingMail.objects.filter(state=State.QUEUED).count() == 6
    smtp_sink.say("ok")
    make_due()
    deliver.deliver()
    assert len(smtp_sink.taken()) == 6


def test_server_that_is_down_costs_no_try_and_is_asked_again_later(smtp_sink):
    smtp_sink.stop()
    row = queue()
    assert deliver.deliver() is False
    row.refresh_from_db()
    assert (row.state, row.tries, row.leased_by) == (State.QUEUED, 0, "")
    assert "refused" in row.last_error
    smtp_sink.start()
    assert deliver.deliver() is False  # it rests
    assert not smtp_sink.taken()
    deliver._server_rests_until = 0.0
    deliver.deliver()
    assert len(smtp_sink.taken()) == 1


def test_slow_server_is_waited_for(smtp_sink, settings):
    settings.SMTP_TIMEOUT = 10
    smtp_sink.say("slow:3")
    queue()
    deliver.deliver()
    assert set(states().values()) == {State.SENT}


@pytest.mark.parametrize("mode", ["hang", "drip", "mute"])
def test_server_that_hangs_is_cut(smtp_sink, settings, mode):
    settings.SMTP_TIMEOUT = 2
    smtp_sink.say(mode)
    row = queue()
    began = time.monotonic()
    deliver.deliver()
    assert time.monotonic() - began < 4
    row.refresh_from_db()
    assert row.state == State.QUEUED
    assert "timed out" in row.last_error.lower()
    smtp_sink.say("ok")
    make_due()
    deliver.deliver()
    assert set(states().values()) == {State.SENT}


def test_no_message_may_take_longer_than_half_a_lease(settings):
    settings.MAIL_TRANSPORT, settings.SMTP_TIMEOUT, settings.MAIL_LEASE = "smtp", 30, 20
    assert transport.make_transport().timeout == 10


def test_line_that_breaks_after_data_is_uncertain_and_tried_once_more(smtp_sink):
    smtp_sink.say("drop")
    row = queue()
    deliver.deliver()
    row.refresh_from_db()
    assert (row.state, row.uncertain, row.tries) == (State.QUEUED, True, 1)
    make_due()
    deliver.deliver()
    row.refresh_from_db()
    assert (row.state, row.uncertain) == (State.FAILED, True)
    assert {taken["id"] for taken in smtp_sink.taken()} == {row.message_id}
    assert len(smtp_sink.taken()) == 2


def test_uncertain_message_that_was_not_taken_arrives_the_second_time(smtp_sink):
    smtp_sink.say("cut")
    row = queue()
    deliver.deliver()
    assert not smtp_sink.taken()
    smtp_sink.say("ok")
    make_due()
    deliver.deliver()
    assert [taken["id"] for taken in smtp_sink.taken()] == [row.message_id]


def test_message_that_cannot_be_written_is_parked_after_three_tries(smtp_sink):
    poison = mail.send("core/no_such_mail", to="p@example.org", language="en", context={}, key="poison")
    queue("good@example.org")
    for _turn in range(5):
        make_due()
        deliver.deliver()
    poison.refresh_from_db()
    assert (poison.state, poison.tries) == (State.FAILED, 3)
    assert poison.fault == Fault.UNWRITTEN
    assert "TemplateDoesNotExist" in poison.last_error
    assert states()["good@example.org"] == State.SENT


def test_bulk_message_that_cannot_be_drawn_is_refused_before_anything_is_queued():
    from django.template import TemplateDoesNotExist

    with pytest.raises(TemplateDoesNotExist):
        mail.send_batch("core/no_such_mail", key="b", title="", contexts={"cy": {}, "en": {}}, readers=[])
    assert not MailBatch.objects.exists()


def test_message_whose_moment_has_passed_never_leaves(smtp_sink):
    row = queue(expires_at=timezone.now() - timedelta(seconds=1))
    deliver.deliver()
    row.refresh_from_db()
    assert row.state == State.STALE
    assert not smtp_sink.taken()


def test_lease_of_a_dead_worker_ends_and_another_sends_the_row(smtp_sink):
    row = queue()
    assert [taken.pk for taken in claims.claim_single("dead")] == [row.pk]
    deliver.deliver()
    assert not smtp_sink.taken()
    OutgoingMail.objects.update(lease_until=Now() - timedelta(seconds=1))
    deliver.deliver()
    assert len(smtp_sink.taken()) == 1


def test_worker_that_lost_its_lease_cannot_mark_the_row(smtp_sink):
    row = queue()
    slow = deliver.Turn(time.monotonic() + 10)
    (held,) = claims.claim_single(slow.worker)
    OutgoingMail.objects.update(lease_until=Now() - timedelta(seconds=1))
    claims.tidy()
    (again,) = claims.claim_single("quick")
    slow._mark(held, state=State.FAILED)
    row.refresh_from_db()
    assert (row.state, row.leased_by) == (State.SENDING, "quick")
    assert again.pk == row.pk


def test_clock_of_the_worker_does_not_matter(smtp_sink):
    import time_machine

    queue()
    claims.claim_single("alive")
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        claims.tidy()
        assert claims.claim_single("hasty") == []


def test_message_to_one_person_passes_the_bulk_message(smtp_sink):
    queue_batch([mail.Reader(f"reader{n}@example.org", "cy") for n in range(120)])
    queue("urgent@example.org")
    deliver.deliver()
    assert smtp_sink.taken()[0]["to"] == "urgent@example.org"
    assert len(smtp_sink.taken()) == 121


def test_bulk_message_reaches_each_reader_once_and_finishes(smtp_sink):
    readers = [
        mail.Reader(f"r{n}@example.org", code, splices={"token": str(n)})
        for n, code in enumerate(["cy", "en", "both", ""])
    ]
    batch = queue_batch([*readers, readers[0]])
    assert batch.counts()["total"] == 4
    assert queue_batch(readers) is None
    deliver.deliver()
    batch.refresh_from_db()
    assert batch.state == MailBatch.State.FINISHED
    assert batch.finished_at
    found = {
        taken["to"]: email.message_from_string(taken["message"], policy=policy.default)["Subject"]
        for taken in smtp_sink.taken()
    }
    assert found == {
        "r0@example.org": "cy",
        "r1@example.org": "en",
        "r2@example.org": "cy / en",
        "r3@example.org": "cy / en",
    }
    assert batch.counts() | {"sent": 4, "left": 0, "rate": 4} == batch.counts()


def test_key_of_the_longest_address_fits():
    address = "a" * 64 + "@" + ".".join(["b" * 60] * 4) + ".org"
    batch = queue_batch([mail.Reader(address, "en")], key="newsletter:" + "f" * 36)
    assert batch.mails.get().to == address


def test_paused_bulk_message_waits_and_cancelled_rows_never_leave(smtp_sink):
    from core import actions

    batch = queue_batch([mail.Reader("a@example.org", "cy")])
    actions.pause_batch(batch=batch)
    assert deliver.deliver() is False
    assert not smtp_sink.taken()
    actions.resume_batch(batch=batch)
    actions.cancel_batch(batch=batch, now=timezone.now())
    OutgoingMail.objects.update(state=State.QUEUED)  # as a worker that gives back what it held
    deliver.deliver()
    assert set(states().values()) == {State.CANCELLED}
    with pytest.raises(actions.BatchIsOver):
        actions.resume_batch(batch=batch)


def test_no_more_workers_than_slots_send_bulk_messages(settings):
    settings.MAIL_WORKERS = 2
    assert [claims.take_slot(name) for name in ("a", "b", "c", "a")] == [True, True, False, True]
    claims.leave_slot("a")
    assert claims.take_slot("c")
    MailSlot.objects.filter(held_by="b").update(held_until=Now() - timedelta(seconds=1))
    assert claims.take_slot("d")
    assert not claims.take_slot("b")


def test_crowded_worker_still_sends_messages_to_one_person(smtp_sink, settings):
    settings.MAIL_WORKERS = 1
    claims.take_slot("other")
    queue_batch([mail.Reader("bulk@example.org", "cy")])
    queue("urgent@example.org")
    assert deliver.deliver() is False
    assert [taken["to"] for taken in smtp_sink.taken()] == ["urgent@example.org"]


def test_a_turn_is_over_before_the_time_limit_of_tasks(settings):
    """Each before the next: the longest turn, the soft limit, the hard one, the lease of the embedded broker's message."""
    longest = deliver.TURN + transport.LONGEST + transport.GOODBYE
    soft, hard = settings.CELERY_TASK_SOFT_TIME_LIMIT, settings.CELERY_TASK_TIME_LIMIT
    assert longest + 5 <= soft < hard <= 60
    lease = 90 if settings.REDIS_URL else settings.CELERY_BROKER_TRANSPORT_OPTIONS["lease_seconds"]
    assert hard + 30 <= lease
    settings.MAIL_TRANSPORT, settings.SMTP_TIMEOUT, settings.MAIL_LEASE = "smtp", 300, 600
    assert transport.make_transport().timeout == transport.LONGEST


def test_turn_that_is_over_hands_its_rows_to_the_next(smtp_sink):
    for number in range(5):
        queue(f"reader{number}@example.org")
    smtp_sink.say("slow:0.2")
    assert deliver.deliver(seconds=0.1) is True
    assert OutgoingMail.objects.filter(state=State.QUEUED, leased_by="", tries=0).count() == 4


def test_soft_limit_in_the_middle_of_a_message_counts_a_try_and_hands_the_others_over(smtp_sink):
    """What Celery does to a task that is nearly too long: the exception comes out of a signal, wherever the task is."""
    for number in range(3):
        queue(f"reader{number}@example.org")
    smtp_sink.say("slow:5")
    kept = signal.signal(signal.SIGALRM, too_long)
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        deliver_mail()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, kept)
    assert sorted(OutgoingMail.objects.values_list("tries", "state", "leased_by")) == [
        (0, State.QUEUED, ""),
        (0, State.QUEUED, ""),
        (1, State.QUEUED, ""),
    ]
    smtp_sink.say("ok")
    make_due()
    deliver.deliver()
    assert set(states().values()) == {State.SENT}


def too_long(*_given):
    """The handler of Celery's soft limit."""
    raise SoftTimeLimitExceeded


def test_rows_that_nobody_reached_in_time_go_back(smtp_sink, monkeypatch):
    monkeypatch.setattr(deliver, "HOLD", 0.0)
    for number in range(5):
        queue(f"reader{number}@example.org")
    turn = deliver.Turn(time.monotonic() + 60)
    turn._send_all(claims.claim_single(turn.worker))
    assert OutgoingMail.objects.filter(state=State.QUEUED, leased_by="", tries=0).count() == 4


def test_libraries_that_send_mail_join_the_queue(smtp_sink, settings):
    from django.core.mail import send_mail

    settings.EMAIL_BACKEND = "core.mail.backend.QueueBackend"  # pytest-django puts another in its place
    send_mail("Code", "Your code: 123456", None, ["a@example.org"])
    row = OutgoingMail.objects.get()
    assert (row.template, row.context["subject"]) == ("core/plain", "Code")
    deliver.deliver()
    assert "123456" in smtp_sink.taken()[0]["message"]
