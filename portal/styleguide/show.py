"""Draws the samples: components and blocks on one page, each email in a frame of its own."""

import re
from pathlib import Path

from csp.decorators import csp_replace
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from wagtail.blocks import Block

from core.blocks import body_blocks
from core.mail.render import render as render_mail
from core.slots import email_samples
from portal.styleguide.samples import SAMPLES

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "components"
_CONTRACT = re.compile(r"\{#\s*(.*?)\s*#\}")
WRITTEN = ("cy", "en", "both")
SCHEMES = ("light", "dark")


def contract(name: str) -> str:
    """What a component says it needs, from the first line of its template."""
    found = _CONTRACT.match((TEMPLATES / f"{name}.html").read_text())
    return found[1] if found else ""


def render_components(request: HttpRequest | None = None) -> list[tuple[str, str, list[str]]]:
    """Each component: its name, its contract, and each sample drawn."""
    return [
        (name, contract(name), [_draw(name, sample, request) for sample in samples])
        for name, samples in SAMPLES.items()
    ]


def _draw(name: str, sample: dict, request: HttpRequest | None) -> str:
    return render_to_string(f"components/{name}.html", {**sample, "request": request})


def render_blocks() -> list[tuple[str, str, list[str]]]:
    """Each block of a page body, drawn from the value editors see as its preview."""
    drawn = []
    for name, block in body_blocks():
        block.set_name(name)
        drawn.append((name, str(block.meta.description), [_draw_block(name, block)]))
    return drawn


def _draw_block(name: str, block: Block) -> str:
    if name == "picture":  # it needs a picture that somebody uploaded
        return render_to_string("components/blocks/picture_sample.html")
    return block.render(block.get_preview_value())


def styleguide(request: HttpRequest) -> HttpResponse:
    """The page that shows everything, or one email where the query names it."""
    if "email" in request.GET:
        return one_email(request)
    scheme = request.GET.get("scheme", "")
    context = {
        "scheme": scheme if scheme in SCHEMES else "",
        "components": render_components(request),
        "blocks": render_blocks(),
        "emails": [(name, WRITTEN) for name in sorted(email_samples.all())],
    }
    return render(request, "styleguide/index.html", context)


# Mail programs know inline styles alone, so the frame that shows a mail has to allow them.
@csp_replace({"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "img-src": ["'self'", "data:"]})
def one_email(request: HttpRequest) -> HttpResponse:
    """One email as its reader gets it, by template name and written language."""
    name, written = request.GET["email"], request.GET.get("written", "both")
    sample = email_samples.all().get(name)
    if sample is None or written not in WRITTEN:
        raise Http404
    context = sample()
    return HttpResponse(render_mail(name, written, {"cy": context, "en": context}).html)
