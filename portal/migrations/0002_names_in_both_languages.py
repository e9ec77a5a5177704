"""Groups, and what Wagtail lays down in English, are named for readers of both languages."""

from django.db import migrations

GROUPS = {
    "editor": "Golygyddion / Editors",
    "event_officer": "Swyddogion digwyddiadau / Event officers",
    "membership_officer": "Swyddogion aelodaeth / Membership officers",
    "newsletter_officer": "Swyddogion y cylchlythyr / Newsletter officers",
    "Moderators": "Cymedrolwyr / Moderators",
}
APPROVAL = "Cymeradwyo gan gymedrolwyr / Moderators approval"


def name_in_both_languages(apps, schema_editor):
    """Rename what still has its first name; Wagtail's editors go where nobody is one, for ours have the same name."""
    group, page = apps.get_model("auth", "Group"), apps.get_model("wagtailcore", "Page")
    group.objects.filter(name="Editors", user=None).delete()
    for code, name in GROUPS.items():
        group.objects.filter(name=code).update(name=name)
    root = {"title": "Pob tudalen / All pages", "draft_title": "Pob tudalen / All pages"}
    page.objects.filter(depth=1, title="Root").update(**root)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(
        name="Pob casgliad / All collections"
    )
    for model in ("Workflow", "Task"):
        apps.get_model("wagtailcore", model).objects.filter(name="Moderators approval").update(name=APPROVAL)


class Migration(migrations.Migration):
    """Names alone; nothing is lost by staying with them."""

    dependencies = [
        ("portal", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("members", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(name_in_both_languages, migrations.RunPython.noop)]
