"""Progression rules: `double +2.5kg, miss 2: -10%, then swap decline push-up`."""

from __future__ import annotations

import re
from typing import NamedTuple

from hybrid_tui.domain.bounds import FARTHEST_M, HEAVIEST, LONGEST_S, MOST_REPS, MOST_SETS
from hybrid_tui.domain.notation.amounts import NUMBER, read_duration
from hybrid_tui.domain.notation.names import Names, resolve
from hybrid_tui.domain.notation.source import Source, Token, joined_name
from hybrid_tui.domain.rule import Rule, RuleKind, RulePart

VERBS = frozenset({"double", "miss", "hold", "swap", "stop", "then"})

_UNITS = {
    "kg": "kg", "lb": "lb", "lbs": "lb", "rep": "rep", "reps": "rep", "set": "set", "sets": "set",
    "mtr": "mtr", "km": "km", "%": "%",
}  # fmt: skip
_ADD = re.compile(r"\+(.+?)(?:/(week|block))?")
_WITH_UNIT = re.compile(rf"({NUMBER})({'|'.join(_UNITS)})")
_PERCENT = re.compile(rf"-({NUMBER})%")
_MOST = {
    "kg": HEAVIEST, "lb": HEAVIEST, "rep": MOST_REPS, "set": MOST_SETS, "s": LONGEST_S, "mtr": FARTHEST_M,
    "km": FARTHEST_M / 1000, "%": 200,
}  # fmt: skip
"""How much a rule may name of each unit, as what is added and as its limit."""
_ONLY_SETS = frozenset({"kg", "lb", "set"})


class _Amount(NamedTuple):
    number: float
    unit: str


def is_rule(text: str) -> bool:
    """Whether a piece of text begins like a progression rule."""
    word = text.split(maxsplit=1)[0].lower() if text.strip() else ""
    return word in VERBS or bool(re.match(r"\+[0-9]", word))


