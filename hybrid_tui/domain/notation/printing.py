"""Values back to text, in the one printed form."""

from __future__ import annotations

from hybrid_tui.domain.notation.source import is_word
from hybrid_tui.domain.rule import Rule, RuleKind, RulePart
from hybrid_tui.domain.workout import (
    BlockCall,
    ByWeek,
    Circuit,
    Effort,
    Ending,
    Gear,
    Hold,
    Load,
    Measure,
    Number,
    Place,
    PlanLine,
    Ramp,
    Remark,
    Repeat,
    SetsLine,
    Step,
    TimedLine,
)

_NOT_IN_NAMES = frozenset({"a", "bw", "max", "rest"})
"""Words that mean something among sets, so that a name with one of them is quoted."""
_NOT_FIRST = frozenset(
    {"amrap", "emom", "open", "ramp", "rest", "session", "slept", "weight", "protein", "sore", "tm"}
)
"""Words that mean something at the start of a line."""


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
    """Print where a step is run: `hill 6-10% grass`, `trail climb 120mtr`."""
    words = [place.where] if place.where else []
    if place.grade is not None:
        top = f"-{format_number(place.grade_top)}" if place.grade_top is not None else ""
        words.append(f"{format_amount(place.grade)}{top}%")
    if place.climb is not None:
        words.append(f"climb {format_number(place.climb)}mtr")
    if place.descent is not None:
        words.append(f"descent {format_number(place.descent)}mtr")
    if place.surface:
        words.append(place.surface)
    return " ".join(words)


def format_gear(gear: Gear) -> str:
    """Print what a step is run with: `vest 8kg`, `band`."""
    return f"{gear.kind} {format_load(gear.load)}" if gear.load else gear.kind


def format_measure(measure: Measure) -> str:
    """Print how long a step is: `12s`, `400mtr ~90s`, `open`, `~90s`; in the log also `40m 7.2km`."""
    far = f"{format_number(measure.distance)}{measure.unit}" if measure.distance is not None else ""
    if measure.ending is Ending.KEY:
        return f"~{format_seconds(measure.seconds)}" if measure.seconds is not None else "open"
    if measure.seconds is None:
        return far
    length = format_seconds(measure.seconds)
    if measure.ending is Ending.DISTANCE:
        return f"{far} ~{length}"
    return f"{length} {far}" if far else length


def format_step(step: Step) -> str:
    """Print one step: measure, effort, place, grade, what it is run with, label."""
    words = [format_measure(step.measure)]
    if step.effort is not None:
        words.append(f"@{format_effort(step.effort)}")
    if step.place is not None:
        words.append(format_place(step.place))
    words += [format_gear(each) for each in step.gear]
    if step.label:
        words.append(step.label)
    return " ".join(words)


def format_steps(items: tuple[Step | Repeat, ...]) -> str:
    """Print steps in a row, brackets and all."""
    return " + ".join(format_step(each) if isinstance(each, Step) else _repeat(each) for each in items)


def _repeat(repeat: Repeat) -> str:
    inside = format_steps(repeat.work)
    if repeat.between:
        inside += f" / {format_steps(repeat.between)}"
    until = f" until -{format_number(repeat.until)}%" if repeat.until is not None else ""
    return f"{format_amount(repeat.count)}x({inside}){until}"


def format_hold(hold: Hold) -> str:
    """Print what one set holds: `5`, `6-8`, `5+`, `max`, `45s`, `20mtr`, with its own effort `5@8`."""
    effort = f"@{format_effort(hold.effort)}" if hold.effort is not None else ""
    if hold.low is None:
        return f"max{effort}"
    if hold.unit == "s" and hold.high is None:
        said = format_seconds(hold.low)
    else:
        top = f"-{format_amount(hold.high)}" if hold.high is not None else ""
        said = f"{format_amount(hold.low)}{top}{hold.unit}"
    return f"{said}{'+' if hold.at_least else ''}{effort}"


