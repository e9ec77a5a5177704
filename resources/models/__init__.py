"""The library: facts of resources, their files, figures and topics, and the pages in both languages."""

from resources.models.codes import CodesField, Licence, ResourceKind
from resources.models.figure import Figure
from resources.models.file import Reading, ResourceFile, Trouble
from resources.models.pages import CaseStudyPage, ResourceIndexPage, ResourcePage
from resources.models.resource import Resource, reads_as_member
from resources.models.topic import Topic

__all__ = [
    "CaseStudyPage",
    "CodesField",
    "Figure",
    "Licence",
    "Reading",
    "Resource",
    "ResourceFile",
    "ResourceIndexPage",
    "ResourceKind",
    "ResourcePage",
    "Topic",
    "Trouble",
    "reads_as_member",
]
