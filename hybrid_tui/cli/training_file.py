"""Where the training file is. The folders beside it, for the log and the sounds, are in `tui.folders`."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

from hybrid_tui.domain.text import clean
from hybrid_tui.store.errors import StoreError

DIRS = PlatformDirs("hybrid_tui", appauthor=False)
FILE_NAME = "training.sqlite"


def database_path(given: str | None) -> Path:
    """The training file: as given, else as `HYBRID_DB` says, else in the user's data folder. Raises StoreError."""
    chosen = given or os.environ.get("HYBRID_DB")
    if chosen:
        try:
            return Path(chosen).expanduser()
        except RuntimeError as error:
            name = clean(chosen.partition(os.sep)[0])
            raise StoreError(
                f"There is no home folder of «{name}». Name the file by its whole path."
            ) from error
    return Path(DIRS.user_data_dir) / FILE_NAME
