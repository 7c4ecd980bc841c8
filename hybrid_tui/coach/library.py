"""The shipped seed, read once and kept: exercises, programmes and timer presets.

In an installed copy `data/` lies inside the package; in a checkout it lies beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from hybrid_tui.domain.catalogue import Catalogue, read_catalogue
from hybrid_tui.store.rows import OwnExercise

T = TypeVar("T")


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
        self._remembered: dict[str, Any] = {}
        self._own: tuple[tuple[str, str, str], ...] = ()
        self._catalogue: Catalogue | None = None
        self._latest: dict[str, tuple[object, Any]] = {}

    @property
    def catalogue(self) -> Catalogue:
        """Exercises and run types, the person's own among them."""
        if self._catalogue is None:
            self._catalogue = self._shipped.with_own(self._own) if self._own else self._shipped
        return self._catalogue

    def use_own(self, own: Iterable[OwnExercise]) -> None:
        """Take these own exercises in, in the place of those known before."""
        rows = tuple((each.id, each.name, each.text) for each in own)
        if rows != self._own:
            self._own, self._catalogue = rows, None
            self._remembered.clear()
            self._latest.clear()

    @cached_property
    def _shipped(self) -> Catalogue:
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

    def remember(self, key: str, make: Callable[[], T]) -> T:
        """What `make` gives, made once for each key: texts that were read already need not be read again."""
        if key not in self._remembered:
            self._remembered[key] = make()
        found: T = self._remembered[key]
        return found

    def latest(self, key: str, made_from: object, make: Callable[[], T]) -> T:
        """What `make` gave last under that key, as long as what it was made from is the same; else made anew."""
        kept = self._latest.get(key)
        if kept is None or kept[0] != made_from:
            kept = (made_from, make())
            self._latest[key] = kept
        found: T = kept[1]
        return found

    @cached_property
    def timer_texts(self) -> tuple[str, ...]:
        """The texts of the shipped timer presets, in the order of their file names."""
        return tuple(
            path.read_text(encoding="utf-8") for path in sorted((self._folder / "timers").glob("*.txt"))
        )
