"""The HTML of a message as mail programs show it, for a frame: nothing in it runs, and its links open in the whole window."""

from csp.decorators import csp
from django.http import HttpRequest, HttpResponse

# Mail programs know inline styles alone.
POLICY = {
    "default-src": ["'none'"],
    "img-src": ["'self'", "data:"],
    "style-src": ["'unsafe-inline'"],
    "frame-ancestors": ["'self'"],
    "sandbox": ["allow-top-navigation-by-user-activation"],
}


@csp(POLICY)
def mail_frame(request: HttpRequest, html: str) -> HttpResponse:
    """A page of its own, under a policy of its own."""
    return HttpResponse(html.replace("<head>", '<head><base target="_top">', 1))
