"""A stretch of training as one page for a browser or a printer, with nothing outside of itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from hybrid_tui.domain.bests import Best, Mark
from hybrid_tui.domain.calendar import MONTH_NAMES, day_words
from hybrid_tui.domain.text import clean
from hybrid_tui.domain.trend import Series
from hybrid_tui.formats.bests_page import amount, said
from hybrid_tui.formats.svg_chart import svg


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWeek:
    """One week of the report. None says that it is not known."""

    first: date
    sessions: int
    load: float | None
    sprint_seconds: float
    sets: int
    readiness: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSession:
    """One session of the report."""

    day: date
    name: str
    status: str
    lines: str
    load: float | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that the page shows."""

    first: date
    last: date
    written: date
    figures: tuple[tuple[str, str], ...]
    """A word and a value each."""
    charts: tuple[tuple[Series, ...], ...]
    """One or two series a chart; those without a point are left out of the page."""
    weeks: tuple[ReportWeek, ...]
    bests: tuple[Best, ...]
    """Those reached in this time."""
    sessions: tuple[ReportSession, ...]


STYLE = """
:root { color-scheme: light dark; --ground: #f7f5f0; --raised: #efece5; --text: #1c2126; --second: #4d565f;
  --faint: #59626b; --accent: #964600; --hair: #cfc9bd; }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1317; --raised: #161b20; --text: #e7eaed;
  --second: #a3adb8; --faint: #84909c; --accent: #f0b35a; --hair: #2c353e; } }
@media print { :root { --ground: #fff; --raised: #fff; --text: #000; --second: #333; --faint: #555;
  --accent: #964600; --hair: #bbb; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 68rem; padding: 2.5rem 1.25rem 4rem; background: var(--ground); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; } p { color: var(--second); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem; margin: 1.5rem 0; }
dt { color: var(--faint); } dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 2rem 2.5rem; }
figure { margin: 0; min-width: 0; } figcaption { margin-bottom: .5rem; font-weight: 600; }
.two .key0 { color: var(--accent); } .key1 { color: var(--second); font-weight: 400; }
svg { width: 100%; height: auto; display: block; } svg text { fill: var(--faint); font-size: 13px; }
.grid { stroke: var(--hair); stroke-width: 1; } .line0, .line1 { fill: none; stroke-width: 2;
  stroke-linejoin: round; stroke-linecap: round; } .line0 { stroke: var(--accent); }
.line1 { stroke: var(--faint); stroke-dasharray: 5 3; }
.dot0, .dot1 { fill: none; stroke-width: 7; stroke-linecap: round; } .dot0 { stroke: var(--accent); }
.dot1 { stroke: var(--faint); } .bar { fill: var(--accent); }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
th { color: var(--faint); font-weight: 400; text-align: left; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--hair); vertical-align: top; }
tr > :last-child { padding-right: 0; } td:first-child, .n { white-space: nowrap; } .n { text-align: right; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } @page { margin: 15mm; }
  dl { grid-template-columns: repeat(5, auto); } .charts { grid-template-columns: 1fr 1fr; gap: 1.2rem 1.5rem; }
  thead { display: table-header-group; } figure, tr { break-inside: avoid; } h2 { break-after: avoid; } }
"""


def as_html(report: Report) -> str:
    """The page. Names and notes are shown as text, whatever stands in them."""
    span = f"{_day(report.first)} to {_day(report.last)}"
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>Training, {span}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        f"<h1>Training</h1>\n<p>{span}, written {_day(report.written)}</p>",
        f"<dl>{''.join(_figure_of(word, value) for word, value in report.figures)}</dl>",
    ]
    drawn = [chart for chart in report.charts if any(each.points for each in chart)]
    if drawn:
        parts.append("<h2>Over time</h2>")
        parts += ['<div class="charts">', *(_figure(chart, report) for chart in drawn), "</div>"]
    parts += ["<h2>Weeks</h2>", _weeks(report)]
    if report.bests:
        parts += ["<h2>Bests reached in this time</h2>", _bests(report)]
    parts += ["<h2>Sessions</h2>", _sessions(report.sessions), "</body>\n</html>\n"]
    return "\n".join(parts)


def _text(text: str) -> str:
    return escape(clean(text, newlines=False))


def _day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def _figure_of(word: str, value: str) -> str:
    return f"<div><dt>{_text(word)}</dt><dd>{_text(value)}</dd></div>"


def _figure(chart: Sequence[Series], report: Report) -> str:
    shown = [each for each in chart if each.points]
    names = [f"{_text(each.title)}{', ' if each.unit else ''}{_text(each.unit)}" for each in shown]
    keys = " · ".join(f'<span class="key{who}">{name}</span>' for who, name in enumerate(names))
    two = ' class="two"' if len(shown) > 1 else ""
    return f"<figure{two}><figcaption>{keys}</figcaption>{svg(shown, report.first, report.last)}</figure>"


def _table(heads: Sequence[str], numbers: frozenset[int], rows: Iterable[Sequence[str]]) -> str:
    """A table; the columns in `numbers` are right-aligned. Cells are text and are escaped here."""

    def row(cells: Sequence[str], tag: str) -> str:
        marks = [' class="n"' if place in numbers else "" for place in range(len(cells))]
        made = (f"<{tag}{mark}>{_text(cell)}</{tag}>" for mark, cell in zip(marks, cells, strict=True))
        return f"<tr>{''.join(made)}</tr>"

    body = "".join(row(cells, "td") for cells in rows)
    return f'<div class="wide"><table><thead>{row(heads, "th")}</thead><tbody>{body}</tbody></table></div>'


def _amount(value: float | None) -> str:
    return "–" if value is None else f"{value:.0f}"


def _week_days(monday: date, report: Report) -> str:
    """The week by its first day, and how much of it is counted where that is not all."""
    begins, ends = max(monday, report.first), min(monday + timedelta(days=6), report.last)
    cut = f", {day_words(begins)} to {day_words(ends)}" if (ends - begins).days < 6 else ""
    return f"{_day(monday)}{cut}"


def _weeks(report: Report) -> str:
    return _table(
        ("Week from", "Sessions", "Load, AU", "Sprint seconds", "Sets", "Readiness"),
        frozenset({1, 2, 3, 4, 5}),
        (
            (
                _week_days(week.first, report),
                str(week.sessions),
                _amount(week.load),
                _amount(week.sprint_seconds),
                str(week.sets),
                _amount(week.readiness),
            )
            for week in report.weeks
        ),
    )


def _bests(report: Report) -> str:
    rows = []
    for best in report.bests:
        columns: dict[tuple[Mark, bool], list[str]] = {}
        for column, mark in best.marks.items():
            if report.first <= mark.day <= report.last:
                columns.setdefault((mark, column.isdigit()), []).append(column)
        # One set is often the best for several numbers of repetitions: it has one row.
        for (mark, _), names in columns.items():
            words = said(", ".join(names), mark) if best.kind == "lift" else amount(mark)
            rows.append((best.name, words, _day(mark.day)))
    return _table(("", "Best", "Day"), frozenset({2}), rows)


def _sessions(sessions: Sequence[ReportSession]) -> str:
    return _table(
        ("Day", "Session", "What", "Load, AU", ""),
        frozenset({3}),
        (
            (
                f"{day_words(each.day)} {each.day.year}",
                f"{each.name}{f': {each.note}' if each.note else ''}",
                each.lines,
                _amount(each.load),
                each.status,
            )
            for each in sessions
        ),
    )
