"""Blocks of words: headings, text, quotes, numbers and buttons."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.preview import in_both

RICH_TEXT = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside the page."""

    class Meta:
        label = _("Heading")
        icon = "title"
        template = "components/blocks/heading.html"
        description = _("A heading that divides the page.")
        preview_value = in_both("Pawb gyda'i gilydd", "All in this together")


class TextBlock(blocks.RichTextBlock):
    """Running text with lists and links."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": RICH_TEXT, **kwargs})

    class Meta:
        label = _("Text")
        icon = "pilcrow"
        template = "components/blocks/text.html"
        description = _("Paragraphs, lists and links.")
        preview_value = in_both(
            "<p>Pobl a gweithwyr proffesiynol, yn bartneriaid cyfartal.</p>",
            "<p>People and professionals, as equal partners.</p>",
        )


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, and who said them."""

    quote = blocks.TextBlock(label=_("Quote"))
    by = blocks.CharBlock(label=_("Who said it"), required=False)

    class Meta:
        label = _("Quote")
        icon = "openquote"
        template = "components/blocks/quote.html"
        description = _("Somebody's own words.")
        preview_value = in_both(
            {"quote": "Dim byd amdanon ni hebddon ni", "by": ""}, {"quote": "Nothing about us without us", "by": ""}
        )


class FigureBlock(blocks.StructBlock):
    """One number that says something."""

    number = blocks.CharBlock(label=_("Number"), help_text=_("Such as 86% or 31,000+"))
    label = blocks.CharBlock(label=_("What it counts"))

    class Meta:
        label = _("Number")
        icon = "order"
        template = "components/blocks/figure.html"
        description = _("One number, large, with what it counts.")
        preview_value = in_both(
            {"number": "86%", "label": "Rhwydweithiau cryfach"}, {"number": "86%", "label": "Stronger networks"}
        )


class CallToActionBlock(blocks.StructBlock):
    """A button to the next thing to do."""

    text = blocks.CharBlock(label=_("Words on the button"))
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(label=_("Or an address elsewhere"), required=False)

    class Meta:
        label = _("Button")
        icon = "link"
        template = "components/blocks/call_to_action.html"
        description = _("A button that leads to a page.")
        preview_value = in_both(
            {"text": "Ymunwch â'r rhwydwaith", "page": None, "address": "https://copronet.wales/"},
            {"text": "Join the network", "page": None, "address": "https://copronet.wales/"},
        )
