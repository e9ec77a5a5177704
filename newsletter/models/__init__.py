"""Who gets the newsletter, who must never get it, and its issues."""

from newsletter.models.pages import IssueIndexPage, IssuePage
from newsletter.models.readers import Subscription, Suppression

__all__ = ["IssueIndexPage", "IssuePage", "Subscription", "Suppression"]
