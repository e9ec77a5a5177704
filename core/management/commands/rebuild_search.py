"""manage.py rebuild_search: make the search table anew from every live page."""

from django.core.management.base import BaseCommand

from core.search_sync import rebuild


class Command(BaseCommand):
    help = "Make the search table anew from every live page."

    def handle(self, **options):
        """Rebuild, and say how many entries there are."""
        self.stdout.write(f"{rebuild()}")
