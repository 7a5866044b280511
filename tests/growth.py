"""How work grows with its size, told so that a busy machine does not decide."""

from __future__ import annotations

import gc
import time

FACTOR = 4
"""What is linear takes at most so many times longer than its size says; what is quadratic takes eight times longer."""
ROUNDS = 6
_LEAST = 0.02  # seconds below which the clock says nothing


def grows_with_length(work, short, long):
    """Whether `work(long)`, eight times as much as `work(short)`, takes no more than linear time.

    Each is run again, and its quickest run counts, until that is so or no doubt is left.
    """
    best = [float("inf"), float("inf")]
    gc.disable()  # its pauses grow with everything that other tests left behind
    try:
        for _ in range(ROUNDS):
            for at, given in enumerate((short, long)):
                start = time.process_time()
                work(given)
                best[at] = min(best[at], time.process_time() - start)
            if best[1] <= 8 * FACTOR * max(best[0], _LEAST / 8):
                return True
    finally:
        gc.enable()
    return False
