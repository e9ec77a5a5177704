"""Whether anything of the tree of pages has changed: a stamp that the database itself renews with every change."""

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, PageViewRestriction, Site

# One row. A stamp is a random word, never a number: what a rolled-back transaction counted would come again.
_RENEW = [
    "UPDATE core_treestamp SET stamp = {word};",
    "INSERT INTO core_treestamp (id, stamp) SELECT 1, {word} WHERE NOT EXISTS (SELECT 1 FROM core_treestamp);",
]
_WORD = {"postgresql": "gen_random_uuid()::text", "sqlite": "hex(randomblob(16))"}
# Whoever changes a page may look for tables elsewhere, as pg_restore does: the function looks where it stands itself.
_FUNCTION = f"""
    CREATE OR REPLACE FUNCTION core_tree_changed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
    {" ".join(_RENEW).format(word=_WORD["postgresql"])}
    RETURN NULL; END $$;
"""
# Before the statement: whoever changes pages takes the stamp first and rows later, so two never wait for each other.
_TRIGGER = {
    "postgresql": "CREATE TRIGGER {name} BEFORE {verb} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION core_tree_changed();",
    "sqlite": "CREATE TRIGGER {name} AFTER {verb} ON {table} BEGIN "
    + " ".join(_RENEW).format(word=_WORD["sqlite"])
    + " END;",
}
_KNOWN = {
    "postgresql": "SELECT tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
    " WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace",
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
}


class TreeStamp(models.Model):
    """The stamp of the tree as it is now; only triggers write it, in the transaction of what changes."""

    stamp = models.CharField(_("stamp"), max_length=36)

    class Meta:
        verbose_name = _("stamp of the tree of pages")
        verbose_name_plural = _("stamps of the tree of pages")
        default_permissions = ()

    def __str__(self):
        return self.stamp

    @classmethod
    def now(cls) -> str:
        """The stamp in force, or nothing: then nobody watches the tree, and nothing may be kept of it."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT stamp FROM core_treestamp")
            row = cursor.fetchone()
        return row[0] if row else ""


def watched() -> list[str]:
    """The tables that say which pages there are, where they stand, who may read them, and what menu and foot show."""
    from core.models.navigation import FootLink, MenuLink, Navigation

    pages = [model for model in apps.get_models() if issubclass(model, Page)]
    others = [Site, Locale, PageViewRestriction, PageViewRestriction.groups.through, Navigation, MenuLink, FootLink]
    return [model._meta.db_table for model in [*pages, *others]]


def watch(**_kwargs) -> None:
    """Put triggers on those tables where they are missing: after each `migrate`, for SQLite loses them with a column."""
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if TreeStamp._meta.db_table not in tables:
            return
        cursor.execute(_KNOWN[connection.vendor])
        known = {name for (name,) in cursor.fetchall()}
        wanted = [(table, verb) for table in watched() if table in tables for verb in ("INSERT", "UPDATE", "DELETE")]
        missing = {f"tree_{verb.lower()}_{table}": (verb, table) for table, verb in wanted}
        missing = {name: pair for name, pair in missing.items() if name not in known}
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for name, (verb, table) in missing.items():
            cursor.execute(_TRIGGER[connection.vendor].format(name=name, verb=verb, table=table))
        for statement in _RENEW:
            cursor.execute(statement.format(word=_WORD[connection.vendor]))
