"""The muscles, and the names that people use for them and for groups of them."""

from __future__ import annotations

from typing import Final

from hybrid_tui.domain.name_key import name_key

MUSCLES: Final = (
    "quads",
    "hamstrings",
    "glutes",
    "calves",
    "hip_flexors",
    "adductors",
    "abductors",
    "abs",
    "obliques",
    "erectors",
    "chest",
    "lats",
    "upper_back",
    "shoulders",
    "biceps",
    "triceps",
)
"""The whole muscle vocabulary, from the legs up."""

LEG_MUSCLES: Final = frozenset({"quads", "hamstrings", "glutes", "calves", "adductors", "abductors"})
"""Muscles that make a lift leg work when they are primary; hip flexors are trained as part of the core."""

SYNONYMS: Final = {
    "thigh": "quads",
    "quadriceps": "quads",
    "hams": "hamstrings",
    "glute": "glutes",
    "bum": "glutes",
    "butt": "glutes",
    "calf": "calves",
    "shin": "calves",
    "groin": "adductors",
    "belly": "abs",
    "abdominals": "abs",
    "lower back": "erectors",
    "low back": "erectors",
    "spine": "erectors",
    "lat": "lats",
    "trap": "upper_back",
    "pec": "chest",
    "pectorals": "chest",
    "delt": "shoulders",
    "deltoids": "shoulders",
}
"""Other words for a muscle."""


def muscle_named(name: str, groups: tuple[str, ...]) -> str | None:
    """The muscle, or the one of `groups`, that a name says; None for any other. A plural does not matter."""
    said = name_key(name)
    known = {name_key(each): each for each in (*MUSCLES, *groups)}
    others = {name_key(each): muscle for each, muscle in SYNONYMS.items()}
    return known.get(said) or others.get(said)


def nearest_muscles(name: str, groups: tuple[str, ...]) -> tuple[str, ...]:
    """Three names most like this one, as they are typed."""
    from difflib import get_close_matches  # late: only a mistyped name needs it

    known = tuple(dict.fromkeys(each.replace("_", " ") for each in (*groups, *MUSCLES)))
    found = get_close_matches(name.casefold(), known, n=3, cutoff=0.0)
    return tuple(found)
