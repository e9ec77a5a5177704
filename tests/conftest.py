"""What every test may ask for: a site in two languages, people, the outbox; and what a skip means."""

import os
import shutil

import pytest
from django.db import connection
from django.utils import translation

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")  # without a window it is a third lighter
STRICT = os.environ.get("STRICT") == "1"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """With STRICT=1 a skipped test has failed."""
    outcome = yield
    report = outcome.get_result()
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"STRICT=1, and this was skipped: {report.longrepr}"


def pytest_collection_modifyitems(config, items):
    """Tests marked postgres, redis or e2e are skipped, with the reason, where their server is not there."""
    on_postgres = "postgres" in os.environ.get("DATABASE_URL", "")
    has_redis = bool(os.environ.get("REDIS_URL"))
    for item in items:
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: set DATABASE_URL"))
        if item.get_closest_marker("redis") and not has_redis:
            item.add_marker(pytest.mark.skip(reason="needs Redis: set REDIS_URL"))
        if item.get_closest_marker("sqlite_only") and on_postgres:
            item.add_marker(pytest.mark.skip(reason="is about SQLite"))
        if item.get_closest_marker("e2e") and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="needs Chromium: apt install chromium-headless-shell"))


@pytest.fixture(autouse=True)
def fresh_memories():
    """What a process remembers starts afresh in each test: rendered bodies, the broker's rest, the last reader's language."""
    from core import waking
    from core.mail import compose

    compose._batch_body.cache_clear()
    waking._broker_rests_until = 0.0
    translation.activate("en")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The suite's database holds the foundations from the start, as every real one does."""
    if connection.settings_dict["NAME"] != connection.creation._get_test_db_name():
        return  # no test of this run asked for a database, so this is not the suite's
    with django_db_blocker.unblock():
        from portal.actions import lay_foundations

        lay_foundations()


@pytest.fixture(autouse=True)
def foundations_stand(request):
    """A test that commits is followed by a flush, which takes the foundations along: the next one finds them again."""
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        return
    if marker or "db" in request.fixturenames:
        from wagtail.models import Collection

        from portal.actions import lay_foundations

        request.getfixturevalue("db")
        if not Collection.objects.exists():
            lay_foundations()


@pytest.fixture
def site(db):
    """The two page trees, as `manage.py foundations` lays them; anew where a test that commits was followed by a flush."""
    from wagtail.models import Site

    from portal.actions import Foundations, lay_foundations
    from portal.models import HomePage

    found = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    home = {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}
    return Foundations(site=found, home=home) if found and len(home) == 2 else lay_foundations()


@pytest.fixture
def on_postgres():
    """Whether this run is on PostgreSQL."""
    return connection.vendor == "postgresql"


@pytest.fixture
def on(site):
    """A date with two kinds of place."""
    from tests.events.factories import date, event, pages, ticket

    made = date(of=event(tickets=[ticket(), ticket("Members")]))
    pages(made.event)
    return made
