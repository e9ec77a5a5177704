"""Asking for the newsletter, confirming, leaving, coming back, being forgotten."""

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from core import mail
from core.actions import cancel_waiting
from core.errors import LinkUnknown, Refused
from core.models import OutgoingMail
from core.urls import link
from members.actions import withdraw_consent
from members.models import ConsentWording, User, clean_email
from newsletter.models import Subscription, Suppression
from newsletter.models.readers import digest

PURPOSE = "newsletter"
CONFIRM_WITHIN = timedelta(days=7)
CONFIRM_SALT = "newsletter.confirm"
# What one address may get from the sign-up page, so that nobody can fill a stranger's inbox with it.
ONE_MAIL_IN = timedelta(minutes=3)
MAILS_A_DAY = 5
ANSWERS = ("newsletter/confirm", "newsletter/already")


class LinkTooOld(Refused):
    """The link to confirm is older than a week."""

    message = _("This link is too old. Please ask for the newsletter again, and we will send you a new one.")


class AskAnew(Refused):
    """Only a proof that the address is read brings the newsletter back here: nobody left it, or its mail bounced."""

    message = _("This link cannot bring the newsletter back. Please ask for it again, and we will send you a new link.")


def present_wording() -> ConsentWording:
    """The words in which the newsletter is asked for now."""
    return ConsentWording.objects.current().get(purpose=PURPOSE)


@transaction.atomic
def subscribe(
    *, email: str, language: str, read_in: str, now: datetime, source: str = Subscription.Source.WEBSITE
) -> Subscription:
    """Somebody asks for the newsletter in a written language; a mail asks them to confirm.

    `read_in` is the language in which they read the wording. Who gets it already is told so by mail, and nothing
    changes: the page looks the same to whoever asked. Nor does anything change for an address that left, until the
    link in the mail is used: whoever asked may be a stranger. What they agreed to rides in that link.
    """
    email = clean_email(email)
    agreed = {"wording": present_wording(), "wording_language": read_in, "source": source, "asked_at": now}
    row, created = Subscription.objects.select_for_update().get_or_create(
        email=email, defaults=agreed | {"language": language}
    )
    if row.is_confirmed:
        _answer(row, "newsletter/already", now, language=row.language, key=confirm_key(row))
        return row
    if row.left_at:
        told = {"language": language, "wording_id": agreed["wording"].pk, "wording_language": read_in, "source": source}
        key = confirm_key(row, told | {"asked_at": now.isoformat()})
    else:
        key = confirm_key(row)
        if not created:
            _change(row, language=language, **agreed)
    _answer(row, "newsletter/confirm", now, language=language, key=key)
    return row


def _answer(row: Subscription, template: str, now: datetime, *, language: str, key: str) -> None:
    """Answer by mail, in the language they chose, or stay silent where the address has had enough for today."""
    had = OutgoingMail.objects.filter(to=row.email, template__in=ANSWERS)
    if had.filter(created_at__gt=now - ONE_MAIL_IN).exists():
        return
    if had.filter(created_at__gt=now - timedelta(days=1)).count() >= MAILS_A_DAY:
        return
    mail.send(
        template,
        to=row.email,
        language=language,
        context={"key": key, "token": row.token},
        key=f"{template}:{row.pk}:{now.timestamp():.6f}",
        expires_at=now + CONFIRM_WITHIN,
    )


def confirm_key(row: Subscription, told: dict[str, Any] | None = None) -> str:
    """What the link in the mail carries, signed and dated; `told` is what its use changes in the row."""
    return signing.dumps([row.token, told] if told else row.token, salt=CONFIRM_SALT)


def to_confirm(key: str) -> Subscription:
    """The subscription that a link confirms, or LinkTooOld, LinkUnknown."""
    return _opened(key)[0]


def _opened(key: str) -> tuple[Subscription, dict[str, Any]]:
    try:
        carried = signing.loads(key, salt=CONFIRM_SALT, max_age=CONFIRM_WITHIN)
    except signing.SignatureExpired as error:
        raise LinkTooOld from error
    except signing.BadSignature as error:
        raise LinkUnknown from error
    token, told = carried if isinstance(carried, list) else (carried, {})
    if told:
        told = told | {"asked_at": datetime.fromisoformat(told["asked_at"])}
    return with_token(token), told


def with_token(token: str) -> Subscription:
    """The subscription of a link in an issue, or LinkUnknown."""
    row = Subscription.objects.filter(token=token).first()
    if row is None:
        raise LinkUnknown
    return row


