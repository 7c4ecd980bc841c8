"""Names of exercises and runs in a line, looked up where a catalogue is at hand."""

from __future__ import annotations

from typing import Protocol

from hybrid_tui.domain.bounds import LONGEST_NAME
from hybrid_tui.domain.notation.source import Source


class Names(Protocol):
    """What the notation asks of a catalogue. Case, hyphens, spaces and a plural `s` do not matter to it."""

    def find(self, name: str) -> str | None:
        """Return the id of the exercise or run with this name or alias, None when there is none."""

    def prefix(self, text: str) -> tuple[str, ...]:
        """Return the ids of all whose names begin with these whole words."""

    def nearest(self, name: str) -> tuple[str, str, str]:
        """Return the three names most like this one."""

    def title(self, id: str) -> str:
        """Return the name as shown."""

    def is_run(self, id: str) -> bool:
        """Whether this is a kind of run, which is never done in sets."""


def within_a_line(title: str) -> str:
    """A name as it stands in a line: in lower case, abbreviations as they are (`SSB squat`)."""
    words = title.split(" ")
    return " ".join(
        word if word.isalpha() and sum(map(str.isupper, word)) > 1 else word.lower() for word in words
    )


def resolve(
    source: Source, name: str, at: int, names: Names | None, *, typing: bool = False
) -> tuple[str, str | None]:
    """Return a name as printed and its id; without a catalogue the name as written and None.

    While `typing`, whole words that begin exactly one name stand for it. Raises NotationError with the
    nearest three for an unknown name.
    """
    if len(name) > LONGEST_NAME:
        source.fail(f"a name has {LONGEST_NAME} characters at most", at, end=at + len(name))
    if names is None:
        return name, None
    found = names.find(name)
    if found is None and typing:
        begun = names.prefix(name)
        if len(begun) > 1:
            several = ", ".join(within_a_line(names.title(id)) for id in begun[:3])
            source.fail(f"several names begin with {name}", at, hint=f"such as {several}", end=at + len(name))
        found = begun[0] if begun else None
    if found is None:
        first, second, third = (within_a_line(each) for each in names.nearest(name))
        hint = f"did you mean {first}, {second} or {third}?"
        source.fail(f"{name} is not in the catalogue", at, hint=hint, end=at + len(name))
    return within_a_line(names.title(found)), found
