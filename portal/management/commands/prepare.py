"""Bring the portal to the state in which it can start: one process, quick when there is nothing to do."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from portal import messages


class Command(BaseCommand):
    """Everything between new code and a portal that can start."""

    help = "Compile messages, migrate, make the cache table and the foundations; in development load the demo network."
    requires_system_checks = ()  # make check makes them; here they would cost every start a second

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--without-demo", action="store_true", help="leave an empty database without example people"
        )

    def handle(self, *args, without_demo: bool, **options) -> None:
        compiled = messages.compile_changed()
        if compiled:
            self.stdout.write(f"Catalogues compiled: {len(compiled)}.")
        if self.is_behind():
            self.stdout.write("Migrating the database.")
            call_command("migrate", interactive=False, verbosity=0)
            call_command("createcachetable", verbosity=0)
        call_command("foundations")
        if settings.DEVELOPMENT and not without_demo:
            call_command("demo", if_empty=True)
            self.keep_sign_ins()

    def is_behind(self) -> bool:
        """Tell whether a migration has not been applied yet."""
        executor = MigrationExecutor(connection)
        return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))

    def keep_sign_ins(self) -> None:
        """Write the demo sign-ins where the supervisor reads them, if this database holds them."""
        from portal.demo import SIGN_INS

        file = settings.VAR_DIR / "sign-ins.txt"
        emails = [email for _, email, _ in SIGN_INS]
        if get_user_model().objects.filter(email__in=emails).exists():
            file.write_text("".join(f"  {email:36} {password:24} {role}\n" for role, email, password in SIGN_INS))
        else:
            file.unlink(missing_ok=True)
