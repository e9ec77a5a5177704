"""Every component, block and email with sample data, in either language; in development only."""

from portal.styleguide.samples import SAMPLES
from portal.styleguide.show import render_blocks, render_components, styleguide

__all__ = ["SAMPLES", "render_blocks", "render_components", "styleguide"]
