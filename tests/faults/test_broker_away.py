"""Redis stopped, frozen or flushed: no page waits longer than four seconds for it, and no message is lost."""

import http.cookiejar
import re
import time
import urllib.parse
import urllib.request

import pytest

from tests.faults.stack import wait_for

PATIENCE = 4.0  # seconds any page may take while the broker is away


class Visitor:
    """Somebody with a browser that keeps cookies."""

    def __init__(self, stack):
        self.url = f"{stack.url}/en/newsletter/subscribe/"
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def ask(self, email: str) -> float:
        """Ask for the newsletter; how long the answer took."""
        page = self.opener.open(self.url, timeout=30).read().decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        answers = {"csrfmiddlewaretoken": token, "email": email, "language": "en", "agreed": "on"}
        began = time.monotonic()
        with self.opener.open(self.url, urllib.parse.urlencode(answers).encode(), timeout=60) as answer:
            assert answer.status == 200
            assert "/newsletter/asked/" in answer.url
        return time.monotonic() - began


@pytest.mark.postgres
@pytest.mark.redis
def test_pages_answer_and_mail_arrives_though_redis_stops_freezes_and_forgets(stack):
    stack.start("web")
    visitor = Visitor(stack)
    visitor.ask("before@example.org")

    stack.redis.freeze()
    frozen = [visitor.ask(f"frozen{number}@example.org") for number in range(3)]
    stack.redis.thaw()
    stack.redis.say("FLUSHALL")

    stack.redis.stop()
    stopped = [visitor.ask(f"stopped{number}@example.org") for number in range(3)]
    stack.redis.start()

    assert max(frozen + stopped) <= PATIENCE, (frozen, stopped)
    assert stack.mail_states() == {"queued": 7}
    stack.start("worker", "beat")
    wait_for(lambda: len(stack.sink.taken()) == 7, 60, "Something is lost.")
    assert len({mail["id"] for mail in stack.sink.taken()}) == 7


@pytest.mark.postgres
@pytest.mark.redis
def test_saving_a_resource_with_many_files_waits_for_a_frozen_redis_once(stack):
    stack.redis.freeze()
    assert stack.do("have_files_read", number=10) <= PATIENCE
    stack.redis.thaw()


@pytest.mark.postgres
@pytest.mark.redis
def test_worker_and_beat_recover_by_themselves_when_redis_comes_back(stack):
    stack.start("worker", "beat")
    stack.do("write_mail", name="first")
    wait_for(lambda: len(stack.sink.taken()) == 1, 60, "The sweep found nothing.")
    stack.redis.stop()
    stack.do("write_mail", name="second")
    stack.redis.start()
    wait_for(lambda: len(stack.sink.taken()) == 2, 80, "Worker or beat did not come back.")


def test_sweep_sends_what_nobody_was_woken_for(stack):
    stack.start("worker", "beat")
    stack.do("write_mail", number=3)
    wait_for(lambda: len(stack.sink.taken()) == 3, 60, "The sweep found nothing.")
    wait_for(lambda: stack.mail_states() == {"sent": 3}, 10, "The rows do not know it.")
