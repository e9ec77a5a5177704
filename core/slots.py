"""Places where rooms offer things to each other without knowing each other's names."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Slot(Generic[T]):
    """A named list of providers, filled by each app's `ready()` and read by whoever needs it."""

    purpose: str
    _providers: dict[str, T] = field(default_factory=dict)

    def register(self, name: str, provider: T) -> T:
        """Offer `provider` under a name of its own; the same name twice is a programming mistake."""
        if self._providers.get(name, provider) is not provider:
            raise ValueError(f"{name} is already offered: {self.purpose}")
        self._providers[name] = provider
        return provider

    def all(self) -> dict[str, T]:
        """Everything offered so far, by name."""
        return dict(self._providers)


#: name of an email → function () giving a context to show it with in the styleguide and in tests
email_samples: Slot[Callable[[], dict]] = Slot("a sample context for each email")
#: name of an email → what staff call it, where a list names messages without showing their words
email_names: Slot[Any] = Slot("what each email is called")
#: page model label → function (page) giving the search record of a live page, or None to leave it out
search_records: Slot[Callable] = Slot("how a model's rows are found by search")
#: name → function () giving {"label", "url"} in the language in force, or None: where to begin who found nothing
starting_points: Slot[Callable] = Slot("where to look for oneself")
#: name → function (user, language, now) giving rows for "what is coming up for me"
coming_up: Slot[Callable] = Slot("what a member has coming up")
#: name → function (language, now, limit) giving events for home page and newsletter
whats_on: Slot[Callable] = Slot("what is on soon")
#: name → function (language, limit) giving items for the home page
highlights: Slot[Callable] = Slot("what to show on the home page")
#: name → function (user) giving {"title", "url"} of a page about the member's own things
account_sections: Slot[Callable] = Slot("pages of the account area")
#: code of a consent's purpose → function (user) giving what the room it is about says of it: {"is_on", "status", "tone",
#: "facts" (rows for components/summary_list.html), "yes_label", "no_label"}
consents: Slot[Callable] = Slot("what a person gets who said yes")
#: name → function (home page) giving the pages for the foot of every page
footer_pages: Slot[Callable] = Slot("pages at the foot of every page")
#: name → function (key, language) giving the page that says in Easy Read what the page of a translation key says
easy_read: Slot[Callable] = Slot("pages in Easy Read")
#: name → function (page) saying whether a page is in its language alone on purpose
alone_on_purpose: Slot[Callable] = Slot("pages that are to be in one language")
#: name → function (pages) that refuses with Refused what may not go live together now
may_go_live: Slot[Callable] = Slot("what keeps pages from going live")
#: label of a model → core.personal.Kept: which rows about a person there are, and how they are handed over
personal_data: Slot[Any] = Slot("what is kept about people")
