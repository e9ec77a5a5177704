"""The shape of one made-up member."""

import unicodedata


def person(name: str, region: str, here_as: str, organisation: str, about: str) -> dict:
    """A member whose address comes from their name; `here_as` is codes parted by spaces."""
    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return {
        "name": name,
        "email": f"{plain.replace(' ', '.')}@example.org",
        "region": region,
        "here_as": here_as.split(),
        "organisation": organisation or None,
        "about": about,
    }


def in_language(language: str, people: list[dict]) -> list[dict]:
    """The same people, all of whom want to be written to in one way."""
    return [{**someone, "language": language} for someone in people]
