"""The short words of the sheet's columns: sets, effort, load, result. Value, then unit, as screens show them."""

from __future__ import annotations

from itertools import groupby

from hybrid_tui.domain.flatten import METRES, timed_steps
from hybrid_tui.domain.notation.printing import format_number, format_place
from hybrid_tui.domain.record import BlockRecord
from hybrid_tui.domain.running import pace_per_mile, pace_words
from hybrid_tui.domain.set_record import BlockStatus, SetRecord, SetRole
from hybrid_tui.domain.sheet import Target
from hybrid_tui.domain.workout import Circuit, Ending, PlanLine, Repeat, Step, StepKind, TimedLine

TIMES = "×"
ROUND, PART, LAP = "round", "part of a round", "lap"
"""What a step's pieces are called where a key ends a round, what is left after the last, and on a stopwatch."""
PACED_M = 1000.0
"""The shortest run that is told with a pace, metres: shorter ones are told by their seconds."""


def clock(seconds: float) -> str:
    """`9:05`, `1:02:03`."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def time_words(seconds: float) -> str:
    """`11.8 s` below a minute, then `1:04`."""
    return f"{seconds:.1f} s" if seconds < 60 else clock(seconds)


def spoken(seconds: float) -> str:
    """`12 s`, `90 s`, `8 min`, `2 min 30 s`, `1 h 05`."""
    whole = round(seconds, 1)
    if whole < 120 and whole % 60:
        return f"{format_number(whole)} s"
    minutes, left = divmod(round(whole), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02}"
    return f"{minutes} min {left} s" if left else f"{minutes} min"


def load_words(load: str | None) -> str:
    """`62.5 kg`, `bw`, `bw +10 kg`; empty where there is none."""
    if not load:
        return ""
    sign = next((each for each in "+-" if each in load[1:]), "")
    body, _, number = load.partition(sign) if sign else ("", "", load)
    unit = next((each for each in ("kg", "lb") if number.endswith(each)), "")
    amount = number.removesuffix(unit)
    return " ".join(part for part in (body, f"{sign}{amount}", unit) if part)


def effort_words(effort: str | None) -> str:
    """`2 RIR`, `@8`, `easy`."""
    if not effort:
        return ""
    if effort.endswith("rir"):
        return f"{effort.removesuffix('rir')} RIR"
    return f"@{effort}" if effort[0].isdigit() else effort


def hold_words(target: Target) -> str:
    """What one set holds: `6-8`, `5+`, `max`, `45 s`, `20-40 s`, `20 m`."""
    if target.seconds is not None or target.metres is not None:
        low = target.seconds if target.seconds is not None else target.metres
        unit = "s" if target.seconds is not None else "m"
        top = f"-{target.top:g}" if target.top is not None and target.top != low else ""
        return f"{low:g}{top} {unit}"
    if target.to_limit or target.low is None:
        return "max"
    if target.high is not None and target.high != target.low:
        return f"{target.low}-{target.high}"
    return f"{target.low}+" if target.at_least else str(target.low)


def sets_words(targets: tuple[Target, ...]) -> str:
    """`4 × 6-8`, or each set where they differ: `5 5 5+`, `1 × 5-8, 2 × 5-8`."""
    work = [each for each in targets if each.role is not SetRole.WARM_UP] or list(targets)
    groups = [(words, len(list(same))) for words, same in groupby(work, key=hold_words)]
    if len(groups) > 1 and all(count == 1 for _, count in groups):
        return " ".join(words for words, _ in groups)
    return ", ".join(f"{count} {TIMES} {words}" for words, count in groups)


def step_words(step: Step) -> str:
    """One step in short: `12 s hill 8 %`, `8 min easy`, `400 m`."""
    parts = [_measure_words(step)]
    if step.effort is not None and step.effort.word:
        parts.append(step.effort.word)
    if step.place is not None:
        parts.append(format_place(step.place).replace("%", " %"))
    if step.label:
        parts.append(step.label)
    return " ".join(part for part in parts if part)


def _measure_words(step: Step) -> str:
    measure = step.measure
    if measure.distance is not None:
        return f"{format_number(measure.distance)} {'m' if measure.unit == 'mtr' else measure.unit}"
    if not isinstance(measure.seconds, int | float):
        return "open"
    words = spoken(measure.seconds)
    return f"~{words}" if measure.ending is Ending.KEY else words


def timed_words(line: PlanLine) -> str:
    """A timed line in short: `8 × 12 s hill 8 %, walk`; `8 min easy, drills, stride`."""
    if isinstance(line, Circuit):
        seconds = line.seconds if isinstance(line.seconds, int | float) else 0
        return f"{line.kind.upper()} {spoken(seconds)}"
    if not isinstance(line, TimedLine):
        return ""
    parts: list[str] = []
    for node in line.steps:
        first = not parts
        if isinstance(node, Repeat):
            parts.append(_repeat_words(node, full=first))
        else:
            parts.append(step_words(node) if first or not node.label else node.label)
    return ", ".join(part for part in parts if part)


def _repeat_words(repeat: Repeat, *, full: bool) -> str:
    work = _first_step(repeat)
    if not full and work.label:
        return work.label
    words = f"{format_number(_plain(repeat.count))} {TIMES} {step_words(work)}"
    between = [each for each in repeat.between if isinstance(each, Step)]
    if full and between:
        words += f", {between[0].label.split()[0] if between[0].label else 'rest'}"
    return words


def _first_step(repeat: Repeat) -> Step:
    node: Step | Repeat = repeat
    while isinstance(node, Repeat):
        node = node.work[0]
    return node


def _plain(count: object) -> float:
    return float(count) if isinstance(count, int | float) else 1.0


def work_done(block: BlockRecord) -> tuple[int, int]:
    """Of a timed block: work steps run to their end, and work steps asked for."""
    work = [each for each in block.intervals if each.kind == StepKind.WORK.value]
    return sum(each.done for each in work), len(work)


def rounds_words(block: BlockRecord) -> str:
    """`5 rounds`, `3 laps` where a key counted them; else empty."""
    for label in (ROUND, LAP):
        if many := sum(each.label == label and each.ends == Ending.KEY.value for each in block.intervals):
            return f"{many} {label}{'s' if many > 1 else ''}"
    return ""


def timed_result(block: BlockRecord, line: PlanLine | None, *, miles: bool = False) -> str:
    """What was run: `8 of 8` where there are repeats, else the time of it, and the pace of a run of known length.

    The pace is for a kilometre, or for a mile with `miles`.
    """
    if block.status is BlockStatus.SKIPPED:
        return "skipped"
    if rounds := rounds_words(block):
        return rounds
    done, run = work_done(block)
    asked = 0
    if isinstance(line, TimedLine):
        asked = sum(1 for step in timed_steps(line) if step.kind is StepKind.WORK)
    asked = max(asked, run)
    if asked > 1 and run:
        return f"{done} of {asked}"
    seconds = sum(each.seconds or 0.0 for each in block.intervals)
    metres = sum(each.metres or 0.0 for each in block.intervals if each.done)
    said = [_far(metres, miles=miles) if metres and not _says_distance(line) else ""]
    said.append(clock(seconds) if seconds else "" if said[0] else "done")
    if seconds and metres >= PACED_M and run == len(block.intervals):
        pace = seconds / metres * 1000
        said.append(f"{pace_words(pace_per_mile(pace))}/mi" if miles else f"{pace_words(pace)}/km")
    return "  ".join(part for part in said if part)


def _says_distance(line: PlanLine | None) -> bool:
    """Whether the line itself tells how far its steps go."""
    steps = line.steps if isinstance(line, TimedLine) else ()
    return any(isinstance(each, Step) and each.measure.distance is not None for each in steps)


def _far(metres: float, *, miles: bool) -> str:
    """`7.2 km`, `4.5 mi`; below a kilometre `400 m`."""
    if metres < PACED_M:
        return f"{metres:g} m"
    return f"{metres / METRES['mi']:.3g} mi" if miles else f"{metres / 1000:.3g} km"


def held_words(done: SetRecord) -> str:
    """What a set held: `8`, `8/7`, `45 s`, `20 m`."""
    if done.reps is not None:
        return f"{done.reps}/{done.right_reps}" if done.right_reps is not None else str(done.reps)
    if done.metres is not None and done.seconds is None:
        return f"{done.metres:g} m"
    if done.seconds is not None:
        time = f"{done.seconds:g} s"
        return f"{done.metres:g} m {time}" if done.metres is not None else time
    return "done"
