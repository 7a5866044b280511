"""Run the command: `python -m evidencekb`."""

import gc
import os
import sys
from typing import NoReturn

from evidencekb.cli import main


def run() -> NoReturn:
    """Run the command of this process, and end it at once: the system frees a large claim base faster than we would."""
    if sys.argv[1:2] != ["serve"]:
        gc.disable()  # a command ends before its circles matter, and to look for them costs up to a tenth of its time
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
