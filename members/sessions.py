"""Where somebody is signed in: noticed now and then, told in plain words, ended when what signs in has changed."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members import actions

#: what a session remembers of when it was last written down: its key and the time
SEEN = "seen"
NOW_AND_THEN = timedelta(minutes=10)
#: what a browser says of itself → its name; the first that fits, for most say they are others too
BROWSERS = [
    (r"Edg(e|A|iOS)?/", "Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/|Chromium/", "Chrome"),
    (r"Safari/", "Safari"),
]
DEVICES = [
    (r"iPhone|iPod", "iPhone"),
    (r"iPad", "iPad"),
    (r"Android.*Mobile", _("Android phone")),
    (r"Android", _("Android tablet")),
    (r"CrOS", "Chromebook"),
    (r"Windows", _("Windows computer")),
    (r"Macintosh|Mac OS X", "Mac"),
    (r"Linux|X11", _("Linux computer")),
]


def notice(get_response: Callable) -> Callable:
    """Middleware: write down that a session lasts, every ten minutes at most; until then it costs no query."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = timezone.now()
            key, at = request.session.get(SEEN) or ("", "")
            if key != request.session.session_key or now - datetime.fromisoformat(at) > NOW_AND_THEN:
                _write_down(request, request.user, now)
        return get_response(request)

    return middleware


def begun(sender, request, user, **_more) -> None:
    """Somebody signed in, in whichever way."""
    _write_down(request, user, timezone.now())


def end_others(sender, request, user, **_more) -> None:
    """What signs in has changed: whoever may have got in with what was there before is out."""
    actions.end_sessions(user=user, but=request.session.session_key)


def _write_down(request: HttpRequest, user, now: datetime) -> None:
    if key := request.session.session_key:
        actions.see_session(user=user, key=key, browser=request.META.get("HTTP_USER_AGENT", ""), now=now)
        request.session[SEEN] = [key, now.isoformat()]


def browser_of(user_agent: str) -> str:
    """Which browser it is, as people call it."""
    return str(next((name for pattern, name in BROWSERS if re.search(pattern, user_agent)), _("Another browser")))


def device_of(user_agent: str) -> str:
    """What it runs on, as people call it."""
    return str(next((name for pattern, name in DEVICES if re.search(pattern, user_agent)), _("Another device")))
