"""Doses, cut-offs, times and effects: what a figure is of, and which claim says so."""
