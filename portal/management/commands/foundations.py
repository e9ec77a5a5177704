"""Lay what every portal needs: two languages, a site, the first pages, the wordings people agree to."""

from django.core.management.base import BaseCommand

from portal.actions import lay_foundations


class Command(BaseCommand):
    help = "Make sure that both languages, the site and its first pages stand. Safe to run again."

    def handle(self, *args, **options) -> None:
        lay_foundations()
