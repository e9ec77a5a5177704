"""Storey 0: the tools every room stands on. Imports none of ours."""
