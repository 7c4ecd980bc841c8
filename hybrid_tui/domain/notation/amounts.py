"""Numbers with units: week lists, durations, distances, loads and efforts, each from one word."""

from __future__ import annotations

import re

from hybrid_tui.domain.bounds import FARTHEST_M, HEAVIEST, MOST_ASSISTANCE
from hybrid_tui.domain.flatten import METRES
from hybrid_tui.domain.notation.printing import format_duration, format_number
from hybrid_tui.domain.notation.source import Source, Token
from hybrid_tui.domain.workout import ByWeek, Effort, Load, Number

NUMBER = r"[0-9]{1,7}(?:\.[0-9]{1,3})?"
AMOUNT = rf"(?:{NUMBER}|\[ *{NUMBER}(?: *, *{NUMBER})* *\])"
"""A number or a week list."""

_AMOUNT_ALONE = re.compile(AMOUNT)
_PLAIN = re.compile(rf"({AMOUNT})(s|sec|m|min|'|\")")
_MINUTES = re.compile(r"([0-9]{1,2})(?:m|min|')([0-9]{1,2}(?:\.[0-9]{1,3})?)(s|sec|\")?")
_HOURS = re.compile(r"([0-9]{1,2})h(?:([0-9]{1,2})(m|min)?(?:([0-9]{1,2}(?:\.[0-9]{1,3})?)s?)?)?")
_CLOCK = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-9]{2}(?:\.[0-9]{1,3})?)")
_DISTANCE = re.compile(rf"({NUMBER})(mtr|km|mi)")
_DISTANCE_LIST = re.compile(r"\[[^\]]*\](mtr|km|mi|lb|lbs)")
_LOAD = re.compile(rf"(bw)?([+-])?({AMOUNT})(kg|lbs?|%)")
_COMMA = re.compile(r"([0-9]{1,6}),([0-9]{1,3})(s|mtr|km|mi|kg|lbs?)")
_PACE = re.compile(r"([0-9]{1,2}):([0-5][0-9])/km")
_EFFORT_WORDS = frozenset(
    {"easy", "steady", "tempo", "hard", "max", "z1", "z2", "z3", "z4", "z5"},
)


def read_amount(text: str) -> Number:
    """Read a number or a week list that matches AMOUNT."""
    if text[0] != "[":
        return _number(text)
    values = tuple(_number(each.strip()) for each in text[1:-1].split(","))
    return ByWeek(values=values)


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def as_amount(text: str) -> Number | None:
    """Read a word that is nothing but a number or a week list, else None."""
    return read_amount(text) if _AMOUNT_ALONE.fullmatch(text) else None


def times(value: Number, factor: float) -> Number:
    """Return a number, or each number of a week list, multiplied."""
    if isinstance(value, ByWeek):
        return ByWeek(values=tuple(round(each * factor, 3) for each in value.values))
    return round(value * factor, 3)


def values_of(value: Number) -> tuple[float, ...]:
    """Return the numbers of a week list, or the one number."""
    return value.values if isinstance(value, ByWeek) else (value,)


def decimal_point(text: str) -> str:
    """Return a word like `7,2km` with a point for the comma; for places where it can be nothing else."""
    match = _COMMA.fullmatch(text)
    return f"{match[1]}.{match[2]}{match[3]}" if match else text


def read_duration(source: Source, token: Token, text: str = "") -> Number | None:
    """Read a duration in seconds, None for a word that is none; raises where two readings are possible."""
    text = text or token.text
    if match := _PLAIN.fullmatch(text):
        return _plain(source, token, match)
    if match := _MINUTES.fullmatch(text):
        _two_digits(source, token, "m", match[1], match[2], bool(match[3]))
        return int(match[1]) * 60 + _number(match[2])
    if match := _HOURS.fullmatch(text):
        hours, minutes, named, seconds = match.groups()
        if minutes:
            _two_digits(source, token, "h", hours, minutes, bool(named))
        if seconds:
            _below_sixty(source, token, seconds)
        return int(hours) * 3600 + int(minutes or 0) * 60 + _number(seconds or "0")
    if match := _CLOCK.fullmatch(text):
        _below_sixty(source, token, match[3])
        if match[1]:
            _below_sixty(source, token, match[2])
        return int(match[1] or 0) * 3600 + int(match[2]) * 60 + _number(match[3])
    return None


def _plain(source: Source, token: Token, match: re.Match[str]) -> Number:
    amount = read_amount(match[1])
    if match[2] in ("s", "sec", '"'):
        return amount
    if any(each >= 100 for each in values_of(amount)):
        if isinstance(amount, ByWeek):
            seconds = ",".join(format_number(each * 60) for each in amount.values)
            source.fail(
                "m is minutes, of two digits at most", token.at, hint=f"write [{seconds}]s", end=token.end
            )
        number = match[1]
        source.fail(
            f"{number}m would be {number} minutes, and m takes two digits at most",
            token.at,
            hint=f"write {number}mtr for metres or {format_duration(amount * 60)} for minutes",
            end=token.end,
        )
    return times(amount, 60)


def _two_digits(source: Source, token: Token, unit: str, first: str, second: str, named: bool) -> None:
    whole = second.split(".")[0]
    if len(whole) == 1 and not named:
        source.fail(
            f"{token.raw} can be read in two ways",
            token.at,
            hint=f"write {first}{unit}0{second} or {first}{unit}{second}0",
            end=token.end,
        )
    _below_sixty(source, token, second)