def format_sets(line: SetsLine) -> str:
    """Print what follows the name on a line of sets, without rule and comment."""
    groups = []
    for number, group in enumerate(line.groups):
        holds = ",".join(format_hold(each) for each in group.holds)
        words = [f"{format_amount(group.sets)}x{holds}" if group.sets is not None else holds]
        if line.side and not number:
            words.append("a side")
        if group.load is not None:
            words.append(format_load(group.load))
        if group.effort is not None:
            words.append(f"@{format_effort(group.effort)}")
        groups.append(" ".join(words))
    rest = f" rest {format_seconds(line.rest)}" if line.rest is not None else ""
    return " + ".join(groups) + rest


def quoted(name: str) -> str:
    """Print a name as a line of sets needs it: in quotes where a word of it could be read otherwise."""
    words = name.split()
    plain = words and all(is_word(word) and word.lower() not in _NOT_IN_NAMES for word in words)
    if plain and words[0].lower() not in _NOT_FIRST:
        return " ".join(words)
    return '"' + " ".join(words).replace('"', "'") + '"'


def _before_colon(name: str) -> str:
    if (
        any(sign in f"{name} " for sign in (": ", ";", "//", '"'))
        or name[:1] in "&("
        or not name[-1:].strip()
    ):
        return '"' + name.replace('"', "'") + '"'
    return name


def format_rule(rule: Rule) -> str:
    """Print a progression rule: `double +2.5kg, miss 2: -10%, then swap push-up`."""
    return ", then ".join(", ".join(_rule_part(part) for part in stage) for stage in rule.stages)


def _rule_amount(amount: float | None, unit: str) -> str:
    return format_duration(amount or 0) if unit == "s" else f"{format_number(amount or 0)}{unit}"


def _rule_part(part: RulePart) -> str:
    if part.kind is RuleKind.ADD:
        every = f"/{part.every}" if part.every else ""
        limit = f" to {_rule_amount(part.limit, part.unit)}" if part.limit is not None else ""
        return f"+{_rule_amount(part.amount, part.unit)}{every}{limit}"
    if part.kind is RuleKind.DOUBLE:
        return "double" if part.amount is None else f"double +{_rule_amount(part.amount, part.unit)}"
    if part.kind is RuleKind.MISS:
        act = f"-{format_number(part.amount)}%" if part.amount is not None else f"swap {_in_rule(part.name)}"
        return f"miss {part.times}: {act}"
    if part.kind is RuleKind.SWAP:
        return f"swap {_in_rule(part.name)}"
    return "hold" if part.kind is RuleKind.HOLD else f"stop -{format_number(part.amount or 0)}%"


def _in_rule(name: str) -> str:
    return f'"{name}"' if "then" in name.lower().split() and '"' not in name else quoted(name)


def _tail(rule: Rule | None, comment: str) -> str:
    said = f"  ; {format_rule(rule)}" if rule is not None else ""
    return f"{said}  // {comment}" if comment else said


def print_line(line: PlanLine) -> str:
    """Print a line of a plan; a circuit prints the lines of its round below it, a superset its `&` first."""
    if isinstance(line, Remark):
        return f"// {line.text}"
    if isinstance(line, Ramp):
        return f"ramp{_tail(None, line.comment)}"
    if isinstance(line, BlockCall):
        return f"{line.kind.value}: {line.block}{_tail(None, line.comment)}"
    tail = _tail(line.rule, line.comment)
    if isinstance(line, Circuit):
        head = f"{line.kind} {format_seconds(line.seconds)}:{tail}"
        return "\n".join([head, *(f"  {print_line(each)}" for each in line.lines)])
    if isinstance(line, TimedLine):
        name = f"{_before_colon(line.name)}: " if line.name else ""
        return f"{name}{format_steps(line.steps)}{tail}"
    joined = "  & " if line.superset else ""
    return f"{joined}{quoted(line.name)} {format_sets(line)}{tail}"


def on_one_line(text: str) -> str:
    """A printed line without breaks: the lines of a circuit's round with `+` between them."""
    head, *rest = (" ".join(each.split()) for each in text.split("\n"))
    return f"{head} {' + '.join(rest)}" if rest else head


def reads_on_one_line(text: str) -> bool:
    """Whether it may be typed as `on_one_line` shows it: no comment, rule or steps stand inside."""
    head, *rest = text.split("\n")
    return not rest or (head.endswith(":") and not any(sign in each for each in rest for sign in ":;/"))
