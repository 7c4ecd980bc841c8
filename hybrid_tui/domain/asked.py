"""The targets of a block's sets, as the record keeps them: a JSON list, one object a set."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from hybrid_tui.domain.programme.prescription import SetTarget
from hybrid_tui.domain.set_record import SetRole
from hybrid_tui.domain.sheet import Target


def from_prescribed(asked: SetTarget, *, loaded: bool) -> Target:
    """A prescribed set as the sheet asks it. `loaded`: it needs a load; where none is known the person says."""
    load = asked.load if asked.load is not None or loaded else ""
    return Target(
        role=asked.role,
        low=_whole(asked.low) if asked.seconds is None and asked.metres is None else None,
        high=_whole(asked.high) if asked.seconds is None and asked.metres is None else None,
        shown=asked.reps,
        load=load,
        load_kg=asked.load_kg,
        seconds=asked.seconds,
        metres=asked.metres,
        top=asked.high if asked.seconds is not None or asked.metres is not None else None,
        effort=asked.effort,
        at_least=asked.at_least,
        to_limit=asked.to_limit,
    )


def encode(targets: tuple[Target, ...]) -> str:
    """As JSON, leaving out what is not said."""
    return json.dumps([_said(each) for each in targets], separators=(",", ":"), ensure_ascii=False)


@lru_cache(maxsize=256)
def decode(text: str) -> tuple[Target, ...]:
    """Read what `encode` wrote; anything else reads as no targets, and the record still says what was done.

    Kept for the next time: every key on a sheet reads the same blocks again.
    """
    try:
        found = json.loads(text)
    except ValueError:
        return ()
    if not isinstance(found, list):
        return ()
    return tuple(_target(each) for each in found if isinstance(each, dict))


_NAMES = frozenset(Target._fields)


def _said(target: Target) -> dict[str, Any]:
    said = {key: value for key, value in target._asdict().items() if value is not None and value is not False}
    return {**said, "role": target.role.value}


def _target(values: dict[str, Any]) -> Target:
    known = {key: value for key, value in values.items() if key in _NAMES}
    return Target(**{**known, "role": SetRole(known.get("role", SetRole.WORK.value))})


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)
