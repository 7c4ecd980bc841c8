"""Headers and headings of a programme file."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from hybrid_tui.domain.bounds import LONGEST_NAME
from hybrid_tui.domain.notation.amounts import read_distance
from hybrid_tui.domain.notation.source import Source
from hybrid_tui.domain.written_programme import Day, Race

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LEVELS = ("beginner", "intermediate", "advanced")
MOST_WEEKS = 52
"""The longest round of a programme."""

RACE_YEARS = range(1900, 2200)

_HEADER = re.compile(r"(title|level|goal|equipment|entry|weeks|about):(?: +|$)(.*)", re.IGNORECASE)
_RACE = re.compile(r"race +([0-9]{4})-([0-9]{2})-([0-9]{2}) +(\S+)", re.IGNORECASE)
_DELOAD = re.compile(r"deload +([0-9]{1,2}) +-(?!0+(?:\.0+)?%)([0-9]{1,2}(?:\.[0-9]{1,3})?)%")
_THEN = re.compile(r"then +week +([0-9]{1,2})")
_DAY = re.compile(
    r"(?:week +(\S+) +)?(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|r|rs|day|sday|nesday|rsday|urday)?"
    r"|day +([0-9]{1,2}))(?: +(am|pm))?(?: +(.*))?",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"block(?: +(.*))?", re.IGNORECASE)


def read_header(source: Source) -> dict[str, Any]:
    """Return the fields of a Programme that one header line gives; raises NotationError."""
    text = source.text.rstrip()
    start = len(text) - len(text.lstrip())
    if text.lower().lstrip().startswith("race "):
        return {"races": (_race(source, text, start),)}
    match = _HEADER.fullmatch(text, start)
    if match is None or match[1].lower() == "title":
        hint = "level, goal, equipment, entry, weeks, about or race; a day begins with ##"
        raise source.error("this is no header", start, hint=hint, end=len(text))
    key = match[1].lower()
    value = " ".join(source.original[match.start(2) : match.end(2)].split())
    if not value:
        source.fail(f"nothing stands after {key}", len(text))
    if key == "weeks":
        return _weeks(source, match.start(2), match[2])
    if key == "equipment":
        things = tuple(each.strip() for each in value.split(","))
        if not all(things):
            source.fail("a thing is missing between two commas", match.start(2), end=len(text))
        return {key: things}
    if key == "level":
        value = value.lower()
        if value not in LEVELS:
            hint = "beginner, intermediate or advanced"
            source.fail(f"{value} is no level", match.start(2), hint=hint, end=len(text))
    return {key: value.lower() if key == "goal" else value}


def is_header(text: str) -> bool:
    """Whether a line below the headings looks like one of the headers, which stand above them."""
    return bool(_HEADER.fullmatch(text) or _RACE.fullmatch(text))


def _race(source: Source, text: str, start: int) -> Race:
    match = _RACE.fullmatch(text, start)
    if match is None:
        source.fail("a race has a day and a distance", start, hint="race 2027-04-11 10km", end=len(text))
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if day.year not in RACE_YEARS:
            raise ValueError(day)
    except ValueError:
        raise source.error("there is no such day", match.start(1), hint="race 2027-04-11 10km") from None
    tokens = source.tokens(match.start(4), match.end(4))
    distance = read_distance(source, tokens[0]) if len(tokens) == 1 else None
    if distance is None:
        source.fail(
            f"{match[4]} is no distance", match.start(4), hint="10km, 800mtr or 26.2mi", end=match.end(4)
        )
    return Race(day=day, distance=distance[0], unit=distance[1])


def _weeks(source: Source, start: int, text: str) -> dict[str, Any]:
    first, *more = text.lower().split(",")
    if not re.fullmatch(r" *[0-9]{1,2} *", first) or not 1 <= int(first) <= MOST_WEEKS:
        hint = f"1 to {MOST_WEEKS}: weeks: 4, deload 4 -40%, then week 2"
        source.fail("weeks needs a number first", start, hint=hint)
    weeks = int(first)
    deloads: list[tuple[int, float]] = []
    then_week = None
    at = start + len(first) + 1
    for piece in more:
        said = piece.strip()
        here = at + len(piece) - len(piece.lstrip())
        if match := _DELOAD.fullmatch(said):
            number = int(match[1])
            if any(number == week for week, _ in deloads):
                source.fail(f"week {number} is a deload twice", here, end=here + len(said))
            deloads.append((number, float(match[2])))
        elif (match := _THEN.fullmatch(said)) and then_week is None:
            number = then_week = int(match[1])
        else:
            hint = "deload 4 -40%, or then week 2"
            raise source.error(f"«{said}» is not understood", here, hint=hint, end=here + len(said))
        if not 1 <= number <= weeks:
            source.fail(f"there is no week {number}", here, hint=f"weeks 1 to {weeks}", end=here + len(said))
        at += len(piece) + 1
    return {"weeks": weeks, "deloads": tuple(sorted(deloads)), "then_week": then_week}


def read_heading(source: Source, weeks: int) -> Day | str:
    """Return an empty day, or the name of a block; raises NotationError."""
    text = source.text.rstrip()
    start = len(text) - len(text[2:].lstrip())
    if match := _BLOCK.fullmatch(text, start):
        name = " ".join((match[1] or "").split()).lower()
        if not name or not re.fullmatch(r"[^\W\d_][\w' .-]*", name):
            source.fail("a block has a name of plain words", start, hint="## block legs", end=len(text))
        return name
    match = _DAY.fullmatch(text, start)
    if match is None:
        hint = "## mon  Title, ## day 1  Title, ## week 3 mon, or ## block legs"
        raise source.error("this heading names no day and no block", start, hint=hint, end=len(text))
    week, variant = None, ""
    if match[1] is not None:
        if match[1].isdigit():
            week = int(match[1][:4])
            if not 1 <= week <= weeks:
                source.fail(f"there is no week {week}", match.start(1), hint=f"weeks 1 to {weeks}")
        elif re.fullmatch(r"[^\W\d_][\w'-]*", match[1]):
            variant = match[1].lower()
        else:
            source.fail(f"{match[1]} is neither a week nor a word", match.start(1), end=match.end(1))
    number = int(match[3]) if match[3] else None
    if number is not None and not 1 <= number <= 7:
        source.fail("a week has the days 1 to 7", match.start(3), end=match.end(3))
    title = source.original[match.start(5) : match.end(5)] if match[5] else ""
    if len(title) > LONGEST_NAME:
        message = f"a title has {LONGEST_NAME} characters at most"
        source.fail(message, match.start(5) + LONGEST_NAME, end=match.end(5))
    return Day(
        weekday=WEEKDAYS.index(match[2].lower()) if match[2] else None,
        number=number,
        week=week,
        variant=variant,
        slot=(match[4] or "").lower(),
        title=" ".join(title.split()),
    )
