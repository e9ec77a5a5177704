"""Draws a sharing picture: the Network's name, what kind of thing it is, its title, circles for its principles."""

import os
import tempfile
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from portal.sharing.cards import Card

SIZE = (1200, 630)  # pixels, the size every service asks for
FINE = 2  # drawn this many times as large, then made smaller, so that circles have no stairs
EDGE, PANEL = 72, 400  # pixels: around the words; of the coloured ground at the right
FONTS = Path(settings.BASE_DIR) / "static" / "fonts"
HEADING, TEXT = "bricolage-grotesque/drawn-700.ttf", "atkinson-hyperlegible-next/drawn-500.ttf"
TITLE_SIZES, TITLE_LINES, TITLE_HEIGHT = (84, 76, 68, 60, 52, 46, 40, 34), 4, 280
ROOM = SIZE[0] - PANEL - 2 * EDGE + 24

# The light scheme of static/css/tokens.css: a picture cannot know its reader's.
PAPER, INK, INK_2, ACTION, ACTION_PALE = "#fffaf2", "#1f1b3a", "#4a4668", "#4b1f73", "#ebe1f6"
HUES = {"strengths": "#ffbf3c", "networks": "#0b6b6b", "matters": "#c4314b", "trust": "#5b2a86", "enabling": "#3f7a2c"}
PALE = {"strengths": "#fff0cc", "networks": "#dcf1ee", "matters": "#fde4e6", "trust": "#ebe1f6", "enabling": "#e3f2d9"}
VEIL = 219  # of 255: how much of what lies below a circle it covers

# Centre and radius of circles: of the mark on its 400 × 384 ground, of a cover on the panel.
MARK = ((112, 124, 104), (250, 104, 100), (302, 226, 95), (190, 284, 96), (86, 246, 84))
COVER = ((130, 190, 170), (330, 330, 155), (110, 470, 130), (345, 90, 105), (260, 560, 115))
NAMES = {"cy": "Rhwydwaith Cydgynhyrchu Cymru", "en": "Co-production Network for Wales"}


@lru_cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A typeface at a size in pixels of the finished picture."""
    return ImageFont.truetype(str(FONTS / name), size * FINE)


def draw(card: Card) -> Image.Image:
    """The finished picture."""
    picture = Image.new("RGB", (SIZE[0] * FINE, SIZE[1] * FINE), PAPER)
    _draw_panel(picture, card.principles)
    pen = ImageDraw.Draw(picture)
    _draw_name(picture, pen, card.language)
    _draw_words(pen, card)
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


def keep(card: Card) -> Path:
    """The file of a picture, drawn unless it is there; whoever reads it meets a whole picture."""
    if not card.file.exists():
        card.file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=card.file.parent, suffix=".part")
        with os.fdopen(handle, "wb") as part:
            # Few colours are enough for flat shapes, and make a third of the bytes.
            draw(card).quantize(128, dither=Image.Dither.NONE).save(part, "PNG", optimize=True)
        Path(name).replace(card.file)
    return card.file


def _circle(picture: Image.Image, hue: str, x: float, y: float, radius: float) -> None:
    side = round(2 * radius * FINE)
    veil = Image.new("L", (side, side), 0)
    ImageDraw.Draw(veil).ellipse([0, 0, side - 1, side - 1], fill=VEIL)
    picture.paste(hue, (round((x - radius) * FINE), round((y - radius) * FINE)), veil)


def _draw_panel(picture: Image.Image, principles: tuple[str, ...]) -> None:
    panel = Image.new(
        "RGB", (PANEL * FINE, SIZE[1] * FINE), PALE.get(principles[0]) if principles else PALE["strengths"]
    )
    if principles:
        for code, circle in zip(principles, COVER, strict=False):
            _circle(panel, HUES[code], *circle)
    else:
        for hue, (x, y, radius) in zip(HUES.values(), MARK, strict=True):
            _circle(panel, hue, x * 0.85 + 36, y * 0.85 + 150, radius * 0.85)
    picture.paste(panel, ((SIZE[0] - PANEL) * FINE, 0))


def _draw_name(picture: Image.Image, pen: ImageDraw.ImageDraw, language: str) -> None:
    for hue, (x, y, radius) in zip(HUES.values(), MARK, strict=True):
        _circle(picture, hue, x * 0.19 + EDGE, y * 0.19 + EDGE - 4, radius * 0.19)
    left = (EDGE + 96) * FINE
    other = NAMES["en" if language == "cy" else "cy"]
    pen.text((left, (EDGE + 4) * FINE), NAMES[language], INK, font(HEADING, 28))
    pen.text((left, (EDGE + 40) * FINE), other, INK_2, font(TEXT, 20))


def _draw_words(pen: ImageDraw.ImageDraw, card: Card) -> None:
    size, lines = _fit(pen, card.title)
    height = round(size * 1.14)
    top = SIZE[1] - EDGE - height * len(lines)
    for number, line in enumerate(lines):
        pen.text((EDGE * FINE, (top + number * height) * FINE), line, INK, font(HEADING, size))
    if card.kind:
        width = pen.textlength(card.kind, font(TEXT, 26)) / FINE
        box = [FINE * side for side in (EDGE, top - 66, EDGE + width + 40, top - 18)]
        pen.rounded_rectangle(box, 24 * FINE, fill=ACTION_PALE)
        pen.text(((EDGE + 20) * FINE, (top - 42) * FINE), card.kind, ACTION, font(TEXT, 26), anchor="lm")


def _fit(pen: ImageDraw.ImageDraw, title: str) -> tuple[int, list[str]]:
    """The largest size at which a title has room, and its lines there; what has no room at any size is cut."""
    for size in TITLE_SIZES:
        face = font(HEADING, size)
        lines = _wrap(pen, title, face)
        fits = len(lines) <= TITLE_LINES and len(lines) * size <= TITLE_HEIGHT
        if fits and max(pen.textlength(line, face) for line in lines) <= ROOM * FINE:
            return size, lines
    lines = lines[:TITLE_LINES]
    cut = [_cut(pen, line, face) for line in [*lines[:-1], lines[-1].rstrip(" ,.:;") + "…"]]
    return size, cut


def _cut(pen: ImageDraw.ImageDraw, line: str, face: ImageFont.FreeTypeFont) -> str:
    """A line without the letters that have no room: one word may be longer than a line."""
    while pen.textlength(line, face) > ROOM * FINE:
        line = line.rstrip("…")[:-1] + "…"
    return line


def _wrap(pen: ImageDraw.ImageDraw, title: str, face: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and pen.textlength(longer, face) > ROOM * FINE:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
