"""The portal as real processes over a database of their own: web, worker, beat, broker, mail server. They can be killed.

    def test_something(stack):              # fixtures in tests/faults/conftest.py
        stack.start("worker", "beat")
        stack.do("prepare_issue", readers=1000)        # a function of tests/faults/deeds.py, run in a process of its own
        stack.kill("worker")

The database is copied from one that is migrated once for each set of migrations. On PostgreSQL the broker is a Redis of the
stack's own, so that it may be stopped, frozen and flushed; on SQLite it is the embedded one.
"""

import hashlib
import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.faults.sink import ROOT, Sink, free_port

APPS = ("core", "members", "events", "resources", "newsletter", "portal")
COMMANDS = {
    "worker": "celery -A portal worker --concurrency {children} --loglevel INFO --without-gossip --without-mingle --without-heartbeat",
    "beat": "celery -A portal beat --loglevel INFO --schedule {folder}/beat-schedule",
    "web": "gunicorn portal.wsgi --bind 127.0.0.1:{port} --no-control-socket --log-level warning --access-logfile -"
    " --worker-class gthread --workers 2 --threads 4",
}


class Redis:
    """A Redis server of the test."""

    def __init__(self, folder: Path):
        self.port, self.folder, self.process = free_port(), folder, None
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.start()

    def start(self) -> None:
        """Begin to answer, with nothing remembered."""
        command = [
            "redis-server",
            "--port",
            str(self.port),
            "--save",
            "",
            "--appendonly",
            "no",
            "--dir",
            str(self.folder),
        ]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_for(lambda: self.say("PING") == "PONG", 10, "Redis did not start.")

    def say(self, *words: str) -> str:
        """Send a command to the server."""
        command = ["redis-cli", "-p", str(self.port), *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=5).stdout.strip()

    def freeze(self) -> None:
        """Accept and never answer."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Answer again."""
        self.process.send_signal(signal.SIGCONT)

    def stop(self) -> None:
        """End."""
        self.process.kill()
        self.process.wait()


class Stack:
    """Processes that belong together, and their environment."""

    def __init__(self, folder: Path, *, postgres: bool, lease: int = 6, **settings: str):
        self.folder, self.processes, self.children = folder, {}, 2
        self.postgres, self.port = postgres, free_port()
        self.sink = Sink(folder)
        self.redis = Redis(folder) if postgres else None
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = clean_environment() | {"VAR_DIR": str(folder), "SITE_URL": self.url, "DEBUG": "0"}
        self.env |= {"MAIL_TRANSPORT": "smtp", "SMTP_URL": self.sink.url, "MAIL_LEASE": str(lease), **settings}
        if postgres:
            self.env |= {"REDIS_URL": self.redis.url}
        self.database = copy_database(folder, postgres)
        self.env |= {"DATABASE_URL": self.database}

    def start(self, *names: str) -> None:
        """Start processes by name, each leading a group of its own; "web" is waited for."""
        for name in names:
            command = COMMANDS[name].format(folder=self.folder, port=self.port, children=self.children)
            with (self.folder / f"{name}.log").open("a") as log:
                self.processes[name] = subprocess.Popen(
                    [sys.executable, "-m", *shlex.split(command)],
                    cwd=ROOT,
                    env=self.env,
                    stdout=log,
                    stderr=log,
                    stdin=subprocess.DEVNULL,
                    start_new_session=True,
                )
        if "web" in names:
            wait_for(self.answers, 60, "The web process did not start.")

    def answers(self) -> bool:
        """Whether the web process is up."""
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def kill(self, name: str) -> None:
        """Kill a process and all its children at once, as a machine that fails does."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def kill_child(self, name: str) -> None:
        """Kill one child of a process and nothing else, as a machine short of memory does."""
        wait_for(lambda: self.children_of(name), 10, f"The {name} has no child.")
        os.kill(self.children_of(name)[0], signal.SIGKILL)

    def children_of(self, name: str) -> list[int]:
        """The children of a process, whichever of its threads started them."""
        lists = Path(f"/proc/{self.processes[name].pid}/task").glob("*/children")
        return [int(child) for file in lists for child in file.read_text().split()]

    def do(self, deed: str, **given):
        """Run a function of tests/faults/deeds.py in a process of its own, over this stack's database; what it returns."""
        command = [sys.executable, "-m", "tests.faults.deeds", deed, json.dumps(given)]
        ran = subprocess.run(command, cwd=ROOT, env=self.env, capture_output=True, text=True, check=False, timeout=120)
        assert ran.returncode == 0, ran.stderr[-3000:]
        return json.loads(ran.stdout.splitlines()[-1])

    def query(self, sql: str) -> list[tuple]:
        """Ask the stack's database directly: quicker than a process of one's own."""
        if self.postgres:
            import psycopg

            with psycopg.connect(self.database, autocommit=True) as connection:
                return connection.execute(sql).fetchall()
        with closing(sqlite3.connect(self.folder / "db.sqlite3", timeout=20)) as connection:
            return connection.execute(sql).fetchall()

    def mail_states(self) -> dict[str, int]:
        """How many messages stand in each state."""
        return dict(self.query("SELECT state, COUNT(*) FROM core_outgoingmail GROUP BY state"))

    def logs(self) -> str:
        """The last words of every process, for a failing test."""
        return "\n".join(f"== {file.stem}\n{file.read_text()[-3000:]}" for file in self.folder.glob("*.log"))

    def end(self) -> None:
        """End every process, and forget the database."""
        for name in list(self.processes):
            self.kill(name)
        self.sink.stop()
        if self.redis:
            self.redis.stop()
        if self.postgres:
            drop_database(self.database)


