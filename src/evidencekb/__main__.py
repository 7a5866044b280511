"""Run the command: `python -m evidencekb`."""

import sys

from evidencekb.cli import main

if __name__ == "__main__":
    sys.exit(main())
