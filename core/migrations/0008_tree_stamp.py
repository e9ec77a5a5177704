from django.db import migrations, models


def drop_triggers(apps, schema_editor):
    """`core.models.tree.watch` puts the triggers on; without the stamp each of them would refuse every change of a page."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute("DROP FUNCTION IF EXISTS core_tree_changed() CASCADE")
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%core_treestamp%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP TRIGGER "{name}"')


class Migration(migrations.Migration):
    """A place for the stamp of the tree of pages."""

    dependencies = [("core", "0007_mail_fault")]

    operations = [
        migrations.CreateModel(
            name="TreeStamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stamp", models.CharField(max_length=36, verbose_name="stamp")),
            ],
            options={
                "verbose_name": "stamp of the tree of pages",
                "verbose_name_plural": "stamps of the tree of pages",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(migrations.RunPython.noop, drop_triggers),
    ]
