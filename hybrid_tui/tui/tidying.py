"""Python's full rounds of collecting, made while nobody types.

Each takes 10 to 25 ms here, and whichever key sets one off waits for it: that alone was the slowest key of a
hundred. So they are put off, and made up for in a calm moment.
"""

from __future__ import annotations

import gc

PUT_OFF = 100
"""Rounds of the middle generation before a full one comes by itself: some 700,000 new objects; usually 10."""
DUE = 2
"""Rounds of the middle generation after which a full one is worth its time."""


def begin() -> None:
    """Let the collector go to work, leaving aside what stands there already: it stays until the end."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(700, 10, PUT_OFF)


def settle() -> None:
    """Leave aside also what was brought in since, once it is all there."""
    gc.collect()
    gc.freeze()


def tidy() -> None:
    """Make up for what was put off. To be called when it disturbs nobody."""
    if gc.get_count()[2] >= DUE:
        gc.collect()
