"""What every room uses: pages, pictures, files, mail rows, the search table, the timetable's slots, counts for limits, the tree's stamp."""

from core.models.limits import RateCount
from core.models.mail import MailBatch, MailSlot, OutgoingMail
from core.models.media import Document, Image, Rendition
from core.models.pages import BasePage
from core.models.search import SearchEntry
from core.models.timetable import PeriodicRun
from core.models.tree import TreeStamp

__all__ = [
    "BasePage",
    "Document",
    "Image",
    "MailBatch",
    "MailSlot",
    "OutgoingMail",
    "PeriodicRun",
    "RateCount",
    "Rendition",
    "SearchEntry",
    "TreeStamp",
]
