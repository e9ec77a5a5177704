"""Turns plainly written text into the blocks, HTML and PDF sections that the demo is made of.

Paragraphs are parted by an empty line. "## " opens a heading, "- " a list item and "> " a quote
(who said it after " | "). "[[principles]]" places one of the Network's own blocks. **bold** and
[words](address) are the only marks inside a line.
"""

import re
from html import escape

Text = dict[str, str]
Block = tuple[str, object]


def _chunks(text: str) -> list[str]:
    """The paragraphs of a text, each on one line but for its list items."""
    chunks = []
    for part in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in part.splitlines()]
        chunks.append(re.sub(r"\n(?!- )", " ", "\n".join(lines)))
    return chunks


def _inline(text: str) -> str:
    marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text, quote=False))
    return re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2">\1</a>', marked)


def _list_items(chunk: str) -> list[str]:
    return [line.removeprefix("- ") for line in chunk.split("\n")]


def html(text: str) -> str:
    """Simple HTML: paragraphs, lists, bold, links. Everything else is escaped."""
    parts = []
    for chunk in _chunks(text):
        if chunk.startswith("- "):
            items = "".join(f"<li>{_inline(item)}</li>" for item in _list_items(chunk))
            parts.append(f"<ul>{items}</ul>")
        else:
            parts.append(f"<p>{_inline(chunk)}</p>")
    return "".join(parts)


def blocks(text: str) -> list[Block]:
    """Body blocks: ("heading", words), ("text", html), ("quote", {"quote": …, "by": …}), (own block, "")."""
    found: list[Block] = []
    for chunk in _chunks(text):
        if chunk.startswith("## "):
            found.append(("heading", chunk.removeprefix("## ")))
        elif chunk.startswith("[["):
            found.append((chunk.strip("[]"), ""))
        elif chunk.startswith("> "):
            words, _, by = chunk.removeprefix("> ").partition(" | ")
            found.append(("quote", {"quote": words, "by": by}))
        elif found and found[-1][0] == "text":
            found[-1] = ("text", f"{found[-1][1]}{html(chunk)}")
        else:
            found.append(("text", html(chunk)))
    return found


def sections(text: str) -> list[tuple[str, list[str]]]:
    """PDF sections: (heading, paragraphs); a paragraph that opens with "- " is a list item."""
    found: list[tuple[str, list[str]]] = []
    for chunk in _chunks(text):
        if chunk.startswith("## "):
            found.append((chunk.removeprefix("## "), []))
        else:
            found[-1][1].extend(chunk.split("\n"))
    return found
