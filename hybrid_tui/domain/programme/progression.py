"""The rules behind the semicolon: what the log and the rule make of the next time.

A rule has stages (`then`), a stage has parts. Past sessions are read from the oldest to the newest; a stage
takes those up to the one that exhausts it, the next begins after that one. Sessions of deload weeks are left
out: rules pause there. Loads come from the log, since that is where the bar stands; other numbers start from
the text and gain what the log has earned.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any, Final

from hybrid_tui.domain.programme.outcome import Outcome, short_date
from hybrid_tui.domain.programme.plan import WeekPlace
from hybrid_tui.domain.programme.reasons import amount_words, done_words, missed_words, not_done_words
from hybrid_tui.domain.programme.weights import amount_of, nearest, plus, share, spaced, step_for
from hybrid_tui.domain.rule import Rule, RuleKind, RulePart
from hybrid_tui.domain.workout import Load

WEIGHT: Final = ("kg", "lb")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a rule makes of the log."""

    load: Load | None = None
    """The first group's load; None where none is known."""
    from_bottom: bool = False
    """Begin again at the bottom of the range."""
    gains: tuple[tuple[str, float], ...] = ()
    """What has been added to the numbers of the text so far, by unit."""
    swap: RulePart | None = None
    """Another exercise has taken over."""
    change: str = "="
    why: str = ""
    step: float = 2.5
    """Loads that are worked out move by this, in the unit of the load."""
    beyond: float = 0.0
    """Repetitions above the top of a range that are done first, since the next weight is far away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a rule is applied to."""

    outcomes: tuple[Outcome, ...]
    """Oldest first, without those of deload weeks."""
    place: WeekPlace
    base: Load | None = None
    """The load of the text, or None."""
    number: float | None = None
    """The least number of the text in the rule's unit, from which a limit is reached."""
    timed: bool = False
    """A line of timed steps: `%` is grade points there."""

    def counted(self, part: RulePart) -> bool:
        """Whether a part's gains are added to the text, rather than to the load of the log."""
        return part.unit not in WEIGHT and (part.unit != "%" or self.timed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One stage with the outcomes that are left to it, and what stands so far."""

    situation: Situation
    parts: tuple[RulePart, ...]
    left: tuple[Outcome, ...]
    gains: tuple[tuple[str, float], ...] = ()

    def first(self, *kinds: RuleKind) -> RulePart | None:
        """The first part of these kinds."""
        return next((part for part in self.parts if part.kind in kinds), None)

    @property
    def last(self) -> Outcome | None:
        """The most recent outcome of all."""
        return self.situation.outcomes[-1] if self.situation.outcomes else None

    @property
    def load(self) -> Load | None:
        """The load of the last time, else that of the text."""
        recorded = (each.load for each in reversed(self.situation.outcomes) if each.load is not None)
        return next(recorded, self.situation.base)

    @property
    def step(self) -> float:
        """The step that this line's loads move by."""
        part = self.first(RuleKind.ADD, RuleKind.DOUBLE)
        weight = part if part is not None and part.unit in WEIGHT else None
        return step_for(
            (self.load.unit if self.load else "") or "kg",
            weight.amount if weight else None,
            weight.unit if weight else "",
        )

    def counts(self, part: RulePart, index: int) -> bool:
        """Whether outcome `index` may raise: each one, or only the last of a week or round that is over."""
        mine, after = self.left[index], self.left[index + 1 : index + 2]
        if self.situation.counted(part) and not mine.number:
            return False  # what was done outside the plan is no step of it
        if part.every == "week":
            return mine.number != self.situation.place.number and not any(
                each.number == mine.number for each in after
            )
        if part.every == "block":
            return mine.round != self.situation.place.round and not any(
                each.round == mine.round for each in after
            )
        return True

    def raises(self, part: RulePart) -> list[int]:
        """The outcomes (indices) that earned a raise."""
        return [i for i, each in enumerate(self.left) if _earned(each) and self.counts(part, i)]

    def most(self, part: RulePart) -> int | None:
        """How many raises fit below the limit of a counted part; None without a limit."""
        number = self.situation.number
        if part.limit is None or not part.amount or number is None:
            return None
        return max(0, ceil(round((part.limit - number) / part.amount, 6)))

    def exhausted(self) -> int | None:
        """The outcome (index) after which the stage has nothing more to give; None while it has."""
        part = self.first(RuleKind.ADD, RuleKind.DOUBLE)
        if part is None:
            return None
        if part.amount is None:
            return next((i for i, each in enumerate(self.left) if _earned(each)), None)
        if self.situation.counted(part):
            most, raises = self.most(part), self.raises(part)
            return None if most is None or len(raises) <= most else raises[most]
        if part.limit is None:
            return None
        at_limit = (
            i
            for i, each in enumerate(self.left)
            if _earned(each) and each.load is not None and amount_of(each.load) >= (part.limit or 0)
        )
        return next(at_limit, None)

    def gained(self) -> dict[str, float]:
        """What this stage adds to the numbers of the text."""
        part = self.first(RuleKind.ADD)
        if part is None or part.amount is None or not self.situation.counted(part):
            return {}
        gained = len(self.raises(part)) * part.amount
        if part.limit is not None and self.situation.number is not None:
            gained = min(gained, max(0.0, part.limit - self.situation.number))
        return {part.unit: gained} if gained else {}

    def decision(self, **words: Any) -> Decision:
        """A decision with what holds in every case filled in."""
        return replace(Decision(load=self.load, gains=self.gains, step=self.step), **words)


def decide(rule: Rule | None, situation: Situation) -> Decision:
    """Apply a rule to past outcomes."""
    stages = rule.stages if rule is not None and rule.stages else ((),)
    left = situation.outcomes
    gains: dict[str, float] = {}
    for index, parts in enumerate(stages):
        case = _Case(situation=situation, parts=parts, left=left)
        end = case.exhausted() if index < len(stages) - 1 else None
        taken = case if end is None else replace(case, left=left[: end + 1])
        for unit, gained in taken.gained().items():
            gains[unit] = gains.get(unit, 0.0) + gained
        if end is None:
            return _last_word(replace(case, gains=tuple(sorted(gains.items()))))
        left = left[end + 1 :]
    raise AssertionError("the last stage always answers")


def _earned(outcome: Outcome) -> bool:
    return outcome.full and not outcome.too_hard


def settled(rule: Rule | None, situation: Situation) -> bool:
    """Whether outcomes older than these could not change anything: what can be gained is gained.

    With several stages they always could, since the first earned ones say which stage it is.
    """
    if rule is not None and len(rule.stages) > 1:
        return False
    parts = rule.stages[0] if rule is not None and rule.stages else ()
    case = _Case(situation=situation, parts=parts, left=situation.outcomes)
    part = case.first(RuleKind.ADD, RuleKind.DOUBLE)
    if part is None or part.amount is None or not situation.counted(part):
        return True
    most = case.most(part)
    return most is not None and len(case.raises(part)) > most


def _last_word(case: _Case) -> Decision:
    part, last = case.first(RuleKind.ADD, RuleKind.DOUBLE), case.last
    swap = case.first(RuleKind.SWAP)
    if swap is not None:
        why = f"the top of the range was reached: {swap.name} takes over"
        return case.decision(load=None, swap=swap, change="⇄ swap", why=why)
    if last is None:
        return case.decision(change="", why="the first time in this plan")
    miss = _missed(case)
    if miss is not None:
        return _after_misses(case, miss, last)
    if part is None:
        held = "the plan holds here" if case.first(RuleKind.HOLD) else "as the plan says"
        return case.decision(why=f"{held}; last on {short_date(last.day)}")
    if not _earned(last):
        return case.decision(why=not_done_words(last))
    if case.left and not case.counts(part, len(case.left) - 1):
        return case.decision(
            why=f"{done_words(last)}; more comes with the next {part.every or 'time in the plan'}"
        )
    return _counted(case, part, last) if case.situation.counted(part) else _raised(case, part, last)


def _counted(case: _Case, part: RulePart, last: Outcome) -> Decision:
    most = case.most(part)
    if part.amount is None:
        return case.decision(why=f"the top of the range: {done_words(last)}")
    if not case.left or (most is not None and len(case.raises(part)) > most):
        return case.decision(why=f"{done_words(last)}; the rule's limit is reached")
    change = f"+{amount_words(part)}"
    return case.decision(change=change, why=f"{change}: {done_words(last)}")


def _raised(case: _Case, part: RulePart, last: Outcome) -> Decision:
    load = case.load
    if part.amount is None:
        return case.decision(why=f"the top of the range: {done_words(last)}")
    if load is None:
        return case.decision(why=f"{done_words(last)}, at a load that is not known")
    if part.unit == "%":
        wanted = nearest(amount_of(load) * (100 + part.amount) / 100, case.step)
        grown = plus(load, max(wanted - amount_of(load), case.step), load.unit or "kg")
    else:
        grown = plus(load, part.amount, part.unit)
    if part.limit is not None and amount_of(grown) > part.limit:
        grown = plus(load, max(0.0, part.limit - amount_of(load)), load.unit or part.unit)
    rise = round(amount_of(grown) - amount_of(load), 3)
    if rise <= 0:
        return case.decision(why=f"{done_words(last)}; the rule's limit is reached")
    before = spaced(load) if load.body or load.unit != grown.unit else f"{amount_of(load):g}"
    why = f"{before} → {spaced(grown)}: {done_words(last)}"
    return case.decision(load=grown, from_bottom=True, change=f"↑ {rise:g}", why=why)


def _missed(case: _Case) -> RulePart | None:
    """The miss part that acts now: enough misses in a row at the load in hand."""
    part = case.first(RuleKind.MISS)
    if part is None or part.times <= 0:
        return None
    row = 0
    for each in reversed(case.situation.outcomes):
        if not each.missed or (each.load is not None and each.load != case.load):
            break
        row += 1
    return part if row >= part.times else None


def _after_misses(case: _Case, part: RulePart, last: Outcome) -> Decision:
    missed = missed_words(part, last)
    if part.name:
        return case.decision(load=None, swap=part, change="⇄ swap", why=f"{missed}: {part.name} takes over")
    load = case.load
    if load is None or load.value is None or part.amount is None:
        return case.decision(from_bottom=True, why=missed)
    lower = share(load, 100 - part.amount, case.step)
    why = f"{spaced(load)} → {spaced(lower)}: {missed}"
    return case.decision(load=lower, from_bottom=True, change=f"↓ {part.amount:g} %", why=why)
