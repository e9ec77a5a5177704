"""Blocks of several parts in order: what can be unfolded, and what is done step by step."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.preview import in_both
from core.vocabulary import Symbol

PLAIN_TEXT = ["bold", "italic", "ol", "ul", "link", "document-link"]


def _part(*more: tuple[str, blocks.Block]) -> blocks.StructBlock:
    words = blocks.RichTextBlock(label=_("Text"), features=PLAIN_TEXT)
    return blocks.StructBlock([("title", blocks.CharBlock(label=_("Title"))), ("text", words), *more])


class AccordionBlock(blocks.StructBlock):
    """Questions whose answers the reader opens."""

    parts = blocks.ListBlock(_part(), label=_("Parts"), min_num=1)

    class Meta:
        label = _("Parts that open")
        icon = "list-ul"
        template = "components/blocks/accordion.html"
        description = _("Questions or titles; the reader opens the ones they want.")
        preview_value = in_both(
            {
                "parts": [
                    {"title": "Oes rhaid talu?", "text": "<p>Nac oes. Mae aelodaeth am ddim.</p>"},
                    {"title": "Pwy sy'n cael ymuno?", "text": "<p>Unrhyw un sydd eisiau cydgynhyrchu.</p>"},
                ]
            },
            {
                "parts": [
                    {"title": "Do I have to pay?", "text": "<p>No. Membership is free.</p>"},
                    {"title": "Who may join?", "text": "<p>Anybody who wants to co-produce.</p>"},
                ]
            },
        )


class StepsBlock(blocks.StructBlock):
    """What to do, in order, or points without one; with a drawing on the left of each it is Easy Read."""

    steps = blocks.ListBlock(
        _part(("symbol", blocks.ChoiceBlock(label=_("Drawing"), choices=Symbol.choices, required=False))),
        label=_("Steps"),
        min_num=1,
    )
    numbered = blocks.BooleanBlock(
        label=_("In this order"), required=False, default=True, help_text=_("Untick it for points that have no order.")
    )

    class Meta:
        label = _("Steps")
        icon = "list-ol"
        template = "components/blocks/steps.html"
        description = _("Things to do one after the other, with large numbers; for Easy Read with a drawing each.")
        preview_value = in_both(
            {
                "steps": [
                    {"title": "Gofynnwch", "text": "<p>Beth sy'n bwysig i chi?</p>", "symbol": "talk"},
                    {"title": "Gwrandewch", "text": "<p>Heb dorri ar draws.</p>", "symbol": "people"},
                ]
            },
            {
                "steps": [
                    {"title": "Ask", "text": "<p>What matters to you?</p>", "symbol": "talk"},
                    {"title": "Listen", "text": "<p>Without interrupting.</p>", "symbol": "people"},
                ]
            },
        )
