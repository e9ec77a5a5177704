"""People and organisations for tests, made through the portal's own actions."""

from itertools import count

from django.contrib.auth.models import Group, Permission
from django.utils import timezone
from wagtail.models import Collection

from members import actions
from members.models import Organisation, PrinciplesWording, User
from portal.roles import ROLES

_number = count(1)


def person(email=None, *, member=True, name=None, language="en", region="mid", here_as=("citizen",), **fields) -> User:
    """A person with a confirmed address, a member unless `member=False`; `fields` are set on the account as given."""
    number = next(_number)
    user = actions.open_account(
        email=email or f"person{number}@example.org",
        verified=True,
        name=f"Person {number}" if name is None else name,
        language=language,
        region=region,
        here_as=here_as,
    )
    if fields:
        password = fields.pop("password", None)
        for key, value in fields.items():
            setattr(user, key, value)
        if password:
            user.set_password(password)
        user.save()
    if member:
        actions.ensure_wordings()
        actions.join(
            user=user,
            wording=PrinciplesWording.objects.current(),
            language="cy" if language == "cy" else "en",
            now=timezone.now(),
        )
    return user


def staff(role="admin", email=None, **fields) -> User:
    """Somebody of the staff team: "admin" may do everything, other roles what their group may do."""
    user = person(email, member=False, is_staff=True, is_superuser=role == "admin", **fields)
    if role != "admin":
        group, made = Group.objects.get_or_create(name=ROLES[role].name if role in ROLES else role)
        if made:
            group.permissions.add(
                Permission.objects.get(codename="access_admin", content_type__app_label="wagtailadmin")
            )
        user.groups.add(group)
    return user


def allow(user: User, *names: str) -> User:
    """Give a person single permissions, each written "app.codename"."""
    for name in names:
        app, _dot, codename = name.partition(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return User.objects.get(pk=user.pk)


def organisation(name="Example organisation", **fields) -> Organisation:
    """An organisation with a name in each language."""
    number = next(_number)
    words = {"name_cy": f"{name} {number} (cy)", "name_en": f"{name} {number} (en)", "slug": f"organisation-{number}"}
    return actions.add_organisation(**words | fields)


def everything() -> int:
    """The key of the collection that holds all others, as a form names it."""
    return Collection.get_first_root_node().pk
