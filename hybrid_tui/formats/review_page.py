"""The review of a block as one page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from hybrid_tui.domain.block_review import BlockReview, LiftChange, Verdict
from hybrid_tui.domain.calendar import day_words
from hybrid_tui.domain.text import clean
from hybrid_tui.formats.sheet_page import SheetPage
from hybrid_tui.formats.week_canvas import Line, Span, cells, hair, shorten, spread

LABEL = 14
"""Cells of a row's name."""
COLUMN = 57
"""Cells of a lift where two stand side by side."""


def review_page(review: BlockReview, width: int, *, at: int = 0) -> SheetPage:
    """The page in so many cells, its row `at` in view."""
    state = "over" if review.over else "in hand"
    title = (Span(clean(review.title), "strong"), Span(f"   round {review.round}", "label"))
    span = f"{day_words(review.first)} – {day_words(review.last)} {review.last.year}, {state}"
    wide = spread(title, (Span(span, "faint"),), width)
    narrow = sum(cells(part.text) for part in wide.spans) > width or wide.spans == title
    head = (Line(spans=title), Line(spans=(Span(span, "faint"),))) if narrow else (wide,)
    rule = hair(width)
    rows = [
        *_figures(review, width),
        Line(),
        *_lifts(review.lifts, width),
        Line(),
        Line(spans=(Span("Next block", "strong"), Span("   e opens it as text", "faint"))),
        *(line for said in review.suggestions for line in _wrapped(said, width)),
    ]
    return SheetPage(head=(*head, rule), rows=tuple(rows), at=max(0, min(at, len(rows) - 1)))


def _wrapped(text: str, width: int) -> list[Line]:
    return [Line(spans=(Span(part, "label"),)) for part in wrap(clean(text), width)]


def _figures(review: BlockReview, width: int) -> list[Line]:
    """The block in numbers: a name, a value, and what it is made of."""
    kept = "–" if review.kept_percent is None else f"{review.kept_percent:.0f} %"
    counts = f"{review.done} of {review.planned} done"
    counts += f", {review.partial} in part" if review.partial else ""
    excused = f", {review.excused} excused" if review.excused else ""
    easy = f"; {100 * review.easy_minutes / review.run_minutes:.0f} % easy" if review.run_minutes else ""
    ready = "–" if review.readiness is None else f"{review.readiness:.0f}"
    slept = "" if review.sleep_hours is None else f", slept {review.sleep_hours:.1f} h"
    mornings = f"{review.mornings} morning{'' if review.mornings == 1 else 's'}"
    found = [
        ("kept", kept, counts + excused),
        ("load", f"{review.load:.0f}", "AU"),
        ("push, pull", f"{review.push} : {review.pull}", "sets"),
        ("run, lift", f"{review.run_minutes:.0f} : {review.sets}", "minutes run : sets"),
        ("easy, hard", f"{review.easy_minutes:.0f} : {review.hard_minutes:.0f}", f"minutes run{easy}"),
        ("fast", f"{review.sprint_seconds:.0f} s", f"of sprints; {review.contacts} landings"),
        ("readiness", ready, mornings + slept),
    ]
    label = LABEL if width >= 60 else 12
    room = max(len(value) for _, value, _ in found) + 2
    return [
        Line(
            spans=(
                Span(f"{name:<{label}}", "label"),
                Span(f"{value:<{room}}", "strong"),
                Span(shorten(after, max(0, width - label - room)), "faint"),
            )
        )
        for name, value, after in found
    ]


def _lifts(lifts: Sequence[LiftChange], width: int) -> list[Line]:
    if not lifts:
        return [Line(spans=(Span("Too few sets yet to say what progressed.", "label"),))]
    lines: list[Line] = []
    for verdict in Verdict:
        these = [each for each in lifts if each.verdict is verdict]
        if not these:
            continue
        if lines:
            lines.append(Line())
        lines.append(
            Line(spans=(Span(verdict.value.capitalize(), "strong"), Span(f"   {len(these)}", "label")))
        )
        lines += _beside([_lift(each, width) for each in these], width)
    return lines


def _beside(lines: list[Line], width: int) -> list[Line]:
    """In two columns where there is room, read down the first and then the second."""
    if width < 2 * COLUMN:
        return lines
    half = (len(lines) + 1) // 2
    pairs = zip_longest(lines[:half], lines[half:], fillvalue=Line())
    return [
        Line(spans=(*left.spans, Span(" " * (COLUMN - cells(left.text))), *right.spans))
        for left, right in pairs
    ]


def _lift(lift: LiftChange, width: int) -> Line:
    room = min(23, width - 24)
    name = lift.name if cells(lift.name) <= room else f"{lift.name[: room - 1]}…"
    percent = round(lift.percent, 1)
    spans = [
        Span(f"  {name:<{room}}", "value"),
        Span(f"{percent:+6.1f} %" if percent else "   0.0 %", "strong"),
    ]
    if width >= 58:
        before, after = (f"{round(value, 1):g}" for value in (lift.before, lift.after))
        spans.append(Span(f"  {before:>5} → {after:<5} {lift.unit}", "faint"))
    return Line(spans=tuple(spans))
