"""Statements without a figure: what is said of two things, and which claim says so."""
