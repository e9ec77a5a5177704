"""What may happen to accounts: opened by their owner or by staff, described, changed."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core.errors import Refused
from members import signals
from members.actions.staff import change_row, only_administrators
from members.models import HereAs, HereAsKind, User, clean_email


class AccountExists(Refused):
    """The address has an account already. Only staff and the demo may read this."""

    message = _("There is an account with this email already.")


class LastAdministrator(Refused):
    """Somebody must be able to let others in."""

    message = _("This is the only administrator. Make somebody else an administrator first.")


@transaction.atomic
def open_account(*, email: str, verified: bool = False, **told) -> User:
    """Open an account for somebody, or refuse (AccountExists). `told` is what they told us: see `describe`."""
    email = clean_email(email)
    if User.objects.filter(email=email).exists():
        raise AccountExists
    user = User.objects.create_user(email)
    EmailAddress.objects.create(user=user, email=email, primary=True, verified=verified)
    return describe(user=user, **told)


@transaction.atomic
def describe(
    *,
    user: User,
    name: str | None = None,
    region: str | None = None,
    language: str | None = None,
    here_as: Iterable[str] | None = None,
) -> User:
    """Keep what a person tells us about themselves; what is not given stays as it was."""
    told = {
        key: value for key, value in {"name": name, "region": region, "language": language}.items() if value is not None
    }
    for key, value in told.items():
        setattr(user, key, value)
    if told:
        user.save(update_fields=list(told))
    if language:
        signals.language_chosen.send(sender=User, user=user)
    if here_as is not None:
        kinds = {HereAsKind(kind) for kind in here_as}
        user.here_as.exclude(kind__in=kinds).delete()
        HereAs.objects.bulk_create([HereAs(user=user, kind=kind) for kind in sorted(kinds)], ignore_conflicts=True)
    return user


@transaction.atomic
def change_account(
    *, user: User, by: User, email: str | None = None, groups: Iterable[Group] | None = None, **facts
) -> User:
    """An administrator changes an account: its address, its groups, and what `facts` (its columns) say.

    Refuses NotYours, AccountExists, LastAdministrator. A new address is unproved until a code sent there is typed.
    """
    only_administrators(by)
    # Held in one order by whoever changes an account: two administrators never take each other's rights at once.
    list(User.objects.select_for_update().filter(is_superuser=True).order_by("pk").values_list("pk"))
    if email is not None and (email := clean_email(email)) != User.objects.get(pk=user.pk).email:
        if User.objects.filter(email=email).exclude(pk=user.pk).exists():
            raise AccountExists
        user.emailaddress_set.all().delete()
        EmailAddress.objects.create(user=user, email=email, primary=True, verified=False)
        facts["email"] = email
    if groups is not None:
        user.groups.set(groups)
    user = change_row(user, by, facts)
    if "language" in facts:
        signals.language_chosen.send(sender=User, user=user)
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        raise LastAdministrator
    return user


@transaction.atomic
def enter_account(*, by: User, email: str, groups: Iterable[Group] = (), **facts) -> User:
    """An administrator opens an account for somebody, who signs in with a code. Refuses NotYours, AccountExists."""
    only_administrators(by)
    user = open_account(email=email)
    log(user, "wagtail.create", user=by)
    return change_account(user=user, by=by, groups=groups, **facts)
