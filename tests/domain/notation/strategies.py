"""Values of every kind, for the properties."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from hybrid_tui.domain.notation.log_entries import (
    LogEntry,
    LoggedMaximum,
    LoggedProtein,
    LoggedRest,
    LoggedSession,
    LoggedSets,
    LoggedSleep,
    LoggedSoreness,
    LoggedSteps,
    LoggedWeight,
)
from hybrid_tui.domain.notation.printing import format_load, print_line
from hybrid_tui.domain.notation.source import LINE_LIMIT
from hybrid_tui.domain.notation.steps import KEYWORDS
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
    Place,
    PlanLine,
    Ramp,
    Remark,
    Repeat,
    SetGroup,
    SetsLine,
    Step,
    StepKind,
    TimedLine,
)
from hybrid_tui.domain.written_programme import Block, Day, Programme, Race

WEEKS = 4


def by_week(numbers: st.SearchStrategy[float]) -> st.SearchStrategy[float | ByWeek]:
    lists = st.lists(numbers, min_size=WEEKS, max_size=WEEKS).map(lambda each: ByWeek(values=tuple(each)))
    return st.one_of(numbers, numbers, lists)


def decimals(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low * 4, high * 4).map(lambda each: each / 4)


seconds = by_week(st.integers(1, 150))
words = st.one_of(
    st.sampled_from(["walk", "jog", "stride", "back", "été", "leg-swings", "x2y", "A", "don't", "No.1"]),
    st.builds(
        lambda first, rest: "walk" if (first + rest).lower() in {*KEYWORDS, "then"} else first + rest,
        st.sampled_from("abcxyzÄé"),
        st.text("abcxyzÄé'.-7", max_size=6),
    ),
)
labels = st.lists(words, max_size=3).map(" ".join)
distances = st.tuples(decimals(1, 400), st.sampled_from(["mtr", "km", "mi"]))
ratings = st.integers(2, 20).map(lambda each: each / 2)
efforts = st.one_of(
    ratings.map(lambda each: Effort(rpe=each)),
    by_week(st.integers(0, 5)).map(lambda each: Effort(rir=each)),
    st.sampled_from(["easy", "steady", "tempo", "hard", "max", "z1", "z5"]).map(
        lambda each: Effort(word=each)
    ),
)
paces = st.integers(120, 600).map(lambda each: Effort(pace=each))


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    ending = draw(st.sampled_from([Ending.TIME, Ending.DISTANCE, Ending.KEY]))
    known = draw(st.one_of(st.none(), seconds))
    if ending is Ending.TIME:
        return Measure(ending=ending, seconds=draw(seconds))
    if ending is Ending.KEY:
        return Measure(ending=ending, seconds=known)
    distance, unit = draw(distances)
    return Measure(ending=ending, seconds=known, distance=distance, unit=unit)


@st.composite
def places(draw: st.DrawFn) -> Place | None:
    where = draw(st.sampled_from(["", "hill", "flat", "stairs", "trail", "treadmill"]))
    surface = draw(st.sampled_from(["", "", "grass", "track", "road", "gravel", "sand", "turf"]))
    grade = draw(st.one_of(st.none(), by_week(decimals(0, 20))))
    top = draw(st.one_of(st.none(), decimals(21, 40))) if grade is not None else None
    climb = draw(st.one_of(st.none(), st.integers(1, 2000)))
    descent = draw(st.one_of(st.none(), st.integers(1, 2000)))
    if not (where or surface) and grade is None and climb is None and descent is None:
        return None
    return Place(where=where, surface=surface, grade=grade, grade_top=top, climb=climb, descent=descent)


weights = st.builds(Load, value=by_week(decimals(1, 300)), unit=st.sampled_from(["kg", "lb"]))
gear = st.builds(
    lambda kinds, loads: tuple(Gear(kind=kind, load=load) for kind, load in zip(kinds, loads, strict=False)),
    st.permutations(["vest", "band", "sled"]),
    st.lists(st.one_of(st.none(), weights), max_size=3),
)
steps = st.builds(
    Step,
    measure=measures(),
    effort=st.one_of(st.none(), efforts, paces),
    place=places(),
    gear=gear,
    label=labels,
)


def repeats(inner: st.SearchStrategy[Step | Repeat]) -> st.SearchStrategy[Repeat]:
    return st.builds(
        Repeat,
        count=by_week(st.integers(1, 5)),
        work=st.lists(inner, min_size=1, max_size=2).map(tuple),
        between=st.lists(inner, max_size=2).map(tuple),
        until=st.one_of(st.none(), st.integers(1, 50)),
    )


def depth(item: Step | Repeat) -> int:
    if isinstance(item, Step):
        return 0
    return 1 + max(depth(each) for each in (*item.work, *item.between))


def no_deeper(item: Step | Repeat) -> Step | Repeat:
    """Its innermost part where it nests deeper than the notation lets it: nothing is thrown away."""
    while isinstance(item, Repeat) and depth(item) > 4:
        item = item.work[0]
    return item


items = st.recursive(steps, repeats, max_leaves=4).map(no_deeper)
said = st.text("ab ;/+x\"':é🏃(", max_size=12).map(lambda each: " ".join(each.split()) or "é")
comments = st.one_of(st.just(""), said)
plain_names = st.sampled_from(["back squat", "push-up", "farmer's carry", "É lift", "x", "No. 2"])
odd_names = st.text("ab -'.(:;/&9[+é", max_size=10).map(lambda each: " ".join(each.split()) or "é")
names = st.one_of(plain_names, odd_names, st.sampled_from(["bw", "max out", "open book", "rest", "emom"]))

rule_units = ["rep", "s", "mtr", "km", "%"]


@st.composite
def rule_parts(draw: st.DrawFn, timed: bool) -> RulePart:
    kind = draw(st.sampled_from(list(RuleKind)))
    unit = draw(st.sampled_from(rule_units if timed else [*rule_units, "kg", "lb", "set"]))
    amount = draw(st.integers(1, 9) if unit in ("rep", "set") else decimals(1, 90))
    percent = draw(st.integers(1, 90))
    name = draw(names)
    if kind is RuleKind.ADD:
        every = draw(st.sampled_from(["", "week", "block"]))
        limit = draw(st.one_of(st.none(), st.integers(1, 90)))
        return RulePart(kind=kind, amount=amount, unit=unit, every=every, limit=limit)
    if kind is RuleKind.DOUBLE:
        return draw(st.sampled_from([RulePart(kind=kind), RulePart(kind=kind, amount=amount, unit=unit)]))
    if kind is RuleKind.MISS:
        times = draw(st.integers(1, 9))
        return draw(
            st.sampled_from(
                [
                    RulePart(kind=kind, times=times, amount=percent),
                    RulePart(kind=kind, times=times, name=name),
                ]
            )
        )
    if kind is RuleKind.SWAP:
        return RulePart(kind=kind, name=name)
    return RulePart(kind=kind, amount=percent) if kind is RuleKind.STOP else RulePart(kind=kind)


def rules(timed: bool) -> st.SearchStrategy[Rule | None]:
    stage = st.lists(rule_parts(timed), min_size=1, max_size=3).map(tuple)
    stages = st.lists(stage, min_size=1, max_size=2).map(tuple)
    return st.one_of(st.none(), st.builds(Rule, stages=stages))


timed_lines = st.builds(
    TimedLine,
    name=st.one_of(st.sampled_from(["", "warm-up", "cool-down", "4x4", "30/30", "10 x 1"]), names),
    steps=st.lists(items, min_size=1, max_size=3).map(tuple),
    rule=rules(timed=True),
    comment=comments,
)


@st.composite
def holds(draw: st.DrawFn) -> Hold:
    unit = draw(st.sampled_from(["", "", "s", "mtr", "km"]))
    effort = draw(st.one_of(st.none(), st.none(), efforts))
    if draw(st.integers(0, 9)) == 0:
        return Hold(effort=effort)
    low: float | ByWeek
    high: float | ByWeek | None
    if unit in ("mtr", "km"):
        low = draw(st.integers(1, 90))
        high = draw(st.one_of(st.none(), st.integers(91, 200)))
    else:
        low, high = (
            draw(by_week(st.integers(1, 20))),
            draw(st.one_of(st.none(), by_week(st.integers(21, 50)))),
        )
    at_least = high is None and draw(st.booleans())
    return Hold(low=low, high=high, unit=unit, at_least=at_least, effort=effort)


loads = st.one_of(
    weights,
    st.just(Load(body=True)),
    st.builds(
        Load,
        value=decimals(-50, 50).map(lambda each: each or 7.5),
        unit=st.sampled_from(["kg", "lb"]),
        body=st.just(True),
    ),
    st.builds(Load, value=by_week(decimals(1, 120)), unit=st.just("%")),
    st.builds(Load, value=by_week(decimals(-60, -1)), unit=st.just("%")),
)


@st.composite
def groups(draw: st.DrawFn) -> SetGroup:
    load = draw(st.one_of(st.none(), loads))
    effort = draw(st.one_of(st.none(), efforts))
    if draw(st.booleans()):
        return SetGroup(
            sets=draw(by_week(st.integers(1, 9))), holds=(draw(holds()),), load=load, effort=effort
        )
    listed = tuple(draw(st.lists(holds(), min_size=1, max_size=4)))
    return SetGroup(holds=listed, load=load, effort=effort)


def begins_above(found: list[SetGroup]) -> tuple[SetGroup, ...]:
    """The groups, the first of them not below one that is not there."""
    load = found[0].load
    if load is not None and load.unit == "%" and format_load(load).startswith(("-", "[-")):
        return (replace(found[0], load=None), *found[1:])
    return tuple(found)


sets_lines = st.builds(
    SetsLine,
    name=names,
    groups=st.lists(groups(), min_size=1, max_size=3).map(begins_above),
    side=st.booleans(),
    rest=st.one_of(st.none(), by_week(st.integers(0, 300))),
    superset=st.booleans(),
    rule=rules(timed=False),
    comment=comments,
)
round_lines = st.one_of(
    sets_lines.map(lambda each: SetsLine(name=each.name, groups=each.groups, comment=each.comment)),
    timed_lines,
)
circuits = st.builds(
    Circuit,
    kind=st.sampled_from(["emom", "amrap"]),
    seconds=by_week(st.integers(1, 3600)),
    lines=st.lists(round_lines, min_size=1, max_size=3).map(tuple),
    rule=rules(timed=True),
    comment=comments,
)
remarks = said.map(lambda each: Remark(text=each))


def fits(line: PlanLine) -> bool:
    return max(len(each) for each in print_line(line).split("\n")) <= LINE_LIMIT


def no_longer(line: PlanLine) -> PlanLine:
    """The line cut to its first part, then to a plain one, where its text would pass the limit."""
    if isinstance(line, TimedLine) and not fits(line):
        line = replace(line, steps=line.steps[:1], rule=None)
    if isinstance(line, SetsLine) and not fits(line):
        line = replace(line, groups=line.groups[:1], rule=None)
    if isinstance(line, Circuit) and not fits(line):
        line = replace(line, lines=line.lines[:1], rule=None)
    return line if fits(line) else Remark(text="too long")


lone_lines: st.SearchStrategy[PlanLine] = st.one_of(
    timed_lines, sets_lines, circuits, remarks, st.builds(Ramp, comment=comments)
).map(no_longer)
calls = st.builds(
    BlockCall,
    kind=st.sampled_from([StepKind.WARM_UP, StepKind.COOL_DOWN]),
    block=st.sampled_from(["legs", "upper body"]),
    comment=comments,
)


def in_files(line: PlanLine) -> PlanLine:
    """A line that needs nothing above it, and nothing below."""
    if isinstance(line, Ramp):
        return Remark(text=line.comment or "ramp")
    if isinstance(line, SetsLine):
        return SetsLine(name=line.name, groups=line.groups, side=line.side, rest=line.rest, rule=line.rule)
    return line


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    days = []
    for weekday in draw(st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True)):
        lines = tuple(draw(st.lists(st.one_of(lone_lines.map(in_files), calls), min_size=1, max_size=3)))
        rest = all(isinstance(each, Remark) for each in lines)
        title = draw(st.sampled_from(["", "Lower body", "A  // b"])).replace("  ", " ")
        week, variant = draw(st.sampled_from([(None, ""), (3, ""), (None, "race")]))
        slot = draw(st.sampled_from(["", "am", "pm"]))
        days.append(
            Day(lines=lines, weekday=weekday, week=week, variant=variant, slot=slot, title=title, rest=rest)
        )
    block = tuple(draw(st.lists(lone_lines.map(in_files), max_size=2)))
    blocks = tuple(Block(name=name, lines=(*block, Ramp())) for name in ("legs", "upper body"))
    return Programme(
        title=draw(st.sampled_from(["Winter Legs", "4 weeks: ü", "# x"])),
        days=tuple(days),
        weeks=WEEKS,
        deloads=draw(st.sampled_from([(), ((4, 40.0),), ((2, 12.5), (4, 40.0))])),
        then_week=draw(st.sampled_from([None, 2])),
        level=draw(st.sampled_from(["", "beginner"])),
        goal=draw(st.sampled_from(["", "hybrid"])),
        equipment=draw(st.sampled_from([(), ("barbell", "hill")])),
        entry=draw(st.sampled_from(["", "two runs a week // really"])),
        about=draw(st.sampled_from(["", "legs: on the hill"])),
        races=draw(st.sampled_from([(), (Race(day=date(2027, 4, 11), distance=10, unit="km"),)])),
        blocks=blocks,
        remarks=tuple(draw(st.lists(said, max_size=2))),
    )


done_groups = st.builds(
    SetGroup,
    holds=st.lists(
        st.builds(Hold, low=st.integers(1, 50), unit=st.sampled_from(["", "s", "mtr"])),
        min_size=1,
        max_size=4,
    ).map(tuple),
    load=st.one_of(st.none(), st.builds(Load, value=decimals(1, 300), unit=st.sampled_from(["kg", "lb"]))),
    effort=st.one_of(st.none(), ratings.map(lambda each: Effort(rpe=each))),
)
done_sets = st.builds(
    SetsLine,
    name=plain_names,
    groups=st.lists(done_groups, min_size=1, max_size=3).map(tuple),
    side=st.booleans(),
    comment=comments,
)
done_step = st.builds(
    Step,
    measure=st.builds(
        Measure,
        ending=st.just(Ending.TIME),
        seconds=st.integers(1, 7000),
        distance=decimals(1, 40),
        unit=st.sampled_from(["km", "mi"]),
    ),
    label=labels,
)


@st.composite
def done_steps(draw: st.DrawFn) -> LoggedSteps:
    rpe = draw(st.one_of(st.none(), st.integers(0, 10)))
    if draw(st.booleans()):
        line = TimedLine(name="easy run", steps=(draw(done_step),), comment=draw(comments))
        return LoggedSteps(line=line, rpe=rpe)
    count = draw(st.integers(1, 4))
    work = Step(measure=Measure(ending=Ending.DISTANCE, distance=40, unit="mtr"), label=draw(labels))
    between = Step(measure=Measure(ending=Ending.KEY), label="walk")
    line = TimedLine(name="hill sprint", steps=(Repeat(count=count, work=(work,), between=(between,)),))
    taken = draw(st.lists(decimals(1, 150), min_size=count, max_size=count))
    return LoggedSteps(line=line, rpe=rpe, times=draw(st.sampled_from([(), tuple(taken)])))


log_entries: st.SearchStrategy[LogEntry] = st.one_of(
    st.builds(LoggedSets, line=done_sets),
    done_steps(),
    st.builds(
        LoggedSession, minutes=st.integers(1, 300), rpe=st.one_of(st.none(), ratings), comment=comments
    ),
    st.builds(LoggedSession, rpe=ratings, comment=comments),
    st.builds(LoggedSleep, seconds=st.integers(1, 60000), comment=comments),
    st.builds(LoggedWeight, value=decimals(1, 300), unit=st.sampled_from(["kg", "lb"]), comment=comments),
    st.builds(
        LoggedProtein,
        grams=st.integers(1, 400),
        words=st.sampled_from(["", "lunch", "3 eggs (big) + milk"]),
        comment=comments,
    ),
    st.builds(
        LoggedSoreness,
        muscle=st.sampled_from(["quads", "hip flexors"]),
        value=st.integers(0, 10),
        comment=comments,
    ),
    st.builds(
        LoggedMaximum,
        name=plain_names,
        load=st.builds(Load, value=decimals(1, 300), unit=st.sampled_from(["kg", "lb"])),
        comment=comments,
    ),
    st.builds(LoggedRest, comment=comments),
)
