"""The staff roles: what each group may do, and no more. `manage.py foundations` brings the groups up to date."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

WRITE = ("view", "add", "change", "delete")
KEEP = ("view", "add", "change")
PAGES = ("add_page", "change_page", "publish_page")
MEDIA = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")
CHOOSE = ("choose_image", "choose_document")  # to use what others keep, and never to change it: the library's files too


@dataclass(frozen=True)
class Role:
    """A group: its name in both languages, kinds of rows of each app, single permissions, pages under first pages.

    Its pictures and files are in a collection of its own, where it has one; else in all of them.
    """

    name: str
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    single: tuple[str, ...] = ()
    pages: str = ""
    collection: str = ""


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
        collection="Digwyddiadau / Events",
    ),
    "membership_officer": Role("Swyddogion aelodaeth / Membership officers", rows={"members": KEEP}, single=MAIL),
    "newsletter_officer": Role(
        "Swyddogion y cylchlythyr / Newsletter officers",
        rows={"newsletter": KEEP},
        single=(TRANSLATE, "newsletter.send_issue", *MAIL),
        pages="newsletter.IssueIndexPage",
        collection="Cylchlythyr / Newsletter",
    ),
}


def lay_roles() -> None:
    """Make the groups, and give each exactly what its role may do."""
    for role in ROLES.values():
        group, _made = Group.objects.get_or_create(name=role.name)
        group.permissions.set(_permissions(role))
        _pages(group, role)
        _media(group, role)


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
    if not role.pages:
        return
    app, _dot, model = role.pages.lower().partition(".")
    pages = Page.objects.filter(content_type__app_label=app, content_type__model=model)
    by_codename = {p.codename: p for p in Permission.objects.filter(codename__in=PAGES)}
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=page, permission=by_codename[name]) for page in pages for name in PAGES
    )


def _media(group: Group, role: Role) -> None:
    everything = Collection.get_first_root_node()
    own = _own_collection(group, role, everything) if role.collection else everything
    GroupCollectionPermission.objects.filter(group=group).delete()
    if not role.pages:
        return
    by_codename = {p.codename: p for p in Permission.objects.filter(codename__in=MEDIA)}
    wanted = {(own, name) for name in MEDIA} | {(everything, name) for name in CHOOSE}
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=by_codename[name])
        for collection, name in wanted
    )


def _own_collection(group: Group, role: Role, everything: Collection) -> Collection:
    """The collection of a role, also where staff gave it another name since."""
    own = everything.get_children()
    known = own.filter(group_permissions__group=group).first() or own.filter(name=role.collection).first()
    return known or everything.add_child(name=role.collection)
