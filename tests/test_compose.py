"""docker-compose.yml against the Compose specification and against what the project really has."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

pytestmark = pytest.mark.once

ROOT = Path(__file__).resolve().parent.parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("prepare", "web", "worker", "beat")
ONE_SHOT = "prepare"  # ends by itself, so it is waited for and not watched
VARIABLE = re.compile(r"(?<!\$)\$\{([A-Z_]+)(?::[-?][^}]*)?\}")
BY_CONTAINERS = {
    "POSTGRES_PASSWORD",
    "PORT",
    "WEB_WORKERS",
    "WEB_THREADS",
    "WORKER_CONCURRENCY",
    "DJANGO_SETTINGS_MODULE",
}


def example():
    """The names in .env.example with their values."""
    lines = (ROOT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def read_by_settings():
    """The names that the settings modules read from the environment."""
    sources = "".join(file.read_text() for file in (ROOT / "portal" / "settings").glob("*.py"))
    return set(re.findall(r"""env(?:\.\w+)?\(\s*"([A-Z_]+)\"""", sources))


def words(command):
    """The words of a command, whether it is written as a list or through a shell."""
    return " ".join(command).split()


def test_compose_file_follows_the_specification():
    schema = json.loads((ROOT / "tests" / "data" / "compose-spec.json").read_text())
    errors = jsonschema.Draft7Validator(schema).iter_errors(COMPOSE)
    assert [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors] == []


def test_the_specification_refuses_a_wrong_file():
    schema = json.loads((ROOT / "tests" / "data" / "compose-spec.json").read_text())
    wrong = {"services": {"web": {"image": "x", "helthcheck": {}}}}
    assert not jsonschema.Draft7Validator(schema).is_valid(wrong)


def test_every_part_of_the_portal_is_there():
    assert set(SERVICES) == {"postgres", "redis", "mail", *OURS}


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_every_service_says_whether_it_is_well(name):
    if name == ONE_SHOT:
        assert SERVICES[name]["restart"] == "no"
    else:
        assert SERVICES[name]["healthcheck"]["test"]


def test_every_service_waited_for_exists_and_can_reach_that_state():
    for service in SERVICES.values():
        for name, wait in service.get("depends_on", {}).items():
            if wait["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[name]
            if wait["condition"] == "service_completed_successfully":
                assert name == ONE_SHOT


def test_every_named_volume_is_declared():
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])


def test_every_variable_is_in_the_example_and_read_by_something():
    asked = set(VARIABLE.findall((ROOT / "docker-compose.yml").read_text()))
    assert asked == set(example())
    assert asked - BY_CONTAINERS <= read_by_settings()


def test_every_setting_given_to_the_portal_is_a_setting():
    for name in OURS:
        assert set(SERVICES[name]["environment"]) - BY_CONTAINERS <= read_by_settings()


def test_settings_without_a_default_have_none_in_the_compose_file_either():
    production = (ROOT / "portal" / "settings" / "production.py").read_text()
    required = set(re.findall(r"""env(?:\.\w+)?\("([A-Z_]+)"\)""", production))
    assert required
    for name in required:
        assert ":?" in SERVICES["web"]["environment"][name]


@pytest.mark.parametrize("name", ["prepare", "worker", "beat"])
def test_every_command_is_one_that_the_image_has(name):
    command = [word for word in words(SERVICES[name]["command"]) if word not in ("sh", "-c", "exec")]
    if command[0] == "python":
        assert (ROOT / command[1]).exists()
        assert (ROOT / "portal" / "management" / "commands" / f"{command[2]}.py").exists()
    else:
        assert command[:3] == ["celery", "-A", "portal"]
        assert shutil.which("celery") or (ROOT / ".venv" / "bin" / "celery").exists()


def test_every_probe_is_a_function_of_the_probe_module():
    from portal import probe

    for service in SERVICES.values():
        test = service.get("healthcheck", {}).get("test", [])
        if "portal.probe" in test:
            assert callable(getattr(probe, test[-1]))


def test_image_does_not_run_as_root_and_installs_from_the_lock():
    lines = (ROOT / "Dockerfile").read_text()
    assert "--require-hashes -r /tmp/requirements.txt" in lines
    assert re.search(r"^USER portal$", lines, re.MULTILINE)


@pytest.mark.parametrize("secret", ["SECRET_KEY", "SUPPRESSION_KEY"])
def test_nobody_starts_in_service_with_the_secrets_of_the_example(secret):
    """Else everybody who reads the project could forge a link."""
    given = example() | {"SECRET_KEY": "one of our own", "SUPPRESSION_KEY": "another of our own"}
    command = [sys.executable, "-c", "import portal.settings.production"]
    environment = {"PATH": os.environ["PATH"]}
    good = subprocess.run(command, cwd=ROOT, env=environment | given, capture_output=True, text=True, check=False)
    given[secret] = example()[secret]
    bad = subprocess.run(command, cwd=ROOT, env=environment | given, capture_output=True, text=True, check=False)
    assert (good.returncode, bad.returncode) == (0, 1), good.stderr
    assert "must be secrets of your own" in bad.stderr
