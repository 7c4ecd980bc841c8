"""The cards of a recovery day as rows of text: readiness and the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import wrap
from typing import Final

from rich.cells import cell_len
from textual.content import Content

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.check_answers import SCALES
from hybrid_tui.domain.checklist import ChecklistItem
from hybrid_tui.domain.recovery import Band, hooper
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.check_in_lines import verdict_word
from hybrid_tui.tui.widgets.digit_raster import Box, raster
from hybrid_tui.tui.widgets.recovery_line import SpelledLine
from hybrid_tui.tui.widgets.sheet_columns import Line

BOX: Final = Box(columns=8, rows=6)
"""A digit of the score."""

_ADVICE: Final = {
    Band.GO: ("train as planned", "as planned"),
    Band.REDUCE: ("a lighter session today", "lighter today"),
    Band.SWAP: ("swap hard work for easy", "easy instead"),
    Band.REST: ("walk, mobility, sleep", "walk, mobility"),
}
"""What the day is for, in as many words as there is room, or in few."""
_TITLE: Final = 5
"""Cell at which an item's words begin."""
_UNIT_FIELD: Final = 3
"""Cells right of the list's values, where they have no unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One drawn line of a card."""

    line: Content
    item: int | None = None
    """Place of the list's item on it; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """What every card is drawn with."""

    view: RecoveryDay
    width: int
    glyphs: Glyphs
    airy: bool
    """Whether blank lines are spent."""
    when: Callable[[int], str]
    """An instant (UTC microseconds) as the hour it was here, or as another day's."""

    def line(self) -> Line:
        """An empty line of the card."""
        return SpelledLine(self.width, self.glyphs)

    def text(self, text: str, style: str = "$text-2") -> CardRow:
        """One line of words."""
        line = self.line()
        line.put(text, style, 0)
        return CardRow(line=line.content())

    def wrapped(self, text: str, style: str = "$text-2") -> list[CardRow]:
        """Words on as many lines as they need."""
        return [self.text(part, style) for part in wrap(text, max(self.width, 10))]

    def head(self, title: str, right: str = "", style: str = "$text-3") -> CardRow:
        """A card's title with a quiet word at its right edge."""
        line = self.line()
        after = line.put(title, "bold $text", 0)
        if right:
            line.put_right(right, style, self.width, after + 1)
        return CardRow(line=line.content())

    def gap(self) -> list[CardRow]:
        """A blank line where there is room for air."""
        return [CardRow(line=Content(" " * self.width))] if self.airy else []

    def rule(self) -> list[CardRow]:
        """The hairline between two cards."""
        return [*self.gap(), self.text(self.glyphs.rule * self.width, "$hair"), *self.gap()]


def readiness_card(pen: Pen) -> list[CardRow]:
    """The score, its answers and its sum; or what to do where there is none."""
    view = pen.view
    day = "" if view.is_today else f" {pen.glyphs.later} {day_words(view.day)}"
    at = view.check.at_us
    told = f"checked in {pen.when(at)}" if view.checked and at is not None else ""
    rows = [pen.head(f"Readiness{day}", told), *pen.gap()]
    if not view.checked:
        return [*rows, *_not_checked(pen)]
    score = view.morning.score
    # A score that a red flag overrules is not what one should see first.
    stopped = view.morning.flag is not None and view.morning.flag.stops
    digits = _digits(score, pen.glyphs)
    left = len(digits[0]) + (5 if pen.width >= 56 else 3)
    facts = _facts(pen, pen.width - left)
    for number in range(max(BOX.rows, len(facts))):
        line = pen.line()
        if number < len(digits):
            line.put(digits[number], "$unlit" if score is None or stopped else "$text", 0)
        if number < len(facts):
            facts[number](line, left)
        rows.append(CardRow(line=line.content()))
    return [*rows, *pen.gap(), *_sum(pen), *_deload(pen)]


