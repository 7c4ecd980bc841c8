"""What an exception leaves behind: a log file with the trace, and one calm sentence that names it."""

from __future__ import annotations

import os
import traceback
from pathlib import Path

from hybrid_tui.tui.folders import state_folder


def write_log(error: BaseException, now_us: int) -> Path | None:
    """Append the trace to the log, readable by its owner alone; None where the disk refuses.

    `now_us` is the instant in UTC microseconds. The values of variables are left out: a log may be shown to
    others.
    """
    folder = state_folder()
    path = folder / "hybrid.log"
    trace = "".join(traceback.format_exception(error))
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"at {now_us} us UTC\n{trace}\n")
    except OSError:
        return None
    return path


def sentence(path: Path | None) -> str:
    """What is said on the terminal once it is restored."""
    where = f"The details are in {path}." if path else "The details could not be written to a log file."
    return (
        "hybrid met an error it did not expect and has closed. Everything that was shown as saved is saved.\n"
        f"{where} Start hybrid again to go on where you were."
    )
