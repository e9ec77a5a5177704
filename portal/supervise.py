"""Run the portal on a laptop: prepare it, then keep web, worker and beat alive and end them together.

python -m portal.supervise
"""

import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
PORT = os.environ.get("PORT") or "8000"
LOG_LEVEL = os.environ.get("LOG_LEVEL", "warning").lower()
HERE = f"http://localhost:{PORT}"  # by that name, without https, browsers take passkeys; by a number they do not
GRACE_SECONDS = 8
CRASHES, CRASH_SECONDS = 3, 30  # a process that ends so often in that time will not be started again


def module(command: str) -> list[str]:
    """The command line that runs a Python module with this interpreter."""
    return [sys.executable, "-m", *shlex.split(command)]


COMMANDS = {
    "web": module(
        f"gunicorn portal.wsgi --bind 127.0.0.1:{PORT} --preload --no-control-socket --log-level {LOG_LEVEL}"
        " --worker-class gthread --workers 2 --threads 4 --graceful-timeout 3"
    ),
    "worker": module(
        f"celery --quiet -A portal worker --concurrency 2 --loglevel {LOG_LEVEL}"
        " --without-gossip --without-mingle --without-heartbeat"
    ),
    "beat": module(
        f"celery --quiet -A portal beat --loglevel {LOG_LEVEL} --schedule {shlex.quote(str(VAR_DIR / 'beat-schedule'))}"
    ),
}


def say(text: str, name: str = "portal") -> None:
    """Print lines under the name of the process they come from."""
    sys.stdout.write("".join(f"{name:>6} | {line}\n" for line in text.splitlines()))
    sys.stdout.flush()


class Guard:
    """A small process that ends the others when the supervisor itself is killed.

    It leads the process group of all of them, and learns of the supervisor's death because the pipe between
    them closes. Every process id goes down that pipe, so that each can first be asked to end by itself.
    """

    def __init__(self) -> None:
        reading, self.pipe = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.pipe)
            self._watch(reading)
        os.close(reading)
        os.setpgid(self.pid, self.pid)

    def _watch(self, reading: int) -> None:
        os.setpgid(0, 0)
        for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, signal.SIG_IGN)
        with os.fdopen(reading) as lines:
            pids = [int(line) for line in lines]
        for pid in pids:
            send(pid, signal.SIGTERM)
        living, give_up = pids, time.monotonic() + GRACE_SECONDS
        while living and time.monotonic() < give_up:
            time.sleep(0.2)
            living = [pid for pid in living if send(pid, 0)]
        os.killpg(0, signal.SIGKILL)

    def know(self, pid: int) -> None:
        """Remember a process that was started."""
        os.write(self.pipe, f"{pid}\n".encode())

    def finish(self) -> None:
        """End whatever is left of the group, the guard too."""
        os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def send(pid: int, number: int) -> bool:
    """Send a signal; False where no such process of ours is left."""
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


class Supervisor:
    """Starts each process, restarts one that ends, and ends them all together."""

    def __init__(self, commands: dict[str, list[str]]) -> None:
        self.commands = commands
        self.environment = os.environ | {"PYTHONUNBUFFERED": "1"}
        self.environment.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
        self.environment.setdefault("SITE_URL", HERE)
        self.environment.setdefault("LOG_LEVEL", LOG_LEVEL.upper())
        self.running: dict[str, subprocess.Popen] = {}
        self.ends: dict[str, list[float]] = {name: [] for name in commands}
        self.stopping = threading.Event()

    def run(self) -> int:
        """Keep every process alive until asked to stop; the exit code says whether that went well."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, lambda *_: self.stopping.set())
        self.guard = Guard()
        for name in self.commands:
            self.start(name)
        threading.Thread(target=self.announce, daemon=True).start()
        code = 0
        while code == 0 and not self.stopping.wait(0.2):
            code = self.mend()
        self.stopping.set()
        self.end()
        return code

    def start(self, name: str) -> None:
        """Start one process in the guard's group, its output under its name."""
        process = subprocess.Popen(
            self.commands[name],
            cwd=BASE_DIR,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            process_group=self.guard.pid,
            text=True,
            errors="replace",
        )
        self.guard.know(process.pid)
        self.running[name] = process
        threading.Thread(target=self.relay, args=(name, process), daemon=True).start()

    def relay(self, name: str, process: subprocess.Popen) -> None:
        """Pass the lines of one process on."""
        for line in process.stdout:
            say(line, name)

    def mend(self) -> int:
        """Start again what ended; 1 where it keeps ending."""
        for name, process in list(self.running.items()):
            if process.poll() is None:
                continue
            now = time.monotonic()
            self.ends[name] = [at for at in self.ends[name] if now - at < CRASH_SECONDS] + [now]
            if len(self.ends[name]) >= CRASHES:
                say(f"{name} ended {CRASHES} times within {CRASH_SECONDS} seconds. Stopping everything.")
                return 1
            say(f"{name} ended with code {process.returncode}. Starting it again.")
            self.start(name)
        return 0

    def end(self) -> None:
        """Ask every process to end, and after a while make it."""
        say("Stopping.")
        for process in self.running.values():
            process.terminate()
        give_up = time.monotonic() + GRACE_SECONDS
        for name, process in self.running.items():
            try:
                process.wait(timeout=max(0, give_up - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"{name} did not end within {GRACE_SECONDS} seconds and is killed.")
        self.guard.finish()
        say("Stopped.")

    def announce(self) -> None:
        """Say where the portal is, once it answers."""
        while not self.stopping.wait(0.3):
            if answers(f"{HERE}/healthz"):
                say(welcome())
                return


def answers(address: str) -> bool:
    """Tell whether an address answers with success."""
    try:
        with urllib.request.urlopen(address, timeout=2) as response:
            return response.status == 200
    except (OSError, urllib.error.URLError):
        return False


def welcome() -> str:
    """Where the portal and its mail are, and who can sign in."""
    lines = [
        "",
        "Web, worker and beat are running.",
        "",
        f"Cymraeg    {HERE}/cy/",
        f"English    {HERE}/en/",
        f"Sent mail  {HERE}/dev/mail/",
        f"Admin      {HERE}/cms/",
    ]
    sign_ins = VAR_DIR / "sign-ins.txt"
    if sign_ins.exists():
        lines += ["", "Sign in as:", *sign_ins.read_text().splitlines()]
    return "\n".join([*lines, "", "Ctrl-C stops everything.", ""])


def port_is_free() -> bool:
    """Tell whether the web server can listen where it is to."""
    with socket.socket() as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(("127.0.0.1", int(PORT)))
        except OSError:
            return False
    return True


def main() -> int:
    """Refuse a taken port, prepare the database, then run until stopped."""
    if not PORT.isdecimal() or not 0 < int(PORT) < 65536:
        say(f"PORT is {PORT!r}: give a number from 1 to 65535.")
        return 1
    if not port_is_free():
        say(f"Port {PORT} is taken. Stop what uses it, or choose another: make run PORT={int(PORT) % 65535 + 1}")
        return 1
    supervisor = Supervisor(COMMANDS)
    prepare = [sys.executable, "manage.py", "prepare"]
    code = subprocess.run(prepare, check=False, cwd=BASE_DIR, env=supervisor.environment).returncode
    return code or supervisor.run()


if __name__ == "__main__":
    sys.exit(main())
