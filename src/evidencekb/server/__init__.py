"""The site on this machine alone, built anew and shown anew whenever a file of the claim base changes."""

from evidencekb.server.run import serve

__all__ = ["serve"]
