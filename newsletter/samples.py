"""A sample of what each email of this room is given, for the styleguide and the tests."""

from collections.abc import Callable

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from core.i18n import current_language


def _issue() -> dict:
    welsh = current_language() == "cy"
    told = "Mae’r cyfarfodydd yn rhy gynnar." if welsh else "The meetings are too early."
    done = "Mae un gyda’r nos bob mis nawr." if welsh else "One a month is now in the evening."
    parts = [("you_told_us", {"told": told, "done": done}), ("divider", None)]
    blocks = [render_to_string(f"email/newsletter/blocks/{name}.html", {"self": value}) for name, value in parts]
    return {
        "title": "Dechrau o ble mae’r bobl" if welsh else "Start where people are",
        "summary": "Techneg, stori a thri lle i gwrdd." if welsh else "A technique, a story and three places to meet.",
        "html": "".join(blocks),
        "text": f"{told}\n\n{done}",
        "url": "https://network.example/",
        "leave_path": f"/{current_language()}/newsletter/unsubscribe/",
        "token": "sample",
    }


#: template of an email → function () giving a context to draw it with
EMAILS: dict[str, Callable[[], dict]] = {
    "newsletter/confirm": lambda: {"key": "sample"},
    "newsletter/already": lambda: {"token": "sample"},
    "newsletter/issue": _issue,
}

#: what staff call each of them
NAMES = {
    "newsletter/confirm": _("Confirmation of asking for the newsletter"),
    "newsletter/already": _("Asked for the newsletter, gets it already"),
    "newsletter/issue": _("Issue of the newsletter"),
}
