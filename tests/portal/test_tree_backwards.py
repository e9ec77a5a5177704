"""The stamp of the tree can be taken off the database again, and put back."""

import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from core.models.tree import TreeStamp, watch


@pytest.mark.django_db(transaction=True)
def test_without_the_stamp_pages_can_still_be_changed():
    """Backwards, pages lose what watched them; forwards, they are watched again."""
    call_command("migrate", "core", "0007", verbosity=0)
    try:
        assert "core_treestamp" not in connection.introspection.table_names()
        Page.objects.filter(depth=1).update(title="Another root")
    finally:
        call_command("migrate", verbosity=0)
    before = TreeStamp.now()
    Page.objects.filter(depth=1).update(title="Root again")
    assert TreeStamp.now() != before


@pytest.mark.postgres
def test_the_stamp_is_found_wherever_somebody_looks_for_tables(db):
    """A restore, or a role of its own, has another search path."""
    watch()
    with connection.cursor() as cursor:
        before = TreeStamp.now()
        cursor.execute("SET LOCAL search_path = ''")
        cursor.execute("UPDATE public.wagtailcore_page SET title = 'Elsewhere' WHERE depth = 1")
        cursor.execute("SET LOCAL search_path = public")
    assert TreeStamp.now() != before
