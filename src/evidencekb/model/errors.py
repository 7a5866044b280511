"""The one exception that a user may see."""


class UsageError(Exception):
    """Misuse or unreadable input: one line for the user, exit code 2. Anything else that escapes is our bug."""
