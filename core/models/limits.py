"""How often something was done lately: counts for limits, by the database's clock and without personal data."""

from django.db import connection, models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

# The moment now, and a number of seconds later, as each database says it (and as Django's Now does).
_NOW = {"postgresql": "STATEMENT_TIMESTAMP()", "sqlite": "STRFTIME('%%Y-%%m-%%d %%H:%%M:%%f', 'NOW')"}
_LATER = {
    "postgresql": "STATEMENT_TIMESTAMP() + MAKE_INTERVAL(secs => %s)",
    "sqlite": "STRFTIME('%%Y-%%m-%%d %%H:%%M:%%f', 'NOW', %s || ' seconds')",
}
# One statement, so that two requests at once are never counted as one. A window that is over begins anew.
_COUNT = """
    INSERT INTO core_ratecount AS kept (digest, count, ends_at) VALUES (%s, 1, {later})
    ON CONFLICT (digest) DO UPDATE SET
        count = CASE WHEN kept.ends_at <= {now} THEN 1 ELSE kept.count + 1 END,
        ends_at = CASE WHEN kept.ends_at <= {now} THEN excluded.ends_at ELSE kept.ends_at END
    RETURNING count
"""


class RateCount(models.Model):
    """How often one thing was done from one place since its window began."""

    digest = models.CharField(_("keyed hash of what is counted"), max_length=64, primary_key=True)
    count = models.PositiveIntegerField(_("times"))
    ends_at = models.DateTimeField(_("counted until"), db_index=True)

    class Meta:
        verbose_name = _("count for a limit")
        verbose_name_plural = _("counts for limits")

    def __str__(self):
        return f"{self.digest[:12]}…: {self.count}"

    @classmethod
    def one_more(cls, digest: str, *, seconds: int) -> int:
        """Count once more; how often it was since the window of so many seconds began."""
        sql = _COUNT.format(now=_NOW[connection.vendor], later=_LATER[connection.vendor])
        with connection.cursor() as cursor:
            cursor.execute(sql, [digest, seconds])
            return cursor.fetchone()[0]

    @classmethod
    def drop_old(cls) -> int:
        """Forget windows that are over; how many."""
        return cls.objects.filter(ends_at__lte=Now()).delete()[0]
