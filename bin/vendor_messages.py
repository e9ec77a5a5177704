#!/usr/bin/env python3
"""Keep the Welsh that Django, allauth and Wagtail lack.

    bin/vendor_messages.py status               what people can meet, and whose Welsh they read
    bin/vendor_messages.py todo [LIBRARY]       a .po of the messages that still lack Welsh, to fill in
    bin/vendor_messages.py review [LIBRARY]     a .po of the Welsh the libraries bring, to correct
    bin/vendor_messages.py merge FILE.po...     take the filled-in messages; those here already are kept
    bin/vendor_messages.py check                refuse a message that would read wrongly or break a page

LIBRARY is the beginning of a catalogue's name: django, allauth, wagtail, wagtail/admin ...
"""

import argparse
import importlib.util
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "locale" / "vendor" / "cy" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
FORMS = 6
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "cy",
    "MIME-Version": "1.0",
    "Plural-Forms": f"nplurals={FORMS}; plural=(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : (n==3) ? 3 : (n==6) ? 4 : 5;",
}
PLACEHOLDER = re.compile(r"%\(\w+\)[\d.]*[a-z]|%[\d.]*[sdifr]|\{\w*\}")
TAG = re.compile(r"<[^<>]+>")
#: Welsh that is the very same as the English, each with its reason
SAME_IN_BOTH = {
    "WebAuthn": "the name of a standard",
    "IPv4": "the name of a standard",
    "IPv6": "the name of a standard",
    "AM": "said so in both languages",
    "PM": "said so in both languages",
    "Taggit": "the name of a library",
    "slug": "the glossary of the admin keeps it",
    "tag": "a word that Welsh shares",
    "System": "a word that Welsh shares",
}

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Catalogue:
    """One library's words: where they are, in whose template they are listed, which of them nobody meets."""

    folder: str
    domain: str = "django"
    template: str = "en"
    unmet: tuple[str, ...] = ()

    def entries(self, language: str) -> list[polib.POEntry]:
        """Return the living entries of one language, none if the library does not know it."""
        package, _, rest = self.folder.partition("/")
        spec = importlib.util.find_spec(package)
        path = Path(spec.origin).parent / rest / "locale" / language / "LC_MESSAGES" / f"{self.domain}.po"
        return [entry for entry in polib.pofile(str(path)) if not entry.obsolete] if path.exists() else []

    def met(self) -> list[polib.POEntry]:
        """Return the messages a visitor, a member or staff can meet."""
        return [entry for entry in self.entries(self.template) if not self.is_unmet(entry)]

    def is_unmet(self, entry: polib.POEntry) -> bool:
        """Tell whether every place that uses the message is one this portal does not have."""
        places = [place for place, _ in entry.occurrences]
        return bool(self.unmet and places) and all(place.startswith(self.unmet) for place in places)


# Not met: names of 90 languages, Django's own admin and welcome page, sign-in through other companies, the identity
# provider, and the text that only a developer's documentation page shows.
CATALOGUES = (
    Catalogue(
        "allauth",
        template="de",
        unmet=("socialaccount", "idp", "headless", "templates/socialaccount", "templates/idp", "templates/openid"),
    ),
    Catalogue("django/conf", unmet=("conf/global_settings.py", "views/templates/")),
    Catalogue("django/contrib/auth", unmet=("contrib/auth/admin.py",)),
    Catalogue("django/contrib/contenttypes"),
    Catalogue("django/contrib/humanize"),
    Catalogue("django_filters", template="fr"),
    Catalogue("taggit"),
    *(
        Catalogue(f"wagtail{app}")
        for app in (
            "",
            "/admin",
            "/images",
            "/documents",
            "/users",
            "/snippets",
            "/search",
            "/locales",
            "/sites",
            "/embeds",
            "/contrib/forms",
            "/contrib/redirects",
            "/contrib/settings",
            "/contrib/search_promotions",
            "/contrib/simple_translation",
            "/contrib/table_block",
            "/contrib/typed_table_block",
        )
    ),
    Catalogue("wagtail/admin", domain="djangojs"),
)


def key(entry: polib.POEntry) -> Key:
    """Return what gettext finds an entry by."""
    return entry.msgctxt or None, entry.msgid


