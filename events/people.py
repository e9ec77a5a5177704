"""Who asks for places, and for whom."""

from dataclasses import dataclass

from core.i18n import one_line
from events.models import Booking, TicketType, WaitingListEntry
from members.models import User, clean_email


def language_of(row: Booking | WaitingListEntry) -> str:
    """The language to write in: what their account says now, or what a guest chose then."""
    return (row.user.language if row.user else "") or row.language


@dataclass(frozen=True)
class Booker:
    """The person who books: a member with an account, or a guest."""

    name: str
    email: str
    language: str = ""
    user: User | None = None

    def __post_init__(self):
        object.__setattr__(self, "name", one_line(self.name))
        object.__setattr__(self, "email", clean_email(self.email))

    @classmethod
    def of(cls, user: User) -> "Booker":
        """Somebody with an account, under the name, address and language they keep there."""
        return cls(name=user.name or user.email, email=user.email, language=user.language, user=user)


@dataclass(frozen=True)
class PlaceRequest:
    """One place that is asked for; without a name it is the booker's own or not named yet.

    Whether it takes a seat and what it costs is what its ticket type says now, unless that was agreed before.
    """

    name: str = ""
    email: str = ""
    ticket_type: TicketType | None = None
    takes_seat: bool | None = None
    price_pence: int | None = None

    def __post_init__(self):
        kind = self.ticket_type
        if self.takes_seat is None:
            object.__setattr__(self, "takes_seat", kind is None or kind.takes_seat)
        if self.price_pence is None:
            object.__setattr__(self, "price_pence", kind.price_pence if kind else 0)
        object.__setattr__(self, "name", one_line(self.name))
        object.__setattr__(self, "email", clean_email(self.email))
