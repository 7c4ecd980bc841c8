"""When a test of a screen may go on: once nothing works any more, and nothing waits for a processor either.

Textual's pilot takes a process that got no processor for a fiftieth of a second for one that is done. On a
machine with more tests than processors that happens, and what a key began is then looked at too early.
"""

from __future__ import annotations

from pathlib import Path
from time import process_time

import textual._wait

_SCHEDULED = Path("/proc/thread-self/schedstat")


def busy_time() -> float:
    """Seconds that this process has worked, or that its main thread has waited for a processor (on Linux)."""
    try:
        waited = int(_SCHEDULED.read_text("ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        waited = 0.0
    return process_time() + waited


# A process that wakes among others waits a moment each time; that alone is no work.
textual._wait.SLEEP_IDLE = 0.003
setattr(textual._wait, "process_time", busy_time)  # noqa: B010 - the name is imported there, not exported
