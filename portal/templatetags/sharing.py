"""What the head of a page says to whoever shows a link to it."""

from django import template
from wagtail.models import Page

from core.i18n import current_language
from core.urls import absolute
from portal.sharing import card_of, site_card

register = template.Library()


@register.simple_tag(takes_context=True)
def sharing_picture(context) -> str:
    """The whole address of the picture for a link to this page: its own, else the site's."""
    page = context.get("page")
    card = card_of(page) if isinstance(page, Page) else None
    return absolute((card or site_card(current_language())).path)
