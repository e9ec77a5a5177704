"""The Nu checker, which knows the standard of HTML: one start of Java for a whole folder of pages."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.e2e.conftest import ROOT

JAR = ROOT / "var" / "html-checker" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def missing() -> str:
    """Why HTML cannot be checked here, in a sentence, or nothing."""
    if not shutil.which("java"):
        return "needs Java: apt install default-jre-headless"
    return "" if JAR.exists() else "needs the Nu checker: apt install npm, then bin/html-checker"


def errors_in(files: dict[Path, str]) -> list[str]:
    """What is wrong with pages that were saved, each with its own name."""
    command = ["java", "-jar", str(JAR), "--stdout", "--errors-only", "--exit-zero-always", "--format", "json"]
    said = subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=True).stdout
    found = [message for message in json.loads(said)["messages"] if message["type"] != "info"]
    names = {file.as_uri().replace("file:///", "file:/"): name for file, name in files.items()}
    return [f"{names[message['url']]}: {message['message']} {message.get('extract', '').strip()}" for message in found]
