"""Two ways to use a page: by keyboard alone, and by pointer on a small telephone without JavaScript.

A journey is written once, for either. The keyboard looks at each stop on its way; the pointer at each page.
"""

import re
from pathlib import Path

MOST_STOPS = 400
WRONG = {"cy": "Gwall:", "en": "Error:"}

#: What a page remembers while the keyboard is on it: how each stop looks without focus, and what is asked of the one that has it.
LOOK = """() => {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth + outlineColor, boxShadow].join();
  };
  const group = (element) => element.closest(".with-aside > *, nav, aside, header, footer, main");
  const bare = new WeakMap();
  for (const element of document.querySelectorAll("a, button, input, select, textarea, summary, [tabindex]"))
    if (element !== document.activeElement) bare.set(element, look(element));
  let last = null;

  const covered = (element) => [...element.getClientRects()].filter((box) => box.width && box.height).find((box) => {
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return !hit || !(element.contains(hit) || hit.contains(element));
  });
  const backwards = (element) => {
    if (!last || !last.isConnected) return false;
    if (last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) return true;
    if (group(last) !== group(element)) return false;
    const [from, to] = [last, element].map((each) => each.getBoundingClientRect());
    const above = to.bottom <= from.top && to.left < from.right;
    const before = to.right <= from.left && to.top < from.bottom && from.top < to.bottom;
    return above || before;
  };

  window.stop = (forward) => {
    const element = document.activeElement;
    if (!element || element === document.body) { last = null; return null; }
    const words = element.cloneNode().outerHTML.slice(0, 160) + element.textContent.trim().slice(0, 40);
    const wrong = [];
    if (element.matches(".skip-link")) last = null;
    if (bare.has(element) && look(element) === bare.get(element)) wrong.push("looks no different with focus");
    if (element.id !== "main" && covered(element)) wrong.push("is hidden");
    if (forward && backwards(element)) wrong.push("comes before " + last.outerHTML.slice(0, 160));
    const same = element === last;
    last = element;
    return { words, wrong, same, there: element === window.aim, skip: element.matches(".skip-link"), foot: Boolean(element.closest("footer")) };
  };
}"""
HAS_FOCUS = "target => target === document.activeElement"
AIM = "target => (window.aim = target) === document.activeElement"  # whether focus is there already
LIES_BEFORE = """target => {
  const here = document.activeElement;
  return here !== document.body && Boolean(here.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING);
}"""
IN_MAIN = "target => Boolean(target.closest('main'))"
FINDS_ANEW = "target => Boolean(window.htmx && target.closest('.facets'))"
ANSWER = "() => ({come: new Promise(come => addEventListener('htmx:finally:request', come, {once: true}))})"


class Hands:
    """What both can do. Each step ends when the next page is there and was looked at."""

    def __init__(self, portal, page, language: str):
        self.portal, self.page, self.language = portal, page, language

    @property
    def name(self) -> str:
        """The way in a word, for addresses of their own."""
        return type(self).__name__.lower()

    @property
    def h1(self) -> str:
        """What the page is called, with plain apostrophes."""
        return self.page.locator("h1").inner_text()

    def start(self, path: str) -> None:
        """The one address that is typed: where a journey begins, or a link in a mail."""
        self.page.goto(path if path.startswith("http") else f"{self.portal.url}/{self.language}/{path}")
        self.arrive()

    def arrive(self) -> None:
        """Look at the page that has come: its language, one heading, and where there is a mistake, that it is said."""
        page = self.page
        assert page.locator("html").get_attribute("lang") == self.language, page.url
        assert page.locator("h1").count() == 1, page.url
        has_summary = bool(page.locator(".error-summary").count())
        assert page.title().startswith(WRONG[self.language]) == has_summary, page.title()

    def menu(self, link: str) -> None:
        """Go somewhere by the main menu, which may have to be opened first."""
        self.open(".menu-toggle summary")
        self.follow(f".main-nav {link}")

    def send(self) -> None:
        """The main button of the page's form."""
        self.follow("main form .button--primary")

    def is_wrong(self, name: str) -> None:
        """Send the form as it is; the page comes back, says so, and leads to the question."""
        self.send()
        self.to_mistake(name)

    def first(self, target: str):
        """The first thing of a kind that can be seen."""
        return self.page.locator(target).locator("visible=true").first

    def open(self, summary: str) -> None:
        """Open what is folded away, if it is."""
        if self.page.locator(summary).is_visible():
            self.turn(summary)


class Pointer(Hands):
    """A finger on a telephone 375 wide, without JavaScript."""

    SCREEN = {"viewport": {"width": 375, "height": 800}, "java_script_enabled": False}

    def arrive(self) -> None:
        super().arrive()
        assert "javascript" not in self.page.locator("body").inner_text().casefold()
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 375, self.page.url

    def follow(self, target: str) -> None:
        """Press a link or a button, and look at what comes."""
        with self.page.expect_navigation():
            self.first(target).click()
        self.arrive()

    def turn(self, summary: str) -> None:
        """Open what a summary folds."""
        self.page.locator(summary).click()

    def write(self, name: str, text: str) -> None:
        """Fill in a question in words."""
        self.page.locator(f"main [name={name}]").fill(text)

    def choose(self, name: str, value: str) -> None:
        """One of several."""
        self.page.locator(f"main [name={name}][value='{value}']").check()

    def tick(self, tick: str) -> None:
        """A yes, or one of those of which several may be chosen."""
        self.first(tick).check()

    def to_mistake(self, name: str) -> None:
        """From the summary to the question."""
        self.page.locator(".error-summary a").first.click()
        assert self.page.locator(":focus").get_attribute("name") == name

    def take(self, link: str) -> Path:
        """A file behind a link."""
        with self.page.expect_download() as download:
            self.first(link).click()
        return download.value.path()


