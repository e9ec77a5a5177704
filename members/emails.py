"""A sample of what each email of this room is given, for the styleguide and the tests."""

from collections.abc import Callable

SAMPLES: dict[str, Callable[[], dict]] = {
    "members/welcome": lambda: {"name": "Heulwen Onnen"},
}
