"""Load the demo network."""

from django.core.management.base import BaseCommand, CommandError

from portal import demo


class Command(BaseCommand):
    help = "Load an example network in both languages into an empty development database."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="do nothing where people have accounts already")
        parser.add_argument("--scale", type=int, default=1, help="a large network for measuring: 100 for 6,000 members")

    def handle(self, *args, **options) -> None:
        if options["if_empty"] and not demo.is_empty():
            return
        self.stdout.write("Loading the demo network.")
        try:
            demo.build(scale=options["scale"])
        except demo.NotHere as refusal:
            raise CommandError(str(refusal)) from refusal
