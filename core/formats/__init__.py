"""Dates and numbers the way people in Wales write them; `en` would otherwise mean American."""
