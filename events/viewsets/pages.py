"""From the facts of an event to its pages, one in each language."""

from core import fact_pages
from events.models import Event, EventIndexPage, EventPage

PAGES = fact_pages.Pages(EventIndexPage, "staff_add_event_page")


class AddEventPageView(fact_pages.AddPageView):
    """A new page with its event chosen and named."""

    facts, pages, column = Event, PAGES, "event"

    def kind(self, fact):
        """Events have one kind of page."""
        return EventPage

    def title(self, fact, language):
        """As the event is called."""
        return getattr(fact, f"name_{language}")
