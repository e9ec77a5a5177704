"""The seam to Wagtail's chooser widgets: they say which chooser they want in data, not in an inline script.

Wagtail's BaseChooser writes `<script>new PageChooser(…)</script>` behind each field, which our policy refuses. Here it
writes a `<template>` with the same facts, and static/js/admin_choosers.js makes the chooser.
"""

import json

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser

MARK = '{}<template data-chooser="{}" data-chooser-for="{}" data-chooser-config="{}"></template>'


def render(self: BaseChooser, name: str, value, attrs: dict | None = None, renderer=None) -> str:
    """The field, and the mark that the module looks for. `attrs` must hold the field's id."""
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    options = self.get_js_init_options(attrs["id"], name, value_data)
    return format_html(MARK, html, self.js_constructor, attrs["id"], json.dumps(options))


def install() -> None:
    """Let every chooser of the admin be drawn this way."""
    BaseChooser.render = render
