"""What tests do to a stack's database, each in a process of its own: python -m tests.faults.deeds NAME '{"given": 1}'."""

import json
import sys


def prepare_issue(readers: int, welsh: int = 0, both: int = 0) -> int:
    """Readers who confirmed, some in Welsh, some in both languages, and an issue in both; its id."""
    from django.utils import timezone

    from newsletter.actions.readers import present_wording
    from newsletter.models import Subscription
    from tests.newsletter.factories import issue

    wording, now = present_wording(), timezone.now()
    codes = ["cy"] * welsh + ["both"] * both + ["en"] * (readers - welsh - both)
    Subscription.objects.bulk_create(
        Subscription(
            email=f"{code}{number}@example.org",
            language=code,
            state="confirmed",
            confirmed_at=now,
            wording=wording,
            wording_language="cy",
        )
        for number, code in enumerate(codes)
    )
    return issue()["cy"].pk


def send_issue(**readers: int) -> int:
    """Prepare an issue and its readers, and send it as staff do; the id of its batch."""
    from django.utils import timezone

    from newsletter import actions
    from newsletter.models import IssuePage

    page = IssuePage.objects.get(pk=prepare_issue(**readers))
    return actions.send_issue(issue_page=page, by=staff(), now=timezone.now()).pk


def staff():
    """Somebody who may do everything."""
    from members.models import User

    return User.objects.filter(email="staff@example.org").first() or User.objects.create_superuser(
        "staff@example.org", "x"
    )


def write_mail(number: int = 1, name: str = "one") -> int:
    """Queue service messages without waking anybody, as a process that dies between commit and waking does."""
    from core.models import OutgoingMail

    words = {"subject": "s", "text": "t"}
    rows = [
        OutgoingMail(
            key=f"{name}:{n}", to=f"{name}{n}@example.org", template="core/plain", language="en", context=words
        )
        for n in range(number)
    ]
    return len(OutgoingMail.objects.bulk_create(rows))


def have_files_read(number: int) -> float:
    """Ask for so many files to be read, as one save of a resource does; the seconds it took."""
    import time

    from resources.actions import wake

    began = time.monotonic()
    for file_id in range(number):
        wake(file_id)
    return time.monotonic() - began


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(globals()[sys.argv[1]](**json.loads(sys.argv[2]))) + "\n")
