"""The folders outside the training file that the program writes: its log, and the sounds it has made.

`HYBRID_STATE` names one folder for both; else each stands where the platform keeps such things.
"""

from __future__ import annotations

import os
from pathlib import Path

APP = "hybrid_tui"
"""The folder's name among those of other programs."""


def state_folder() -> Path:
    """Where the log goes that a failure leaves behind."""
    if named := os.environ.get("HYBRID_STATE"):
        return Path(named).expanduser()
    from platformdirs import user_state_path  # late: only a failure asks for it

    return user_state_path(APP, appauthor=False)


def sounds_folder() -> Path:
    """Where the cue tones are kept once made; they can be made again."""
    if named := os.environ.get("HYBRID_STATE"):
        return Path(named).expanduser() / "sounds"
    from platformdirs import user_cache_path  # late: only what sounds needs it

    return user_cache_path(APP, appauthor=False) / "sounds"
