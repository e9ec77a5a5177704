"""The blocks an issue is written with; each is drawn once for the web and once for mail programs."""

from django.forms.utils import ErrorList
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import CallToActionBlock, HeadingBlock, PictureBlock, TextBlock
from core.blocks.others import is_open
from core.blocks.preview import in_both, some_pages


class MessageBlock(blocks.StructBlock):
    """A message from the team, signed."""

    heading = blocks.CharBlock(label=_("Heading"), required=False)
    text = blocks.RichTextBlock(label=_("Message"), features=["bold", "italic", "ol", "ul", "link"])
    by = blocks.CharBlock(label=_("Who signs it"), required=False)

    class Meta:
        label = _("Message from the team")
        icon = "mail"
        template = "newsletter/blocks/message.html"
        description = _("A few words to open the issue with, and who says them.")
        preview_value = in_both(
            {"heading": "Shwmae", "text": "<p>Diolch i bawb a ddaeth.</p>", "by": ""},
            {"heading": "Hello", "text": "<p>Thank you to everybody who came.</p>", "by": ""},
        )


class YouToldUsBlock(blocks.StructBlock):
    """What members told us, and what was done about it."""

    told = blocks.TextBlock(label=_("You told us"))
    done = blocks.TextBlock(label=_("What we did"))

    class Meta:
        label = _("You told us about")
        icon = "comment"
        template = "newsletter/blocks/you_told_us.html"
        description = _("What members said, and what came of it.")
        preview_value = in_both(
            {"told": "Mae'r cyfarfodydd yn rhy gynnar.", "done": "Mae un gyda'r nos bob mis nawr."},
            {"told": "The meetings are too early.", "done": "There is one in the evening every month now."},
        )


class EventsBlock(blocks.StructBlock):
    """What is on: the pages picked, or the next dates by themselves."""

    heading = blocks.CharBlock(label=_("Heading"))
    pages = blocks.ListBlock(
        blocks.PageChooserBlock(label=_("Event")),
        label=_("Events"),
        help_text=_("Leave this empty to show the next dates."),
        default=[],
    )
    limit = blocks.IntegerBlock(label=_("How many of the next dates"), min_value=1, max_value=12, default=5)

    class Meta:
        label = _("What is on")
        icon = "date"
        template = "newsletter/blocks/events.html"
        description = _("Events you pick, or the next dates by themselves.")
        preview_value = in_both(
            {"heading": "Beth sydd ymlaen", "pages": [], "limit": 3}, {"heading": "What is on", "pages": [], "limit": 3}
        )

    def get_context(self, value, parent_context=None):
        """The events in the language of the issue."""
        from newsletter.writing import events_of

        page = (parent_context or {}).get("page")
        return super().get_context(value, parent_context=parent_context) | {"events": events_of(value, page)}


class OpenPages:
    """Refuses pages for members alone: an issue goes to everybody, and stays in the archive."""

    def clean(self, value):
        """As the fields say, and each page open to all."""
        cleaned = super().clean(value)
        chosen = cleaned.get("pages") or [cleaned.get("page")]
        closed = [page.title for page in chosen if page and not is_open(page.specific)]
        if closed:
            words = _("Only members may read this, and everybody gets the newsletter: %(titles)s. Choose another page.")
            raise blocks.StructBlockValidationError(non_block_errors=ErrorList([words % {"titles": ", ".join(closed)}]))
        return cleaned


class ResourcesBlock(OpenPages, blocks.StructBlock):
    """Things from the library worth reading."""

    heading = blocks.CharBlock(label=_("Heading"))
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Resources"))

    class Meta:
        label = _("Resources")
        icon = "doc-full"
        template = "newsletter/blocks/resources.html"
        description = _("Pages of the library, with their summaries.")

    def get_preview_value(self):
        """The first pages of the site."""
        return self.normalize({"heading": in_both("O'r llyfrgell", "From the library")(), "pages": some_pages()})

    def get_context(self, value, parent_context=None):
        """The pages in the language of the issue."""
        from newsletter.writing import links_of

        page = (parent_context or {}).get("page")
        return super().get_context(value, parent_context=parent_context) | {"links": links_of(value["pages"], page)}


class StoryBlock(OpenPages, blocks.StructBlock):
    """What happened, told by the person it happened to."""

    heading = blocks.CharBlock(label=_("Heading"))
    text = blocks.RichTextBlock(label=_("Story"), features=["bold", "italic", "link"])
    by = blocks.CharBlock(label=_("Whose story it is"), required=False)
    page = blocks.PageChooserBlock(label=_("Page with the whole story"), required=False)

    class Meta:
        label = _("Story")
        icon = "openquote"
        template = "newsletter/blocks/story.html"
        description = _("A short story, and where to read the rest.")
        preview_value = in_both(
            {"heading": "Fforwm ieuenctid", "text": "<p>Pobl ifanc yn arwain.</p>", "by": "", "page": None},
            {"heading": "A youth forum", "text": "<p>Young people take the lead.</p>", "by": "", "page": None},
        )

    def get_context(self, value, parent_context=None):
        """The page of the whole story in the language of the issue."""
        from newsletter.writing import links_of

        page = (parent_context or {}).get("page")
        pages = [value["page"]] if value["page"] else []
        return super().get_context(value, parent_context=parent_context) | {"links": links_of(pages, page)}


class DividerBlock(blocks.StaticBlock):
    """A line between two parts."""

    class Meta:
        label = _("Line")
        icon = "horizontalrule"
        template = "newsletter/blocks/divider.html"
        description = _("A line between two parts.")
        admin_text = _("A line between two parts.")
        preview_value = None


def issue_blocks() -> list[tuple[str, blocks.Block]]:
    """The blocks an issue may hold, in the order editors see them."""
    return [
        ("message", MessageBlock()),
        ("you_told_us", YouToldUsBlock()),
        ("events", EventsBlock()),
        ("resources", ResourcesBlock()),
        ("story", StoryBlock()),
        ("heading", HeadingBlock()),
        ("text", TextBlock()),
        ("picture", PictureBlock()),
        ("call_to_action", CallToActionBlock()),
        ("divider", DividerBlock()),
    ]
