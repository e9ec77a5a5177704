"""The Network's closed lists, the ones that code itself knows: languages, principles, spectrum, problem types, regions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Language(models.TextChoices):
    """The two languages of every page, in the order we show them."""

    CY = "cy", _("Welsh")
    EN = "en", _("English")


class WrittenLanguage(models.TextChoices):
    """How a person wants to be written to."""

    NOT_ASKED = "", _("Not asked yet")
    CY = "cy", _("Welsh")
    EN = "en", _("English")
    BOTH = "both", _("Welsh and English")


class Principle(models.TextChoices):
    """The five principles of co-production."""

    STRENGTHS = "strengths", _("Asset-based, people-centred")
    NETWORKS = "networks", _("Peer networks that work across silos")
    MATTERS = "matters", _("Outcomes focused, doing what matters")
    TRUST = "trust", _("Relationships of trust")
    ENABLING = "enabling", _("From delivering to enabling")


class Spectrum(models.TextChoices):
    """The spectrum of interactions between people and services."""

    TO = "to", _("Doing to")
    FOR = "for", _("Doing for")
    WITH = "with", _("Doing with")


class ProblemType(models.TextChoices):
    """The four kinds of problem in complexity theory: when co-production fits."""

    SIMPLE = "simple", _("Simple")
    COMPLICATED = "complicated", _("Complicated")
    COMPLEX = "complex", _("Complex")
    CHAOTIC = "chaotic", _("Chaotic")


class Region(models.TextChoices):
    """The parts of Wales people say they are from."""

    NORTH = "north", _("North Wales")
    MID = "mid", _("Mid Wales")
    WEST = "west", _("West Wales")
    VALLEYS = "valleys", _("South Wales Valleys")
    CARDIFF = "cardiff", _("Cardiff and the Vale of Glamorgan")
    SOUTH_EAST = "south-east", _("South East Wales")
    ALL = "all", _("All Wales")


#: each principle in a word or two, in a line, and what it asks of us
PRINCIPLES_TOLD = {
    Principle.STRENGTHS: {
        "short": _("Asset-based"),
        "line": _("People's strengths come first"),
        "text": _(
            "Start with what people can do, what they know and what they care about, not with what is missing."
            " Everybody has something to offer."
        ),
    },
    Principle.NETWORKS: {
        "short": _("Networks"),
        "line": _("Peers working across silos"),
        "text": _(
            "People learn from others who are in the same boat. Good ideas cross the lines between services and teams."
        ),
    },
    Principle.MATTERS: {
        "short": _("Outcomes"),
        "line": _("Doing what matters"),
        "text": _("Ask what would make a difference in somebody's life, and let the answer decide what you do."),
    },
    Principle.TRUST: {
        "short": _("Trust"),
        "line": _("Relationships as equals"),
        "text": _("Be honest, keep your word, share the power and give it time. Without trust, nobody can be equal."),
    },
    Principle.ENABLING: {
        "short": _("Enabling"),
        "line": _("From delivering to enabling"),
        "text": _("Instead of doing everything itself, a service helps people to make things happen."),
    },
}

#: who decides at each point of the spectrum, and what that looks like
SPECTRUM_TOLD = {
    Spectrum.TO: {
        "text": _("Others decide, and people are told afterwards."),
        "example": _("An appointment arrives in the post. Nobody asked what time would suit you."),
    },
    Spectrum.FOR: {
        "text": _("Professionals decide, for people's good."),
        "example": _("A team asks for people's views in a survey, then plans the service by itself."),
    },
    Spectrum.WITH: {
        "text": _("People and professionals decide and act together."),
        "example": _("Tenants and staff write the housing policy side by side."),
    },
}

#: what each kind of problem is like, the practice that suits it, and what to do
PROBLEM_TYPES_TOLD = {
    ProblemType.SIMPLE: {
        "text": _("The way to do it is written down and takes little training. One step leads to the next."),
        "practice": _("Best practice"),
        "action": _("Just do it"),
    },
    ProblemType.COMPLICATED: {
        "text": _(
            "There is a plan to follow, but it takes training or special skills. One step still leads to the next."
        ),
        "practice": _("Good practice"),
        "action": _("Call in the experts"),
    },
    ProblemType.COMPLEX: {
        "text": _("Nothing is written down and no one answer is right. Everything is connected, and keeps adapting."),
        "practice": _("Practice that emerges"),
        "action": _("Gather the people"),
    },
    ProblemType.CHAOTIC: {
        "text": _("There is no clear path. Act quickly and close to people, see what happens, and adapt."),
        "practice": _("New patterns appear"),
        "action": _("Hide in the attic, then come down and try one small thing"),
    },
}


class Symbol(models.TextChoices):
    """Drawings that stand beside words in Easy Read: templates/components/symbol.html."""

    EMAIL = "email", pgettext_lazy("drawing", "Envelope")
    PERSON = "person", pgettext_lazy("drawing", "One person")
    PEOPLE = "people", pgettext_lazy("drawing", "People")
    PLACE = "place", pgettext_lazy("drawing", "Place")
    TALK = "talk", pgettext_lazy("drawing", "Talk")
    CALENDAR = "calendar", pgettext_lazy("drawing", "Calendar")
    LIST = "list", pgettext_lazy("drawing", "List")
    TICK = "tick", pgettext_lazy("drawing", "Tick")
    NO = "no", pgettext_lazy("drawing", "No")
    BOOK = "book", pgettext_lazy("drawing", "Book")
    LOCK = "lock", pgettext_lazy("drawing", "Lock")
    PEN = "pen", pgettext_lazy("drawing", "Pen")
    QUESTION = "question", pgettext_lazy("drawing", "Question")
    COPY = "copy", pgettext_lazy("drawing", "Copy")
