"""Two languages: the other one, text brought to one form, Welsh order, dates and times in words."""

import re
import unicodedata
from datetime import datetime

from django.http import HttpRequest
from django.urls import Resolver404, resolve, reverse
from django.utils import dateformat, timezone, translation
from django.utils.translation import gettext

LANGUAGES = ("cy", "en")
in_language = translation.override

# The 29 letters of the Welsh alphabet, digraphs included: what a dictionary sorts by.
WELSH_LETTERS = "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split()
_LETTER = {letter: chr(0x21 + i) for i, letter in enumerate(WELSH_LETTERS)}
_LETTER_RE = re.compile(r"ch|dd|ff|ng|ll|ph|rh|th|\w|\s", re.UNICODE)
# Where n and g, or r and h, are two letters: after a first part that ends there, and in words that are so throughout.
TWO_LETTERS = re.compile(
    r"(?<!\w)(?:llan|pen|bryn|glan|hen|cefn|llwyn|waun|maen|ton)(?=g)|(?<!\w)(?:aber(?=h)|p?ar(?=h[aeo]))"
    r"|ban(?=gor|gladesh)|bron(?=gest)|dan(?=gos|gnefedd)|h[uw]n(?=gar)|gwyn(?=galch|gyll)"
    r"|union(?=gyrch)|man(?=gre)|can(?=garw)|cyfar(?=h)"
)


def other_language(code: str) -> str:
    """The other of our two languages."""
    return "en" if code == "cy" else "cy"


def current_language() -> str:
    """The language in force, always one of our two."""
    code = (translation.get_language() or "cy")[:2]
    return code if code in LANGUAGES else "en"


def same_view(request: HttpRequest, code: str) -> str:
    """The address of this view in a language; home, where there is none."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return f"/{code}/"
    with in_language(code):
        if match.url_name and match.url_name != "wagtail_serve":
            return reverse(match.view_name, args=match.args, kwargs=match.kwargs)
    return f"/{code}/"


def in_words(row, field: str, language: str | None = None) -> str:
    """The text of a paired column (`name_cy`, `name_en`) in a language, or in the one in force."""
    return getattr(row, f"{field}_{language or current_language()}")


def nfc(text: str) -> str:
    """Text in composed form, so that one word is one string."""
    return unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """Text such as a name on one line, in composed form, without control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in nfc(text)).split())


def fold(text: str) -> str:
    """Text for comparing and finding: no accents, no case (tŷ = TY = ty)."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return bare.casefold()


def welsh_sort_key(text: str) -> str:
    """A key that sorts in the order of the Welsh alphabet (Caerdydd, Cymru, Chwilog; Bala, Bangor)."""
    folded = TWO_LETTERS.sub("\\g<0>\x00", fold(text))
    letters = []
    for chunk in folded.split("\x00"):
        letters += [_LETTER.get(piece, piece if piece.isdigit() else " ") for piece in _LETTER_RE.findall(chunk)]
    return "".join(letters)


def sort_key(text: str, language: str) -> str:
    """A key that sorts as readers of that language expect."""
    return welsh_sort_key(text) if language == "cy" else fold(text)


def clock(moment: datetime) -> str:
    """A time of day as people say it: 10am, 12:30pm (no 12:00 am)."""
    local = timezone.localtime(moment)
    half = "am" if local.hour < 12 else "pm"
    return f"{local.hour % 12 or 12}{f':{local.minute:02}' if local.minute else ''}{half}"


def long_date(moment: datetime, year: bool = True) -> str:
    """A day as people say it: Dydd Mawrth 3 Mawrth 2027 / Tuesday 3 March 2027."""
    return dateformat.format(timezone.localtime(moment), "l j F Y" if year else "l j F")


def unbroken(text: str) -> str:
    """Words that stay on one line."""
    return str(text).replace(" ", "\N{NO-BREAK SPACE}")


def hours(start: datetime, end: datetime) -> str:
    """From when until when on one day, on one line: 10am to 12:30pm."""
    return unbroken(gettext("%(start)s to %(end)s") % {"start": clock(start), "end": clock(end)})


def date_range(start: datetime, end: datetime) -> str:
    """When something is on: Tuesday 3 March 2027, 10am to 12:30pm."""
    first, last = timezone.localtime(start), timezone.localtime(end)
    words = {"day": long_date(start), "start": clock(start), "last_day": long_date(end), "end": clock(end)}
    if first.date() == last.date():
        return f"{words['day']}, {hours(start, end)}"
    return gettext("%(day)s, %(start)s to %(last_day)s, %(end)s") % words


def size_in_words(number: int) -> str:
    """The size of a file: 240 KB, 1.2 MB; the number stays on the line of its unit."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))}\N{NO-BREAK SPACE}KB"
    return f"{number / 1_000_000:.1f}\N{NO-BREAK SPACE}MB"
