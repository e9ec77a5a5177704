"""Stacks of real processes for tests that break them."""

import os
from collections.abc import Iterator

import pytest

from tests.faults.stack import Stack


@pytest.fixture
def stack(tmp_path) -> Iterator[Stack]:
    """The portal's processes over the database of this run: PostgreSQL and an own Redis, or SQLite and the embedded broker."""
    made = Stack(tmp_path, postgres="postgres" in os.environ.get("DATABASE_URL", ""))
    try:
        yield made
    finally:
        made.end()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """A failing test shows what its processes said last."""
    outcome = yield
    report = outcome.get_result()
    if report.failed and "stack" in item.funcargs:
        report.sections.append(("the stack's logs", item.funcargs["stack"].logs()))
