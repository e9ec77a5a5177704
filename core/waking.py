"""Asking the broker to start a task now. A broker that is away is left alone for a while: sweeps find what waits."""

import logging
from time import monotonic

log = logging.getLogger(__name__)

BROKER_REST = 30.0  # seconds we leave a broker alone that did not answer
_broker_rests_until = 0.0


def wake(task, *, times: int = 1, **kwargs) -> bool:
    """Ask for a task with `kwargs`, so many times; false where the broker is away, at once if it was so lately."""
    global _broker_rests_until
    if monotonic() < _broker_rests_until:
        return False
    try:
        for _turn in range(times):
            task.apply_async(kwargs=kwargs, ignore_result=True)
    except Exception as error:  # each broker has its own family of errors, and none may reach the person
        _broker_rests_until = monotonic() + BROKER_REST
        log.warning("The broker did not answer; a sweep will find what waits. %s", error)
        return False
    return True
