"""The command line: arguments in, bytes out; nothing else."""


def main() -> int:
    """Run one command and return its exit code."""
    return 0
