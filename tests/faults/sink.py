"""Starting the SMTP sink as a process of its own, and reading what it took."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Sink:
    """An SMTP server of the test."""

    def __init__(self, folder: Path, *, mode: str = "ok", keep: bool = True):
        self.port, self.log = free_port(), folder / "mail.jsonl"
        self.url = f"smtp://127.0.0.1:{self.port}"
        self.command = [sys.executable, str(ROOT / "tests/faults/smtp_sink.py"), "--port", str(self.port)]
        self.command += ["--log", str(self.log), *(["--keep"] if keep else [])]
        self.say(mode)
        self.start()

    def start(self) -> None:
        """Begin to listen."""
        self.process = subprocess.Popen(self.command, cwd=ROOT)
        for _turn in range(200):
            with socket.socket() as door:
                if door.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("The SMTP sink did not start.")

    def say(self, mode: str) -> None:
        """Behave like this from now on."""
        Path(f"{self.log}.mode").write_text(mode)

    def stop(self) -> None:
        """End, as a server that falls over does."""
        self.process.kill()
        self.process.wait()

    def taken(self) -> list[dict]:
        """Every message taken so far: to, from, id, at, message."""
        text = self.log.read_text() if self.log.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]


@pytest.fixture
def smtp_sink(tmp_path, settings) -> Iterator[Sink]:
    """A sink, and settings under which this process sends to it."""
    from core.mail import deliver

    sink = Sink(tmp_path)
    settings.MAIL_TRANSPORT, settings.SMTP_URL = "smtp", sink.url
    deliver._lines.clear()
    deliver._server_rests_until = 0.0
    yield sink
    deliver._lines.clear()
    deliver._server_rests_until = 0.0
    sink.stop()
