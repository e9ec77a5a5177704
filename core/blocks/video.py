"""Videos that may be shown on our pages: whose they are, and their number there, read from an address."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

_YOUTUBE_HOSTS = ("youtube.com", "m.youtube.com", "youtube-nocookie.com")
_VIMEO_HOSTS = ("vimeo.com", "player.vimeo.com")
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO_PATH = re.compile(r"/(?:video/)?(\d{1,12})(?:/([0-9a-f]{6,20}))?/?")
_VIMEO_KEY = re.compile(r"[0-9a-f]{6,20}")


@dataclass(frozen=True)
class Video:
    """A video at one of the two providers that our pages may frame."""

    provider: str
    frame_url: str
    watch_url: str


def read_address(address: str) -> Video | None:
    """The video an address means, or nothing; only its number is kept, never the address itself."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    query = parse_qs(parts.query)
    if host == "youtu.be":
        return _youtube(parts.path.strip("/"))
    if host in _YOUTUBE_HOSTS:
        first, _, rest = parts.path.strip("/").partition("/")
        return _youtube(rest if first in ("embed", "shorts", "live") else query.get("v", [""])[0])
    if host in _VIMEO_HOSTS:
        found = _VIMEO_PATH.fullmatch(parts.path)
        return _vimeo(found[1], found[2] or query.get("h", [""])[0]) if found else None
    return None


def _youtube(number: str) -> Video | None:
    if not _YOUTUBE_ID.fullmatch(number):
        return None
    return Video(
        "YouTube",
        f"https://www.youtube-nocookie.com/embed/{number}?autoplay=1&rel=0",
        f"https://www.youtube.com/watch?v={number}",
    )


def _vimeo(number: str, key: str) -> Video:
    key = key if _VIMEO_KEY.fullmatch(key) else ""  # an unlisted video is shown to those who know its key
    return Video(
        "Vimeo",
        f"https://player.vimeo.com/video/{number}?autoplay=1&dnt=1" + (f"&h={key}" if key else ""),
        f"https://vimeo.com/{number}" + (f"/{key}" if key else ""),
    )
