"""Blocks that lead to others: pages to read next, and people."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page

from core.blocks.media import PictureBlock
from core.blocks.preview import in_both, some_pages
from core.vocabulary import Language


def is_open(page: Page) -> bool:
    """Whether everybody may read a specific page, as its room says."""
    return getattr(page, "is_for_everybody", True)


class RelatedBlock(blocks.StructBlock):
    """Pages to read next, of those the reader may read."""

    title = blocks.CharBlock(label=_("Heading"), required=False)
    pages = blocks.ListBlock(blocks.PageChooserBlock(label=_("Page")), label=_("Pages"), min_num=1)

    class Meta:
        label = _("Pages to read next")
        icon = "doc-empty-inverse"
        template = "components/blocks/related.html"
        description = _("Pages of this site, each with its summary. Only those that everybody may read are shown.")

    def get_preview_value(self):
        """The first pages of the site in the language in force."""
        return self.normalize({"title": in_both("Darllenwch hefyd", "Read next")(), "pages": some_pages()})

    def get_context(self, value, parent_context=None):
        """Adds the pages that everybody may read, in the order they were chosen."""
        from core.models.pages import everybody_may_read

        keys = [page.pk for page in value["pages"] if page]
        found = Page.objects.filter(everybody_may_read(), pk__in=keys).specific() if keys else []
        shown = sorted((page for page in found if is_open(page)), key=lambda page: keys.index(page.pk))
        return super().get_context(value, parent_context) | {"pages": shown}


class PeopleBlock(blocks.StructBlock):
    """People, with what they do and something in their own words."""

    people = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("name", blocks.CharBlock(label=_("Name"))),
                ("role", blocks.CharBlock(label=_("What they do"), required=False)),
                ("picture", PictureBlock(required=False, label=_("Picture"))),
                ("words", blocks.TextBlock(label=_("In their own words"), required=False)),
                (
                    "language",
                    blocks.ChoiceBlock(
                        label=_("Language of their words"),
                        choices=Language.choices,
                        required=False,
                        help_text=_("Only where it is not the language of the page."),
                    ),
                ),
            ]
        ),
        label=_("People"),
        min_num=1,
    )

    class Meta:
        label = _("People")
        icon = "group"
        template = "components/blocks/people.html"
        description = _("People: name, what they do, a picture, and words of their own.")
        preview_value = in_both(
            {
                "people": [
                    {"name": "Angharad Ŵyn", "role": "Aelod", "words": "Dechreuwch o ble mae pobl.", "language": ""}
                ]
            },
            {
                "people": [
                    {"name": "Angharad Ŵyn", "role": "Member", "words": "Dechreuwch o ble mae pobl.", "language": "cy"}
                ]
            },
        )
