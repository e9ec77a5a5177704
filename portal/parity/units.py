"""The texts of a page one by one: to compare two versions, to hand them to a translator, and to put them back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.db import models
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from core.i18n import nfc, one_line
from portal.parity.words import texts

OWN = ("title", "seo_title", "search_description")  # Wagtail's own texts of a page
NO_WORDS = (models.URLField, models.EmailField, models.SlugField)
SPOKEN = (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock)


@dataclass(frozen=True)
class Unit:
    """One text: where it stands by the ids of blocks and by their order, what it is called, and how it is checked."""

    place: str
    order: str
    label: str
    is_rich: bool
    rules: Any  # a form field
    holder: Any
    key: Any

    @property
    def text(self) -> str:
        """What it says."""
        return self.holder[self.key] or ""

    @property
    def words(self) -> str:
        """The same as a reader sees it."""
        return get_text_for_indexing(self.text).strip() if self.is_rich else self.text.strip()

    def clean(self, text: str) -> str:
        """A text as this place may hold it, by the rules of its own editor; refuses with ValidationError."""
        if self.is_rich:
            text = nfc(text)
            converter = self.rules.widget.converter
            return converter.to_database_format(converter.from_database_format(text))
        if isinstance(self.rules, forms.CharField) and not isinstance(self.rules.widget, forms.Textarea):
            text = one_line(text)
        return self.rules.clean(nfc(text).strip())


class Texts:
    """Every text in what a revision holds (`content`) of a page of a kind."""

    def __init__(self, kind: type[Page], content: dict):
        self.kind, self.content = kind, dict(content)
        self.streams: dict[str, list] = {}

    @classmethod
    def of(cls, page: Page) -> "Texts":
        """The texts of a page as it is in hand."""
        return cls(page.specific_class, page.specific.serializable_data())

    @cached_property
    def units(self) -> list[Unit]:
        """All of them, empty ones too, in the order of the page."""
        names = list(dict.fromkeys(["title", "summary", *texts(self.kind), *OWN]))
        fields = {field.name: field for field in self.kind._meta.concrete_fields}
        return [unit for name in names if name in fields for unit in self._field(fields[name])]

    @property
    def said(self) -> list[str]:
        """The words alone, to compare."""
        return [unit.words for unit in self.units if unit.words]

    def whole(self) -> dict:
        """What a revision holds, with every text that was put in."""
        return self.content | {name: json.dumps(stream) for name, stream in self.streams.items()}

    def _field(self, field: models.Field) -> Iterator[Unit]:
        label = str(field.verbose_name)
        if isinstance(field, StreamField):
            stream = self.streams[field.name] = json.loads(self.content.get(field.name) or "[]")
            yield from _stream(field.stream_block, stream, (field.name, field.name, label))
        elif not isinstance(field, NO_WORDS) and isinstance(self.content.get(field.name), str):
            rules = field.formfield()
            rules.required = False
            is_rich = isinstance(field, RichTextField)
            yield Unit(field.name, field.name, label, is_rich, rules, self.content, field.name)


def _at(way: tuple, place, order, label: str = "") -> tuple:
    """One step further down: place, order, label."""
    return f"{way[0]}/{place}", f"{way[1]}/{order}", " › ".join(filter(None, [way[2], label]))


def _stream(block: blocks.StreamBlock, stream: list, way: tuple) -> Iterator[Unit]:
    for turn, child in enumerate(stream):
        inner = block.child_blocks.get(child["type"])
        if inner is not None:
            here = _at(way, child.get("id") or turn, f"{turn}:{child['type']}", str(inner.label))
            yield from _walk(inner, child, "value", here)


def _walk(block: blocks.Block, holder: Any, key: Any, way: tuple) -> Iterator[Unit]:
    value = holder[key]
    if isinstance(block, SPOKEN) and isinstance(value, str):
        yield Unit(*way, isinstance(block, blocks.RichTextBlock), block.field, holder, key)
    elif isinstance(block, blocks.StreamBlock) and isinstance(value, list):
        yield from _stream(block, value, way)
    elif isinstance(block, blocks.ListBlock) and isinstance(value, list):
        yield from _list(block, value, way)
    elif isinstance(block, TypedTableBlock) and isinstance(value, dict):
        yield from _table(block, value, way)
    elif isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, inner in block.child_blocks.items():
            if name in value:
                yield from _walk(inner, value, name, _at(way, name, name, str(inner.label)))


def _list(block: blocks.ListBlock, value: list, way: tuple) -> Iterator[Unit]:
    for turn, item in enumerate(value):
        label = str(turn + 1)
        if isinstance(item, dict) and item.get("type") == "item":
            here = _at(way, item.get("id") or turn, turn, label)
            yield from _walk(block.child_block, item, "value", here)
        else:  # as lists were kept before their items had ids
            yield from _walk(block.child_block, value, turn, _at(way, turn, turn, label))


def _table(block: TypedTableBlock, value: dict, way: tuple) -> Iterator[Unit]:
    plain = blocks.CharBlock(required=False).field
    if isinstance(value.get("caption"), str):
        yield Unit(*_at(way, "caption", "caption"), False, plain, value, "caption")
    columns = value.get("columns", [])
    for turn, column in enumerate(columns):
        yield Unit(*_at(way, f"column-{turn}", f"column-{turn}", str(turn + 1)), False, plain, column, "heading")
    for line, row in enumerate(value.get("rows", [])):
        for turn, column in enumerate(columns):
            cell = f"{line}-{turn}"
            inner = block.child_blocks.get(column["type"])
            if inner is not None:
                yield from _walk(inner, row["values"], turn, _at(way, cell, cell, f"{line + 1} × {turn + 1}"))


def beside(source: Texts, target: Texts) -> dict[str, Unit]:
    """For the place of each text of a page: the same text of its twin. By the blocks' ids, else by a like order.

    Two bodies that share no block and are built differently have nothing beside one another.
    """
    pairs: dict[str, Unit] = {}
    for name in dict.fromkeys(unit.place.partition("/")[0] for unit in source.units):
        mine, theirs = _part(source, name), _part(target, name)
        by_place = {unit.place: unit for unit in theirs}
        if any(unit.place in by_place for unit in mine):
            pairs |= {unit.place: by_place[unit.place] for unit in mine if unit.place in by_place}
        elif [unit.order for unit in mine] == [unit.order for unit in theirs]:
            pairs |= {unit.place: twin for unit, twin in zip(mine, theirs, strict=True)}
    return pairs


def _part(side: Texts, name: str) -> list[Unit]:
    return [unit for unit in side.units if unit.place.partition("/")[0] == name]
