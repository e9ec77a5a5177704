"""The newsletter app: listens for new members, and offers its emails and issues to whoever shows or finds them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsletterConfig(AppConfig):
    """The room of the newsletter."""

    name = "newsletter"
    verbose_name = _("Newsletter")

    def ready(self):
        from core import personal, slots
        from core.search_sync import keep_in_step, page_record
        from members import signals
        from newsletter import account, samples
        from newsletter.kept import KEPT
        from newsletter.models import IssuePage

        signals.joined.connect(subscribe_new_member, dispatch_uid="newsletter joined")
        signals.consent_answered.connect(follow_answer, dispatch_uid="newsletter answered")
        signals.language_chosen.connect(follow_language, dispatch_uid="newsletter language")
        slots.consents.register(account.PURPOSE, account.choice)
        slots.account_sections.register("newsletter/state", account.section)
        signals.erasing.connect(forget_reader, dispatch_uid="newsletter erasing")
        keep_in_step(IssuePage, "issue", page_record, name=_("Newsletter issue"), tone="plum")
        for name, sample in samples.EMAILS.items():
            slots.email_samples.register(name, sample)
        for name, called in samples.NAMES.items():
            slots.email_names.register(name, called)
        personal.offer(*KEPT)


def subscribe_new_member(*, user, purposes, language, now, **_):
    """Somebody joined and ticked the newsletter."""
    from newsletter import actions

    if actions.PURPOSE in purposes:
        actions.subscribe_member(user=user, language=language, now=now)


def follow_answer(*, user, purpose, says_yes, language, now, **_):
    """Somebody said in their account that they want it, or that they no longer do."""
    from newsletter import actions
    from newsletter.models import Subscription

    if purpose == actions.PURPOSE and says_yes:
        actions.subscribe_member(user=user, language=language, now=now, source=Subscription.Source.ACCOUNT)
    elif purpose == actions.PURPOSE:
        actions.leave(user=user, now=now)


def follow_language(*, user, **_):
    """Somebody is written to in another language from now on."""
    from newsletter import actions

    actions.write_in_language_of(user=user)


def forget_reader(*, addresses, now, **_):
    """Somebody is erased: no newsletter comes to an address of theirs again."""
    from newsletter import actions

    for email in sorted(addresses):
        actions.forget(email=email, now=now)
