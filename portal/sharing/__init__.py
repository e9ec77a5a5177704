"""The picture that stands beside a link to one of our pages when somebody shares it elsewhere."""

from portal.sharing.cards import Card, card_of, site_card

__all__ = ["Card", "card_of", "site_card"]
