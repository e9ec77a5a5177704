"""Looks at one page after the other, as it stands in the browser, and keeps what is wrong with each."""

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles import finders

HERE = Path(__file__).parent
WIDE, NARROW = ({"width": width, "height": 900} for width in (1280, 320))
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
EVERY_RULE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
#: A message stands inside a mail program, which has the landmarks and the first heading that good practice asks of a page.
MAIL_RULES = {"runOnly": {"type": "tag", "values": TAGS[:-1]}, "resultTypes": ["violations"]}
#: all that a colour scheme can change
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
#: The bar, the menu and the lists' own filters around them are Wagtail's, and so is how wide and heavy they are.
OURS = "main .nice-padding"
MOST_BYTES, MOST_SCRIPT = 100 * 1024, 15 * 1024


@cache
def compressed(address: str) -> int:
    """The size of a style sheet or script as it is sent in service, in bytes; 0 of anything else."""
    path = urlsplit(address).path
    is_ours = path.startswith("/static/") and path.endswith((".css", ".js"))
    file = finders.find(path.removeprefix("/static/")) if is_ours else None
    return len(gzip.compress(Path(file).read_bytes())) if file else 0


@dataclass
class Look:
    """A browser's page under observation, in a portal whose address is `home`."""

    page: object
    home: str
    language: str
    folder: Path
    troubles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: set[str] = field(default_factory=set)
    sizes: dict[str, int] = field(default_factory=dict)
    files: dict[Path, str] = field(default_factory=dict)
    asked: list = field(default_factory=list)
    said: list = field(default_factory=list)

    def __post_init__(self):
        self.page.add_init_script(path=HERE / "looking.js")
        self.page.on("console", lambda message: self.said.append(message) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("response", self._remember)

    def _remember(self, response) -> None:
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self.answer = response

    def at(self, state: str, *, skips: bool = True, weighs: bool = True) -> None:
        """Look at what the browser shows now: wide, narrow, in forced colours, spaced out; a piece seen first, in the dark too."""
        page, found = self.page, self.troubles[state]
        page.evaluate("document.fonts.ready.then(() => {})")
        found += self.ask("frame", self.language)
        if weighs:
            found += self._weight()
        page.evaluate(AXE_SCRIPT)
        self._wide(found, self._remember_classes())
        self._narrow(found)
        if skips:
            found += self.ask("skipLink")
        found += self._noise()
        self._keep(state)

    def at_part(self, state: str, selector: str) -> None:
        """Look at the part of a screen that is ours; its frame, its width and its weight belong to a library."""
        page, found = self.page, self.troubles[state]
        found += self.ask("frame", self.language)
        page.evaluate(AXE_SCRIPT)
        for width in (NARROW, WIDE):
            page.set_viewport_size(width)
            found += self.axe(EVERY_RULE, f"{width['width']}", selector)
        found += self._noise()

    def at_mail(self, state: str) -> None:
        """Look at a message as a mail program shows it."""
        page, found = self.page, self.troubles[state]
        page.evaluate(AXE_SCRIPT)
        for width in (NARROW, WIDE):
            page.set_viewport_size(width)
            found += self.axe(MAIL_RULES, f"{width['width']}") + self.ask("sideways")
        page.emulate_media(color_scheme="dark")
        found += self.axe(COLOURS, "dark")
        page.emulate_media(color_scheme="light")
        found += self._noise()

    def ask(self, what: str, *args) -> list[str]:
        """What the page says of itself."""
        return self.page.evaluate(f"looking.{what}(...{json.dumps(args)})")

    def axe(self, options: dict, where: str, selector: str = ":root") -> list[str]:
        """What axe finds, one line for each element."""
        results = self.page.evaluate(f"axe.run({json.dumps(selector)}, {json.dumps(options)})")
        return [
            f"{where}: {rule['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
            for rule in results["violations"]
            for node in rule["nodes"]
        ]

    def _remember_classes(self) -> bool:
        """Whether the page has a piece that no page before it had: a scheme changes the look of pieces, not of words."""
        classes = set(self.ask("classes"))
        new = not classes <= self.seen
        self.seen |= classes
        return new

    def _wide(self, found: list[str], in_the_dark_too: bool) -> None:
        found += self.axe(EVERY_RULE, "wide")
        found += self.ask("sideways") + self.ask("smallTargets") + self.ask("cutWhenSpaced")
        self.page.emulate_media(forced_colors="active", reduced_motion="reduce")
        found += self.ask("lostInForcedColours") + self.ask("moving")
        self.page.emulate_media(forced_colors="none", reduced_motion="no-preference")
        if in_the_dark_too:
            self.page.emulate_media(color_scheme="dark")
            found += self.axe(COLOURS, "dark")
            self.page.emulate_media(color_scheme="light")

    def _narrow(self, found: list[str]) -> None:
        self.page.set_viewport_size(NARROW)
        found += self.axe(EVERY_RULE, "narrow")
        found += self.ask("sideways") + self.ask("smallTargets") + self.ask("cutText") + self.ask("cutWhenSpaced")
        self.page.set_viewport_size(WIDE)

    def _weight(self) -> list[str]:
        """What comes over the line in service: styles and scripts compressed, as WhiteNoise sends them, and the page as it is."""
        parts = dict(self.ask("parts"))
        self.sizes |= {address: compressed(address) or size for address, size in parts.items() if size}
        weight = sum(self.sizes.get(address, 0) for address in parts)
        script = sum(self.sizes.get(address, 0) for address in parts if address.endswith(".js"))
        found = [f"{weight} bytes in all"] if weight > MOST_BYTES else []
        return found + ([f"{script} bytes of JavaScript"] if script > MOST_SCRIPT else [])

    def _noise(self) -> list[str]:
        """What the console, the policy and other hosts heard of this page, and nothing of the one before."""
        noise = [f"policy: {report}" for report in self.ask("reports")]
        for message in self.said:
            is_status = getattr(message, "location", {}).get("url") == self.answer.url and self.answer.status >= 400
            noise += [] if is_status else [f"console: {getattr(message, 'text', message)}"]
        own = (self.home, "data:", "blob:", "about:")
        noise += [f"asked another host: {url}" for url in self.asked if not url.startswith(own)]
        self.said.clear()
        self.asked.clear()
        return noise

    def _keep(self, state: str) -> None:
        """The page as it was served, for the checker of HTML."""
        file = self.folder / f"{len(self.files)}.html"
        file.write_bytes(self.answer.body())
        self.files[file] = state
