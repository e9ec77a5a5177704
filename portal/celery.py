"""The Celery app and the whole timetable, in UTC. A worker without DJANGO_SETTINGS_MODULE does not start."""

from datetime import timedelta

from celery import Celery

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

app.conf.beat_schedule = {
    "sweep mail": {"task": "core.tasks.sweep_mail", "schedule": timedelta(seconds=10)},
    "extract waiting files": {"task": "resources.tasks.sweep_files", "schedule": timedelta(seconds=60)},
    "publish scheduled": {"task": "portal.tasks.publish_scheduled", "schedule": timedelta(minutes=2)},
    "clear away": {"task": "portal.tasks.clear_away", "schedule": timedelta(hours=6)},
    "forget unconfirmed": {"task": "newsletter.tasks.forget_unconfirmed", "schedule": timedelta(hours=6)},
    "forget words of mail": {"task": "core.tasks.forget_words", "schedule": timedelta(hours=6)},
    "forget last mails": {"task": "members.tasks.forget_last_mails", "schedule": timedelta(minutes=10)},
    "expire offers": {"task": "events.tasks.expire_offers", "schedule": timedelta(seconds=60)},
}
