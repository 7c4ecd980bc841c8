"""A day of recovery for scripts. What is not known is null, never zero."""

from __future__ import annotations

from typing import Any

from hybrid_tui.coach.recovery_day import RecoveryDay
from hybrid_tui.domain.check_answers import SCALES


def day_json(view: RecoveryDay) -> dict[str, Any]:
    """The day for scripts. Times in minutes, food in grams, weight in kilograms."""
    return {
        "date": view.day.isoformat(),
        **_readiness(view),
        "answers": _answers(view),
        "sore": dict(view.sore),
        "list": [
            {"id": item.id, "title": item.title, "done": item.done, "value": item.value}
            for item in view.items
        ],
        "protein_g": view.eaten,
        "protein_target_g": view.protein.grams,
        "protein_why": view.protein.sentence,
        **_weight(view),
        "weeks": _weeks(view),
        "compared": view.past.compared.words if view.past and view.past.compared else None,
        "week": _days(view),
        "sleep_debt_minutes": view.sleep_debt,
        "tomorrow": view.tomorrow,
        "deload": view.deload or None,
    }


def _readiness(view: RecoveryDay) -> dict[str, Any]:
    morning, ready = view.morning, view.morning.readiness
    return {
        "readiness": morning.score,
        "band": morning.band or None,
        "stop": morning.stop or None,
        "sum": ready.sum_words if ready else None,
        "taken": [
            {"item": each.item, "answer": each.answer, "points": round(each.points, 2)}
            for each in (ready.taken if ready else ())
        ],
    }


def _answers(view: RecoveryDay) -> dict[str, Any]:
    check = view.check
    return {
        "flags": None if check.flags is None else list(check.flags),
        **{name: getattr(check, name) for name in SCALES},
        "legs": check.legs,
        "slept_minutes": check.slept_minutes,
        "resting_hr": check.resting_hr,
    }


def _weight(view: RecoveryDay) -> dict[str, Any]:
    trend = view.past.trend if view.past else None
    rate = trend.kg_a_week if trend else None
    return {
        "weight_kg": view.kg,
        "weight_trend_kg": round(trend.kg, 3) if trend else None,
        "weight_kg_a_week": None if rate is None else round(rate, 3),
    }


def _weeks(view: RecoveryDay) -> list[dict[str, Any]]:
    return [
        {
            "first": each.first.isoformat(),
            "kept": each.kept.value,
            "asked": each.asked,
            "done": each.done,
            "excused": each.excused,
            "reason": each.reason or None,
        }
        for each in (view.past.consistency.weeks if view.past else ())
    ]


def _days(view: RecoveryDay) -> list[dict[str, Any]]:
    return [
        {
            "date": each.day.isoformat(),
            "slept_minutes": each.slept_minutes,
            "protein_g": each.protein,
            "protein_target_g": each.target,
            "readiness": each.score,
        }
        for each in view.week
    ]
