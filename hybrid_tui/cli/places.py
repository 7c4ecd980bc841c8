"""Where the program keeps things on this machine."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

DIRS = PlatformDirs("hybrid_tui", appauthor=False)
FILE_NAME = "training.sqlite"


def database_path(given: str | None) -> Path:
    """The training file: as given, else as `HYBRID_DB` says, else in the user's data folder."""
    chosen = given or os.environ.get("HYBRID_DB")
    if chosen:
        return Path(chosen).expanduser()
    return Path(DIRS.user_data_dir) / FILE_NAME
