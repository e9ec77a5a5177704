"""What may happen to people: an account, what they tell us, joining, agreeing, roles in organisations."""

from collections.abc import Iterable
from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from core import mail
from core.errors import Refused
from members import signals, wordings
from members.models import (
    Consent,
    ConsentWording,
    HereAs,
    HereAsKind,
    Membership,
    Organisation,
    OrganisationRole,
    PrinciplesAgreement,
    PrinciplesWording,
    Role,
    User,
    clean_email,
)


class AccountExists(Refused):
    """The address has an account already. Only staff and the demo may read this."""

    message = _("There is an account with this email already.")


class NotYours(Refused):
    """Only some staff may do that."""

    message = _("Your role does not let you change this.")


class MembershipOpen(Refused):
    """A person has one membership without an end at a time."""

    message = _("This person has another membership that has not ended. Give that one its last day first.")


class OrganisationHasPeople(Refused):
    """What people have done in an organisation is kept, and so it stays."""

    message = _("People have, or had, a role in this organisation, so it cannot be deleted. You can change its names.")


class LastAdministrator(Refused):
    """Somebody must be able to let others in."""

    message = _("This is the only administrator. Make somebody else an administrator first.")


class AlreadyMember(Refused):
    """Nobody joins twice."""

    message = _("You are a member already.")


class AnswerMissing(Refused):
    """Joining needs a name, a region and a language."""

    message = _("Some of your answers are missing. Please go back and fill them in.")


class WordingOutdated(Refused):
    """The words changed while somebody read them."""

    message = _("We have changed these words since you opened the page. Please read them again.")


class RoleTaken(Refused):
    """An organisation has one main contact and one finance contact."""

    message = _("Somebody else has this role at the moment.")


@transaction.atomic
def ensure_wordings() -> None:
    """Make sure that there is something to agree to; wordings that stand are left alone."""
    texts = {f"text_{code}": text for code, text in wordings.PRINCIPLES.items()}
    PrinciplesWording.objects.get_or_create(version=1, defaults=texts)
    for purpose, words in wordings.CONSENTS.items():
        texts = {f"text_{code}": text for code, text in words.items()}
        ConsentWording.objects.get_or_create(purpose=purpose, version=1, defaults=texts)


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
    if here_as is not None:
        kinds = {HereAsKind(kind) for kind in here_as}
        user.here_as.exclude(kind__in=kinds).delete()
        HereAs.objects.bulk_create([HereAs(user=user, kind=kind) for kind in sorted(kinds)], ignore_conflicts=True)
    return user


@transaction.atomic
def join(
    *,
    user: User,
    wording: PrinciplesWording,
    language: str,
    now: datetime,
    consents: Iterable[ConsentWording] = (),
    source: str = "join",
) -> Membership:
    """Make a person a member, who agrees to the principles and to what they ticked, and welcome them.

    Refuses with AlreadyMember, AnswerMissing, WordingOutdated. `language` is the one in which they read the words.
    """
    user = User.objects.select_for_update().get(pk=user.pk)
    today = timezone.localdate(now)
    if user.memberships.current(today).exists():
        raise AlreadyMember
    if not (user.name and user.region):
        raise AnswerMissing
    membership = Membership.objects.create(user=user, started_on=today)
    agree(user=user, wording=wording, language=language, now=now)
    given = [give_consent(user=user, wording=asked, language=language, source=source, now=now) for asked in consents]
    _welcome(membership)
    signals.joined.send(
        sender=User,
        user=user,
        membership=membership,
        purposes=frozenset(consent.purpose for consent in given),
        language=language,
        now=now,
    )
    return membership


def _welcome(membership: Membership) -> None:
    user = membership.user
    mail.send(
        "members/welcome",
        to=user.email,
        to_name=user.name,
        language=user.language,
        context={"name": user.name},
        key=f"members/welcome:{membership.pk}",
    )


@transaction.atomic
def agree(*, user: User, wording: PrinciplesWording, language: str, now: datetime) -> PrinciplesAgreement:
    """A person agrees to the principles in their present wording (else WordingOutdated); once is enough."""
    if wording != PrinciplesWording.objects.current():
        raise WordingOutdated
    agreement, _created = PrinciplesAgreement.objects.get_or_create(
        user=user, wording=wording, defaults={"agreed_at": now, "language": language}
    )
    return agreement


