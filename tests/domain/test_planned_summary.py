"""Planned sessions in the cells of the week."""

from datetime import date

import pytest

from hybrid_tui.domain.catalogue import LegClass
from hybrid_tui.domain.planned_summary import planned_summary, session_kind
from hybrid_tui.domain.record import SessionKind
from tests.domain.plans import sketch, training
from tests.domain.sessions import CATALOGUE

DAY = date(2026, 11, 25)


def test_hills_jumps_and_upper_body() -> None:
    thursday = sketch("hill-iron-4").week(1)[3].sessions[0]
    asked = planned_summary(thursday, DAY, CATALOGUE)
    assert (asked.run, asked.place, asked.lift, asked.jump) == ("6×10s", "hill", "upper", "12")
    assert asked.kind is SessionKind.MIXED
    assert asked.leg_class is LegClass.A
    assert asked.hard_run
    assert asked.load is not None
    assert asked.leg_load is not None
    assert 0 < asked.leg_load < asked.load


@pytest.mark.parametrize(
    ("lines", "run", "lift", "kind"),
    [
        (["easy run: 35m @easy"], "easy 35m", "", SessionKind.RUN),
        (["long run: 72m @4", "side plank 2x30s a side"], "long 1h12", "core", SessionKind.RUN),
        (["back squat 3x5", "leg curl 3x8"], "", "lower", SessionKind.LIFT),
        (["back squat 3x5", "bench press 3x5"], "", "full", SessionKind.LIFT),
        (["plank 3x45s"], "", "core", SessionKind.LIFT),
        (["box jump 3x5"], "", "", SessionKind.JUMP),
        (["20m walk"], "", "", SessionKind.RECOVERY),
        (
            ["hill sprint: 4x(8s @8 hill 6% / 90s walk)", "easy run: 20m @easy"],
            "4×8s + easy 20m",
            "",
            SessionKind.RUN,
        ),
    ],
)
def test_cells(lines: list[str], run: str, lift: str, kind: SessionKind) -> None:
    asked = planned_summary(training(lines), DAY, CATALOGUE)
    assert (asked.run, asked.lift, asked.kind) == (run, lift, kind)
    assert session_kind(training(lines)) is kind


def test_a_known_load_shares_out_to_the_legs() -> None:
    own = training(["bench press 4x5 rest 3m"])
    assert own.leg_load == pytest.approx(0.1 * (own.load or 0))
