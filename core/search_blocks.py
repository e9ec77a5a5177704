"""The words of a body of blocks as search keeps them: one line for each thing said, nothing for what was left empty."""

import re
from typing import Any

from wagtail import blocks
from wagtail.rich_text import get_text_for_indexing

_ENDS = re.compile(r"</(?:p|h[1-6]|li|blockquote)>|<(?:br|hr)\s*/?>", re.IGNORECASE)


def words_of(block: blocks.Block, value: Any) -> list[str]:
    """What a block says, part after part; a field that holds nothing says nothing, where Wagtail would say "None"."""
    return [words for words in _words_of(block, value) if words.strip()]


def words_of_rich_text(source: str) -> str:
    """Rich text without its marks, each paragraph, heading and item in a line of its own."""
    return get_text_for_indexing(_ENDS.sub("\\g<0>\n", source))


def _words_of(block: blocks.Block, value: Any) -> list[str]:
    reads = type(block).get_searchable_content
    if isinstance(block, blocks.FieldBlock) and value is None:
        return []
    if isinstance(block, blocks.RichTextBlock):
        return [words_of_rich_text(value.source)]
    # Blocks that tell by themselves what they say are asked; of the others, each part is.
    if reads is blocks.StreamBlock.get_searchable_content:
        return [words for child in value for words in _words_of(child.block, child.value)]
    if reads is blocks.ListBlock.get_searchable_content:
        return [words for child in value for words in _words_of(block.child_block, child)]
    if reads is blocks.StructBlock.get_searchable_content:
        return [words for name, child in block.child_blocks.items() for words in _words_of(child, value.get(name))]
    return block.get_searchable_content(value)
