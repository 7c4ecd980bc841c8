"""A picture of the screen as SVG: what is in view, in a file that refers to nothing outside of itself."""

from __future__ import annotations

import os
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual.app import App

from hybrid_tui.domain.notation.errors import NotationError

_FONTS = re.compile(r"@font-face\s*{[^}]*}")
"""Rich names fonts on a server; the reader's own monospace does as well, without a question to anyone."""


def take(app: App[Any], stem: str) -> None:
    """Draw what is in view and ask for the file; where there is no line to ask by (a dialog), name it itself."""
    svg = without_references(app.export_screenshot())
    name = free_name(Path(), stem)
    open_line = getattr(app.screen, "open_line", None)
    if open_line is not None:
        example = "enter writes it; another name or folder is fine"
        open_line("Picture", keeping(svg, app.notify), text=str(name), example=example)
        return
    try:
        put(name, svg)
    except OSError as error:
        app.notify(f"The picture was not written: {error.strerror}.", severity="error")
    else:
        app.notify(f"{name.absolute()} is written.")


def without_references(svg: str) -> str:
    """The picture without fonts from elsewhere."""
    return _FONTS.sub("", svg).replace("font-family: Fira Code", "font-family: Fira Code, JetBrains Mono")


def free_name(folder: Path, stem: str) -> Path:
    """A file that is not there yet: `hybrid-history.svg`, then `hybrid-history-2.svg`."""
    number = 1
    while (found := folder / f"{stem}{f'-{number}' if number > 1 else ''}.svg").exists():
        number += 1
    return found


def put(path: Path, svg: str) -> None:
    """Write the picture, readable by its owner alone. Raises OSError, FileExistsError where it is there already."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
        file.write(svg)


def keeping(svg: str, say: Callable[[str], None]) -> Callable[[str], Awaitable[None]]:
    """What takes the name that was typed for the picture. Raises NotationError where it cannot be written."""

    async def submit(text: str) -> None:
        wanted = Path(text.strip()).expanduser()
        path = wanted if wanted.suffix else wanted.with_suffix(".svg")
        try:
            put(path, svg)
        except FileExistsError as error:
            raise NotationError("it is there already", column=1, hint="another name", source=text) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "it is no name of a file"
            raise NotationError(
                f"not written: {reason}", column=1, hint="another folder", source=text
            ) from error
        say(f"{path.absolute()} is written.")

    return submit
