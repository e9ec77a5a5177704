"""The Network's closed lists, the ones that code itself knows: languages, principles, spectrum, problem types, regions."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
