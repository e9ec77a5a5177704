"""The index of the search table: a stored tsvector with GIN on PostgreSQL, FTS5 kept by triggers on SQLite."""

from django.db import migrations

POSTGRESQL = [
    """ALTER TABLE core_searchentry ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', folded_title), 'A') || setweight(to_tsvector('simple', folded_text), 'C')
    ) STORED""",
    "CREATE INDEX core_searchentry_vector ON core_searchentry USING gin (vector)",
]
SQLITE = [
    """CREATE VIRTUAL TABLE core_searchindex USING fts5(
        folded_title, folded_text, content='core_searchentry', content_rowid='id', tokenize='unicode61', prefix='3 4'
    )""",
    """CREATE TRIGGER core_searchentry_added AFTER INSERT ON core_searchentry BEGIN
        INSERT INTO core_searchindex(rowid, folded_title, folded_text)
        VALUES (new.id, new.folded_title, new.folded_text);
    END""",
    """CREATE TRIGGER core_searchentry_removed AFTER DELETE ON core_searchentry BEGIN
        INSERT INTO core_searchindex(core_searchindex, rowid, folded_title, folded_text)
        VALUES ('delete', old.id, old.folded_title, old.folded_text);
    END""",
    """CREATE TRIGGER core_searchentry_changed AFTER UPDATE ON core_searchentry BEGIN
        INSERT INTO core_searchindex(core_searchindex, rowid, folded_title, folded_text)
        VALUES ('delete', old.id, old.folded_title, old.folded_text);
        INSERT INTO core_searchindex(rowid, folded_title, folded_text)
        VALUES (new.id, new.folded_title, new.folded_text);
    END""",
]
POSTGRESQL_BACK = ["ALTER TABLE core_searchentry DROP COLUMN vector"]
SQLITE_BACK = [
    "DROP TRIGGER core_searchentry_added",
    "DROP TRIGGER core_searchentry_removed",
    "DROP TRIGGER core_searchentry_changed",
    "DROP TABLE core_searchindex",
]


def forward(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def backward(apps, schema_editor):
    for statement in POSTGRESQL_BACK if schema_editor.connection.vendor == "postgresql" else SQLITE_BACK:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("core", "0002_owners")]
    operations = [migrations.RunPython(forward, backward)]
