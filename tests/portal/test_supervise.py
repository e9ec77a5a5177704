"""The supervisor of `make run`: every process starts, comes back, and ends with the others."""

import os
import signal
import subprocess
import sys
import time

import pytest

from portal.settings import base
from portal.supervise import welcome

pytestmark = pytest.mark.once

STAY = "import time; print('here', flush=True); time.sleep(60)"
WITH_CHILD = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {STAY!r}]); {STAY}"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {STAY}"
FAILS = "import sys; sys.exit(3)"
RUN = """
import sys
from portal import supervise
supervise.GRACE_SECONDS = 1
commands = dict(zip(["web", "worker"], [[sys.executable, "-c", code] for code in sys.argv[1:]]))
sys.exit(supervise.Supervisor(commands).run())
"""


@pytest.fixture
def supervise():
    """Start a supervisor over the given pieces of Python."""
    started = []

    def start(*codes):
        process = subprocess.Popen([sys.executable, "-c", RUN, *codes], stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def lines_until(process, wanted, times=1):
    """Read what the supervisor says until a line contains something for the given time."""
    seen = []
    for line in process.stdout:
        seen.append(line)
        times -= wanted in line
        if times == 0:
            return seen
    raise AssertionError(f"{wanted!r} was not said: {seen}")


def children(pid):
    """The process ids of all that a process started, and of all that those started."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    state, parent = file.read().rpartition(")")[2].split()[:2]
            except OSError:
                continue
            if int(parent) == pid and state != "Z":
                found += [int(entry), *children(int(entry))]
    return found


def living(pids):
    """Those of the processes that have not ended."""
    found = []
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] != "Z":
                    found.append(pid)
        except OSError:
            continue
    return found


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_every_process_with_their_children(supervise, ending):
    process = supervise(STAY, WITH_CHILD)
    lines_until(process, "here", times=3)
    all_of_them = children(process.pid)
    assert len(all_of_them) == 4  # the guard, two processes, one child
    process.send_signal(ending)
    assert process.wait(timeout=10) == 0
    assert living(all_of_them) == []


def test_process_that_will_not_end_is_killed(supervise):
    process = supervise(DEAF)
    lines_until(process, "here")
    all_of_them = children(process.pid)
    process.terminate()
    lines_until(process, "web did not end within 1 seconds and is killed.")
    assert process.wait(timeout=10) == 0
    assert living(all_of_them) == []


@pytest.mark.parametrize("code", [WITH_CHILD, DEAF])
def test_killed_supervisor_leaves_no_orphan(supervise, code):
    process = supervise(STAY, code)
    lines_until(process, "here", times=2)
    all_of_them = children(process.pid)
    process.kill()
    process.wait()
    give_up = time.monotonic() + 10
    while living(all_of_them) and time.monotonic() < give_up:
        time.sleep(0.1)
    assert living(all_of_them) == []


def test_process_that_ends_is_started_again(supervise):
    process = supervise(STAY)
    lines_until(process, "here")
    guard, web = sorted(children(process.pid))
    os.kill(web, signal.SIGKILL)
    lines_until(process, "web ended with code -9. Starting it again.")
    lines_until(process, "here")
    assert guard in children(process.pid)


def test_process_that_keeps_ending_stops_everything_and_fails(supervise):
    process = supervise(STAY, FAILS)
    lines_until(process, "worker ended 3 times within 30 seconds. Stopping everything.")
    assert process.wait(timeout=10) == 1


def test_taken_port_is_said_before_anything_starts():
    import socket

    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = str(door.getsockname()[1])
        result = subprocess.run(
            [sys.executable, "-m", "portal.supervise"],
            env=os.environ | {"PORT": port},
            capture_output=True,
            text=True,
            check=False,
        )
    assert result.returncode == 1
    assert f"Port {port} is taken." in result.stdout


@pytest.mark.parametrize("port", ["x", "0", "70000", "-1"])
def test_port_that_is_no_port_is_refused(port):
    result = subprocess.run(
        [sys.executable, "-m", "portal.supervise"],
        env=os.environ | {"PORT": port},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "give a number from 1 to 65535" in result.stdout


def test_address_is_printed_by_a_name_that_browsers_take_passkeys_at():
    """WebAuthn knows no numbers, and without https only localhost."""
    told = welcome()
    assert "http://localhost:" in told
    assert "127.0.0.1" not in told
    assert "localhost" in base.ALLOWED_HOSTS
