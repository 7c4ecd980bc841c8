"""What one set holds: repetitions, a time, a distance, a range of them, `max` or `5+`, with an effort of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from hybrid_tui.domain.bounds import LONGEST_S, MOST_REPS
from hybrid_tui.domain.notation.amounts import (
    AMOUNT,
    NUMBER,
    read_amount,
    read_distance,
    read_duration,
    read_effort,
    times,
    values_of,
)
from hybrid_tui.domain.notation.source import Source, Token, is_word
from hybrid_tui.domain.workout import Hold, Number

SIDES = frozenset({"side", "leg", "arm"})

_RANGE = re.compile(rf"({AMOUNT})(?:-({AMOUNT}))?(s|sec|m|min|mtr|km|mi)?")


def read_hold(source: Source, token: Token, text: str, at: int) -> Hold:
    """Read one set of a word, `at` being where it begins. Raises NotationError."""
    said, sign, effort_said = text.partition("@")
    effort = read_effort(source, token, f"@{effort_said}", at + len(said)) if sign else None
    at_least = said.endswith("+") and len(said) > 1
    body = said[:-1] if at_least else said
    if body == "max" and not at_least:
        return Hold(effort=effort)
    hold = _range(source, token, body) if body else None
    if hold is None:
        refuse_set(source, token, said)
        raise AssertionError(said)
    if at_least and hold.high is not None:
        source.fail("a range or at least, not both", token.at, hint="6-8 or 6+", end=token.end)
    return replace(hold, at_least=at_least, effort=effort)


def _range(source: Source, token: Token, text: str) -> Hold | None:
    match = _RANGE.fullmatch(text)
    if match is None or (match[2] is None and match[3] in ("s", "sec", "m", "min")):
        seconds = read_duration(source, token, text)
        if seconds is None:
            return None
        if min(values_of(seconds)) <= 0:
            source.fail("a set lasts longer than nothing", token.at, end=token.end)
        _no_longer(source, token, seconds)
        return Hold(low=seconds, unit="s")
    low, unit = read_amount(match[1]), match[3] or ""
    high = read_amount(match[2]) if match[2] else None
    if unit in ("mtr", "km", "mi"):
        read_distance(source, token, text if high is None else f"{match[2]}{unit}")
    elif unit in ("m", "min"):
        low, high = times(low, 60), times(high or 0, 60)
    elif not unit:
        numbers = (*values_of(low), *values_of(high or 1))
        if any(each != int(each) for each in numbers):
            hint = f"a load needs a unit, {text}kg"
            source.fail(f"{text} has no unit", token.at, hint=hint, end=token.end)
        if min(numbers) < 1 or max(numbers) > MOST_REPS:
            source.fail(f"repetitions are 1 to {MOST_REPS}", token.at, end=token.end)
    if high is not None and max(values_of(low)) >= min(values_of(high)):
        source.fail("a range goes from less to more", token.at, hint="6-8", end=token.end)
    if min(values_of(low)) <= 0:
        source.fail("a set holds more than nothing", token.at, end=token.end)
    unit = "s" if unit in ("sec", "m", "min") else unit
    if unit == "s" and high is not None:
        _no_longer(source, token, high)
    return Hold(low=low, high=high, unit=unit)


def _no_longer(source: Source, token: Token, seconds: Number) -> None:
    if max(values_of(seconds)) > LONGEST_S:
        source.fail("a set lasts 24 hours at most", token.at, end=token.end)


def refuse_set(source: Source, token: Token, text: str) -> None:
    """Raise what is wrong with a word that is neither sets nor load nor effort."""
    message, hint, at = f"{token.raw} is not understood here", "", token.at
    if re.fullmatch(rf"{NUMBER}(\+{NUMBER})+", text):
        at = token.at + token.text.index("+")
        message, hint = "+ stands between groups", f"spaces around +: {text.replace('+', ' + ')}"
    elif token.raw.endswith(","):
        message, hint = "commas or spaces, not both", "write 5,5,3"
    elif token.text[0] == "(" or "*" in text:
        message, hint = f"{token.raw} is not used in sets", "write x: 3x8"
    elif token.text == "x":
        message, hint = "x stands alone", "no spaces: 3x8"
    elif text[:1] == "~":
        message, hint = f"{token.raw} is for timed steps", "write 45s"
    elif token.text in SIDES:
        hint = "a side"
    elif is_word(token.raw):
        message = f"{token.raw} stands after the sets"
        hint = f"the name stands first; a comment begins with //: // {token.raw}"
    source.fail(message, at, hint=hint, end=token.end)
