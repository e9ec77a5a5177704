"""The events app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """The room for events."""

    name = "events"
    verbose_name = _("Events")

    def ready(self):
        from core import personal, slots
        from core.search_sync import keep_in_step
        from events import offers
        from events.emails import NAMES, SAMPLES
        from events.kept import KEPT
        from events.models import EventPage
        from members import signals

        for name, sample in SAMPLES.items():
            slots.email_samples.register(name, sample)
        for name, called in NAMES.items():
            slots.email_names.register(name, called)
        offers.register()
        signals.erasing.connect(forget_person, dispatch_uid="events erasing")
        keep_in_step(EventPage, "event", offers.record, name=_("Event"), tone="coral")
        personal.offer(*KEPT)


def forget_person(*, user, addresses, now, **_):
    """Somebody is erased: their places go to others."""
    from events import actions

    actions.forget(user=user, addresses=addresses, now=now)
