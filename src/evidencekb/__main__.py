"""Run the command: `python -m evidencekb`."""

from evidencekb.cli import run

if __name__ == "__main__":
    run()