def _below_sixty(source: Source, token: Token, text: str) -> None:
    if float(text) >= 60:
        source.fail(f"{text} does not fit into a duration", token.at, hint="at most 59", end=token.end)


def read_distance(source: Source, token: Token, text: str = "") -> tuple[float, str] | None:
    """Read a distance as number and unit, None for a word that is none."""
    text = text or token.text
    if match := _DISTANCE.fullmatch(text):
        value = _number(match[1])
        if not value:
            source.fail("a distance is more than nothing", token.at, end=token.end)
        if value * METRES[match[2]] > FARTHEST_M:
            source.fail(f"a distance is {FARTHEST_M / 1000:g}km at most", token.at, end=token.end)
        return value, match[2]
    if match := _DISTANCE_LIST.fullmatch(text):
        source.fail(
            f"a week list does not go with {match[1]}",
            token.at,
            hint="it goes with m, s, kg and %",
            end=token.end,
        )
    return None


def load_text(source: Source, token: Token) -> str:
    """Return a load's word with a decimal point; raises where a comma may part two loads."""
    match = _COMMA.fullmatch(token.text)
    if match is None or match[3] not in ("kg", "lb", "lbs"):
        return token.text
    if len(match[2]) > 1:
        whole, part, unit = match.groups()
        joined = f"5 {whole}{unit} + 5 {part}{unit}"
        source.fail(
            f"{token.raw} can be read in two ways",
            token.at,
            hint=f"write {whole}.{part}{unit} for one load, or join groups with +: {joined}",
            end=token.end,
        )
    return f"{match[1]}.{match[2]}{match[3]}"


def read_load(source: Source, token: Token) -> Load | None:
    """Read a load, None for a word that is none."""
    if token.text == "bw":
        return Load(body=True)
    match = _LOAD.fullmatch(load_text(source, token))
    if match is None:
        return None
    body, sign, number, unit = match.groups()
    amount = read_amount(number)
    unit = "lb" if unit == "lbs" else unit
    said = f"{number}{unit}"
    if unit == "%":
        if body or sign == "+":
            source.fail(
                f"{token.raw} is no load", token.at, hint=f"{said} of the training maximum", end=token.end
            )
        if min(values_of(amount)) <= 0 or max(values_of(amount)) > 200:
            source.fail("a percentage is above 0 and at most 200", token.at, end=token.end)
    elif sign and not body:
        source.fail(f"{sign}{said} of what?", token.at, hint=f"write bw{sign}{said} or {said}", end=token.end)
    elif body and not sign:
        source.fail(
            f"a sign is missing in {token.raw}", token.at, hint=f"bw+{said} or bw-{said}", end=token.end
        )
    if max(values_of(amount)) > HEAVIEST:
        source.fail(f"a load is at most {HEAVIEST}", token.at, end=token.end)
    if sign == "-" and unit == "%" and max(values_of(amount)) >= 100:
        source.fail("what is taken off is below 100%", token.at, hint="-10%", end=token.end)
    if sign == "-" and max(values_of(amount)) > MOST_ASSISTANCE:
        source.fail(f"assistance takes at most {MOST_ASSISTANCE} off", token.at, end=token.end)
    if sign == "-":
        amount = times(amount, -1)
    return Load(value=amount, unit=unit, body=bool(body))


def read_effort(source: Source, token: Token, text: str = "", at: int | None = None) -> Effort:
    """Read an effort from a word that begins with @; raises for any other word after the sign."""
    said = (text or token.text)[1:]
    at = token.at if at is None else at
    if said in _EFFORT_WORDS:
        return Effort(word=said)
    if match := _PACE.fullmatch(said):
        pace = int(match[1]) * 60 + int(match[2])
        if pace >= 60:
            return Effort(pace=pace)
    if said.endswith("rir") and (amount := as_amount(said[:-3])) is not None:
        if max(values_of(amount)) <= 10:
            return Effort(rir=amount)
        source.fail(f"{said} is no effort", at, hint="0 to 10 repetitions in reserve", end=token.end)
    amount = as_amount(said)
    if isinstance(amount, ByWeek):
        source.fail("a week list goes with rir only", at, hint=f"write @{said}rir", end=token.end)
    if amount is not None and 1 <= amount <= 10:
        return Effort(rpe=amount)
    if amount is not None:
        hint = f"efforts are 1 to 10; a load needs a unit, {said}kg"
    elif re.fullmatch(r"[0-9]+,[0-9]+", said):
        hint = f"write @{said.replace(',', '.')}"
    elif not said:
        hint = "no space after @: @8"
    elif match := re.fullmatch(rf"(rpe|rir)({NUMBER})", said):
        hint = f"write @{match[2]}{'rir' if match[1] == 'rir' else ''}"
    elif re.fullmatch(rf"{NUMBER}(kg|lbs?|%)", said):
        hint = f"a load stands without @: {said}"
    else:
        hint = "write @8, @2rir, @easy, @z2 or @5:00/km"
    message = f"{said} is no effort" if said else "the effort after @ is missing"
    raise source.error(message, at, hint=hint, end=token.end)
