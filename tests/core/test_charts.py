"""Bars are drawn where two numbers can be measured against each other, and nowhere else."""

import pytest
from django.utils import translation

from core.templatetags.charts import bars


@pytest.mark.parametrize(
    ("before", "after", "lengths"),
    [
        ("725", "596", ("100", "82.21")),
        ("40%", "60%", ("66.67", "100")),
        ("£1,200", "£2,400", ("50", "100")),
        ("0", "5", ("0", "100")),
        ("2.5 days", "1 days", ("100", "40")),
    ],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_longer_bar_is_a_hundred(before, after, lengths, language):
    with translation.override(language):
        assert bars(before, after) == dict(zip(("before", "after"), lengths, strict=True))


@pytest.mark.parametrize(("before", "after"), [("0", "0"), ("few", "5"), ("61%", "100"), ("7:1", "9:1"), ("", "5")])
def test_what_cannot_be_measured_gets_no_bars(before, after):
    assert bars(before, after) is None
