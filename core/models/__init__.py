"""What every room uses: pages, pictures, files, mail rows, the search table, the timetable's slots, counts for limits, the tree's stamp."""

from core.models.limits import RateCount
from core.models.mail import MailBatch, MailSlot, OutgoingMail
from core.models.media import Document, Image, Rendition
from core.models.navigation import FootLink, MenuLink, Navigation
from core.models.pages import BasePage
from core.models.search import SearchEntry, SearchWord
from core.models.timetable import PeriodicRun
from core.models.tree import TreeStamp

__all__ = [
    "BasePage",
    "Document",
    "FootLink",
    "Image",
    "MailBatch",
    "MailSlot",
    "MenuLink",
    "Navigation",
    "OutgoingMail",
    "PeriodicRun",
    "RateCount",
    "Rendition",
    "SearchEntry",
    "SearchWord",
    "TreeStamp",
]
