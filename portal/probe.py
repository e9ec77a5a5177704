"""Is this container's process well? Asked by the health checks of docker-compose.yml.

python -m portal.probe web|beat
"""

import os
import sys
import time
import urllib.request
from pathlib import Path

WEB = "http://127.0.0.1:8000/readyz"
# Beat writes its schedule every three minutes; the mail sweep alone gives it a reason every thirty seconds.
BEAT_SECONDS = 600


def web() -> bool:
    """The web server answers and reaches its database."""
    host = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip().lstrip(".")
    request = urllib.request.Request(WEB, headers={"Host": host})
    try:
        with urllib.request.urlopen(request, timeout=4) as response:
            return response.status == 200
    except OSError:
        return False


def beat() -> bool:
    """Beat has written its schedule lately."""
    written = [file.stat().st_mtime for file in Path(os.environ["VAR_DIR"]).glob("beat-schedule*")]
    return bool(written) and time.time() - max(written) < BEAT_SECONDS


if __name__ == "__main__":
    sys.exit(0 if {"web": web, "beat": beat}[sys.argv[1]]() else 1)
