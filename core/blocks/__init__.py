"""The blocks editors write pages with."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.folding import AccordionBlock, StepsBlock
from core.blocks.media import FileBlock, PictureBlock, TableBlock, VideoBlock
from core.blocks.network import PrinciplesBlock, ProblemTypesBlock, SpectrumBlock
from core.blocks.others import PeopleBlock, RelatedBlock
from core.blocks.words import RICH_TEXT, CallToActionBlock, FigureBlock, HeadingBlock, QuoteBlock, TextBlock

__all__ = ["RICH_TEXT", "BodyBlock", "CallToActionBlock", "HeadingBlock", "PictureBlock", "TextBlock", "body_blocks"]


def body_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks a page body may hold, in the order editors see them."""
    return [
        ("heading", HeadingBlock()),
        ("text", TextBlock()),
        ("picture", PictureBlock()),
        ("quote", QuoteBlock()),
        ("figure", FigureBlock()),
        ("call_to_action", CallToActionBlock()),
        ("steps", StepsBlock()),
        ("accordion", AccordionBlock()),
        ("video", VideoBlock()),
        ("file", FileBlock()),
        ("table", TableBlock()),
        ("related", RelatedBlock()),
        ("people", PeopleBlock()),
        ("principles", PrinciplesBlock()),
        ("spectrum", SpectrumBlock()),
        ("problem_types", ProblemTypesBlock()),
    ]


class BodyBlock(blocks.StreamBlock):
    """The body of a page: block after block, with nothing wrapped around each."""

    class Meta:
        template = "components/blocks/body.html"
        description = _("Everything a page says, block after block.")
