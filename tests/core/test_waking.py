"""A broker that is away is asked once, by whatever room, and then left alone for a while."""

import kombu
import pytest

from core import mail, waking
from resources.actions import wake


@pytest.fixture
def tries(monkeypatch):
    """How often a broker that does not answer was asked."""
    asked = []

    def away(*_args, **_kwargs):
        asked.append(1)
        raise ConnectionError

    monkeypatch.setattr(kombu.Producer, "publish", away)
    return asked


@pytest.mark.parametrize("first", [mail.wake, lambda: wake(1)], ids=["mail", "files"])
def test_mail_and_files_share_the_rest_of_a_broker_that_is_away(tries, first):
    assert first() is False
    assert [mail.wake(4), wake(1), wake(2)] == [False] * 3
    assert len(tries) == 1


def test_it_is_asked_again_when_it_has_rested(tries, monkeypatch):
    assert mail.wake() is False
    began = waking.monotonic()
    monkeypatch.setattr(waking, "monotonic", lambda: began + waking.BROKER_REST + 1)
    assert mail.wake() is False
    assert len(tries) == 2