def wait_for(truth, seconds: float, words: str, every: float = 0.1) -> None:
    """Wait until something is true."""
    give_up = time.monotonic() + seconds
    while not truth():
        assert time.monotonic() < give_up, words
        time.sleep(every)


def clean_environment() -> dict[str, str]:
    """The environment without the settings of the suite itself."""
    ours = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "VAR_DIR", "TEST_DB")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"DJANGO_SETTINGS_MODULE": "portal.settings.dev", "PYTHONUNBUFFERED": "1"}


def copy_database(folder: Path, postgres: bool) -> str:
    """The address of a fresh copy of a migrated database with its foundations laid."""
    if not postgres:
        shutil.copy(sqlite_template(), folder / "db.sqlite3")
        return f"sqlite:///{folder / 'db.sqlite3'}"
    name = f"stack_{os.getpid()}_{free_port()}"
    template = postgres_template()
    on_server(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return server_url(name)


def migrations_hash() -> str:
    """A short name for the present set of migrations."""
    files = sorted(file for app in APPS for file in (ROOT / app / "migrations").glob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:12]


def sqlite_template() -> Path:
    """A migrated SQLite file, made where it is missing."""
    shelf = Path(tempfile.gettempdir()) / f"portal-stack-{os.getuid()}"
    shelf.mkdir(exist_ok=True)
    kept = shelf / f"{migrations_hash()}.sqlite3"
    if not kept.exists():
        with tempfile.TemporaryDirectory() as room:
            file = Path(room) / "db.sqlite3"
            prepare(f"sqlite:///{file}", room)
            shutil.move(file, kept)
    return kept


def postgres_template() -> str:
    """A migrated PostgreSQL database, made where it is missing; those of other migrations are dropped."""
    name = f"stack_template_{migrations_hash()}"
    found = on_server("SELECT datname FROM pg_database WHERE datname LIKE 'stack\\_template\\_%'")
    if name not in found:
        making = f"{name}_{os.getpid()}"
        on_server(f'CREATE DATABASE "{making}"')
        with tempfile.TemporaryDirectory() as room:
            prepare(server_url(making), room)
        on_server(f'ALTER DATABASE "{making}" RENAME TO "{name}"')
    return name


def prepare(database: str, room: str) -> None:
    """Migrate a database and lay the foundations."""
    env = clean_environment() | {"DATABASE_URL": database, "VAR_DIR": room, "LOG_LEVEL": "WARNING"}
    for command in (["migrate", "-v0"], ["createcachetable"], ["foundations"]):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True, timeout=300)


def server_url(name: str) -> str:
    """The address of a database on the suite's PostgreSQL server."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def on_server(statement: str) -> list[str]:
    """Run a statement on the server, outside any transaction; its first column."""
    import psycopg

    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        cursor = connection.execute(statement)
        return [row[0] for row in cursor.fetchall()] if cursor.description else []


def drop_database(url: str) -> None:
    """Forget a copy."""
    on_server(f'DROP DATABASE IF EXISTS "{urlsplit(url).path[1:]}" WITH (FORCE)')
