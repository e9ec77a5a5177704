"""After a backup was brought back: erase again whoever had been erased since it was made."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from core.errors import Refused
from members import actions


class Command(BaseCommand):
    """Erase again whom a backup brought back."""

    help = "After a backup was brought back: erase again whoever is in the list of erasures. Nobody is written to."

    def handle(self, *args, **options) -> None:
        erased, kept = 0, 0
        for user in list(actions.erased_before()):
            try:
                actions.erase(user=user, now=timezone.now(), tell=False)
                erased += 1
            except Refused as refusal:
                kept += 1
                self.stderr.write(f"Account {user.pk}: {refusal}")
        self.stdout.write(f"Erased again: {erased}. Not erased: {kept}.")
