"""Blocks that show something: a picture, a video, a file, a table."""

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock, TypedTableBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock as WagtailImageBlock

from core.blocks.folding import PLAIN_TEXT
from core.blocks.preview import in_both
from core.blocks.video import read_address
from core.i18n import current_language
from core.vocabulary import Language


class PictureBlock(WagtailImageBlock):
    """A picture; the editor says what it shows, or that it only decorates."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.child_blocks["image"].label = _("Picture")  # Wagtail names it after the code

    def get_searchable_content(self, value):
        """Its alternative text, if it has one: Wagtail says "None" of a picture without."""
        return super().get_searchable_content(value) if value and value.contextual_alt_text else []

    class Meta:
        label = _("Picture")
        icon = "image"
        template = "components/blocks/picture.html"
        preview_template = "components/blocks/picture_preview.html"
        description = _("A picture with its alternative text.")


class VideoBlock(blocks.StructBlock):
    """A video that is fetched only when somebody presses play, with its words in writing."""

    address = blocks.URLBlock(label=_("Address of the video"), help_text=_("At YouTube or Vimeo."))
    title = blocks.CharBlock(label=_("Title"))
    language = blocks.ChoiceBlock(label=_("Language of the video"), choices=Language.choices)
    transcript = blocks.RichTextBlock(
        label=_("Transcript"),
        features=PLAIN_TEXT,
        required=False,
        help_text=_("What is said and shown, in writing."),
    )
    no_transcript = blocks.CharBlock(
        label=_("Or why there is no transcript"), required=False, help_text=_("Readers see this.")
    )

    class Meta:
        label = _("Video")
        icon = "media"
        template = "components/blocks/video.html"
        description = _("A video from YouTube or Vimeo. Nothing is fetched from there until the reader presses play.")
        preview_value = in_both(
            {
                "address": "https://vimeo.com/1",
                "title": "Beth yw cydgynhyrchu?",
                "language": "cy",
                "transcript": "<p>Pobl a gweithwyr proffesiynol, yn bartneriaid cyfartal.</p>",
                "no_transcript": "",
            },
            {
                "address": "https://vimeo.com/1",
                "title": "What is co-production?",
                "language": "en",
                "transcript": "<p>People and professionals, as equal partners.</p>",
                "no_transcript": "",
            },
        )

    def clean(self, value):
        """Refuses addresses elsewhere, and a video that has neither a transcript nor a reason."""
        value, errors = super().clean(value), {}
        if not read_address(value["address"]):
            errors["address"] = ValidationError(_("Enter the address of one video at YouTube or Vimeo."))
        if not _has_words(value["transcript"]) and not value["no_transcript"]:
            errors["transcript"] = ValidationError(_("Add a transcript, or say why there is none."))
        if errors and not self.is_deferred_validation:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return value

    def get_context(self, value, parent_context=None):
        """Adds the video itself, and whether its words are written down."""
        context = super().get_context(value, parent_context)
        return context | {
            "video": read_address(value["address"] or ""),
            "language": Language(value["language"]).label if value["language"] else "",
            "has_transcript": _has_words(value["transcript"]),
        }


def _has_words(text) -> bool:
    return bool(text and strip_tags(text.source).strip())


class FileBlock(blocks.StructBlock):
    """A file to fetch."""

    file = DocumentChooserBlock(label=_("File"))
    title = blocks.CharBlock(
        label=_("Title"), required=False, help_text=_("Leave this empty to use the title of the file.")
    )

    class Meta:
        label = _("File")
        icon = "doc-full"
        template = "components/blocks/file.html"
        description = _("A file to fetch, with its kind, size and language.")

    def get_preview_value(self):
        """A file that nobody has to have uploaded."""
        from core.models import Document

        named = in_both("Y pum egwyddor", "The five principles")()
        told = {"title": named, "file": "5.pdf", "file_size": 248_000, "language": current_language()}
        return self.normalize({"title": "", "file": Document(pk=0, collection_id=0, **told)})


class TableBlock(TypedTableBlock):
    """A table: a caption, a heading for each column, and rows that begin with what they are about."""

    text = blocks.CharBlock(label=_("Text"), required=False)
    number = blocks.CharBlock(label=_("Number"), required=False)

    class Meta:
        label = _("Table")
        icon = "table"
        template = "components/blocks/table.html"
        description = _("Rows and columns, with a caption and a heading for each column.")
        preview_value = in_both(
            {
                "caption": "Beth newidiodd",
                "columns": [{"type": "text", "heading": "Beth"}, {"type": "number", "heading": "Faint"}],
                "rows": [{"values": ["Tenantiaethau llwyddiannus", "100%"]}],
            },
            {
                "caption": "What changed",
                "columns": [{"type": "text", "heading": "What"}, {"type": "number", "heading": "How much"}],
                "rows": [{"values": ["Successful tenancies", "100%"]}],
            },
        )

    def clean(self, value):
        """Refuses a table without a caption, or with a column that does not say what it holds."""
        table = super().clean(value)
        if self.is_deferred_validation:
            return table
        if not table.caption.strip():
            raise _table_error(_("Give the table a caption."))
        if not table.columns or not all(column["heading"].strip() for column in table.columns):
            raise _table_error(_("Give each column a heading."))
        return table

    def get_searchable_content(self, value):
        """What it says, cell after cell; Wagtail says "None" of an empty one."""
        if not value:
            return []
        cells = [cell for row in value.row_data for cell in row["values"]]
        return [str(words) for words in (value.caption, *(col["heading"] for col in value.columns), *cells) if words]


def _table_error(words) -> TypedTableBlockValidationError:
    return TypedTableBlockValidationError(non_block_errors=[ValidationError(words)])
