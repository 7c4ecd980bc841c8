"""Tables as CSV that a spreadsheet may open: no cell is ever a formula, numbers stay numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""A text that begins with one of these could be run by a spreadsheet; it gets an apostrophe before it."""

Value = str | int | float | date | None


def cell(value: Value) -> str:
    """A value as a cell: text made harmless, days as `2026-11-25`, what is unknown empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_SIGNS) else value
    if isinstance(value, date):
        return value.isoformat()
    return f"{round(value, 3):g}" if isinstance(value, float) and abs(value) < 1e5 else str(value)


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> str:
    """A table with a heading, lines ended by a newline."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue()
