from django.db import migrations, models


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
    ]
