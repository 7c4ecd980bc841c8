"""Under the grid of a week: its figures, what the rules say, and what an empty week says."""

from __future__ import annotations

from collections.abc import Iterable

from hybrid_tui.domain.interference.findings import Finding
from hybrid_tui.domain.nutrition import half_up
from hybrid_tui.domain.week_view import KEPT_MOST, WeekView
from hybrid_tui.formats.week_canvas import Line, Span, Spot, cells, shorten, spread
from hybrid_tui.formats.week_cells import signed


def figures(view: WeekView, width: int, *, compare: bool) -> list[Line]:
    """Sprint seconds, contacts, easy minutes, monotony, strain, weeks kept; on as many lines as they need."""
    roomy = width >= 100 and not compare
    return flow(
        [
            (name, [Span(f"{name if roomy else _SHORT.get(name, name)} ", "faint"), *value])
            for name, value in _figures(view, compare, roomy=roomy)
        ],
        width,
        gap=5 if roomy else 2,
    )


_SHORT = {"sprint seconds": "sprint", "easy minutes": "easy", "weeks kept": "kept"}


def flow(parts: Iterable[tuple[str, list[Span]]], width: int, *, gap: int = 2, lead: str = "") -> list[Line]:
    """Figures side by side after a word, in lines that break between them; each is a spot under its name."""
    lines: list[Line] = []
    row: list[Span] = [Span(lead, "strong")] if lead else []
    spots: list[Spot] = []
    end = cells(lead)
    for figure, spans in parts:
        size = sum(cells(span.text) for span in spans)
        if row and end + gap + size > width:
            lines.append(Line(spans=tuple(row), spots=tuple(spots)))
            row, spots, end = [], [], 0
        if row:
            row.append(Span(" " * gap))
            end += gap
        row += spans
        spots.append(Spot(end, end + size, figure))
        end += size
    return [*lines, Line(spans=tuple(row), spots=tuple(spots))]


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
        ("sprint seconds", told(now.sprint_seconds, then.sprint_seconds, unit=" s")),
        ("contacts", told(now.contacts, then.contacts)),
        ("easy minutes", told(now.easy_minutes, then.easy_minutes, unit=" min")),
    ]
    # Before the week is over its days to come would count as rest.
    if now.monotony is not None and (view.is_over or view.last == view.today):
        found += [
            ("monotony", told(now.monotony, then.monotony, 2)),
            ("strain", told(now.strain, then.strain)),
        ]
    if view.kept is not None:
        more = "+" if view.kept >= KEPT_MOST else ""
        found.append(("weeks kept", [Span(f"{view.kept}{more}", "value")]))
    return found


def finding_lines(finding: Finding, number: int, width: int, *, spare: int = 0) -> list[Line]:
    """What a rule says and how it is mended, whole, on as many lines as that takes; and which rule it is."""
    name = f"{finding.severity.word} {finding.id}" if width >= 100 else finding.id
    said = [(word, "value") for word in sentence(finding.sentence).split(" ")]
    if finding.mend:
        said += [(word, "label") for word in sentence(finding.mend).split(" ")]
    rows: list[list[Span]] = [[Span("! ", "alarm")]]
    end, room = 2, width - len(name) - 2
    for word, role in said:
        word = shorten(word, width - 2)
        if end > 2 and end + 1 + cells(word) > room:
            rows.append([Span("  ")])
            end, room = 2, width
        rows[-1].append(Span(f"{' ' if end > 2 else ''}{word}", role))
        end += cells(word) + (1 if end > 2 else 0)
    spots = (Spot(0, width, f"finding {number}"),)
    first = spread(rows[0], [Span(name, "faint")], width)
    return [
        Line(spans=first.spans if place == 0 else tuple(row), spare=spare, spots=spots)
        for place, row in enumerate(rows)
    ]


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
