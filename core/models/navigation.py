"""The menu and the foot as staff set them: one order for both languages, words of its own in each."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

MOST = 7  # links of the menu; more do not fit on one line in Welsh, and nobody reads them


class SidesPanel(HelpPanel):
    """Both languages beside each other as visitors see them now, with what is missing in one of them."""

    class BoundPanel(HelpPanel.BoundPanel):
        """The panel on the form."""

        def get_context_data(self, parent_context=None):
            """Adds the rows of menu and foot."""
            from core.navigation import sides

            return super().get_context_data(parent_context) | {"sides": sides()}


class Link(Orderable):
    """A page and, where its title is too long, words of its own."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("In either language: each reader is led to the page in their own."),
    )
    label_cy = models.CharField(
        _("words in Welsh"), max_length=40, blank=True, help_text=_("The page's title, if empty.")
    )
    label_en = models.CharField(
        _("words in English"), max_length=40, blank=True, help_text=_("The page's title, if empty.")
    )

    panels = [PageChooserPanel("page"), FieldRowPanel([FieldPanel("label_cy"), FieldPanel("label_en")])]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return str(self.page)


@register_setting(icon="list-ul")
class Navigation(BaseGenericSetting, ClusterableModel):
    """Menu, foot, help link and privacy link of the site."""

    help_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("help page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where people find help: its link stands first at the foot of every page."),
    )
    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page about privacy"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("What we do with people's details: forms that ask for them lead there."),
    )
    panels = [
        SidesPanel(heading=_("As it is now"), template="core/navigation_sides.html"),
        InlinePanel("menu_links", heading=_("Menu"), label=_("Link of the menu"), max_num=MOST),
        InlinePanel("foot_links", heading=_("Foot"), label=_("Link at the foot"), max_num=2 * MOST),
        MultiFieldPanel(
            [PageChooserPanel("help_page"), PageChooserPanel("privacy_page")], heading=_("Help and privacy")
        ),
    ]

    class Meta:
        verbose_name = _("menu and foot")
        default_permissions = ("change",)

    def __str__(self):
        return str(self._meta.verbose_name)


class MenuLink(Link):
    """A link of the menu."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="menu_links")

    class Meta(Link.Meta):
        abstract = False
        verbose_name = _("link of the menu")
        verbose_name_plural = _("links of the menu")
        default_permissions = ()


class FootLink(Link):
    """A link at the foot of every page."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="foot_links")

    class Meta(Link.Meta):
        abstract = False
        verbose_name = _("link at the foot")
        verbose_name_plural = _("links at the foot")
        default_permissions = ()
