"""Faults that are met while the files are read: the store finds them, the rules here report them."""
