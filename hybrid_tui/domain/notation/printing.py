"""Values back to text, in the one printed form."""

from __future__ import annotations

from hybrid_tui.domain.workout import ByWeek, Effort, Gear, Load, Number, Place


def format_number(value: float) -> str:
    """Print a number with at most three decimals and no trailing zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def format_amount(value: Number) -> str:
    """Print a number or a week list: `82.5`, `[4,5,6,3]`."""
    if isinstance(value, ByWeek):
        return "[" + ",".join(format_number(each) for each in value.values) + "]"
    return format_number(value)


def format_duration(seconds: float) -> str:
    """Print seconds as `90s`, `1m`, `2m30` or `1h05`; parts of a second are kept to thousandths."""
    seconds = round(seconds, 3)
    if seconds < 120 and seconds != 60:
        return f"{format_number(seconds)}s"
    whole, rest = int(seconds), round(seconds - int(seconds), 3)
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    tail = f"{left:02d}" + (format_number(rest)[1:] if rest else "") if left or rest else ""
    if not hours:
        return f"{minutes}m{tail}"
    if tail:
        return f"{hours}h{minutes:02d}m{tail}"
    return f"{hours}h{minutes:02d}" if minutes else f"{hours}h"


def format_seconds(value: Number) -> str:
    """Print a duration that may be a week list; a list is in minutes where all of it is whole minutes."""
    if not isinstance(value, ByWeek):
        return format_duration(value)
    if all(each % 60 == 0 and 0 < each < 6000 for each in value.values):
        return format_amount(ByWeek(values=tuple(each / 60 for each in value.values))) + "m"
    return format_amount(value) + "s"


def format_pace(seconds: float) -> str:
    """Print seconds for a kilometre as `5:00/km`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}/km"


def format_effort(effort: Effort) -> str:
    """Print an effort without its @: `8.5`, `2rir`, `easy`, `5:00/km`."""
    if effort.word:
        return effort.word
    if effort.pace is not None:
        return format_pace(effort.pace)
    if effort.rir is not None:
        return f"{format_amount(effort.rir)}rir"
    return format_number(effort.rpe or 0)


def _signed(value: Number) -> tuple[str, Number]:
    if (min(value.values) if isinstance(value, ByWeek) else value) >= 0:
        return "", value
    if isinstance(value, ByWeek):
        return "-", ByWeek(values=tuple(-each for each in value.values))
    return "-", -value


def format_load(load: Load) -> str:
    """Print a load: `82.5kg`, `bw`, `bw-20kg`, `75%`, `-10%`."""
    if load.value is None:
        return "bw"
    sign, amount = _signed(load.value)
    head = "bw" + (sign or "+") if load.body else sign
    return f"{head}{format_amount(amount)}{load.unit}"


def format_place(place: Place) -> str:
    """Print where a step is run: `hill 6-10%`, `trail climb 120mtr`."""
    words = [place.where] if place.where else []
    if place.grade is not None:
        top = f"-{format_number(place.grade_top)}" if place.grade_top is not None else ""
        words.append(f"{format_amount(place.grade)}{top}%")
    if place.climb is not None:
        words.append(f"climb {format_number(place.climb)}mtr")
    if place.descent is not None:
        words.append(f"descent {format_number(place.descent)}mtr")
    return " ".join(words)


def format_gear(gear: Gear) -> str:
    """Print what a step is run with: `vest 8kg`, `band`."""
    return f"{gear.kind} {format_load(gear.load)}" if gear.load else gear.kind
