"""Reads the words inside files, each in a process of its own that cannot take the worker with it."""

import json
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import NamedTemporaryFile

from core.models import Document
from resources.models import Trouble

CHILD = Path(__file__).with_name("pdf_child.py")
MOST_BYTES = 100_000_000  # a larger file is not read
SECONDS = 45  # by the clock, from start to end; less than a task may last
#: how a process ends that asked for more than it may have
HUNGRY = (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL)


@dataclass(frozen=True)
class Words:
    """What is inside a file: the text, where each page begins in it, and what is wrong."""

    text: str = ""
    pages: list[list[int]] = field(default_factory=list)
    page_count: int | None = None
    trouble: str = Trouble.NONE


def read_document(document: Document) -> Words:
    """The words inside a document; never raises over what is in the file."""
    if document.file_extension != "pdf":
        return Words(trouble=Trouble.NOT_PDF)
    try:
        size = document.file.size
        if not size:
            return Words(trouble=Trouble.EMPTY)
        if size > MOST_BYTES:
            return Words(trouble=Trouble.TOO_LARGE)
        with document.open_file() as source, NamedTemporaryFile(suffix=".pdf") as copy:
            for chunk in source.chunks():
                copy.write(chunk)
            copy.flush()
            return read_pdf(copy.name)
    except FileNotFoundError:
        return Words(trouble=Trouble.MISSING)


def read_pdf(path: str) -> Words:
    """The words inside a PDF of this machine."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD), path], capture_output=True, timeout=SECONDS, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        return Words(trouble=Trouble.TOO_HARD)
    with suppress(ValueError, KeyError, TypeError):
        answer = json.loads(done.stdout)
        if not done.returncode:
            return _words(answer)
    hungry = done.returncode in HUNGRY or b"MemoryError" in done.stderr
    return Words(trouble=Trouble.TOO_HARD if hungry else Trouble.BROKEN)


def _words(answer: dict) -> Words:
    text, pages = "", []
    for number, words in enumerate(answer.get("pages", ()), start=1):
        if words:
            pages.append([len(text), number])
            text += words + "\n"
    return Words(text.rstrip("\n"), pages, answer.get("page_count"), Trouble(answer["trouble"]))
