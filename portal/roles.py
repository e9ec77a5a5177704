"""The staff roles: what each group may do, and no more. `manage.py foundations` brings the groups up to date."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

WRITE = ("view", "add", "change", "delete")
KEEP = ("view", "add", "change")
PAGES = ("add_page", "change_page", "publish_page")
MEDIA = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")


@dataclass(frozen=True)
class Role:
    """A group: its name in both languages, kinds of rows of each app, single permissions, pages under first pages."""

    name: str
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    single: tuple[str, ...] = ()
    pages: str = ""


TRANSLATE = "simple_translation.submit_translation"
MAIL = ("core.view_outgoingmail", "core.change_outgoingmail")  # of the role's own rooms alone: OutgoingMail.visible_to

#: the role's code, as we write it → its group
ROLES = {
    "editor": Role(
        "Golygyddion / Editors",
        rows={"resources": WRITE},
        single=(TRANSLATE, "core.change_navigation"),
        pages="portal.HomePage",
    ),
    "event_officer": Role(
        "Swyddogion digwyddiadau / Event officers",
        rows={"events": KEEP},
        single=(TRANSLATE, *MAIL),
        pages="events.EventIndexPage",
    ),
    "membership_officer": Role("Swyddogion aelodaeth / Membership officers", rows={"members": KEEP}, single=MAIL),
    "newsletter_officer": Role(
        "Swyddogion y cylchlythyr / Newsletter officers",
        rows={"newsletter": KEEP},
        single=(TRANSLATE, "newsletter.send_issue", *MAIL),
        pages="newsletter.IssueIndexPage",
    ),
}


def lay_roles() -> None:
    """Make the groups, and give each exactly what its role may do."""
    for role in ROLES.values():
        group, _made = Group.objects.get_or_create(name=role.name)
        group.permissions.set(_permissions(role))
        _pages(group, role)


def _permissions(role: Role) -> list[Permission]:
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    for app, kinds in role.rows.items():
        wanted |= Q(content_type__app_label=app, codename__regex=rf"^({'|'.join(kinds)})_")
    for name in role.single:
        app, _dot, codename = name.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def _pages(group: Group, role: Role) -> None:
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    if not role.pages:
        return
    app, _dot, model = role.pages.lower().partition(".")
    pages = Page.objects.filter(content_type__app_label=app, content_type__model=model)
    by_codename = {p.codename: p for p in Permission.objects.filter(codename__in=(*PAGES, *MEDIA))}
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=by_codename[name]) for page in pages for name in PAGES
    )
    library = Collection.get_first_root_node()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=library, permission=by_codename[name])
        for name in MEDIA
        if name in by_codename
    )
