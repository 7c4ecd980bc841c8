"""The page of a week: title, grid, hard sets, figures, findings, for any width; the screen and the pipe read
the same lines."""

from __future__ import annotations

from hybrid_tui.domain.calendar import day_name, week_label, week_number
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.week import Week
from hybrid_tui.domain.week_view import WeekView, planned_load, tally
from hybrid_tui.formats.drawn import Drawn
from hybrid_tui.formats.week_canvas import Canvas, Line, Span, Spot, blank, cells, hair, spread
from hybrid_tui.formats.week_cells import ROWS, day_cell, has_distance, week_cell
from hybrid_tui.formats.week_foot import empty_words, figures, finding_lines
from hybrid_tui.formats.week_marks import legend
from hybrid_tui.formats.week_muscles import muscle_lines
from hybrid_tui.formats.week_shape import HANG, WEEK_COLUMN, Page, Shape

_EIGHTHS = " ▁▂▃▄▅▆▇█"


def page(view: WeekView, shape: Shape, drawn: Drawn | None = None) -> Page:
    """All lines of the week; `drawn` holds what was drawn of it already in that room, and takes what is new."""
    once = (drawn or Drawn()).once
    far = shape.tall and has_distance(view)
    day, at_row = shape.at_day, shape.at_row

    def row(place: int) -> tuple[Line, ...]:
        return once((place, day, at_row == place), lambda: [_row(view, shape, place)])

    lines = [*once("title", lambda: [title(view, shape), blank(4)])]
    lines += once(("head", day), lambda: [_names(view, shape), _underline(shape)])
    for place, name in enumerate(ROWS):
        if name == "load" and shape.chart and any(d.load or planned_load(view, d) for d in view.week.days):
            lines += once(("chart", day), lambda: [_gap(shape, 6), *_chart(view, shape)])
        if name == "sleep" and shape.tall:
            lines += once(("gap", day), lambda: [_gap(shape, 6)])
        if far or name != "km":
            lines += row(place)
    # Where the cursor stands changes nothing below.
    lines += once("below", lambda: under_grid(view, shape))
    return Page(lines=tuple(lines))


def under_grid(view: WeekView, shape: Shape) -> tuple[Line, ...]:
    """Hard sets, figures and findings."""
    above = [blank(6), hair(shape.width), blank(6)] if shape.tall else [hair(shape.width)]
    if view.is_empty:
        return (*above, *empty_words(view, shape.width))
    muscles = muscle_lines(
        view, shape.width, compare=shape.compare, tall=shape.tall, explained=shape.cursor is not None
    )
    foot: list[Line] = [hair(shape.width, 4), blank(6)] if shape.tall else []
    foot += figures(view, shape.width, compare=shape.compare)
    if view.findings and shape.tall:
        foot.append(blank(8))
    for place, finding in enumerate(view.findings):
        # The gravest stay; the others are a key away.
        spare = 0 if place < 2 or shape.tall else 8
        foot += finding_lines(finding, place, shape.width, spare=spare)
    if shape.tall:
        foot += [blank(9), Line(spans=(Span(legend(), "faint"),), spare=9)]
    return (*above, *muscles, *foot)


def span_words(view: WeekView) -> tuple[str, str]:
    """`Week 48`, `23-29 Nov 2026`; `Last 7 days` where they are no calendar week, `7 days` where they end earlier."""
    name, _, dates = week_label(view.first).partition(" · ")
    if view.rolling:
        name = "Last 7 days" if view.last == view.today else "7 days"
    return name, dates.replace("–", "-")


def title(view: WeekView, shape: Shape) -> Line:
    """Which week, and its sessions: planned, done, part."""
    name, dates = span_words(view)
    left = [Span(name, "strong"), Span(f"   {dates}", "label")]
    if shape.compare:
        left.append(Span(f"   against {against_words(view)}", "now"))
    right = counts(view.week)
    size = sum(cells(span.text) for span in right)
    found = spread(left, right, shape.width)
    return Line(spans=found.spans, spots=(Spot(shape.width - size, shape.width, "sessions"),))