def _deload(pen: Pen) -> list[CardRow]:
    """The suggestion of an easier week, with its two keys; nothing where none stands."""
    if not pen.view.deload:
        return []
    line = pen.line()
    at = 0
    for key, does in (("D", "takes it"), ("N", "not now")):
        at = line.put(does, "$text-2", line.put(key, "bold $accent", at) + 1) + 3
    return [*pen.gap(), *pen.wrapped(pen.view.deload, "$text"), CardRow(line=line.content())]


def _digits(score: int | None, glyphs: Glyphs) -> list[str]:
    text = f"{score:02d}" if score is not None else ""
    if not text:
        blank = " " * (2 * BOX.columns + BOX.gap)
        dash = (glyphs.full * (2 * BOX.columns - 4)).center(len(blank))
        return [dash if row == BOX.rows // 2 else blank for row in range(BOX.rows)]
    shapes = [raster(sign, BOX, glyphs.plain) for sign in text]
    return [(" " * BOX.gap).join(parts) for parts in zip(*shapes, strict=True)]


def _facts(pen: Pen, width: int) -> list[Callable[[Line, int], object]]:
    """What stands right of the digits: the verdict, the four answers, their sum."""
    view, glyphs = pen.view, pen.glyphs
    check, verdict, ready = view.check, view.morning.verdict, view.morning.readiness
    took = {each.item: each.points for each in ready.taken} if ready is not None else {}

    def head(line: Line, left: int) -> None:
        if verdict is None:
            line.put("no score yet" if view.is_today else "no score", "$text-2", left)
            return
        word = verdict_word(verdict)
        line.put(glyphs.verdict(word), "$accent", left)
        after = line.put(word, "bold $text", left + 2)
        told, short = _ADVICE[verdict]
        if view.morning.flag is not None:
            told = short = "a red flag first"
        line.put(told if after + 2 + len(told) <= pen.width else short, "$text-2", after + 2)

    def answer(item: str) -> Callable[[Line, int], object]:
        value = getattr(check, item)

        def draw(line: Line, left: int) -> None:
            line.put(item, "$text-2", left)
            dots = left + 10
            line.put(glyphs.go * (value or 0), "$text", dots)
            line.put(glyphs.rest * (7 - (value or 0)), "$unlit", dots + (value or 0))
            line.put_right(str(value) if value else glyphs.dash, "$text", dots + 11)
            if item in took and dots + 18 <= pen.width:
                line.put_right(f"-{took[item]:.1f}", "$text-3", dots + 18, dots + 12)

        return draw

    def total(line: Line, left: int) -> None:
        whole = hooper(check)
        line.put("sum", "$text-3", left)
        line.put_right(glyphs.dash if whole is None else str(whole), "bold $text", left + 21)

    air: list[Callable[[Line, int], object]] = [lambda line, left: None] if pen.airy else []
    return [head, *air, *(answer(item) for item in SCALES), total]


def _sum(pen: Pen) -> list[CardRow]:
    morning = pen.view.morning
    rows: list[CardRow] = []
    if morning.stop:
        rows += pen.wrapped(f"! {morning.stop}", "$danger")
    ready = morning.readiness
    if ready is None:
        missing = [item for item in SCALES if getattr(pen.view.check, item) is None]
        return rows or pen.wrapped(f"Score needs {', '.join(missing)} (c)")
    penalties = [
        f"{points} for {why}"
        for points, why in ((ready.sleep_penalty, "short sleep"), (ready.pulse_penalty, "pulse"))
        if points
    ]
    less = "".join(f" - {points}" for points in (ready.sleep_penalty, ready.pulse_penalty) if points)
    line = pen.line()
    after = line.put(f"{ready.score} = 100 {pen.glyphs.times} (28 - {ready.hooper}) / 24{less}", "$text-2", 0)
    told = f"less {', '.join(penalties)}" if penalties else "no penalty"
    scales = f" {pen.glyphs.later} 1 best, 7 worst"
    if after + 3 + len(told) + len(scales) <= pen.width and not penalties:
        told += scales
    fits = after + 3 + len(told) <= pen.width
    if fits:
        line.put(told, "$text-3", after + 3)
    rows.append(CardRow(line=line.content()))
    rows += [] if fits else pen.wrapped(told, "$text-3")
    if ready.lowered:
        rows.append(pen.text(f"{verdict_word(ready.band)}: worse than your own usual", "$text-2"))
    return rows


def _not_checked(pen: Pen) -> list[CardRow]:
    view = pen.view
    line = pen.line()
    line.put("c", "bold $accent", 0)
    line.put("check in: one digit a question, 20 seconds", "$text", 2)
    if not view.is_today:
        line = pen.line()
        line.put("c", "bold $accent", 0)
        line.put("fill this morning in", "$text", 2)
    logged = []
    if view.check.slept_minutes is not None:
        logged.append("the night is logged")
    words = "Nothing is asked of you before: without it the plan stands as it is."
    return [
        pen.text("Not checked in" + (f"; {logged[0]}" if logged else ""), "$text-2"),
        *pen.gap(),
        CardRow(line=line.content()),
        *pen.gap(),
        *pen.wrapped(words, "$text-3"),
    ]


def list_card(pen: Pen, cursor: int) -> list[CardRow]:
    """The day's list with its cursor."""
    view = pen.view
    title = "Today" if view.is_today else day_words(view.day)
    told = f"{view.done} of {len(view.items)}"
    rows = [pen.head(title, told, "$text-2"), *pen.gap()]
    return [*rows, *(row for place in range(len(view.items)) for row in _item(pen, place, place == cursor))]


def _item(pen: Pen, place: int, here: bool) -> list[CardRow]:
    """An item; where its reason does not fit beside it, on a line of its own below."""
    item, glyphs = _item_shown(pen, place), pen.glyphs
    line = pen.line()
    if here:
        line.put(glyphs.bar, "$accent", 0)
    mark = glyphs.done if item.done else glyphs.open if item.by_hand or item.done is False else glyphs.dash
    line.put(mark, "$accent" if here else "$text-2" if item.done else "$text-3", 2)
    style = "bold $text" if here else "$text-2" if item.done else "$text"
    title = item.title.partition(": protein")[0]
    beside = _TITLE + cell_len(title) + 1 + cell_len(item.value) + _UNIT_FIELD <= pen.width
    if beside or not item.by_hand:
        _value(pen, line, item)
    line.put(title, style, _TITLE)
    rows = [CardRow(line=line.content("$raised" if here else ""), item=place)]
    if not beside and item.by_hand:
        below = pen.line()
        if here:
            below.put(glyphs.bar, "$accent", 0)
        below.put(item.value, "$text-3", _TITLE)
        rows.append(CardRow(line=below.content("$raised" if here else ""), item=place))
    return rows


def _item_shown(pen: Pen, place: int) -> ChecklistItem:
    """The item; where there is no protein target yet, with the key that brings it."""
    view, item = pen.view, pen.view.items[place]
    if item.id != "protein" or view.foods or not (view.asks_weight or view.asks_exclusion):
        return item
    return replace(item, value="one question: p" if view.asks_exclusion else "needs your weight: w")


def _value(pen: Pen, line: Line, item: ChecklistItem) -> None:
    """`7:40 of 8:00`: what is known in white, the rest quiet, the unit in a field of its own."""
    value, unit = item.value, ""
    if value.endswith(" g"):
        value, unit = value[:-2], " g"
    end = pen.width - _UNIT_FIELD
    line.put(unit, "$text-3", end)
    known, of, rest = value.partition(" of ")
    if of:
        at = line.put_right(of + rest, "$text-3", end)
        line.put_right(known, "$text", at)
    elif unit:
        line.put_right(value, "$text", end)
    else:
        line.put_right(value, "$text-3", pen.width - 2)
