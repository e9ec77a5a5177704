"""System checks for the house rules that are about models."""

from django.apps import apps
from django.core.checks import Error, register

OURS = ("core", "members", "events", "resources", "newsletter", "portal")


def names_stand_in_both_languages(app_configs, **kwargs):
    """A column that ends in _cy has its twin in _en, and both are required or neither."""
    errors = []
    for model in apps.get_models():
        if model._meta.app_label not in OURS:
            continue
        names = {f.name: f for f in model._meta.get_fields() if hasattr(f, "blank")}
        for name, column in names.items():
            if name[-3:] not in ("_cy", "_en"):
                continue
            twin = names.get(name[:-3] + ("_en" if name.endswith("_cy") else "_cy"))
            if twin is None or twin.blank != column.blank:
                errors.append(Error(f"{model.__name__}.{name} has no equal twin", obj=model, id="portal.E001"))
    return errors


def every_model_says_what_it_is(app_configs, **kwargs):
    """Each model of ours opens with a sentence of its own (Django writes one where there is none)."""
    return [
        Error(f"{model.__name__} has no docstring", obj=model, id="portal.E002")
        for model in apps.get_models()
        if model._meta.app_label in OURS
        and not model._meta.auto_created
        and (not model.__doc__ or model.__doc__.startswith(f"{model.__name__}("))
    ]


def register_all() -> None:
    """Have Django run these with its own checks."""
    for check in (names_stand_in_both_languages, every_model_says_what_it_is):
        register(check)