@transaction.atomic
def confirm(*, key: str, now: datetime) -> Subscription:
    """Somebody pressed the button behind the link in our mail: they get the newsletter. LinkTooOld, LinkUnknown."""
    row, told = _opened(key)
    return row if row.is_confirmed else _begin(row, now, **told)


@transaction.atomic
def come_back(*, token: str, read_in: str, now: datetime) -> Subscription:
    """Somebody who left wants it again, and says so on the page that their own mail opened. LinkUnknown, AskAnew."""
    row = with_token(token)
    if row.is_confirmed:
        return row
    kept = Suppression.objects.of(row.email).exclude(reason=Suppression.Reason.LEFT)
    if row.state != Subscription.State.LEFT or kept.exists():
        raise AskAnew
    return _begin(row, now, wording=present_wording(), wording_language=read_in, asked_at=now)


@transaction.atomic
def subscribe_member(
    *, user: User, language: str, now: datetime, source: str = Subscription.Source.MEMBERSHIP
) -> Subscription:
    """Somebody with an account asks for the newsletter, while joining or later; their address is known to be theirs."""
    agreed = {"wording": present_wording(), "wording_language": language, "asked_at": now}
    agreed |= {"source": source, "language": user.language}
    row, created = Subscription.objects.select_for_update().get_or_create(
        email=clean_email(user.email), defaults=agreed
    )
    if row.is_confirmed:
        return _change(row, user=user)
    return _begin(row, now, user=user, **({} if created else agreed))


def _begin(row: Subscription, now: datetime, **changes) -> Subscription:
    """From now on the address gets the newsletter, whatever was before: its owner has just said so."""
    Suppression.objects.of(row.email).delete()
    changes.setdefault("user", row.user or User.objects.filter(email=row.email).first())
    return _change(row, state=Subscription.State.CONFIRMED, confirmed_at=now, left_at=None, **changes)


@transaction.atomic
def unsubscribe(*, token: str, now: datetime) -> Subscription:
    """Somebody leaves: at once, for good, without a question. Twice is the same as once. Refuses with LinkUnknown."""
    row = with_token(token)
    if row.state != Subscription.State.LEFT:
        _leave(row, now)
    return row


@transaction.atomic
def leave(*, user: User, now: datetime) -> None:
    """Somebody with an account leaves, under whichever of their addresses it came."""
    for row in Subscription.objects.of_person(user).exclude(state=Subscription.State.LEFT):
        _leave(row, now)


@transaction.atomic
def write_in_language_of(*, user: User) -> None:
    """The newsletter comes in the language in which somebody is written to."""
    for row in Subscription.objects.of_person(user).exclude(language=user.language):
        _change(row, language=user.language)


def _leave(row: Subscription, now: datetime) -> None:
    _change(row, state=Subscription.State.LEFT, left_at=now)
    suppress(email=row.email, reason=Suppression.Reason.LEFT, now=now)
    if row.user:
        withdraw_consent(user=row.user, purpose=PURPOSE, now=now)


@transaction.atomic
def suppress(*, email: str, reason: str, now: datetime) -> Suppression:
    """Never send the newsletter to an address again, until its owner asks for it anew. Having left is the weakest reason."""
    for row in Subscription.objects.of(email).confirmed():
        _leave(row, now)
    cancel_waiting(to=clean_email(email), template="newsletter/issue")
    row = Suppression.objects.of(email).select_for_update().first()
    if row is None:
        since = {"reason": reason, "created_at": now}
        row, _created = Suppression.objects.get_or_create(digest=digest(email), defaults=since)
    if row.reason == Suppression.Reason.LEFT != reason:
        row.reason = reason
        row.save(update_fields=["reason"])
    return row


@transaction.atomic
def forget(*, email: str, now: datetime) -> None:
    """Erase an address from this room; only the keyed hash stays, so that no import can bring it back."""
    suppress(email=email, reason=Suppression.Reason.ERASED, now=now)
    Subscription.objects.of(email).delete()


@transaction.atomic
def forget_unconfirmed(*, now: datetime) -> int:
    """Drop requests that nobody confirmed in time; how many. That somebody left once is never dropped."""
    pending = Subscription.objects.filter(state=Subscription.State.PENDING, left_at=None)
    late = pending.filter(asked_at__lt=now - CONFIRM_WITHIN)
    return late.delete()[0]


def _change(row: Subscription, **changes) -> Subscription:
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(update_fields=list(changes))
    return row


def leave_url(token: str, language: str) -> str:
    """The address behind "leave the newsletter" in somebody's mail."""
    return link("newsletter_unsubscribe", language="en" if language == "en" else "cy", token=token)
