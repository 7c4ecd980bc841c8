"""The shipped seed, read once and kept: exercises, programmes and timer presets.

In an installed copy `data/` lies inside the package; in a checkout it lies beside it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from hybrid_tui.domain.catalogue import Catalogue, read_catalogue
from hybrid_tui.domain.notation.programme_file import parse_programme
from hybrid_tui.domain.workout import Programme


class MissingData(RuntimeError):
    """The shipped files are not where the package expects them."""


def data_folder() -> Path:
    """The folder of the shipped data; raises `MissingData` with the places that were tried."""
    package = Path(__file__).resolve().parent.parent
    places = (package / "data", package.parent / "data")
    for place in places:
        if (place / "exercises.toml").is_file():
            return place
    tried = " and ".join(str(place) for place in places)
    raise MissingData(f"The shipped exercise data is missing (looked in {tried}). Install hybrid-tui again.")


class Library:
    """Everything that ships with the program, parsed when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or data_folder()
        self._parsed: dict[str, Programme] = {}

    @cached_property
    def catalogue(self) -> Catalogue:
        """Exercises and run types."""
        return read_catalogue((self._folder / "exercises.toml").read_text(encoding="utf-8"))

    @cached_property
    def programme_ids(self) -> tuple[str, ...]:
        """Ids of the programmes on the shelf, in alphabetical order."""
        return tuple(sorted(path.stem for path in (self._folder / "programmes").glob("*.txt")))

    def programme_text(self, programme_id: str) -> str:
        """The text of a shelf programme; raises `KeyError` for an unknown id."""
        if programme_id not in self.programme_ids:
            raise KeyError(programme_id)
        return (self._folder / "programmes" / f"{programme_id}.txt").read_text(encoding="utf-8")

    def parsed(self, text: str) -> Programme:
        """A programme's text as values, kept for the next time. Raises ProgrammeErrors."""
        if text not in self._parsed:
            self._parsed.clear()  # one programme is followed at a time
            self._parsed[text] = parse_programme(text, names=self.catalogue)
        return self._parsed[text]

    @cached_property
    def timer_texts(self) -> tuple[str, ...]:
        """The texts of the shipped timer presets, in the order of their file names."""
        return tuple(
            path.read_text(encoding="utf-8") for path in sorted((self._folder / "timers").glob("*.txt"))
        )