@transaction.atomic
def give_consent(*, user: User, wording: ConsentWording, language: str, source: str, now: datetime) -> Consent:
    """A person says yes to one thing in its present wording (else WordingOutdated); a standing yes stays as it is."""
    if not ConsentWording.objects.current().filter(pk=wording.pk).exists():
        raise WordingOutdated
    consent, _created = Consent.objects.standing().get_or_create(
        user=user,
        purpose=wording.purpose,
        withdrawn_at=None,
        defaults={"wording": wording, "language": language, "source": source, "given_at": now},
    )
    return consent


@transaction.atomic
def withdraw_consent(*, user: User, purpose: str, now: datetime) -> int:
    """A person takes a yes back; how many were standing."""
    return user.consents.standing().filter(purpose=purpose).update(withdrawn_at=now)


@transaction.atomic
def add_organisation(
    *, name_cy: str, name_en: str, slug: str, region: str = "", about_cy: str = "", about_en: str = ""
) -> Organisation:
    """Enter an organisation under its two names."""
    return Organisation.objects.create(
        name_cy=name_cy, name_en=name_en, slug=slug, region=region, about_cy=about_cy, about_en=about_en
    )


@transaction.atomic
def enter_organisation(*, by: User, **facts) -> Organisation:
    """Staff enter an organisation; `facts` are those of `add_organisation`. Refuses NotYours."""
    _only_who_may("members.add_organisation", by)
    organisation = add_organisation(**facts)
    log(organisation, "wagtail.create", user=by)
    return organisation


@transaction.atomic
def change_organisation(*, organisation: Organisation, by: User, **facts) -> Organisation:
    """Staff change an organisation; `facts` are its columns. Refuses NotYours."""
    _only_who_may("members.change_organisation", by)
    return _change(organisation, by, facts)


@transaction.atomic
def remove_organisation(*, organisation: Organisation, by: User) -> None:
    """Staff delete an organisation entered by mistake. Refuses NotYours, OrganisationHasPeople."""
    _only_who_may("members.delete_organisation", by)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.roles.exists():
        raise OrganisationHasPeople
    log(organisation, "wagtail.delete", user=by, deleted=True)
    organisation.delete()


@transaction.atomic
def change_membership(*, membership: Membership, by: User, **facts) -> Membership:
    """Staff correct a membership or end it; `facts` are its columns. Refuses NotYours, MembershipOpen."""
    _only_who_may("members.change_membership", by)
    others = Membership.objects.filter(user=membership.user_id, ended_on=None).exclude(pk=membership.pk)
    if "ended_on" in facts and facts["ended_on"] is None and others.select_for_update().exists():
        raise MembershipOpen
    return _change(membership, by, facts)


@transaction.atomic
def change_account(
    *, user: User, by: User, email: str | None = None, groups: Iterable[Group] | None = None, **facts
) -> User:
    """An administrator changes an account: its address, its groups, and what `facts` (its columns) say.

    Refuses NotYours, AccountExists, LastAdministrator. A new address is unproved until a code sent there is typed.
    """
    _only_administrators(by)
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
    user = _change(user, by, facts)
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        raise LastAdministrator
    return user


@transaction.atomic
def enter_account(*, by: User, email: str, groups: Iterable[Group] = (), **facts) -> User:
    """An administrator opens an account for somebody, who signs in with a code. Refuses NotYours, AccountExists."""
    _only_administrators(by)
    user = open_account(email=email)
    log(user, "wagtail.create", user=by)
    return change_account(user=user, by=by, groups=groups, **facts)


def _only_who_may(permission: str, by: User) -> None:
    if not by.has_perm(permission):
        raise NotYours


def _only_administrators(by: User) -> None:
    if not (by.is_active and by.is_superuser):
        raise NotYours


def _change(row, by: User, facts: dict):
    row = type(row).objects.select_for_update().get(pk=row.pk)
    for name, value in facts.items():
        setattr(row, name, value)
    if facts:
        row.save(update_fields=list(facts))
    log(row, "wagtail.edit", user=by, content_changed=bool(facts))
    return row


@transaction.atomic
def take_role(*, user: User, organisation: Organisation, role: str, now: datetime) -> OrganisationRole:
    """Give a person a role in an organisation, or refuse (RoleTaken); having it already changes nothing."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    standing = organisation.roles.filter(role=role, ended_on=None)
    if role in (Role.MAIN_CONTACT, Role.FINANCE_CONTACT) and standing.exclude(user=user).exists():
        raise RoleTaken
    held, _created = standing.get_or_create(
        user=user,
        organisation=organisation,
        role=role,
        ended_on=None,
        defaults={"started_on": timezone.localdate(now)},
    )
    return held
