"""The person's own editor, run on a text in a terminal that nothing else draws on."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path

LARGEST = 1_000_000
"""The most bytes that are taken back."""


class NoEditor(RuntimeError):
    """No editor can be opened here; the message says why and what to do."""


def editor_command() -> list[str]:
    """The editor of `VISUAL` or `EDITOR`, else the first of the usual ones. Raises NoEditor."""
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(said)
    except ValueError as error:
        raise NoEditor(f"No editor: a quote in EDITOR is not closed, «{said}».") from error
    found = words or next(([each] for each in ("nano", "vi") if shutil.which(each)), [])
    if not found or shutil.which(found[0]) is None:
        named = f"«{found[0]}» is not there" if found else "none was found"
        raise NoEditor(f"No editor: {named}. Set EDITOR, or use «hybrid plan edit FILE».")
    return found


def edit_in_terminal(text: str, *, name: str = "plan.txt") -> str:
    """The text as the person left it in the editor. Raises NoEditor."""
    command = editor_command()
    with tempfile.TemporaryDirectory(prefix="hybrid-") as folder:
        file = Path(folder) / name
        file.write_text(text, encoding="utf-8")
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode
        except OSError as error:
            raise NoEditor(f"The editor cannot be started: {error.strerror}. Nothing was changed.") from error
        if status < 0:
            raise NoEditor("The editor was ended by a signal. Nothing was changed.")
        if status != 0:
            raise NoEditor(f"The editor ended with status {status}. Nothing was changed.")
        return _taken_back(file)


def _taken_back(file: Path) -> str:
    try:
        with file.open("rb") as left:
            content = left.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise NoEditor("The edited file is not there any more. Nothing was changed.") from error
    except OSError as error:
        raise NoEditor(f"The edited file cannot be read: {error.strerror}. Nothing was changed.") from error
    if len(content) > LARGEST:
        raise NoEditor("The text is longer than 1 MB. Nothing was changed.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoEditor("The edited file is no UTF-8 text. Nothing was changed.") from error
