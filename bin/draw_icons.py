"""Draws the icons of the site from the mark: `.venv/bin/python bin/draw_icons.py`, then commit static/img/icons."""

import sys
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "static" / "img" / "icons"
PAPER = "#fffaf2"
#: centre, radius and hue of each circle, in light and in dark, on the mark's 400 × 384 ground; the hues of tokens.css
CIRCLES = [
    (112, 124, 104, "#ffbf3c", "#ffbf3c"),
    (250, 104, 100, "#0b6b6b", "#2e9f99"),
    (302, 226, 95, "#c4314b", "#e0647c"),
    (190, 284, 96, "#5b2a86", "#9a6bd0"),
    (86, 246, 84, "#3f7a2c", "#6fae58"),
]
VEIL, FINE = 0.86, 8
NAMES = ["strengths", "networks", "matters", "trust", "enabling"]


def svg() -> str:
    """The mark, which changes its hues with the scheme of the browser's tabs."""
    light = "".join(f".{name}{{fill:{circle[3]}}}" for name, circle in zip(NAMES, CIRCLES, strict=True))
    dark = "".join(f".{name}{{fill:{circle[4]}}}" for name, circle in zip(NAMES, CIRCLES, strict=True))
    circles = "\n".join(
        f'  <circle class="{name}" cx="{x}" cy="{y}" r="{radius}"/>'
        for name, (x, y, radius, *_) in zip(NAMES, CIRCLES, strict=True)
    )
    style = f"circle{{opacity:{VEIL}}}{light}@media (prefers-color-scheme:dark){{{dark}}}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -8 400 400">\n  <style>{style}</style>\n{circles}\n</svg>\n'


def picture(side: int, *, room: float = 0, ground: str | None = None) -> Image.Image:
    """The mark in pixels; room: the part of a side that stays free around it."""
    large = Image.new("RGBA", (side * FINE, side * FINE), ground or (0, 0, 0, 0))
    scale = side * FINE * (1 - 2 * room) / 400
    for x, y, radius, hue, _dark in CIRCLES:
        veil = Image.new("RGBA", large.size, (0, 0, 0, 0))
        left, top = x * scale + side * FINE * room, (y + 8) * scale + side * FINE * room
        box = [left - radius * scale, top - radius * scale, left + radius * scale, top + radius * scale]
        ImageDraw.Draw(veil).ellipse(box, fill=(*Image.new("RGB", (1, 1), hue).getpixel((0, 0)), round(255 * VEIL)))
        large = Image.alpha_composite(large, veil)
    return large.resize((side, side), Image.Resampling.LANCZOS)


def main() -> int:
    """Write every icon."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "icon.svg").write_text(svg())
    picture(48).save(FOLDER / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
    # Telephones cut corners off, and put nothing behind what is see-through.
    for side in (180, 192, 512):
        picture(side, room=0.14, ground=PAPER).convert("RGB").quantize(128).save(
            FOLDER / f"icon-{side}.png", optimize=True
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
