"""The shape of one figure of a case study."""


def figure(label_cy: str, label_en: str, after: str, unit: str = "", before: str | None = None) -> dict:
    """One number, or two, with what it counts in both languages."""
    return {"label_cy": label_cy, "label_en": label_en, "before": before, "after": after, "unit": unit}
