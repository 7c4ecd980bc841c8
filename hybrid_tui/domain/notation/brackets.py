"""Timed steps in rows and brackets: `8m @easy + 3x(15s @7 stride / 45s walk) until -8%`."""

from __future__ import annotations

import re

from hybrid_tui.domain.flatten import in_week, weeks_written
from hybrid_tui.domain.notation.amounts import AMOUNT, read_amount, values_of
from hybrid_tui.domain.notation.source import Source, Token
from hybrid_tui.domain.notation.steps import FALL_OFF, StepReader
from hybrid_tui.domain.workout import Number, Repeat, Step

NESTING = 4
"""The deepest bracket."""
STEPS = 2000
"""The longest timeline, in steps, and"""
SECONDS = 24 * 3600
"""… in seconds."""

_COUNT = re.compile(rf"({AMOUNT})x")
_SIGNS = frozenset({")", "+", "/"})


class RowReader:
    """Reads the steps between two places of a line."""

    def __init__(self, source: Source, tokens: list[Token], end: int, *, logged: bool = False) -> None:
        self.source = source
        self.words = tokens
        self.end = end
        """Where something that is missing would stand."""
        self.logged = logged
        """In the log a step may say both how long and how far."""
        self.next = 0

    def read(self) -> tuple[Step | Repeat, ...]:
        """Return the steps of the whole line; raises NotationError."""
        items = self._row(0)
        if (token := self._peek()) is not None:
            if token.text == ")":
                self.source.fail("there is no bracket to close here", token.at, hint="delete )")
            if token.text == "/":
                hint = "8x(12s / 90s)"
                self.source.fail("/ means between repeats and stands inside a bracket", token.at, hint=hint)
            hint = "a space before //" if token.text == "//" else "join steps with +"
            self.source.fail(f"{token.raw} stands alone after a bracket", token.at, hint=hint, end=token.end)
        self._within_limits(items)
        return items

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.next + ahead
        return self.words[place] if place < len(self.words) else None

    def _row(self, depth: int) -> tuple[Step | Repeat, ...]:
        items = [self._item(depth)]
        while (token := self._peek()) is not None and token.text == "+":
            self.next += 1
            items.append(self._item(depth))
        return tuple(items)

    def _item(self, depth: int) -> Step | Repeat:
        token = self._peek()
        if token is None or token.text in _SIGNS:
            at = token.at if token else self.end
            self.source.fail("a step is missing here", at, hint="such as 12s, 400mtr or open")
        after = self._peek(1)
        if token.text == "(":
            self.source.fail("a bracket needs a count", token.at, hint="write 2x(")
        if after is not None and after.text == "(":
            if match := _COUNT.fullmatch(token.text):
                self.next += 2
                return self._repeat(read_amount(match[1]), token, after, depth + 1)
            if re.fullmatch(rf"{AMOUNT}[*·]?", token.text):
                count = token.text.rstrip("*·")
                self.source.fail("a count is written with x", token.end - 1, hint=f"write {count}x(")
        return self._step()

    def _repeat(self, count: Number, token: Token, opened: Token, depth: int) -> Repeat:
        if depth > NESTING:
            self.source.fail(f"brackets nest at most {NESTING} deep", opened.at)
        for value in values_of(count):
            if value != int(value) or not 1 <= value <= STEPS:
                self.source.fail(f"a count is a whole number from 1 to {STEPS}", token.at, end=token.end)
        work = self._row(depth)
        between: tuple[Step | Repeat, ...] = ()
        if (sign := self._peek()) is not None and sign.text == "/":
            self.next += 1
            between = self._row(depth)
        self._close(opened)
        until = self._until()
        return Repeat(count=count, work=work, between=between, until=until)

    def _close(self, opened: Token) -> None:
        token = self._peek()
        if token is None:
            self.source.fail(
                f"the bracket opened at column {opened.at + 1} is not closed", self.end, hint="add )"
            )
        if token.text == "/":
            self.source.fail("only one / stands in a bracket", token.at, hint="join steps with +")
        if token.text != ")":
            self.source.fail(
                f"{token.raw} stands alone after a bracket",
                token.at,
                hint="put / or + between",
                end=token.end,
            )
        self.next += 1

    def _until(self) -> float | None:
        token, value = self._peek(), self._peek(1)
        if token is None or token.text != "until":
            return None
        match = FALL_OFF.fullmatch(value.text) if value else None
        if match is None or not 0 < float(match[1]) < 100:
            self.source.fail("until needs a fall-off", token.at, hint="until -8%", end=token.end)
        self.next += 2
        return float(match[1])

    def _step(self) -> Step:
        start = self.next
        while (token := self._peek()) is not None and token.text not in _SIGNS:
            self.next += 1
        return StepReader(self.source, self.words[start : self.next], self.end, logged=self.logged).read()

    def _within_limits(self, items: tuple[Step | Repeat, ...]) -> None:
        at = self.words[0].at if self.words else self.end
        if found := too_long(items):
            self.source.fail(found, at)


def too_long(items: tuple[Step | Repeat, ...]) -> str:
    """What is too much of items in one of their weeks, in words; empty where a timer can run them."""
    for week in range(1, max(weeks_written(items), default=1) + 1):
        steps, seconds = size(in_week(items, week))
        if steps > STEPS:
            return f"a timeline has {STEPS} steps at most, and this has {steps}"
        if seconds > SECONDS:
            return "a timeline is 24 hours long at most"
    return ""


def most_steps(items: tuple[Step | Repeat, ...]) -> int:
    """The number of steps in the week that has the most of them."""
    weeks = max(weeks_written(items), default=1)
    return max(size(in_week(items, week))[0] for week in range(1, weeks + 1))


def size(items: tuple[Step | Repeat, ...]) -> tuple[int, float]:
    """Return steps and seconds of items with plain numbers, as far as known, without laying them out."""
    steps, total = 0, 0.0
    for item in items:
        if isinstance(item, Step):
            seconds = item.measure.seconds
            steps, total = steps + 1, total + (0.0 if seconds is None else values_of(seconds)[0])
            continue
        count = int(values_of(item.count)[0])
        work, between = size(item.work), size(item.between)
        steps += count * work[0] + (count - 1) * between[0]
        total += count * work[1] + (count - 1) * between[1]
    return steps, total