class RuleReader:
    """Reads a progression rule between two places of a line."""

    def __init__(
        self, source: Source, span: tuple[int, int], names: Names | None, *, timed: bool, typing: bool
    ) -> None:
        self.source = source
        self.span = span
        self.names = names
        self.timed = timed
        self.typing = typing
        self.words: list[Token] = []

    def read(self) -> Rule:
        """Return the rule; raises NotationError."""
        stages: list[tuple[RulePart, ...]] = []
        parts: list[RulePart] = []
        for words, at in self._pieces():
            if words and words[0].text == "then" and not words[0].quoted:
                if not parts:
                    self.source.fail("nothing stands before then", words[0].at, end=words[0].end)
                stages.append(tuple(parts))
                parts, words = [], words[1:]
            parts.append(self._part(words, at))
        return Rule(stages=(*stages, tuple(parts)))

    def _pieces(self) -> list[tuple[list[Token], int]]:
        """Return the words of each part and where the next would stand; `then` needs no comma before it."""
        pieces: list[list[Token]] = [[]]
        ends: list[int] = []
        for token in self.source.tokens(*self.span):
            if token.text == "then" and not token.quoted and pieces[-1]:
                ends.append(token.at)
                pieces.append([])
            comma = not token.quoted and token.text.endswith(",")
            bare = token._replace(
                text=token.text.rstrip(","), raw=token.raw.rstrip(","), end=token.end - comma
            )
            if bare.text:
                pieces[-1].append(bare)
            if comma:
                ends.append(token.end)
                pieces.append([])
        return list(zip(pieces, [*ends, self.span[1]], strict=True))

    def _part(self, words: list[Token], at: int) -> RulePart:
        if not words:
            self.source.fail("a part of the rule is missing", at, hint="+2.5kg, double, hold …")
        verb, rest = words[0], words[1:]
        if verb.text[0] == "+":
            return self._add(words)
        if verb.text == "double":
            return self._double(rest)
        if verb.text == "miss":
            return self._miss(verb, rest)
        if verb.text == "swap":
            return self._swap(verb, rest)
        if verb.text == "stop":
            return RulePart(kind=RuleKind.STOP, amount=self._percent(verb, rest))
        if verb.text == "hold":
            self._nothing_after(rest)
            return RulePart(kind=RuleKind.HOLD)
        hint = "+2.5kg, double, miss 2: -10%, hold, swap NAME or stop -5%"
        raise self.source.error(f"{verb.raw} is no rule", verb.at, hint=hint, end=verb.end)

    def _nothing_after(self, words: list[Token]) -> None:
        if words:
            hint = "part rules by commas"
            self.source.fail(f"{words[0].raw} does not belong here", words[0].at, hint=hint, end=words[0].end)

    def _amount(self, token: Token, text: str) -> _Amount:
        """Read a number with its unit, without a sign."""
        if match := _WITH_UNIT.fullmatch(text):
            amount = _Amount(float(match[1]), _UNITS[match[2]])
        else:
            seconds = read_duration(self.source, token, text) if text else None
            if seconds is None or not isinstance(seconds, (int, float)):
                hint = "kg lb rep set s m mtr km or %"
                if re.fullmatch(r"\+?[0-9]+,[0-9]+[a-z%]+", token.text):
                    hint = f"a comma parts rules: write {token.raw.replace(',', '.')}"
                self.source.fail(f"{token.raw} needs a number and a unit", token.at, hint=hint, end=token.end)
            amount = _Amount(seconds, "s")
        if amount.number <= 0:
            self.source.fail("a step of progress is more than nothing", token.at, end=token.end)
        if amount.unit in ("rep", "set") and amount.number % 1:
            self.source.fail(f"{amount.unit}s are whole", token.at, hint=f"+1{amount.unit}", end=token.end)
        if amount.number > _MOST[amount.unit]:
            most = "24 hours" if amount.unit == "s" else f"{_MOST[amount.unit]:g}{amount.unit}"
            self.source.fail(f"progress is {most} at most", token.at, end=token.end)
        if self.timed and amount.unit in _ONLY_SETS:
            hint = "rep, s, m, mtr, km or %"
            self.source.fail(
                f"{amount.unit} changes nothing on a timed line", token.at, hint=hint, end=token.end
            )
        return amount

    def _joined(self, words: list[Token]) -> list[Token]:
        """Read `+1 rep` and `to 6 reps` as `+1rep` and `to 6rep`."""
        joined: list[Token] = []
        for token in words:
            if joined and re.fullmatch(rf"\+?{NUMBER}", joined[-1].text) and token.text != "to":
                before = joined.pop()
                token = before._replace(
                    text=before.text + token.text, raw=f"{before.raw} {token.raw}", end=token.end
                )
            joined.append(token)
        return joined

    def _add(self, words: list[Token]) -> RulePart:
        first, *rest = self._joined(words)
        match = _ADD.fullmatch(first.text)
        amount = self._amount(first, match[1] if match else "")
        limit = None
        if rest and rest[0].text == "to":
            if len(rest) < 2:
                self.source.fail("to needs a limit", rest[0].at, hint="to 10s", end=rest[0].end)
            limit = self._amount(rest[1], rest[1].text)
            if limit.unit != amount.unit:
                hint = f"both in {amount.unit}"
                self.source.fail("the limit has another unit", rest[1].at, hint=hint, end=rest[1].end)
            rest = rest[2:]
        self._nothing_after(rest)
        return RulePart(
            kind=RuleKind.ADD,
            amount=amount.number,
            unit=amount.unit,
            every=match[2] or "" if match else "",
            limit=limit.number if limit else None,
        )

    def _double(self, rest: list[Token]) -> RulePart:
        if not rest:
            return RulePart(kind=RuleKind.DOUBLE)
        first, *more = self._joined(rest)
        if first.text[0] != "+":
            hint = "double +2.5kg; part rules by commas"
            self.source.fail(f"{first.raw} does not belong here", first.at, hint=hint, end=first.end)
        amount = self._amount(first, first.text[1:])
        self._nothing_after(more)
        return RulePart(kind=RuleKind.DOUBLE, amount=amount.number, unit=amount.unit)

    def _miss(self, verb: Token, rest: list[Token]) -> RulePart:
        count = re.fullmatch(r"([0-9]{1,2}):?", rest[0].text) if rest else None
        if count is None or not int(count[1]) or len(rest) < 2:
            self.source.fail(
                "miss needs a number and what follows", verb.at, hint="miss 2: -10%", end=verb.end
            )
        times = int(count[1])
        if rest[1].text == "swap":
            part = self._swap(rest[1], rest[2:])
            return RulePart(kind=RuleKind.MISS, times=times, name=part.name, exercise=part.exercise)
        return RulePart(kind=RuleKind.MISS, times=times, amount=self._percent(verb, rest[1:]))

    def _swap(self, verb: Token, rest: list[Token]) -> RulePart:
        if not rest:
            self.source.fail("swap needs a name", verb.at, hint="swap front squat", end=verb.end)
        said = joined_name(self.source, rest)
        name, exercise = resolve(self.source, said, rest[0].at, self.names, typing=self.typing)
        if exercise is not None and self.names is not None and not self.timed and self.names.is_run(exercise):
            message = f"{name} is a run, and takes no lift's place"
            self.source.fail(message, rest[0].at, hint="swap front squat", end=rest[-1].end)
        return RulePart(kind=RuleKind.SWAP, name=name, exercise=exercise)

    def _percent(self, verb: Token, rest: list[Token]) -> float:
        match = _PERCENT.fullmatch(rest[0].text) if rest else None
        if match is None or not 0 < float(match[1]) < 100:
            hint = f"{verb.text}{' 2:' if verb.text == 'miss' else ''} -5%"
            self.source.fail(f"{verb.raw} needs a percentage below nothing", verb.at, hint=hint, end=verb.end)
        self._nothing_after(rest[1:])
        return float(match[1])