def said(entry: polib.POEntry) -> tuple[str, dict[int, str]]:
    """Return the translation of an entry, whichever kind it is."""
    return entry.msgstr, entry.msgstr_plural


def vendor_path(domain: str) -> Path:
    """Return where our Welsh for a domain is kept."""
    return VENDOR / f"{domain}.po"


def ours(domain: str) -> dict[Key, polib.POEntry]:
    """Return the Welsh we supply for the libraries, as it stands in the file."""
    path = vendor_path(domain)
    return {key(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}


@cache
def upstream(catalogue: Catalogue) -> dict[Key, polib.POEntry]:
    """Return the usable Welsh a library brings; its plurals follow an older rule of four forms, so they are not."""
    welsh = {key(entry): entry for entry in catalogue.entries("cy") if entry.translated()}
    usable = (key(entry) for entry in catalogue.met() if not entry.msgid_plural)
    return {found: welsh[found] for found in usable if found in welsh}


def left(catalogue: Catalogue) -> list[polib.POEntry]:
    """Return the messages people can meet in English on a Welsh page."""
    have = upstream(catalogue).keys() | ours(catalogue.domain).keys()
    return [entry for entry in catalogue.met() if key(entry) not in have]


def chosen(library: str, domain: str | None = None) -> Iterator[Catalogue]:
    """Return the catalogues whose name begins with the library's."""
    return (c for c in CATALOGUES if c.folder.startswith(library) and domain in (None, c.domain))


def blank(entry: polib.POEntry) -> polib.POEntry:
    """Return an entry with the message but without any translation."""
    copy = polib.POEntry(msgid=entry.msgid, msgctxt=entry.msgctxt, msgid_plural=entry.msgid_plural, msgstr="")
    copy.comment = entry.comment
    copy.flags = [flag for flag in entry.flags if flag.endswith("-format")]
    if entry.msgid_plural:
        copy.msgstr_plural = dict.fromkeys(range(FORMS), "")
    return copy


def new_file() -> polib.POFile:
    """Return an empty catalogue in the six plural forms of Welsh."""
    po = polib.POFile(check_for_duplicates=False)
    po.metadata = dict(HEADER)
    return po


def to_do(library: str, domain: str) -> polib.POFile:
    """Return a catalogue of what lacks Welsh, each message once."""
    po, seen = new_file(), set()
    for catalogue in chosen(library, domain):
        for entry in left(catalogue):
            if key(entry) not in seen:
                seen.add(key(entry))
                po.append(blank(entry))
    return po


def review(library: str, domain: str) -> polib.POFile:
    """Return a catalogue of the Welsh the libraries bring and we have not replaced."""
    po, replaced = new_file(), ours(domain)
    for catalogue in chosen(library, domain):
        for found, entry in upstream(catalogue).items():
            if found not in replaced:
                po.append(blank(entry))
                po[-1].msgstr = entry.msgstr
    return po


def merge(paths: list[str], domain: str) -> Counter[str]:
    """Put filled-in messages into our file, in the libraries' order, and drop those no library has any more."""
    words, counts = ours(domain), Counter(kept=len(ours(domain)))
    for path in paths:
        for entry in polib.pofile(path):
            if entry.translated():
                counts["taken"] += key(entry) not in words or said(words[key(entry)]) != said(entry)
                words[key(entry)] = entry
    po, places = new_file(), {}
    for catalogue in chosen("", domain):
        for entry in catalogue.met():
            found = places.setdefault(key(entry), (entry, []))
            found[1].append((catalogue.folder, ""))
    for found, (entry, folders) in places.items():
        if found in words:
            po.append(blank(entry))
            po[-1].msgstr, po[-1].msgstr_plural = words[found].msgstr, words[found].msgstr_plural
            po[-1].comment, po[-1].occurrences = "", sorted(set(folders))
    counts["dropped"], counts["now"] = len(words) - len(po), len(po)
    vendor_path(domain).parent.mkdir(parents=True, exist_ok=True)
    po.save(str(vendor_path(domain)))
    return counts


def pieces(text: str) -> tuple[Counter[str], Counter[str]]:
    """Return the placeholders and the tags of a text, which a translation must carry unchanged."""
    return Counter(PLACEHOLDER.findall(text)), Counter(TAG.findall(text))


def has_words(text: str) -> bool:
    """Tell whether a text says something besides its placeholders and tags."""
    return any(letter.isalpha() for letter in TAG.sub("", PLACEHOLDER.sub("", text)))


def edges(text: str) -> tuple[bool, bool]:
    """Tell whether a text begins and ends with a line break, as gettext wants the translation to."""
    return text.startswith("\n"), text.endswith("\n")


def form_problems(entry: polib.POEntry) -> Iterator[str]:
    """Name what is wrong with the plural forms of an entry."""
    if sorted(entry.msgstr_plural) != list(range(FORMS)):
        yield f"does not have {FORMS} plural forms"
    for number, text in entry.msgstr_plural.items():
        allowed = [pieces(entry.msgid_plural)] + ([pieces(entry.msgid)] if number == 1 else [])
        if not text.strip():
            yield f"plural form {number} is empty"
        elif pieces(text) not in allowed:
            yield f"plural form {number} changes placeholders or tags"


def entry_problems(entry: polib.POEntry) -> Iterator[str]:
    """Name what is wrong with one entry."""
    if entry.obsolete or entry.fuzzy:
        yield "is fuzzy or obsolete"
    if entry.msgid_plural:
        yield from form_problems(entry)
        return
    if not entry.msgstr.strip():
        yield "is empty"
    elif pieces(entry.msgstr) != pieces(entry.msgid):
        yield "changes placeholders or tags"
    elif edges(entry.msgstr) != edges(entry.msgid):
        yield "begins or ends with another line break"
    elif entry.msgstr == entry.msgid and entry.msgid not in SAME_IN_BOTH and has_words(entry.msgid):
        yield "is left in English"


def problems(domain: str) -> list[str]:
    """Return every reason not to ship the file, as sentences."""
    po = polib.pofile(str(vendor_path(domain)))
    found = [f"{name} is not {value!r}" for name, value in HEADER.items() if po.metadata.get(name) != value]
    twice = [name for name, count in Counter(key(entry) for entry in po).items() if count > 1]
    found += [f"{name[1]!r} stands twice" for name in twice]
    found += [f"{entry.msgid!r} {problem}" for entry in po for problem in entry_problems(entry)]
    asked = {key(entry) for catalogue in chosen("", domain) for entry in catalogue.met()}
    found += [f"{entry.msgid!r} is no message of any library now" for entry in po if key(entry) not in asked]
    return found + [f"{entry.msgid!r} has no Welsh" for c in chosen("", domain) for entry in left(c)]


def status_lines() -> Iterator[str]:
    """Describe each catalogue in one line."""
    yield f"{'catalogue':38}{'met':>6}{'theirs':>8}{'ours':>6}{'left':>6}"
    for catalogue in CATALOGUES:
        met = {key(entry) for entry in catalogue.met()}
        mine = met & ours(catalogue.domain).keys()
        theirs = upstream(catalogue).keys() - mine
        name = catalogue.folder + ("" if catalogue.domain == "django" else f" ({catalogue.domain})")
        yield f"{name:38}{len(met):6}{len(theirs):8}{len(mine):6}{len(left(catalogue)):6}"


def main(arguments: list[str]) -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=("status", "todo", "review", "merge", "check"))
    parser.add_argument("names", nargs="*", metavar="LIBRARY or FILE.po")
    parser.add_argument("--domain", choices=DOMAINS, default="django")
    options = parser.parse_intermixed_args(arguments)
    library = options.names[0] if options.names else ""
    answers: dict[str, Callable[[], str]] = {
        "status": lambda: "\n".join(status_lines()),
        "todo": lambda: str(to_do(library, options.domain)),
        "review": lambda: str(review(library, options.domain)),
        "merge": lambda: ", ".join(f"{k}: {v}" for k, v in merge(options.names, options.domain).items()),
        "check": lambda: "\n".join(p for d in DOMAINS if vendor_path(d).exists() for p in problems(d)),
    }
    answer = answers[options.command]()
    sys.stdout.write(answer + "\n" if answer else "")
    return 1 if options.command == "check" and answer else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