class Keyboard(Hands):
    """Tab, Shift and Tab, Enter, Space, arrows and letters; at each stop, focus is seen and stands in reading order."""

    SCREEN = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
    walked: set[str] = set()  # pages whose every stop was seen in this run, without what differs from one to the next

    def arrive(self) -> None:
        super().arrive()
        self.page.evaluate(LOOK)
        if self.page.locator(".error-summary").count():
            assert self.page.locator(".error-summary").evaluate(HAS_FOCUS), "the summary of errors has focus"
            return
        kind = re.sub(r"\d+|[\w:-]{24,}", "…", self.page.url.split("?")[0])
        if kind not in Keyboard.walked:
            Keyboard.walked.add(kind)
            self.walk()

    def stop(self, key: str = "Tab") -> dict | None:
        """Press a key that moves focus, and look where it is now: None between the last stop and the first."""
        self.page.keyboard.press(key)
        found = self.page.evaluate("forward => window.stop(forward)", key == "Tab")
        if found:
            assert not found["wrong"], f"{self.page.url}\n{found['words']}\n{found['wrong']}"
            assert not found["same"], f"{self.page.url}: no way on from {found['words']}"
        return found

    def walk(self) -> None:
        """Every stop of the page, from the link that skips the head to the foot, and round to that link again."""
        assert (self.stop() or {}).get("skip"), f"{self.page.url} does not begin with the link to its main part"
        last = None
        for _turn in range(MOST_STOPS):
            here = self.stop() or last  # the browser's own window comes after the last stop
            if here["skip"]:
                break
            last = here
        else:
            raise AssertionError(f"{self.page.url}: no end after {MOST_STOPS} stops")
        assert last["foot"], f"{self.page.url} ends with {last['words']}"

    def reach(self, target: str) -> None:
        """Move focus to something, by the skip link where it stands in the main part of a new page."""
        wanted = self.first(target)
        if self.page.evaluate("document.activeElement === document.body"):
            assert (self.stop() or {}).get("skip"), f"{self.page.url} does not begin with the link to its main part"
        skips = self.page.locator(".skip-link").evaluate(HAS_FOCUS)
        if skips and wanted.evaluate(IN_MAIN):
            self.page.keyboard.press("Enter")
            assert self.page.locator("main").evaluate(HAS_FOCUS)
        if wanted.evaluate(AIM):
            return
        key = "Shift+Tab" if wanted.evaluate(LIES_BEFORE) else "Tab"
        for _turn in range(MOST_STOPS):
            found = self.stop(key)
            assert found, f"{self.page.url}: no way to {target}"
            if found["there"]:
                return
        raise AssertionError(f"{self.page.url}: no way to {target}")

    def follow(self, target: str) -> None:
        """Press Enter on a link or a button, and look at what comes."""
        self.reach(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrive()

    def send(self) -> None:
        """Enter in a question in words, as people do; else on the main button."""
        if not self.page.evaluate(
            "document.activeElement.matches('main form input[name]:not([type=radio], [type=checkbox])')"
        ):
            super().send()
            return
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.arrive()

    def turn(self, summary: str) -> None:
        """Open what a summary folds."""
        self.reach(summary)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Type over what is in a question."""
        self.reach(f"main [name={name}]")
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def choose(self, name: str, value: str) -> None:
        """One of several, by arrows from the one that Tab leads to."""
        checked = self.page.locator(f"main [name={name}]:checked").count()
        self.reach(f"main [name={name}]" + (":checked" if checked else ""))
        wanted = self.page.locator(f"main [name={name}][value='{value}']")
        for _turn in range(self.page.locator(f"main [name={name}]").count()):
            if wanted.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        assert wanted.is_checked()

    def tick(self, tick: str) -> None:
        """A yes, or one of those of which several may be chosen, by Space; where that finds anew, focus stays on it."""
        self.reach(tick)
        answer = self.page.evaluate_handle(ANSWER) if self.first(tick).evaluate(FINDS_ANEW) else None
        self.page.keyboard.press("Space")
        if answer:
            answer.evaluate("answer => answer.come.then(() => true)")
            assert self.first(tick).evaluate(HAS_FOCUS)
        assert self.first(tick).is_checked()

    def to_mistake(self, name: str) -> None:
        """Tab to the first link of the summary, Enter, and the question has focus."""
        assert self.stop()
        self.page.keyboard.press("Enter")
        assert self.page.locator(":focus").get_attribute("name") == name

    def take(self, link: str) -> Path:
        """A file behind a link."""
        self.reach(link)
        with self.page.expect_download() as download:
            self.page.keyboard.press("Enter")
        return download.value.path()