def against_words(view: WeekView) -> str:
    """`week 47`, `the 7 days before`, `4-week mean`."""
    if view.usual is not None:
        return f"{view.usual.weeks}-week mean"
    return "the 7 days before" if view.rolling else f"week {week_number(view.before.monday)}"


def counts(week: Week) -> list[Span]:
    """`planned 4   done 3   part 1`."""
    found: list[Span] = []
    for word, number in tally(week).items():
        found += [Span(f"{'   ' if found else ''}{word} ", "faint"), Span(str(number), "value")]
    return found


def _names(view: WeekView, shape: Shape) -> Line:
    canvas = Canvas(shape.width)
    for place, day in enumerate(view.week.days):
        here = shape.at_day == place
        today = day.date == view.today
        role = "strong" if here else "value" if today else "faint"
        canvas.put_right(f"{day_name(day.date)} {day.date.day}", role, shape.edge(place))
    canvas.put_right("week", "strong", shape.week_edge)
    _light(canvas, shape)
    return canvas.line()


def _light(canvas: Canvas, shape: Shape) -> None:
    """The ground of the column that one stands in."""
    if shape.at_day is not None:
        canvas.lay("column", *shape.column(shape.at_day))


def _underline(shape: Shape) -> Line:
    canvas = Canvas(shape.width)
    canvas.put("─" * shape.width, "hair", 0)
    if shape.at_day is not None:
        begin, end = shape.column(shape.at_day)
        canvas.put("━" * (end - begin), "now", begin)
    return canvas.line()


def _gap(shape: Shape, spare: int) -> Line:
    """An empty line inside the grid; the cursor's column goes through it."""
    canvas = Canvas(shape.width)
    _light(canvas, shape)
    return canvas.line(spare=spare)


def _row(view: WeekView, shape: Shape, place: int) -> Line:
    name = ROWS[place]
    canvas = Canvas(shape.width)
    chosen = shape.at_row == place
    canvas.put("km, pace" if name == "km" else name, "strong" if chosen else "label", 0)
    _light(canvas, shape)
    if chosen and shape.at_day is not None:
        canvas.lay("cell", *shape.column(shape.at_day))
    for number, day in enumerate(view.week.days):
        cell = day_cell(view, day, name)
        here = chosen and shape.at_day == number
        begin = shape.edge(number) - shape.pitch + HANG + (1 if shape.pitch >= 11 else 0)
        text = cell.text(shape.edge(number) - begin)
        canvas.put_right(text, "strong" if here else cell.role, shape.edge(number))
        if cell.mark:
            canvas.put(cell.mark, "faint" if cell.role == "faint" else "label", shape.edge(number) + 1)
    found = week_cell(view, name)
    canvas.put_right(found.text, "strong", shape.week_edge)
    unit = found.change if shape.compare else found.unit
    if len(unit) > shape.width - shape.week_edge - 1:
        unit = found.short
    canvas.put(unit, "value" if shape.compare else "faint", shape.week_edge + 1)
    return canvas.line(
        spots=(Spot(*shape.column(day), day=day, row=place) for day in range(WEEK_COLUMN + 1)),
    )


def _chart(view: WeekView, shape: Shape) -> list[Line]:
    """The loads as columns; those still planned are the quiet ones."""
    loads: list[tuple[float, str]] = []
    for place, day in enumerate(view.week.days):
        here = shape.at_day == place
        done = day.load if any(s.trained for s in day.sessions) else None
        coming = planned_load(view, day) if done is None else None
        loads.append((done or coming or 0.0, "coming" if coming else "now" if here else "bar"))
    most = max((amount for amount, _ in loads), default=0.0)
    lines: list[Line] = []
    for level in range(shape.chart_rows - 1, -1, -1):
        canvas = Canvas(shape.width)
        _light(canvas, shape)
        for place, (amount, role) in enumerate(loads):
            if amount > 0 and most > 0:
                eighths = max(1, half_up(shape.chart_rows * 8 * amount / most)) - 8 * level
                sign = _EIGHTHS[max(0, min(8, eighths))]
                if sign != " ":
                    canvas.put_right(sign * 5, role, shape.edge(place))
        lines.append(canvas.line(spare=1))
    return lines
