"""Gather the messages of the source into our Welsh catalogue, or check that nothing is missing from it."""

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal import messages


class Command(BaseCommand):
    """Our Welsh catalogue, gathered or checked."""

    help = "Gather the messages of the source into locale/cy, or check that each has its Welsh."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail where a message lacks Welsh")

    def handle(self, *args, check: bool, **options) -> None:
        if check:
            self.check_all()
        else:
            self.gather()

    def gather(self) -> None:
        """Write the catalogue anew and say what is left to translate."""
        catalogue = messages.gathered()
        messages.OURS.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(messages.OURS))
        self.stdout.write(f"Messages: {len(catalogue)}. Without Welsh: {len(list(messages.without_welsh(catalogue)))}.")

    def check_all(self) -> None:
        """Fail with every reason why a Welsh reader would meet English."""
        found = list(messages.problems())
        if found:
            raise CommandError("\n".join([*found, f"Problems in the Welsh catalogue: {len(found)}."]))
        self.stdout.write("Every message has its Welsh.")
