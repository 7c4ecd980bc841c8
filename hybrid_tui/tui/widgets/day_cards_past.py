"""The card that looks back: twelve weeks as signs with their sentence, and what keeping the plan came to."""

from __future__ import annotations

from textwrap import wrap
from typing import Final

from hybrid_tui.coach.recovery_amounts import LB_KG
from hybrid_tui.domain.consistency import Kept
from hybrid_tui.domain.weight_trend import against_goal
from hybrid_tui.tui.glyphs import Glyphs
from hybrid_tui.tui.widgets.day_cards import CardRow, Pen

LABEL: Final = 11
"""Cells of a label with the space after it."""

_STYLES: Final = {
    Kept.DONE: "$text",
    Kept.MINIMUM: "$text",
    Kept.EXCUSED: "$text-3",
    Kept.MISSED: "$text-3",
    Kept.OPEN: "$accent",
    Kept.NONE: "$unlit",
}


def _sign(kept: Kept, glyphs: Glyphs) -> str:
    return {
        Kept.DONE: glyphs.go,
        Kept.MINIMUM: glyphs.ease,
        Kept.EXCUSED: glyphs.dash,
        Kept.MISSED: glyphs.rest,
        Kept.OPEN: glyphs.now,
        Kept.NONE: glyphs.later,
    }[kept]


def past_card(pen: Pen) -> list[CardRow]:
    """Twelve weeks, the oldest first, what answers to offers came to, and the weight's trend."""
    past = pen.view.past
    if past is None:
        return []
    rows: list[CardRow] = []
    if past.consistency.shown:
        rows += [pen.head("Last 12 weeks", _streak(pen), "$text-2"), *pen.gap(), _weeks(pen)]
        rows += pen.wrapped(past.consistency.sentence, "$text-3")
        rows += pen.wrapped(_legend(pen), "$text-3")
    if past.compared is not None:
        rows += pen.wrapped(past.compared.words, "$text-2")
    if weight := weight_words(pen):
        rows += pen.wrapped(f"Weight: {weight}", "$text-2")
    return rows


def past_lines(pen: Pen, *, answers: bool) -> list[CardRow]:
    """The same in labelled lines, for where it stands below what tomorrow asks."""
    past = pen.view.past
    if past is None:
        return []
    rows: list[CardRow] = []
    if past.consistency.shown:
        rows.append(_weeks(pen, label="12 weeks"))
        rows += _labelled(pen, "", past.consistency.sentence)
    if answers and past.compared is not None:
        rows += _labelled(pen, "So far", past.compared.words)
    return rows


def _labelled(pen: Pen, label: str, words: str) -> list[CardRow]:
    rows = []
    for number, part in enumerate(wrap(words, max(pen.width - LABEL, 10))):
        line = pen.line()
        line.put(label if number == 0 else "", "$text-2", 0)
        line.put(part, "$text-3", LABEL)
        rows.append(CardRow(line=line.content()))
    return rows


def _streak(pen: Pen) -> str:
    past = pen.view.past
    streak = past.consistency.streak if past is not None else 0
    return f"{streak} in a row" if streak > 1 else ""


def _weeks(pen: Pen, label: str = "") -> CardRow:
    """The signs, in a labelled line with the streak at its right edge."""
    past = pen.view.past
    assert past is not None
    line = pen.line()
    line.put(label, "$text-2", 0)
    step = 3 if pen.width >= 56 else 2
    for number, week in enumerate(past.consistency.weeks):
        style = "$accent" if week.current else _STYLES[week.kept]
        line.put(_sign(week.kept, pen.glyphs), style, (LABEL if label else 0) + number * step)
    if label:
        line.put_right(_streak(pen), "$text-3", pen.width)
    return CardRow(line=line.content())


def _legend(pen: Pen) -> str:
    """What the signs mean, of those that are drawn."""
    past = pen.view.past
    assert past is not None
    words = {
        Kept.DONE: "done",
        Kept.MINIMUM: "minimum",
        Kept.EXCUSED: "excused",
        Kept.MISSED: "missed",
        Kept.OPEN: "in hand",
    }
    drawn = {week.kept for week in past.consistency.weeks}
    return "  ".join(f"{_sign(kept, pen.glyphs)} {word}" for kept, word in words.items() if kept in drawn)


def weight_words(pen: Pen) -> str:
    """`trend 74.4 kg, -0.3 a week: fits hybrid`; empty before the trend says more than the last weighing."""
    view = pen.view
    trend = view.past.trend if view.past is not None else None
    if trend is None or view.kg is None or (trend.kg_a_week is None and abs(trend.kg - view.kg) < 0.05):
        return ""
    unit, per = ("lb", LB_KG) if view.lb else ("kg", 1.0)
    words = f"trend {trend.kg / per:.1f} {unit}"
    if trend.kg_a_week is None:
        return words
    rate = round(trend.kg_a_week / per, 1) or 0.0
    words += f", {rate:+.1f} a week" if rate else ", steady"
    # Where a doctor decides what is eaten, no goal judges the scale.
    return words if view.excluded is not None else f"{words}: {against_goal(trend, view.goal)}"
