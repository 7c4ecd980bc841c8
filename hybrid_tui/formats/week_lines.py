"""The page of a week: title, grid, hard sets, figures, findings, for any width; the screen and the pipe read
the same lines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hybrid_tui.domain.calendar import day_name, week_label, week_number
from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.week import Week
from hybrid_tui.domain.week_view import KEPT_MOST, WeekView, planned_load
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, blank, cells, shorten, spread
from hybrid_tui.formats.week_cells import ROWS, day_cell, signed, week_cell
from hybrid_tui.formats.week_muscles import muscle_lines

CHART_ROWS = 4
HANG = 2
"""Cells right of a day's edge: a space and the mark."""
_EIGHTHS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Where one stands in the grid."""

    day: int
    """0 to 6."""
    row: int = 0
    """Index into `ROWS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the page is laid out."""

    width: int
    tall: bool = False
    """Room for headings and for the numbers of the bars."""
    chart: bool = False
    """Room for the column chart of the loads."""
    compare: bool = False
    """Differences from the week before in the place of units."""
    cursor: Cursor | None = None

    @property
    def pitch(self) -> int:
        """Cells from one day to the next."""
        return _pitch(self.width)

    def edge(self, day: int) -> int:
        """The right edge of a day's column, 0 to 6."""
        return self.pitch + 6 + day * self.pitch

    @property
    def week_edge(self) -> int:
        """The right edge of the week's column; its units stand after it."""
        return self.edge(6) + max(7, self.pitch - 3)

    def column(self, day: int) -> tuple[int, int]:
        """The cells that belong to a day."""
        begin = self.edge(day) + (HANG if self.pitch < 11 else 3) - self.pitch
        return begin, begin + self.pitch


@cache
def _pitch(width: int) -> int:
    return max(8, min(16, (width - 10) // 8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a week, and where its grid stands for whoever points at it."""

    lines: tuple[Line, ...]
    rows: tuple[Line, ...] = ()
    """The lines of the grid's rows, in the order of `ROWS`."""
    below: tuple[Line, ...] = ()
    """The lines under the grid, which are the same wherever the cursor stands."""


def page(view: WeekView, shape: Shape, below: tuple[Line, ...] | None = None) -> Page:
    """All lines of the week; `below` are those under the grid where they are known already."""
    rows = [_row(view, shape, place) for place in range(len(ROWS))]
    head = [title(view, shape), blank(4), _names(view, shape), _underline(shape)]
    grid = [*rows[:3]]
    if shape.chart and any(day.load or planned_load(view, day) for day in view.week.days):
        grid += [_gap(shape, 6), *_chart(view, shape)]
    grid += rows[3:5]
    if shape.tall:
        grid.append(_gap(shape, 6))
    grid += rows[5:]
    below = under_grid(view, shape) if below is None else below
    return Page(lines=(*head, *grid, *below), rows=tuple(rows), below=below)


def under_grid(view: WeekView, shape: Shape) -> tuple[Line, ...]:
    """Hard sets, figures and findings; where the cursor stands changes nothing of them."""
    hair = [_hair(shape, 0, airy=shape.tall)]
    hair = [blank(6), *hair, blank(6)] if shape.tall else hair
    if view.is_empty:
        return (*hair, *empty_words(view, shape.width))
    muscles = muscle_lines(
        view, shape.width, compare=shape.compare, tall=shape.tall, explained=shape.cursor is not None
    )
    foot: list[Line] = [blank(5)] if not shape.tall else [_hair(shape, 4, airy=True), blank(6)]
    foot += figures(view, shape.width, compare=shape.compare)
    if view.findings and shape.tall:
        foot.append(blank(6))
    foot += [
        # The gravest stay; the others are a key away.
        finding_line(finding, shape.width, spare=0 if place < 2 or shape.tall else 8)
        for place, finding in enumerate(view.findings)
    ]
    return (*hair, *muscles, *foot)


def span_words(view: WeekView) -> tuple[str, str]:
    """`Week 48`, `23-29 Nov 2026`; `Last 7 days` where they are no calendar week."""
    name, _, dates = week_label(view.first).partition(" · ")
    return "Last 7 days" if view.rolling else name, dates.replace("–", "-")


def title(view: WeekView, shape: Shape) -> Line:
    """Which week, and its sessions: planned, done, part."""
    name, dates = span_words(view)
    left = [Span(name, "strong"), Span(f"   {dates}", "label")]
    if shape.compare:
        left.append(Span(f"   against {against_words(view)}", "now"))
    return spread(left, counts(view.week), shape.width)


def against_words(view: WeekView) -> str:
    """`week 47`, `the 7 days before`, `4-week mean`."""
    if view.usual is not None:
        return f"{view.usual.weeks}-week mean"
    return "the 7 days before" if view.rolling else f"week {week_number(view.before.monday)}"


def counts(week: Week) -> list[Span]:
    """`planned 4   done 3   part 1`."""
    totals = week.totals
    found: list[Span] = []
    for word, number in (("planned", totals.planned), ("done", totals.done), ("part", totals.partial)):
        found += [Span(f"{'   ' if found else ''}{word} ", "faint"), Span(str(number), "value")]
    return found


def _names(view: WeekView, shape: Shape) -> Line:
    canvas = Canvas(shape.width)
    for place, day in enumerate(view.week.days):
        here = shape.cursor is not None and shape.cursor.day == place
        today = day.date == view.today
        role = "strong" if here else "value" if today else "faint"
        canvas.put_right(f"{day_name(day.date)} {day.date.day}", role, shape.edge(place))
        if here:
            canvas.lay("column", *shape.column(place))
    canvas.put_right("week", "strong", shape.week_edge)
    return canvas.line()


def _underline(shape: Shape) -> Line:
    canvas = Canvas(shape.width)
    canvas.put("─" * shape.width, "hair", 0)
    if shape.cursor is not None:
        begin, end = shape.column(shape.cursor.day)
        canvas.put("━" * (end - begin), "now", begin)
    return canvas.line()


def _gap(shape: Shape, spare: int) -> Line:
    """An empty line inside the grid; the cursor's column goes through it."""
    canvas = Canvas(shape.width)
    if shape.cursor is not None:
        canvas.lay("column", *shape.column(shape.cursor.day))
    return canvas.line(spare=spare)


def _hair(shape: Shape, spare: int, *, airy: bool) -> Line:
    return Line(spans=(Span("─" * shape.width, "hair"),), spare=spare if airy else 0)


def _row(view: WeekView, shape: Shape, place: int) -> Line:
    name = ROWS[place]
    canvas = Canvas(shape.width)
    cursor = shape.cursor
    chosen = cursor is not None and cursor.row == place
    canvas.put(name, "strong" if chosen else "label", 0)
    for number, day in enumerate(view.week.days):
        cell = day_cell(view, day, name)
        here = cursor is not None and cursor.day == number
        if here:
            canvas.lay("cell" if chosen else "column", *shape.column(number))
        begin = shape.edge(number) - shape.pitch + HANG + (1 if shape.pitch >= 11 else 0)
        text = cell.text(shape.edge(number) - begin)
        canvas.put_right(text, "strong" if here and chosen else cell.role, shape.edge(number))
        if cell.mark:
            canvas.put(cell.mark, "label", shape.edge(number) + 1)
    found = week_cell(view, name)
    canvas.put_right(found.text, "strong", shape.week_edge)
    unit = found.change if shape.compare else found.unit
    if len(unit) > shape.width - shape.week_edge - 1:
        unit = found.short
    canvas.put(unit, "value" if shape.compare else "faint", shape.week_edge + 1)
    return canvas.line()


def _chart(view: WeekView, shape: Shape) -> list[Line]:
    """The loads as columns; those still planned are the quiet ones."""
    loads: list[tuple[float, str]] = []
    for place, day in enumerate(view.week.days):
        here = shape.cursor is not None and shape.cursor.day == place
        done = day.load if any(s.trained for s in day.sessions) else None
        coming = planned_load(view, day) if done is None else None
        loads.append((done or coming or 0.0, "coming" if coming else "now" if here else "bar"))
    most = max((amount for amount, _ in loads), default=0.0)
    lines: list[Line] = []
    for level in range(CHART_ROWS - 1, -1, -1):
        canvas = Canvas(shape.width)
        for place, (amount, role) in enumerate(loads):
            if shape.cursor is not None and shape.cursor.day == place:
                canvas.lay("column", *shape.column(place))
            if amount > 0 and most > 0:
                eighths = max(1, half_up(CHART_ROWS * 8 * amount / most)) - 8 * level
                sign = _EIGHTHS[max(0, min(8, eighths))]
                if sign != " ":
                    canvas.put_right(sign * 5, role, shape.edge(place))
        lines.append(canvas.line(spare=1))
    return lines


def figures(view: WeekView, width: int, *, compare: bool) -> list[Line]:
    """Sprint seconds, contacts, easy minutes, monotony, strain, weeks kept; on as many lines as they need."""
    roomy = width >= 100 and not compare
    parts = [[Span(f"{word} ", "faint"), *value] for word, value in _figures(view, compare, roomy=roomy)]
    gap = 5 if roomy else 2
    lines: list[Line] = []
    row: list[Span] = []
    for part in parts:
        size = sum(cells(span.text) for span in part)
        if row and sum(cells(span.text) for span in row) + gap + size > width:
            lines.append(Line(spans=tuple(row)))
            row = []
        row += [*([Span(" " * gap)] if row else []), *part]
    return [*lines, Line(spans=tuple(row))]


def _figures(view: WeekView, compare: bool, *, roomy: bool) -> list[tuple[str, list[Span]]]:
    now, then = view.week.totals, view.against

    def told(value: float | None, before: float | None, places: int = 0, unit: str = "") -> list[Span]:
        if value is None:
            return [Span("–", "faint")]
        found = [Span(f"{value:.{places}f}" if places else str(half_up(value)), "value")]
        if unit and not roomy:
            found.append(Span(unit, "faint"))
        if compare and before is not None:
            change = signed(round(value - before, places) if places else half_up(value) - half_up(before))
            found.append(Span(f" {change}", "label"))
        return found

    found = [
        ("sprint seconds" if roomy else "sprint", told(now.sprint_seconds, then.sprint_seconds, unit=" s")),
        ("contacts", told(now.contacts, then.contacts)),
        ("easy minutes" if roomy else "easy", told(now.easy_minutes, then.easy_minutes, unit=" min")),
    ]
    # Before the week is over its days to come would count as rest.
    if now.monotony is not None and (view.is_over or view.last == view.today):
        found += [
            ("monotony", told(now.monotony, then.monotony, 2)),
            ("strain", told(now.strain, then.strain)),
        ]
    if view.kept is not None:
        more = "+" if view.kept >= KEPT_MOST else ""
        found.append(("weeks kept" if roomy else "kept", [Span(f"{view.kept}{more}", "value")]))
    return found


def finding_line(finding: Finding, width: int, *, spare: int = 0) -> Line:
    """What a rule says, how it is mended, and which rule it is."""
    name = f"{finding.severity.word} {finding.id}" if width >= 100 else finding.id
    room = width - 2 - (len(name) + 2)
    said = shorten(sentence(finding.sentence), room)
    mend = shorten(sentence(finding.mend), room - cells(said) - 1) if finding.mend else ""
    left = [Span("! ", "alarm"), Span(said, "value")]
    if len(mend) > 1:
        left.append(Span(f" {mend}", "label"))
    return spread(left, [Span(name, "faint")], width, spare)


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    ended = text if text.endswith((".", "!", "?")) else f"{text}."
    return ended[:1].upper() + ended[1:]


def empty_words(view: WeekView, width: int) -> list[Line]:
    """What an empty week says, and what to do next."""
    if view.last < view.today:
        said, then = "Nothing was logged in this week.", ": logs in one line, . comes back to this week."
    elif view.first > view.today:
        said, then = "Nothing is planned here yet.", ". comes back to this week."
    else:
        said, then = "Nothing yet this week.", "1 begins a session on Today, : logs one in a line."
    return [
        Line(spans=(Span(shorten(said, width), "value"),)),
        Line(spans=(Span(shorten(then, width), "label"),)),
    ]
