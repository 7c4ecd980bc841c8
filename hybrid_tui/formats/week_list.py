"""The week below 80 columns: a line a day, the day in hand in full, then the sums."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from hybrid_tui.domain.calendar import day_name
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.week import DaySummary
from hybrid_tui.domain.week_view import WeekView, tally
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, Spot, blank, cells, hair, spread
from hybrid_tui.formats.week_cells import day_cell, signed, week_cell
from hybrid_tui.formats.week_foot import empty_words, figures, finding_lines, flow
from hybrid_tui.formats.week_lines import against_words, span_words
from hybrid_tui.formats.week_marks import NONE
from hybrid_tui.formats.week_muscles import LEFT, RIGHT, flagged, sets_of
from hybrid_tui.formats.week_shape import Page, Shape

OF_A_DAY: Final = "day "
"""Before the name of a number of the day in hand, which the week has too."""
_SHORT = {"hamstrings": "hams"}


def narrow_page(view: WeekView, shape: Shape, drawn: Drawn | None = None) -> Page:
    """All lines of the week in a narrow column; `drawn` holds what was drawn of it already in that room."""
    once = (drawn or Drawn()).once
    at = None if shape.cursor is None else min(shape.cursor.day, 6)
    lines = [*once("title", lambda: [_title(view, shape), blank(4)])]
    for place in range(7):
        lines += once((place, place == at, shape.at_day == at), partial(_day, view, shape, place))
    lines.append(hair(shape.width))
    if at is not None:
        lines += once(("facts", at), lambda: _facts(view, view.week.days[at], shape.width))
        lines.append(hair(shape.width, 3))
    lines += once("below", lambda: _below(view, shape))
    return Page(lines=tuple(lines))


def _below(view: WeekView, shape: Shape) -> list[Line]:
    """What the cursor's day changes nothing of."""
    width, compare = shape.width, shape.compare
    if view.is_empty:
        return [_sums(view, shape), *empty_words(view, width)]
    lines = [
        _sums(view, shape),
        *_muscles(view, width, (*LEFT[:4], *RIGHT[:4]), compare=compare),
        *figures(view, width, compare=compare),
    ]
    for place, finding in enumerate(view.findings):
        lines += finding_lines(finding, place, width)
    return [*lines, *_muscles(view, width, (*LEFT[4:], *RIGHT[4:]), compare=compare, lead="more sets")]


def _title(view: WeekView, shape: Shape) -> Line:
    name, dates = span_words(view)
    found = tally(view.week)
    more = "".join(f", {word} {found[word]}" for word in ("part", "free") if found.get(word))
    of = f" of {found['planned']}" if found["planned"] or not found["done"] else ""
    right = [Span(f"done {found['done']}{of}{more}", "label")]
    if cells(right[0].text) > shape.width - 24 and of:
        right = [Span(f"{found['done']} of {found['planned']}{more}", "label")]
    if shape.compare:
        right = [Span(f"against {against_words(view)}", "now")]
    full = spread([Span(name, "strong"), Span(f" {dates}", "label")], right, shape.width)
    short = dates.rpartition(" ")[0]
    fits = cells(name) + cells(dates) + 2 + cells(right[0].text) <= shape.width
    line = full if fits else spread([Span(name, "strong"), Span(f" {short}", "label")], right, shape.width)
    return Line(
        spans=line.spans,
        spots=(Spot(shape.width - cells(right[0].text), shape.width, "sessions"),),
    )


def _day(view: WeekView, shape: Shape, place: int) -> list[Line]:
    day = view.week.days[place]
    here = shape.cursor is not None and min(shape.cursor.day, 6) == place
    canvas = Canvas(shape.width)
    if here:
        if shape.at_day is not None:
            canvas.lay("cell", 0, shape.width)
        canvas.put("▶", "now", 0)
    role = "strong" if here else "value" if day.date == view.today else "label"
    canvas.put(f"{day_name(day.date)} {day.date.day:>2}", role, 2)
    at, end = 10, shape.width - 7
    for row, word in (("run", ""), ("lift", ""), ("jump", " jumps")):
        cell = day_cell(view, day, row)
        if cell.texts[0] == NONE or (cell.texts == ("rest",) and row == "lift"):
            continue
        room = end - at - len(word) - (2 if cell.mark else 0)
        if room < 2:
            break
        text = cell.text(min(room, 14)) + word
        at = canvas.put(text, "strong" if here else cell.role, at)
        if cell.mark:
            at = canvas.put(cell.mark, "label", at + 1)
        at += 2
    if at == 10:
        canvas.put(NONE, "faint", at)
    load = day_cell(view, day, "load")
    canvas.put_right(load.text(6), load.role, shape.width)
    return [canvas.line(spots=(Spot(0, shape.width, day=place, row=-1),))]


def _facts(view: WeekView, day: DaySummary, width: int) -> list[Line]:
    """The day's other numbers."""
    parts: list[tuple[str, list[Span]]] = []
    for row in ("load", "legs", "sleep", "ready"):
        cell = day_cell(view, day, row)
        said = " ".join(part for part in (cell.texts[0], cell.mark) if part)
        parts.append((f"{OF_A_DAY}{row}", _named(row, said)))
    protein = day_cell(view, day, "protein").texts[0]
    if day.protein_g is not None and day.protein_target_g is not None:
        protein = f"{protein} {half_up(day.protein_g)} of {day.protein_target_g} g"
    parts.append((f"{OF_A_DAY}protein", _named("protein", protein)))
    return flow(parts, width)


def _named(word: str, value: str) -> list[Span]:
    return [Span(f"{word} ", "faint"), Span(value, "value")]


def _sums(view: WeekView, shape: Shape) -> Line:
    spans: list[Span] = [Span("week", "strong")]
    spots: list[Spot] = []
    end = 4
    for row in ("load", "legs", "sleep", "ready"):
        found = week_cell(view, row)
        after = found.change if shape.compare else found.unit if row == "load" else ""
        words = [Span(f"{row} ", "faint"), Span(found.text, "strong")]
        words += [Span(f" {after}", "label")] if after else []
        size = sum(cells(span.text) for span in words)
        if end + 2 + size > shape.width:
            break
        spans += [Span("  "), *words]
        spots.append(Spot(end + 2, end + 2 + size, row))
        end += 2 + size
    return Line(spans=tuple(spans), spots=tuple(spots))


def _muscles(
    view: WeekView, width: int, names: Sequence[str], *, compare: bool, lead: str = "hard sets"
) -> list[Line]:
    flags = flagged(view)
    parts: list[tuple[str, list[Span]]] = []
    for name in names:
        sets = sets_of(view.week.muscles, name)
        said = _named(_SHORT.get(name, name), f"{sets:g}{' !' if name in flags else ''}")
        if compare:
            said.append(Span(f" {signed(round(sets - sets_of(view.against.muscles, name), 1))}", "label"))
        parts.append((name, said))
    return flow(parts, width, lead=lead)
