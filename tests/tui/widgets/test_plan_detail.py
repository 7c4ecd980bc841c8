"""The day below the plan's grid."""

from __future__ import annotations

from datetime import date

from hybrid_tui.domain.plan_view import CellStatus, PlanCell, PlanLine, PlanView
from hybrid_tui.tui.glyphs import UNICODE
from hybrid_tui.tui.widgets.plan_canvas import Canvas
from hybrid_tui.tui.widgets.plan_detail import Detail

TUESDAY = date(2026, 11, 24)


def test_efforts_stand_below_one_another() -> None:
    lines = (
        PlanLine(name="Barbell row", asks="4 × 6-10", effort="1 RIR", load="57.5 kg"),
        PlanLine(name="Dead bug", asks="2 × 15", effort="3 RIR", load="bw"),
        PlanLine(name="Biceps curl", asks="3 × 10-15", effort="2 RIR", load="12 kg"),
    )
    cell = PlanCell(plan_key="1", day=TUESDAY, title="Upper", status=CellStatus.PLANNED, lines=lines)
    canvas = Canvas(60, UNICODE.more)
    view = PlanView(
        programme_id="", title="", about="", today=TUESDAY, start=TUESDAY, round_weeks=4, weeks=()
    )
    Detail(canvas, view, UNICODE, 12).day(0, 0, 60, TUESDAY, (cell,))
    shown = [line.plain for line in canvas.lines()]
    assert len({line.index(" RIR") for line in shown if "RIR" in line}) == 1
    assert "3 × 10-15  2 RIR" in "\n".join(shown)
