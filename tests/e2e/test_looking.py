"""The checks of pages: each finds what it is for, and nothing else."""

import pytest

from tests.e2e import html_checker
from tests.e2e.looking import MOST_BYTES, MOST_SCRIPT, WIDE, Look

pytestmark = pytest.mark.e2e

HOME = "http://127.0.0.1:9"  # nobody answers there, so that every answer is ours
POLICY = "default-src 'self' http://elsewhere.example; style-src 'unsafe-inline'; script-src 'self'; base-uri 'none'"
SOUND = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tudalen</title><style>
  body {{ background: #fff; color: #222 }} :focus-visible {{ outline: 3px solid #222 }} a {{ color: #00c }}
  @media (prefers-reduced-motion: no-preference) {{ .turning {{ animation: turn 1s infinite }} }}
  @keyframes turn {{ to {{ rotate: 1turn }} }}
  {css}
</style></head>
<body><a href="#main">{skip}</a><main id="main" tabindex="-1"><h1>Pawb</h1><p>Gyda'n gilydd.</p>{body}</main></body></html>"""
BUTTONS = '<p><button type="button" class="s" aria-label="{0}">·</button><button type="button" class="s" aria-label="{1}">·</button></p>'
SMALL = ".s { inline-size: 16px; block-size: 16px; padding: 0; border: 1px solid }"
#: what is wrong with one page → what is said about it
BROKEN = {
    '<img src="/a.png">': "wide: image-alt",
    "<h4>Adran</h4>": "narrow: heading-order",
    '<p class="pale">Gwelw</p>': "color-contrast",
    '<p class="dim">Tywyll</p>': "dark: color-contrast",
    '<div class="wide">Llydan</div>': "pixels wide in a window of 320",
    '<div class="narrow">Llanfair</div>': "text is cut off or runs out of its box: <div.narrow>",
    '<div class="low">un<br>dau</div>': "text is cut off or runs out of its box: <div.low>",
    BUTTONS.format("Un", "Dau"): "target of 16 × 16",
    '<a class="plain" href="/a/">Dolen</a>': "focus cannot be seen: <a.plain>",
    '<a class="shadow" href="/a/">Dolen</a>': "focus cannot be seen: <a.shadow>",
    '<button type="button" class="flat">Anfon</button>': "a button without a shape: <button.flat>",
    '<p class="restless">Troi</p>': "moves by itself: <p.restless>",
    "<h1>Eto</h1>": "2 first headings",
    "<script>window.drwg = 1</script>": "policy: script-src",
    '<script src="/error.js"></script>': "console: Wps",
    '<img alt="" src="http://elsewhere.example/a.png">': "asked another host",
    f"<!--{'x' * MOST_BYTES}-->": "bytes in all",
    '<script src="/heavy.js"></script>': "bytes of JavaScript",
}
CSS = """
  .pale { color: #bbb } @media (prefers-color-scheme: dark) { .dim { color: #ccc } }
  .wide { inline-size: 400px } .narrow { inline-size: 2em; overflow: hidden }
  .low { line-height: 1; block-size: 2em; overflow: hidden } .restless { animation: turn 9s infinite }
  .plain:focus-visible { outline: none } .shadow:focus-visible { outline: none; box-shadow: 0 0 0 3px #222 }
  .flat { border: 0; padding: 1em }
"""
SOUND_PARTS = f"""
  <p class="turning">Troi, ond nid i bawb</p><p>Darllenwch <a href="/a/">a</a>, os gwelwch yn dda.</p>
  <div class="roomy">{BUTTONS.format("Un", "Dau")}</div>
  <p><label class="large"><input type="checkbox" class="s"> Rwy'n cytuno</label></p>
"""
SOUND_CSS = ".roomy .s { margin: 8px } .large { display: inline-block; padding: 9px }"
FILES = {
    "/a.png": ("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
    "/error.js": ("text/javascript", "console.error('Wps')"),
    "/heavy.js": ("text/javascript", f"//{'x' * MOST_SCRIPT}"),
}


def look_at(page, folder, *, target: str = "#main", **parts: str) -> list[str]:
    """What is wrong with a page of the pattern above."""
    given = {"lang": "cy", "css": "", "skip": "Neidio i’r brif ran", "body": ""} | parts
    html = SOUND.format(**given | {"css": SMALL + given["css"]}).replace('href="#main"', f'href="{target}"')

    def answer(route) -> None:
        path = route.request.url.removeprefix(HOME).removeprefix("http://elsewhere.example")
        kind, text = FILES.get(path, ("text/html", html))
        headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Security-Policy": POLICY}
        route.fulfill(body=text, headers=headers)

    page.route("**/*", answer)
    look = Look(page, HOME, "cy", folder)
    page.goto(f"{HOME}/tudalen/")
    look.at("tudalen")
    return look.troubles["tudalen"]


@pytest.fixture
def window(browser):
    """A window that may show anything."""
    context = browser.new_context(viewport=WIDE)
    yield context.new_page()
    context.close()


def test_everything_that_is_broken_is_found(window, tmp_path):
    """One page that nobody could read or use: each thing wrong with it is said, wherever else there is trouble."""
    found = look_at(window, tmp_path, lang="en", body="".join(BROKEN), css=CSS, target="#dim")
    expected = [*BROKEN.values(), "says its language is en", "the skip link does not lead"]
    assert [said for said in expected if not any(said in trouble for trouble in found)] == [], found


def test_what_is_sound_is_left_alone(window, tmp_path):
    """What looks like one of those and is none, with the exceptions that the guidelines make."""
    assert look_at(window, tmp_path, body=SOUND_PARTS, css=SOUND_CSS) == []


@pytest.mark.skipif(bool(html_checker.missing()), reason=f"HTML is not checked: {html_checker.missing()}")
def test_a_mistake_in_html_is_found(tmp_path):
    """The checker is here, finds an element where it may not stand, and names the page."""
    right, wrong = tmp_path / "right.html", tmp_path / "wrong.html"
    right.write_text(SOUND.format(lang="cy", css="", skip="Neidio", body=""))
    wrong.write_text(SOUND.format(lang="cy", css="", skip="Neidio", body="<ul><p>Un</p></ul>"))
    (error,) = html_checker.errors_in({right: "iawn", wrong: "anghywir"})
    assert error.startswith("anghywir: ")
